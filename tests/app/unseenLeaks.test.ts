/**
 * Private means private: two people with the whole app on one board, and a third one who listens to everything that
 * leaves their browsers: broadcasts, stored values, items, tags. No word may be in it before its owner said *done*.
 */
import { expect, test } from 'vitest';
import { remarksIn } from '../../src/annotations/threads.ts';
import type { SheetModel } from '../../src/app/models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../src/app/models/sheet/sheetView.ts';
import { switchUnseen } from '../../src/app/models/unseen/switchUnseen.ts';
import type { Unseen } from '../../src/app/models/unseen/unseen.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { chance } from '../support/chance.ts';
import { readings } from '../support/readings.ts';
import { type WholePerson, wholeApp } from '../support/wholeApp.ts';

const direction = laneId('big-picture', 'technical-direction');
const rounds = 90;

/** Words that nobody would write by chance, and who owns them. */
const token = /zq[a-z]+-\d+-qz/g;

function sheetOf({ workshop }: WholePerson): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
}
function viewOf(person: WholePerson): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
function unseenOf(person: WholePerson): Unseen {
  const unseen = sheetOf(person).unseen.value;
  if (!unseen) throw new Error('Views are given in the open');
  return unseen;
}
const stageOf = (person: WholePerson) => unseenOf(person).state.value.stage;

test.each([20261123, 7, 4711])(
  'no word of a draft leaves the browser before its owner is done (%i)',
  async (seed) => {
    const random = chance(seed);
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    /** Words that may not be seen anywhere now. */
    const secret = new Set<string>();
    const heard = new Set<string>();
    const told: string[] = [];
    let quiet = false;
    const app = wholeApp({}, seed, {
      sent(text) {
        for (const reading of readings(text)) {
          for (const [word] of reading.matchAll(token)) {
            heard.add(word);
            if (secret.has(word)) told.push(`${word} in ${text.slice(0, 200)}`);
          }
          if (quiet && /\\*"(writing|note)\\*":/.test(reading)) told.push(`where somebody is: ${reading}`);
        }
      },
    });
    const { until, soon, board } = app;
    const erin = await app.come('Erin Example');
    await until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }));
    for (const words of ['First thing', 'Second thing', 'Third thing'])
      await until(sheetOf(erin).addNote(direction, words));
    const max = await app.come('Max Example');
    await soon('the notes are there', () => viewOf(max).total === 3);
    sheetOf(max).claim('manager');
    await soon('the claim is there', () => viewOf(erin).participants.length === 2);
    sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
    // Something was said in the open before, and may be answered, changed and taken back unseen.
    for (const [person, words] of [
      [erin, 'zqopen-1-qz'],
      [max, 'zqopen-2-qz'],
    ] as const) {
      const [note] = viewOf(person).notes.values();
      if (note) sheetOf(person).remark(note.id, words, null);
    }
    sheetOf(erin).switchTags(true);
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await soon('both work unseen', () =>
      [erin, max].every((one) => sheetOf(one).unseen.value?.state.value.stage === 'drafting'),
    );
    await board.clock.advance(15_000);
    quiet = true;

    const own = new Map<WholePerson, Set<string>>([
      [erin, new Set()],
      [max, new Set()],
    ]);
    let count = 0;
    const word = (person: WholePerson): string => {
      count += 1;
      const made = `zq${person === erin ? 'erin' : 'max'}-${count}-qz`;
      own.get(person)?.add(made);
      if (stageOf(person) === 'drafting') secret.add(made);
      return made;
    };
    const notesOf = (person: WholePerson): NoteView[] => [...viewOf(person).notes.values()];
    const remarksOf = (person: WholePerson) =>
      notesOf(person).flatMap(({ threads }) => threads.flatMap(remarksIn));
    const deeds: readonly ((person: WholePerson, note: NoteView) => unknown)[] = [
      (person, { id }) => sheetOf(person).takeStance(id, 'disagree', word(person)),
      (person, { id }) => sheetOf(person).takeStance(id, 'agree', word(person)),
      (person, { id }) => sheetOf(person).clearStance(id),
      (person, { id }) => sheetOf(person).remark(id, word(person), null),
      (person, { id }) => sheetOf(person).suggest(id, word(person)),
      (person) => {
        const remark = pick(remarksOf(person));
        if (remark) sheetOf(person).remark(remark.note, word(person), remark.id);
      },
      (person) => {
        const remark = pick(remarksOf(person).filter(({ author }) => author === viewOf(person).me.user));
        if (remark) sheetOf(person).rewordRemark(remark.id, word(person));
      },
      (person) => {
        const remark = pick(remarksOf(person));
        if (remark) sheetOf(person).decide(remark, 'resolved');
      },
      (person, { id }) => sheetOf(person).open(id),
      (person) => person.workshop.presence()?.writes(),
      (person) => until(person.workshop.flush()),
      (person) => until(person.workshop.lookAgain()),
      (person) => until(sheetOf(person).askForView()),
    ];
    const done = (person: WholePerson): void => {
      for (const one of own.get(person) ?? []) secret.delete(one);
      unseenOf(person).done();
    };

    for (let round = 0; round < rounds; round += 1) {
      const person = random() < 0.5 ? erin : max;
      const note = pick(notesOf(person));
      if (note) await pick(deeds)?.(person, note);
      await board.clock.advance(Math.floor(random() * 4000));
      // Max is done two thirds in, and not done after all a little later.
      if (round === 60) done(max);
      if (round === 75) unseenOf(max).notDone();
      if (round === 55) {
        expect([heard.size, secret.size > 10]).toEqual([2, true]);
        // This world's browsers keep nothing on a disk, so closing one would lose words that are nowhere else.
        expect([erin, max].map(({ workshop }) => workshop.atRisk())).toEqual([true, true]);
      }
    }
    await board.clock.advance(60_000);
    const states = new Set([...board.contents().tags.values()].map(({ title }) => title));
    expect([told, [...states]]).toEqual([[], ['RW · open']]);

    // Not vacuous: the same listener hears every last word once they are done.
    done(erin);
    done(max);
    quiet = false;
    await soon('both see both', () => [erin, max].every((person) => stageOf(person) === 'open'));
    const said = (person: WholePerson, by: WholePerson) =>
      notesOf(person)
        .flatMap(({ id, mine, others, threads }) => [
          ...[...(mine ? [mine] : []), ...others].map((one) => [one.person.user, id, one.value, one.reason]),
          ...threads.flatMap(remarksIn).map((one) => [one.author, id, one.text, one.wording?.proposed ?? '']),
        ])
        .filter(([user]) => user === viewOf(by).me.user)
        .map(String)
        .sort();
    await soon('the same words', () =>
      [erin, max].every((by) => said(erin, by).join() === said(max, by).join()),
    );
    const shown = [...said(erin, erin), ...said(erin, max)].join().match(token) ?? [];
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((one) => !heard.has(one))).toEqual([]);
    expect(told).toEqual([]);
    app.dispose();
  },
  120_000,
);
