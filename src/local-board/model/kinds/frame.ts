/** Frames (websdk-reference-frame). What they do to their children is in ../frames.ts. */
import * as check from '../check.ts';
import type { FrameData } from '../item.ts';
import { smallestFrame } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { Kind } from './kind.ts';

export const frame: Kind<FrameData> = {
  blank: {
    type: 'frame',
    title: '',
    childrenIds: [],
    showContent: true,
    style: { fillColor: 'transparent' },
    width: 100,
    height: 100,
  },
  settable: ['width', 'height', 'title', 'style', 'showContent', 'childrenIds'],
  change(before, fields) {
    if (fields.showContent !== undefined && fields.showContent !== before.showContent)
      refuse('rights', 'Hiding the content of a frame is not allowed on this plan.');
    return {
      ...before,
      width: fields.width === undefined ? before.width : check.side('width', fields.width, smallestFrame),
      height:
        fields.height === undefined ? before.height : check.side('height', fields.height, smallestFrame),
      title: fields.title === undefined ? before.title : check.text('title', fields.title, 5999),
      style: check.style(before.style, { fillColor: check.hexOrTransparent }, fields.style),
    };
  },
};
