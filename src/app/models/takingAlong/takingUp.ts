/** A person answers for words of theirs that somebody else brought along. Loaded on demand. */
import { adopt } from '../../../annotations/bringAlong.ts';
import { dropBrought } from '../../../annotations/dropBrought.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import type { Workshop } from '../workshop.ts';
import { newerWords } from './takingWords.ts';

type About = Pick<Workshop, 'me' | 'tell'>;

/** The record lies open to everybody, so making it one's word while views are given unseen would show that word. */
export const laterWords = 'Once both sides are shown you can make it yours.';

/** They become this person's own words here. */
export function takeUp({ me, tell }: About, sheet: SheetModel): void {
  const [person, view] = [me.value, sheet.view.value];
  if (!person || !view) return;
  if (sheet.blind.value) {
    tell({ tone: 'info', message: laterWords });
    return;
  }
  const taken = adopt({
    sheet: sheet.document,
    desk: sheet.desk(),
    owner: person.id,
    engineer: view.engineer,
  });
  if (!taken) tell({ tone: 'warn', message: newerWords });
  else tell({ tone: 'info', message: 'What you said there is yours here, too.' });
}

export function removeBrought({ me, tell }: About, sheet: SheetModel): void {
  const person = me.value;
  if (!person) return;
  const gone = dropBrought(sheet.document, person.id, sheet.now());
  if (!gone) tell({ tone: 'warn', message: newerWords });
  else tell({ tone: 'info', message: 'It is removed, and nobody can bring it here again.' });
}
