/**
 * Walking through what is open on a sheet: where its people are, and what they put aside. Any of them may move it, so it
 * lies in the sheet's document; what they decide is a remark of whoever writes it down, on that person's desk.
 *
 *   walk  now → { note, at }        the note that is talked about; null when none is
 *         parked:<note id> → true   for later; false when taken up again
 */
import type * as Y from 'yjs';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { asText, field, sorted } from '../entries.ts';
import { operate } from '../schema.ts';

const walkOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('walk');
const parkedPrefix = 'parked:';

export interface Walk {
  readonly now: ItemId | null;
  readonly parked: ReadonlySet<ItemId>;
  readonly unknown: number;
}

export function readWalk(doc: Y.Doc): Walk {
  const parked = new Set<ItemId>();
  let now: ItemId | null = null;
  let unknown = 0;
  for (const [key, value] of sorted(walkOf(doc))) {
    const note = asText(field(value, 'note'));
    if (key === 'now' && (value === null || note)) now = note ? itemId(note) : null;
    else if (key.startsWith(parkedPrefix) && typeof value === 'boolean') {
      if (value) parked.add(itemId(key.slice(parkedPrefix.length)));
    } else unknown += 1;
  }
  return { now, parked, unknown };
}

export const walkTo = (doc: Y.Doc, note: ItemId | null, at: string): boolean =>
  operate(doc, 'walk-to', () => {
    const before = asText(field(walkOf(doc).get('now'), 'note'));
    if (before !== note) walkOf(doc).set('now', note && { note, at });
  });

export const parkNote = (doc: Y.Doc, note: ItemId, parked: boolean): boolean =>
  operate(doc, 'park-note', () => {
    const key = parkedPrefix + note;
    if ((walkOf(doc).get(key) === true) !== parked) walkOf(doc).set(key, parked);
  });
