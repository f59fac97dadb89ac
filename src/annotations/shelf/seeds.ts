/**
 * Notes that were put on the board as examples from the shelf, in the sheet's document.
 *
 *   seeds  note id → { example, text, by, at }
 *
 * A seed stays generic until its note really says something else than the example did. The entry stays afterwards: a
 * note that is turned back into the example is one again.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, type UserId, userId } from '../../workshop/ids.ts';
import { wordsOf } from '../../workshop/ours/words.ts';
import { plainFields } from '../deskEntries.ts';
import { asText, clip, longest, parseEntries } from '../entries.ts';
import { operate } from '../schema.ts';
import { saysTheSame } from '../text.ts';
import type { shelfSheetRoots } from './shelfRoots.ts';

const seeds: (typeof shelfSheetRoots)[number] = 'seeds';
const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(seeds);

export interface Seed {
  readonly note: ItemId;
  /** Which example of the shelf. A later version may have it no more. */
  readonly example: string;
  /** What it said when it was put there. */
  readonly text: string;
  readonly by: UserId;
  readonly at: string;
}

export interface Seeds {
  readonly values: ReadonlyMap<ItemId, Seed>;
  readonly unknown: number;
}

function parse(key: string, value: unknown): Seed | null {
  const fields = plainFields(value);
  const [example, text] = [asText(fields.get('example')), asText(fields.get('text'))];
  const [by, at] = [asText(fields.get('by')), asText(fields.get('at'))];
  if (example === null || text === null || by === null || at === null) return null;
  return { note: itemId(key), example, text, by: userId(by), at };
}

export function readSeeds(doc: Y.Doc): Seeds {
  const { values, unknown } = parseEntries(root(doc), parse);
  return { values: new Map(values.map((seed) => [seed.note, seed])), unknown };
}

export const plantSeed = (doc: Y.Doc, { note, example, text, by, at }: Seed): boolean =>
  operate(doc, 'plant-seed', () =>
    root(doc).set(note, { example: clip(example, longest.name), text: clip(text, longest.text), by, at }),
  );

/** From this share of words in common on (Dice's coefficient), a note is still mostly the example. */
const mostlyTheSame = 0.75;

/** Whether a note that began as this text still says it, or still says it in mostly the same words. */
export function isStillGeneric(original: string, text: string): boolean {
  if (saysTheSame(original, text)) return true;
  const [before, after] = [wordsOf(original), wordsOf(text)];
  const times = new Map<string, number>();
  for (const { plain } of before) times.set(plain, (times.get(plain) ?? 0) + 1);
  let shared = 0;
  for (const { plain } of after) {
    const left = times.get(plain) ?? 0;
    if (left > 0) shared += 1;
    times.set(plain, left - 1);
  }
  const all = before.length + after.length;
  return all > 0 && (2 * shared) / all >= mostlyTheSame;
}
