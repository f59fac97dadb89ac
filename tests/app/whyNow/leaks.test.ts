/**
 * Private means private, for why the role is needed now as well: two people with the whole app on one board, and a third
 * one who listens to everything that leaves their browsers. Nothing of an answer may be in it before its owner said *done*.
 */
import { expect, test } from 'vitest';
import type { Choice } from '../../../src/annotations/whyNow/answer.ts';
import { agendaPart, exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import type { SheetModel } from '../../../src/app/models/sheet/sheetModel.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { whyNowPart } from '../../../src/app/models/whyNow/part.ts';
import type { WhyNow } from '../../../src/app/models/whyNow/whyNow.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { horizonIds, situationIds } from '../../../src/workshop/whyNow/situations.ts';
import { chance } from '../../support/chance.ts';
import { readings } from '../../support/readings.ts';
import { type WholePerson, wholeApp } from '../../support/wholeApp.ts';

const rounds = 60;
/** Words that nobody would write by chance, and who owns them. */
const token = /zq(erin|max)-\d+-qz/g;

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
function partOf(person: WholePerson): WhyNow {
  const part = sheetOf(person).part(whyNowPart).value;
  if (!part) throw new Error('It is not loaded');
  return part;
}
const stageOf = (person: WholePerson) => partOf(person).state.value?.stage;

test.each([20261123, 7])(
  'no word of an answer leaves the browser before its owner is done (%i)',
  async (seed) => {
    const random = chance(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // no list here is empty
    const secret = new Set<string>();
    const heard = new Set<string>();
    const told: string[] = [];
    /** Until somebody is done, not even that anything was chosen. */
    let silent = true;
    const app = wholeApp({}, seed, {
      sent(text) {
        for (const reading of readings(text)) {
          if (silent && /whyNow|horizonWords/.test(reading))
            told.push(`that it was begun: ${reading.slice(0, 200)}`);
          for (const [word] of reading.matchAll(token)) {
            heard.add(word);
            if (secret.has(word)) told.push(`${word} in ${text.slice(0, 200)}`);
          }
        }
      },
    });
    const { until, soon, board } = app;
    const erin = await app.come('Erin Example');
    await until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }));
    const max = await app.come('Max Example');
    await soon('the sheet is there', () => max.workshop.sheet.value?.view.value != null);
    sheetOf(max).claim('manager');
    await soon('the claim is there', () => viewOf(erin).participants.length === 2);
    sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
    await until(sheetOf(erin).addNote(laneId('big-picture', 'technical-direction'), 'A note'));
    await soon('both can answer', () =>
      [erin, max].every((one) => sheetOf(one).part(whyNowPart).value?.state.value != null),
    );
    await board.clock.advance(15_000);

    let count = 0;
    const own = new Map([erin, max].map((person) => [person, new Set<string>()]));
    const word = (person: WholePerson): string => {
      count += 1;
      const made = `zq${person === erin ? 'erin' : 'max'}-${count}-qz`;
      own.get(person)?.add(made);
      if (stageOf(person) === 'answering') secret.add(made);
      return made;
    };
    const deeds: readonly ((person: WholePerson) => unknown)[] = [
      (person) => partOf(person).choose({ situation: pick(situationIds), words: word(person) }),
      (person) => partOf(person).choose({ horizon: pick(horizonIds), horizonWords: word(person) }),
      (person) => partOf(person).choose({ sign: word(person) }),
      (person) => partOf(person).leaveIt(),
      (person) => {
        sheetOf(person).step.value = 'why-now';
      },
      (person) => person.workshop.presence()?.writes(),
      (person) => until(person.workshop.flush()),
      (person) => until(person.workshop.lookAgain()),
      async (person) => {
        const agenda = await until(sheetOf(person).loaded(agendaPart));
        await until(agenda.place(30, partOf(person).topics.value));
      },
      async (person) => {
        const exports = await until(sheetOf(person).loaded(exportsPart));
        await until(exports.copyMarkdown());
      },
    ];
    const finish = (person: WholePerson): void => {
      const whole: Choice = {
        situation: 'other',
        words: word(person),
        horizon: 'other',
        horizonWords: word(person),
        sign: word(person),
      };
      partOf(person).choose(whole);
      for (const one of own.get(person) ?? []) secret.delete(one);
      silent = false;
      expect(partOf(person).done()).toBe(true);
    };

    for (let round = 0; round < rounds; round += 1) {
      await pick(deeds)(random() < 0.5 ? erin : max);
      await board.clock.advance(Math.floor(random() * 4000));
    }
    for (const person of [erin, max]) partOf(person).choose({ sign: word(person) });
    await board.clock.advance(60_000);
    expect([heard.size, secret.size > 10, told]).toEqual([0, true, []]);
    expect([erin, max].map(({ workshop }) => workshop.atRisk())).toEqual([true, true]);

    // Max is done, not done after all, and done again; Erin's words stay hers meanwhile.
    finish(max);
    await board.clock.advance(20_000);
    expect(told).toEqual([]);
    expect(partOf(erin).state.value?.sides.map(({ answer }) => answer)).toEqual([null, null]);
    partOf(max).notDone();
    await soon('it is back', () => stageOf(max) === 'answering');
    for (let round = 0; round < 10; round += 1) {
      await pick(deeds.slice(0, 3))(pick([erin, max]));
      await board.clock.advance(3000);
    }
    expect(told).toEqual([]);

    // Not vacuous: the same listener hears the last words of both once they are done.
    finish(max);
    finish(erin);
    await soon('both see both', () => [erin, max].every((person) => stageOf(person) === 'shown'));
    const last = (person: WholePerson) => partOf(person).state.value?.sides.map(({ answer }) => answer?.sign);
    await soon('the same words', () => String(last(erin)) === String(last(max)));
    const shown = (last(erin) ?? []).map(String);
    expect(shown.every((one) => heard.has(one))).toBe(true);
    expect(told).toEqual([]);
    app.dispose();
  },
  120_000,
);
