/** What was said on another board and brought along, for a document. */
import { notesIn } from '../../../annotations/beside/besideWords.ts';
import { broughtReading } from '../../../annotations/beside/broughtReading.ts';
import { besideOf } from '../../../annotations/beside/word.ts';
import { readPlacing } from '../../../annotations/noteDrafts/placements.ts';
import { broughtDetails, broughtTelling } from '../../../export/brought.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Detail, Telling } from '../../../export/document.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { Rounds } from '../rounds/rounds.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';

const readingsIn = ({ content }: SheetView) => content.brought.map(broughtReading);

export interface BroughtNotes {
  (note: ItemId): readonly Detail[];
  /** Those that anything is said about. */
  readonly notes: ReadonlySet<ItemId>;
}

export function broughtIn(
  view: SheetView,
  { sheet }: Pick<SheetContext['documents'], 'sheet'>,
): BroughtNotes {
  const readings = readingsIn(view);
  const { placements } = readPlacing(sheet);
  const asking = new Set(
    [...view.notes.values()].flatMap(({ id, lane }) => (lane?.asks === 'manager' ? [id] : [])),
  );
  const notes = new Set(
    view.content.brought.flatMap((one) => [
      ...one.desk.stances.keys(),
      ...one.desk.remarks.map(({ note }) => note),
      ...notesIn(besideOf(one).words),
    ]),
  );
  const detailsOf = (note: ItemId) =>
    broughtDetails(note, readings, { placements, asksManager: asking.has(note) });
  return Object.assign(detailsOf, { notes });
}

/** What was said around the notes over there, and the rounds that came along. */
export function broughtTold(view: SheetView, rounds: Rounds, timeZone: string): Telling | null {
  const names = new Map([
    ...view.content.brought.map(({ desk }) => [desk.owner, cleanLine(desk.name)] as const),
    ...view.talk.participants.map(({ user, name }) => [user, name] as const),
  ]);
  return broughtTelling(readingsIn(view), {
    rounds: rounds.there.list.peek(),
    signed: rounds.there.signed.peek(),
    nameOf: (user) => names.get(user) ?? '',
    timeZone,
  });
}
