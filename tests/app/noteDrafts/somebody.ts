/** People who write notes unseen, with the whole app but without a screen. */
import type { NoteDrafts } from '../../../src/app/models/noteDrafts/noteDrafts.ts';
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import type { SheetModel } from '../../../src/app/models/sheet/sheetModel.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import type { Workshop } from '../../../src/app/models/workshop.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import type { Gathering, SomebodyThere } from '../../support/people.ts';

export const direction = laneId('big-picture', 'technical-direction');
export const exploration = laneId('execution', 'exploration');

export function sheetOf({ workshop }: { readonly workshop: Workshop }): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
}
export function viewOf(person: { readonly workshop: Workshop }): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
export const maybeNotes = (person: { readonly workshop: Workshop }): NoteDrafts | null =>
  sheetOf(person).part(noteDraftsPart).value;
export function notesOf(person: { readonly workshop: Workshop }): NoteDrafts {
  const notes = maybeNotes(person);
  if (!notes) throw new Error('Its code is not loaded yet');
  return notes;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Loading code takes real turns of the event loop. */
export async function calm(there: Gathering, milliseconds = 10): Promise<void> {
  for (let turns = 0; turns < 6; turns += 1) {
    await turn();
    await there.clock.advance(milliseconds);
  }
}

/** Erin's new sheet, written unseen from the start; Max is its confirmed manager. */
export async function pair(there: Gathering, writing: 'board' | 'panel' = 'panel') {
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff Engineer', writing };
  await there.clock.until(erin.workshop.drop.place(form));
  const max = await there.come('Max Example');
  await calm(there);
  sheetOf(max).claim('manager');
  await calm(there);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  for (const one of [erin, max]) maybeNotes(one);
  await calm(there);
  return { erin, max };
}

export const stickiesWith = (there: Gathering): readonly string[] =>
  [...there.board.items.values()]
    .filter(({ kind, text }) => kind === 'sticky' && text.trim() !== '')
    .map(({ text }) => text)
    .sort();

export async function bothDone(there: Gathering, ...people: readonly SomebodyThere[]): Promise<void> {
  for (const one of people) notesOf(one).done();
  await calm(there);
}
