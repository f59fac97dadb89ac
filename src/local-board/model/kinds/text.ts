/** Texts: the width is set, the height follows from the content (websdk-reference-text). */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { TextData } from '../item.ts';
import { textHeight } from '../textHeight.ts';
import { align, font, fontSize, type Kind, share } from './kind.ts';

export const text: Kind<TextData> = {
  blank: {
    type: 'text',
    content: '',
    rotation: 0,
    style: {
      color: '#1a1a1a',
      fillColor: 'transparent',
      fillOpacity: 1,
      fontFamily: 'arial',
      fontSize: 14,
      textAlign: 'left',
    },
    width: 105,
    height: textHeight({ content: '', width: 105, fontSize: 14 }),
  },
  follows: ['height'],
  settable: ['width', 'content', 'rotation', 'style'],
  change(before, fields) {
    const content = fields.content === undefined ? before.content : cleanContent('text', fields.content);
    const width = fields.width === undefined ? before.width : check.side('width', fields.width);
    const style = check.style(
      before.style,
      {
        color: check.hex,
        fillColor: check.hexOrTransparent,
        fillOpacity: share,
        fontFamily: font,
        fontSize,
        textAlign: align,
      },
      fields.style,
    );
    const rotation =
      fields.rotation === undefined ? before.rotation : check.number('rotation', fields.rotation);
    const height = textHeight({ content, width, fontSize: style.fontSize });
    return { ...before, content, width, style, rotation, height };
  },
};
