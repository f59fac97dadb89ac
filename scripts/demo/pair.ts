/** What the two people of the demo have before them: their sheet, as each of their apps has it. */
import type { SheetModel } from '../../src/app/models/sheet/sheetModel.ts';
import { handsPart } from '../../src/app/models/sheet/sheetParts.ts';
import type { NoteView, SheetView } from '../../src/app/models/sheet/sheetView.ts';
import type { UserId } from '../../src/workshop/ids.ts';
import type { Somebody } from './somebody.ts';

export interface Pair {
  readonly erin: Somebody;
  readonly max: Somebody;
  /** Tells what has just happened. */
  say(words: string): void;
}

export function sheetOf({ name, workshop }: Somebody): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet)
    throw new Error(`${name} has no sheet open: ${workshop.notice.value?.message ?? 'nobody dropped one'}`);
  return sheet;
}

export function viewOf(person: Somebody): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error(`${person.name} has not read the sheet`);
  return view;
}

export function idOf({ name, workshop }: Somebody): UserId {
  const me = workshop.me.value;
  if (!me) throw new Error(`${name} is nobody`);
  return me.id;
}

/** What a person does with their sheet. */
export const handsOf = (person: Somebody) => sheetOf(person).loaded(handsPart);

/** The note that begins with these words. */
export function noteOf(person: Somebody, words: string): NoteView {
  const note = [...viewOf(person).notes.values()].find(({ text }) => text.startsWith(words));
  if (!note) throw new Error(`${person.name} has no note "${words}"`);
  return note;
}
