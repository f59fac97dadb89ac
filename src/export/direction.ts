/**
 * Which way a text runs, by its first strong letter (Unicode bidi rule P2), and where it turns: Word must be told
 * both, since it draws a run marked right-to-left with other fonts and other rules.
 */
export type Direction = 'ltr' | 'rtl';

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\u200f\u061c]/u;
const letter = /[\p{L}\u200e]/u;

const strong = (character: string): Direction | undefined =>
  rightToLeft.test(character) ? 'rtl' : letter.test(character) ? 'ltr' : undefined;

/** Whether any of it runs leftwards. Most texts never do, and asking once is far cheaper than asking each letter. */
export const turns = (text: string): boolean => rightToLeft.test(text);

export function directionOf(text: string): Direction {
  for (const character of text) {
    const found = strong(character);
    if (found) return found;
  }
  return 'ltr';
}

export interface Stretch {
  readonly text: string;
  readonly direction: Direction;
}

/** The text in stretches of one direction each; digits, spaces and signs go with what is before them. */
export function stretches(text: string): readonly Stretch[] {
  if (text !== '' && !turns(text)) return [{ text, direction: 'ltr' }];
  const found: { text: string; direction: Direction }[] = [];
  let direction = directionOf(text);
  for (const character of text) {
    direction = strong(character) ?? direction;
    const last = found.at(-1);
    if (last?.direction === direction) last.text += character;
    else found.push({ text: character, direction });
  }
  return found;
}
