/**
 * Somebody comes back to their own sheet in a browser that was never here, on a board where three people have said
 * something in it: every SDK call of the whole app, from the board's opening until the panel shows all of it, and on
 * until nothing more follows from it.
 */
import { laneId } from '../../src/workshop/ids.ts';
import { type WholePerson, wholeApp } from '../../tests/support/wholeApp.ts';

export interface Joining {
  /** Calls until the panel shows everything. */
  readonly untilShown: number;
  /** All of them, by the name of Miro's own command; only calls that cost something. */
  readonly calls: Readonly<Record<string, number>>;
  readonly credits: number;
}

const notes = 3;
/** Milliseconds in which everything that opening brings about has happened, and no heartbeat yet. */
const soonAfter = 20_000;

const sheetOf = ({ workshop }: WholePerson) => {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
};
const viewOf = (person: WholePerson) => person.workshop.sheet.value?.view.value;

export async function joinOwnSheet(): Promise<Joining> {
  const app = wholeApp({}, 1);
  const { board, until, soon } = app;
  const erin = await app.come('Erin Example');
  await until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }));
  for (let note = 1; note <= notes; note += 1)
    await until(
      sheetOf(erin).addNote(laneId('big-picture', 'technical-direction'), `Decide the ${note}. thing`),
    );
  const others = [await app.come('Max Example'), await app.come('Pia Example')];
  for (const person of others) {
    await soon('the notes are there', () => viewOf(person)?.total === notes);
    sheetOf(person).claim(person === others[0] ? 'manager' : 'peer');
  }
  const everybody = [erin, ...others];
  for (const person of everybody)
    for (const id of viewOf(person)?.notes.keys() ?? []) sheetOf(person).takeStance(id, 'agree', 'so be it');
  const seesAll = (person: WholePerson) =>
    [...(viewOf(person)?.notes.values() ?? [])].filter(({ mine, others: rest }) => mine && rest.length === 2)
      .length === notes;
  for (const person of everybody) await soon('all stances are there', () => seesAll(person));
  for (const { workshop, close } of everybody) {
    await until(workshop.flush());
    workshop.dispose();
    close();
  }
  const before = board.calls.length;
  const back = await app.comeAsInMiro('Erin Example');
  await soon('the sheet is shown whole', () => seesAll(back));
  const paid = () => board.calls.slice(before).filter(({ credits }) => credits > 0);
  const untilShown = paid().length;
  await board.clock.advance(soonAfter);
  const made = paid();
  app.dispose();
  const calls: Record<string, number> = {};
  for (const { name } of made) calls[name] = (calls[name] ?? 0) + 1;
  return { untilShown, calls, credits: made.reduce((sum, { credits }) => sum + credits, 0) };
}
