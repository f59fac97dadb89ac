/** Texts: the width is set, the height follows from the content (websdk-reference-text). */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { TextData } from '../item.ts';
import { textHeight } from '../textHeight.ts';
import { degrees, type Kind, read, wordStyle } from './kind.ts';

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
    const content = read(fields, 'content', before.content, (_, value) => cleanContent('text', value));
    const width = read(fields, 'width', before.width, check.side);
    const style = check.style(before.style, wordStyle, fields.style);
    const rotation = read(fields, 'rotation', before.rotation, degrees);
    const height = textHeight({ content, width, fontSize: style.fontSize });
    return { ...before, content, width, style, rotation, height };
  },
};
