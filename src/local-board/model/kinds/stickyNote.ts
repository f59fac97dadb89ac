/** Sticky notes: one side is set, the other follows (websdk-reference-sticky-note). */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { StickyNoteData } from '../item.ts';
import { stickyColours } from '../names.ts';
import { refuse } from '../refusal.ts';
import { align, type Kind, tidy, vertical } from './kind.ts';

/** Width → height of a sticky note, shadow included: 199 × 228 square, 350 × 228 rectangle. */
const stickyRatio = { square: 228 / 199, rectangle: 228 / 350 } as const;
const stickyWidth = { square: 199, rectangle: 350 } as const;
export const stickyNote: Kind<StickyNoteData> = {
  blank: {
    type: 'sticky_note',
    shape: 'square',
    content: '',
    style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
    tagIds: [],
    width: 199,
    height: 228,
  },
  settable: ['width', 'height', 'shape', 'content', 'style', 'tagIds'],
  change(before, fields) {
    if (fields.width !== undefined && fields.height !== undefined)
      refuse(
        'unsupported',
        'Set width or height of a sticky note, not both: the other follows. To change both, sync twice.',
      );
    const shape =
      fields.shape === undefined
        ? before.shape
        : check.oneOf('shape', fields.shape, ['square', 'rectangle'] as const);
    const ratio = stickyRatio[shape];
    const kept = shape === before.shape ? before.width : stickyWidth[shape];
    const width =
      fields.height !== undefined
        ? tidy(check.side('height', fields.height) / ratio)
        : fields.width !== undefined
          ? check.side('width', fields.width)
          : kept;
    return {
      ...before,
      shape,
      width,
      height:
        fields.height !== undefined
          ? check.side('height', fields.height)
          : width === before.width && shape === before.shape
            ? before.height
            : tidy(width * ratio),
      content: fields.content === undefined ? before.content : cleanContent('sticky_note', fields.content),
      style: check.style(
        before.style,
        {
          fillColor: (name, value) => check.oneOf(name, value, stickyColours),
          textAlign: align,
          textAlignVertical: vertical,
        },
        fields.style,
      ),
      tagIds:
        fields.tagIds === undefined ? before.tagIds : [...new Set(check.strings('tagIds', fields.tagIds))],
    };
  },
};
