/** One problem from three altitudes, and notes' whys, in the panel's models: two people on one board in memory. */
import { describe, expect, test } from 'vitest';
import { agendaText } from '../../../src/app/models/agenda/agendaWords.ts';
import { altitudePart } from '../../../src/app/models/altitude/part.ts';
import { rowWords } from '../../../src/app/models/altitude/words.ts';
import { clarityPart } from '../../../src/app/models/clarity/part.ts';
import type { Part } from '../../../src/app/models/sheet/parts.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { switchUnseen } from '../../../src/app/models/unseen/switchUnseen.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}

async function pair() {
  const there = gathering();
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const open = async <T extends { dispose(): void }>(person: SomebodyThere, part: Part<T>): Promise<T> => {
    for (let turns = 0; turns < 50; turns += 1) {
      const opened = sheetOf(person).part(part).value;
      if (opened) return opened;
      await turn();
      await there.clock.advance(1);
    }
    throw new Error('It is not loaded');
  };
  const erin = await there.come('Erin Example');
  await there.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await there.clock.until(sheetOf(erin).addNote(direction, 'Decide which feature store stays'));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  const calm = () => there.clock.advance(10);
  await calm();
  return { there, erin, max, calm, open };
}

describe('one problem from three altitudes', () => {
  test('is written by the engineer; the manager marks what they expect; the distance is talked about after why-now', async () => {
    const { erin, max, calm, open } = await pair();
    const [hers, his] = [await open(erin, altitudePart), await open(max, altitudePart)];
    expect([hers.next.value?.action, his.next.value]).toEqual(['Write it', null]);
    expect(his.write('problem', 'Not mine to write')).toBe(false);
    hers.write('problem', 'Releases slip');
    hers.write('staff', 'Why does one service decide?');
    await calm();
    expect([hers.next.value, his.next.value?.words]).toEqual([
      null,
      'Which of three questions do you expect of Erin Example?',
    ]);
    his.choose('staff');
    hers.choose('lead');
    await calm();
    for (const part of [hers, his]) {
      expect(part.next.value).toBeNull();
      expect(part.altitude.value).toMatchObject({ problem: 'Releases slip', apart: 1 });
      expect(part.topics.value).toEqual([
        {
          id: 'altitude',
          title: 'One problem, three altitudes',
          mismatch: 3,
          about: 'Erin Example asks as Lead today; Max Example expects Staff+',
        },
      ]);
    }
    expect(rowWords(hers.altitude.value)).toBe(
      'Releases slip · Erin Example asks as Lead today; Max Example expects Staff+',
    );
    const lines = agendaText(viewOf(max), 30, his.topics.value).split('\n');
    const minutes = lines.flatMap((line) => /\((\d+) min\)$/.exec(line)?.[1] ?? []).map(Number);
    expect([lines[3]?.startsWith('1. One problem'), minutes.reduce((a, b) => a + b, 0)]).toEqual([true, 30]);
    hers.choose('staff');
    await calm();
    expect([his.topics.value, his.altitude.value.apart]).toEqual([[], 0]);
    his.choose(null);
    await calm();
    expect(hers.altitude.value.expected).toEqual([]);
  });

  test('asks nothing of a peer, who reads it', async () => {
    const { there, erin, calm, open } = await pair();
    const pia = await there.come('Pia Example');
    await calm();
    sheetOf(pia).claim('peer');
    await calm();
    const part = await open(pia, altitudePart);
    (await open(erin, altitudePart)).write('problem', 'Releases slip');
    await calm();
    expect([part.mark.value, part.choose('staff'), part.next.value, part.altitude.value.problem]).toEqual([
      null,
      false,
      null,
      'Releases slip',
    ]);
  });
});

describe('a note’s why', () => {
  test('is the engineer’s; others add theirs, on their own desks', async () => {
    const { erin, max, calm, open } = await pair();
    const [hers, his] = [await open(erin, clarityPart), await open(max, clarityPart)];
    const [note] = viewOf(erin).notes.keys();
    if (!note) throw new Error('There is no note');
    his.answer(note, 'importance', 'Finance asks each month');
    hers.answer(note, 'importance', 'It blocks every launch');
    await calm();
    for (const part of [hers, his])
      expect(
        part.whys.value
          .get(note)
          ?.map(({ person, isEngineers, answers }) => [person.name, isEngineers, ...answers.values()]),
      ).toEqual([
        ['Erin Example', true, 'It blocks every launch'],
        ['Max Example', false, 'Finance asks each month'],
      ]);
  });

  test('is added to by nobody while views are given unseen, since everybody would see it', async () => {
    const { erin, max, calm, open } = await pair();
    const [hers, his] = [await open(erin, clarityPart), await open(max, clarityPart)];
    const [note] = viewOf(erin).notes.keys();
    if (!note) throw new Error('There is no note');
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await calm();
    expect([hers.mayAnswer.value, his.mayAnswer.value]).toEqual(['now', 'later']);
    expect([hers.answer(note, 'depth', 'A week'), his.answer(note, 'depth', 'A month')]).toEqual([
      true,
      false,
    ]);
    await calm();
    expect(his.whys.value.get(note)?.map(({ person }) => person.name)).toEqual(['Erin Example']);
    switchUnseen(sheetOf(erin), false, viewOf(erin).me.user);
    await calm();
    expect(his.answer(note, 'depth', 'A month')).toBe(true);
  });
});
