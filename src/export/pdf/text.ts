/** Text as a PDF sets it: cleaned, and with nothing in it that has no shape of its own. */
import { cleanLines, cleanText } from '../cleanText.ts';
import type { Line, Run } from '../document.ts';
import { webAddress } from '../webAddress.ts';
import * as look from './look.ts';
import type { Para, Piece, Tag } from './parts.ts';

/**
 * Letters and their accents as one sign, as fonts have them (NFC). What Unicode lets a reader ignore (joiners, soft
 * hyphens, variation selectors, direction marks) goes, and rare spaces are plain ones; a no-break space stays.
 */
export const printed = (text: string): string =>
  cleanText(text)
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(?!\u00a0)\p{Zs}/gu, ' ');

/** Whether what links lead to is in this document, and by which name. */
export type Places = (note: string) => string | null;

export const piece = (text: string, more: Omit<Piece, 'text'> = {}): Piece => ({
  ...more,
  text: printed(text),
});

function run({ text, look: own, to }: Run, places: Places): Piece {
  if (to?.startsWith('#')) {
    const name = places(to.slice(1));
    return piece(text, name === null ? {} : { to: { kind: 'place', name } });
  }
  const address = to === undefined ? undefined : webAddress(to);
  if (address) return piece(text, { to: { kind: 'web', address } });
  if (own === 'strong') return piece(text, { strong: true });
  return piece(text, own === 'quiet' ? { colour: look.quiet } : {});
}

export const runs = (line: Line, places: Places): Piece[] => line.map((one) => run(one, places));

/** What somebody wrote: a paragraph for each block, a new line at each line end inside one. `before` leads the first. */
export function written(
  value: string,
  own: look.Look,
  { tag = 'P', before = [] }: { readonly tag?: Tag; readonly before?: readonly Piece[] } = {},
): Para[] {
  const blocks: string[][] = [[]];
  for (const line of cleanLines(value)) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.flatMap((lines, at) => {
    const lead = at === 0 ? before : [];
    if (lines.length === 0 && lead.length === 0) return [];
    return [look.para(tag, own, [...lead, piece(lines.join('\n'))])];
  });
}
