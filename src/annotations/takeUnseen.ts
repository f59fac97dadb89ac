/**
 * Taking one's words along (takeOver.ts) to a sheet whose views are given unseen: they become words like any others
 * that are not for everybody's eyes yet (heldWords.ts), and lie where those lie. What was said here in the same form or
 * a newer one stays, wherever it lies. Words about notes that are not here stay behind: to keep them, the old note would
 * have to be put into the sheet for all to see, and so tell of what somebody spoke.
 */
import type * as Y from 'yjs';
import type { ItemId } from '../workshop/ids.ts';
import type { Desk } from './desk.ts';
import { remarkFields } from './deskEntries.ts';
import { aboutOf, allHeld, type Entry, entriesIn } from './heldWords.ts';
import { idOf, readTaken, timeOf } from './takenWords.ts';
import { compareTimes } from './times.ts';
import { remarkTime } from './uniteDesks.ts';

export interface WordsAlong {
  /** What is new here. */
  readonly entries: readonly Entry[];
  /** Left out, since the person has said something newer here. */
  readonly newerHere: number;
}

interface Here {
  readonly archived: Desk;
  /** Notes of the archive → notes here. */
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  /** The owner's own. */
  readonly desk: Y.Doc;
  readonly draft: Y.Doc;
}

export function wordsAlong({ archived, ids, desk, draft }: Here): WordsAlong {
  const said = timesHere(desk, draft);
  const entries: Entry[] = [];
  let newerHere = 0;
  for (const entry of entriesOf(archived, ids)) {
    const known = said.get(aboutOf(entry));
    const age = known === undefined ? -1 : compareTimes(known, entry.at);
    if (age < 0) entries.push(entry);
    if (age > 0) newerHere += 1;
  }
  return { entries, newerHere };
}

function entriesOf({ stances, remarks, verdicts }: Desk, ids: Here['ids']): readonly Entry[] {
  return [
    ...[...stances.values()].flatMap(({ note, ...fields }): Entry[] => {
      const id = ids.get(note);
      return id === undefined ? [] : [{ kind: 'stance', id, at: fields.at, fields }];
    }),
    ...remarks.flatMap((remark): Entry[] => {
      const note = ids.get(remark.note);
      if (note === undefined) return [];
      const { id, ...fields } = remarkFields({ ...remark, note });
      return [{ kind: 'remark', id, at: remarkTime(remark), fields }];
    }),
    ...verdicts.map(
      ({ remark, ...fields }): Entry => ({ kind: 'verdict', id: remark, at: fields.at, fields }),
    ),
  ];
}

/** When the desk's owner last spoke about what, shown or not. */
function timesHere(desk: Y.Doc, draft: Y.Doc): ReadonlyMap<string, string> {
  const taken = readTaken(desk).words.map((word) => ({ kind: word.kind, id: idOf(word), at: timeOf(word) }));
  const said = [...taken, ...entriesIn(desk), ...allHeld(desk), ...entriesIn(draft)];
  const times = new Map<string, string>();
  for (const one of said) {
    const known = times.get(aboutOf(one));
    if (known === undefined || compareTimes(one.at, known) > 0) times.set(aboutOf(one), one.at);
  }
  return times;
}
