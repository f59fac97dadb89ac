/** How text looks in a PDF. Sizes and lengths are points. */
import { accent, ink, quiet } from '../colours.ts';
import type { Para, Piece, Tag } from './parts.ts';

export { accent, hairline, ink, quiet, stateColour, wash } from '../colours.ts';

export type Look = Omit<Para, 'kind' | 'tag' | 'pieces'>;

const base = { size: 10.5, colour: ink, before: 3, after: 3 };

export const looks = {
  eyebrow: { ...base, size: 8.5, colour: accent, before: 0, after: 0, withNext: true },
  title: { ...base, size: 25, before: 0, after: 2, withNext: true },
  subtitle: { ...base, size: 13, colour: quiet, before: 0, after: 12 },
  notice: { ...base, size: 9.5, before: 16, after: 16 },
  fact: { ...base, size: 10, before: 2.5, after: 2.5 },
  section: { ...base, size: 16, before: 22, after: 4, withNext: true },
  place: { ...base, size: 12, before: 14, after: 2, withNext: true },
  text: base,
  small: { ...base, size: 9.5, colour: quiet, withNext: true },
  aside: { ...base, size: 10, colour: quiet },
  words: { ...base, size: 10.75, before: 12, after: 2 },
  detail: { ...base, size: 10, before: 1, after: 2 },
  state: { ...base, size: 9.5, before: 1, after: 2 },
  talk: { ...base, size: 9.75, before: 1, after: 1.5 },
  who: { ...base, size: 9.75, before: 6, after: 0, withNext: true },
  quote: { ...base, size: 9.75, before: 9, after: 9 },
  item: { ...base, size: 10, before: 2.5, after: 2.5 },
  cell: { ...base, size: 9.5, before: 0, after: 0 },
} satisfies Readonly<Record<string, Look>>;

export const para = (tag: Tag, look: Look, pieces: readonly Piece[], more: Partial<Look> = {}): Para => ({
  kind: 'para',
  tag,
  pieces,
  ...look,
  ...more,
});
