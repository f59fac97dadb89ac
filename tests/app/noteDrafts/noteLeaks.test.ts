/**
 * Private means private, of notes too: two people write theirs unseen, with the whole app on one board, and a third one
 * listens to everything that leaves their browsers: broadcasts, stored values, items, tags. No word may be in it before
 * its owner said *done*; and how many notes there are, five seconds late, is all that others learn.
 */
import { expect, test } from 'vitest';
import type { DraftNote } from '../../../src/annotations/noteDrafts/draftNote.ts';
import { fromBase64 } from '../../../src/sync/bytes.ts';
import { chance } from '../../support/chance.ts';
import { type WholePerson, wholeApp } from '../../support/wholeApp.ts';
import { direction, exploration, maybeNotes, notesOf, sheetOf, viewOf } from './somebody.ts';

const rounds = 80;

/** What somebody reads who takes all that is sent apart: the text itself, and whatever is written in it as base64. */
function* readings(text: string): Iterable<string> {
  yield text;
  for (const [run] of text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)) {
    const bytes = fromBase64(run);
    if (bytes) yield new TextDecoder().decode(bytes);
  }
}

/** Words that nobody would write by chance, and who owns them. */
const token = /zq[a-z]+-\d+-qz/g;

test.each([20261123, 7, 4711])(
  'no word of a note leaves the browser before its owner is done (%i)',
  async (seed) => {
    const random = chance(seed);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const secret = new Set<string>();
    const heard = new Set<string>();
    const told: string[] = [];
    const app = wholeApp({}, seed, {
      sent(text) {
        for (const reading of readings(text))
          for (const [word] of reading.matchAll(token)) {
            heard.add(word);
            if (secret.has(word)) told.push(`${word} in ${text.slice(0, 200)}`);
          }
      },
    });
    const { until, soon, board } = app;
    const erin = await app.come('Erin Example');
    await until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), writing: 'panel' }));
    const max = await app.come('Max Example');
    await soon('the sheet is there', () => max.workshop.sheet.value?.view.value != null);
    sheetOf(max).claim('manager');
    await soon('the claim is there', () => viewOf(erin).participants.length === 2);
    sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
    await soon('both write unseen', () =>
      [erin, max].every((one) => maybeNotes(one)?.stage.value === 'drafting'),
    );

    const own = new Map<WholePerson, Set<string>>([
      [erin, new Set()],
      [max, new Set()],
    ]);
    let count = 0;
    const word = (person: WholePerson): string => {
      count += 1;
      const made = `zq${person === erin ? 'erin' : 'max'}-${count}-qz`;
      own.get(person)?.add(made);
      secret.add(made);
      return made;
    };
    const noteOf = (person: WholePerson): DraftNote | undefined => pick(notesOf(person).mine.value);
    const deeds: readonly ((person: WholePerson) => unknown)[] = [
      (person) => notesOf(person).write(random() < 0.5 ? direction : exploration, word(person)),
      (person) => notesOf(person).write(direction, word(person)),
      (person) => notesOf(person).write(exploration, word(person)),
      (person) => notesOf(person).reword(noteOf(person)?.id ?? '', word(person)),
      (person) => notesOf(person).move(noteOf(person)?.id ?? '', exploration, Math.floor(random() * 3)),
      (person) => notesOf(person).remove(noteOf(person)?.id ?? ''),
      (person) => person.workshop.notice.value?.action?.run(),
      (person) => notesOf(person).save(),
      // What is being typed is kept for this browser, and no more.
      (person) => sheetOf(person).drafts.set(`note:${sheetOf(person).id}:${direction}`, word(person)),
      (person) => person.workshop.presence()?.writes(),
      (person) => until(person.workshop.flush()),
      (person) => until(person.workshop.lookAgain()),
    ];
    const done = (person: WholePerson): void => {
      for (const one of own.get(person) ?? []) secret.delete(one);
      notesOf(person).done();
    };
    for (let round = 0; round < rounds; round += 1) {
      const person = random() < 0.5 ? erin : max;
      if (notesOf(person).stage.value === 'drafting') await pick(deeds)?.(person);
      await board.clock.advance(Math.floor(random() * 4000));
      if (round === 40) {
        expect([heard.size, secret.size > 10]).toEqual([0, true]);
        // This world's browsers keep nothing on a disk, so closing one would lose words that are nowhere else.
        expect([erin, max].map(({ workshop }) => workshop.atRisk())).toEqual([true, true]);
      }
      // Max is done two thirds in, and not done after all a little later.
      if (round === 50) done(max);
      if (round === 60) {
        notesOf(max).notDone();
        // What was on the board could have been read; what is written from now on is secret again.
        await board.clock.advance(20_000);
      }
    }
    await board.clock.advance(60_000);
    const counts = notesOf(erin).people.value?.people.map(({ looked }) => looked);
    expect(told).toEqual([]);
    expect(counts).toEqual([erin, max].map((one) => notesOf(one).mine.value.length));
    const written = [erin, max].flatMap((one) => notesOf(one).mine.value.map(({ text }) => text)).sort();
    expect([...board.contents().items.values()].filter(({ type }) => type === 'sticky_note')).toEqual([]);

    // Not vacuous: the same listener hears every last word once they are done, and both have them on the board.
    done(erin);
    done(max);
    await soon('both see both', () => [erin, max].every((one) => notesOf(one).stage.value === 'open'));
    await soon('all are there', () =>
      [erin, max].every((one) => notesOf(one).revealed.value.waiting === written.length),
    );
    expect(written.length).toBeGreaterThan(3);
    expect(written.flatMap((text) => text.match(token) ?? []).filter((one) => !heard.has(one))).toEqual([]);
    // They click at once.
    await until(Promise.all([notesOf(erin).place(true), notesOf(max).place(true)]));
    await soon('no more waits', () => [erin, max].every((one) => notesOf(one).revealed.value.waiting === 0));
    await soon('each is there once', () => viewOf(erin).total === written.length);
    await until(erin.workshop.lookAgain());
    expect([...viewOf(erin).notes.values()].map(({ text }) => text).sort()).toEqual(written);
    app.dispose();
  },
  120_000,
);
