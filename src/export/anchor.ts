/** What a link inside a document leads to, by a name that stays the same from one export to the next. */
import { cleanLine } from './cleanText.ts';

/** Ids of HTML hold no space; what they must not hold is written as its number. */
export const anchorOf = (kind: 'note' | 'section', id: string): string =>
  `${kind}-${cleanLine(id).replace(/[^\w-]/g, (sign) => `.${sign.codePointAt(0)?.toString(36)}.`)}`;
