/** Why this role now, in the panel's models: two people, or one on two devices, on one board in memory. */
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../../src/annotations/whyNow/answer.ts';
import { agendaText } from '../../../src/app/models/agenda/agendaWords.ts';
import { exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { whyNowPart } from '../../../src/app/models/whyNow/part.ts';
import type { WhyNowState } from '../../../src/app/models/whyNow/state.ts';
import type { WhyNow } from '../../../src/app/models/whyNow/whyNow.ts';
import { rowWords } from '../../../src/app/models/whyNow/words.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';

const [oneJob, whyNowLane] = [laneId('side', 'one-job'), laneId('side', 'why-now')];

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
function partOf(person: SomebodyThere): WhyNow {
  const part = sheetOf(person).part(whyNowPart).value;
  if (!part) throw new Error('It is not loaded');
  return part;
}
function stateOf(person: SomebodyThere): WhyNowState {
  const state = partOf(person).state.value;
  if (!state) throw new Error('The sheet has not been read');
  return state;
}
const row = (person: SomebodyThere): string => rowWords(stateOf(person), viewOf(person).me.user);
const seen = (person: SomebodyThere) =>
  stateOf(person).sides.map((side) => [side.person.name, side.done, side.answer?.situation ?? null]);

const caged: Partial<Choice> = {
  situation: 'caged',
  horizon: 'years',
  sign: 'One model leaves its own loop',
};
const vital: Partial<Choice> = { situation: 'vital', horizon: 'years', sign: 'A quiet month end' };

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** With the part open, as a row in the panel opens it. */
async function open(there: Gathering, person: SomebodyThere): Promise<void> {
  sheetOf(person).part(whyNowPart);
  for (let turns = 0; turns < 50 && !sheetOf(person).part(whyNowPart).value; turns += 1) {
    await turn();
    await there.clock.advance(1);
  }
}

async function alone(there: Gathering) {
  const erin = await there.come('Erin Example');
  await there.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await open(there, erin);
  return { erin, calm: () => there.clock.advance(10) };
}

async function join(there: Gathering, erin: SomebodyThere, name: string, role: 'manager' | 'peer') {
  const person = await there.come(name);
  await there.clock.advance(0);
  sheetOf(person).claim(role);
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(person).me.user, role);
  await there.clock.advance(0);
  await open(there, person);
  return person;
}

async function pair(there = gathering()) {
  const { erin, calm } = await alone(there);
  const max = await join(there, erin, 'Max Example', 'manager');
  return { there, erin, max, calm };
}

const answer = (person: SomebodyThere, what: Partial<Choice>): boolean => {
  partOf(person).choose(what);
  return partOf(person).done();
};

describe('two people', () => {
  test('answer unseen by each other, and talk first about what they see differently', async () => {
    const { erin, max, calm } = await pair();
    expect([row(erin), partOf(erin).next.value?.action]).toEqual([
      'What calls for it, for how long, and the first sign of progress.',
      'Answer',
    ]);
    partOf(max).choose(vital);
    await calm();
    expect([row(max), seen(erin)]).toEqual([
      'Yours is begun, in this browser only.',
      [
        ['Erin Example', false, null],
        ['Max Example', false, null],
      ],
    ]);
    expect(partOf(max).done()).toBe(true);
    await calm();
    expect(seen(erin)).toEqual([
      ['Erin Example', false, null],
      ['Max Example', true, null],
    ]);
    expect([row(erin), partOf(erin).next.value?.words]).toEqual([
      'Max Example has answered. You have not yet.',
      'Max Example has said why this role is needed now. What do you see?',
    ]);
    expect([stateOf(max).stage, row(max)]).toEqual([
      'waiting',
      'You: A system we can’t get wrong · several years. All answers are shown once Erin Example has answered, too.',
    ]);
    answer(erin, caged);
    await calm();
    for (const person of [erin, max]) {
      expect(stateOf(person)).toMatchObject({
        stage: 'shown',
        mismatch: { situation: true, horizon: false },
      });
      expect(seen(person)).toEqual([
        ['Erin Example', true, 'caged'],
        ['Max Example', true, 'vital'],
      ]);
      expect(partOf(person).next.value).toBeNull();
      expect(partOf(person).topics.value).toEqual([
        {
          id: 'why-now',
          title: 'Why this role now',
          mismatch: 6,
          about:
            'Erin Example: Old decisions cage us · several years; Max Example: A system we can’t get wrong · several years',
        },
      ]);
    }
    // It heads the agenda, and the minutes add up.
    await calm();
    const lines = agendaText(viewOf(max), 30, partOf(max).topics.value).split('\n');
    expect(lines.slice(3, 5)).toEqual([
      '1. Why this role now (30 min)',
      '   Erin Example: Old decisions cage us · several years; Max Example: A system we can’t get wrong · several years',
    ]);
  });

  test('change theirs openly afterwards, and the other sees that it was changed', async () => {
    const { erin, max, calm } = await pair();
    answer(erin, caged);
    answer(max, vital);
    await calm();
    partOf(max).choose({ situation: 'caged' });
    await calm();
    // Begun, and not yet said.
    expect([seen(erin)[1], stateOf(erin).mismatch?.situation, partOf(max).drafted.value]).toEqual([
      ['Max Example', true, 'vital'],
      true,
      true,
    ]);
    partOf(max).done();
    await calm();
    expect(stateOf(erin)).toMatchObject({ mismatch: null, shared: { situation: 'caged' } });
    expect(stateOf(erin).sides.map(({ answer: one }) => one?.changedAt !== null)).toEqual([false, true]);
    expect([partOf(erin).topics.value, row(erin), partOf(max).drafted.value]).toEqual([
      [],
      'Old decisions cage us · several years',
      false,
    ]);
  });

  test('may take being done back before all is shown: the answer leaves the desk and is in the browser again', async () => {
    const { erin, max, calm } = await pair();
    answer(max, vital);
    await calm();
    partOf(max).notDone();
    await calm();
    expect([stateOf(max).stage, stateOf(max).mine, stateOf(max).draft?.situation]).toEqual([
      'answering',
      null,
      'vital',
    ]);
    answer(erin, caged);
    await calm();
    expect([stateOf(erin).stage, seen(erin)[1]]).toEqual(['waiting', ['Max Example', false, null]]);
    answer(max, { situation: 'caged' });
    await calm();
    expect([stateOf(erin).stage, stateOf(erin).mismatch]).toEqual(['shown', null]);
    // Once it has been seen, it can't be unseen.
    partOf(max).notDone();
    await calm();
    expect(seen(erin)[1]).toEqual(['Max Example', true, 'caged']);
  });

  test('get the questions of their lanes in the light of what they see', async () => {
    const { erin, max, calm } = await pair();
    const asked = (person: SomebodyThere) =>
      [oneJob, whyNowLane].map((lane) => sheetOf(person).prompts.value.get(lane)?.slice(0, 22) ?? null);
    expect(asked(erin)).toEqual([null, null]);
    partOf(erin).choose({ situation: 'new-field' });
    await calm();
    expect([asked(erin), asked(max)]).toEqual([
      ['What should run, or be', 'What is the bet, who w'],
      [null, null],
    ]);
    answer(erin, { horizon: 'quarters' });
    answer(max, vital);
    await calm();
    // Until they see it alike, the template asks.
    expect([asked(erin), asked(max)]).toEqual([
      [null, null],
      [null, null],
    ]);
    answer(erin, { situation: 'vital' });
    await calm();
    expect([asked(erin), asked(max)]).toEqual([
      ['Which system must peop', 'What does one bad day '],
      ['Which system must peop', 'What does one bad day '],
    ]);
  });
});

describe('others', () => {
  test('somebody alone sees and uses their own answer; a manager who joins has to answer before they see it', async () => {
    const there = gathering();
    const { erin, calm } = await alone(there);
    answer(erin, caged);
    await calm();
    expect([row(erin), stateOf(erin).shared?.situation]).toEqual([
      'You: Old decisions cage us · several years. All answers are shown once a manager has joined, is confirmed and has answered, too.',
      'caged',
    ]);
    const max = await join(there, erin, 'Max Example', 'manager');
    expect(seen(max)).toEqual([
      ['Erin Example', true, null],
      ['Max Example', false, null],
    ]);
    await there.clock.until(partOf(erin).ask());
    expect(erin.copied.at(-1)).toContain('the role of Staff Engineer');
    expect(erin.copied.at(-1)).not.toContain('cage');
    answer(max, caged);
    await calm();
    expect(stateOf(max)).toMatchObject({ stage: 'shown', mismatch: null });
  });

  test('a peer answers for information and holds nothing up', async () => {
    const { there, erin, max, calm } = await pair();
    const pia = await join(there, erin, 'Pia Example', 'peer');
    expect(partOf(pia).next.value).toBeNull();
    answer(erin, caged);
    answer(max, caged);
    await calm();
    expect(stateOf(pia).stage).toBe('shown');
    answer(pia, vital);
    await calm();
    expect([stateOf(erin).mismatch, seen(erin)[2]]).toEqual([null, ['Pia Example', true, 'vital']]);
  });

  test('a manager who comes after it was shown sees what was said, and may differ', async () => {
    const { there, erin, max, calm } = await pair();
    answer(erin, caged);
    answer(max, caged);
    await calm();
    const mona = await join(there, erin, 'Mona Example', 'manager');
    expect([stateOf(mona).stage, partOf(mona).next.value?.action]).toEqual(['shown', 'Look']);
    answer(mona, { ...caged, horizon: 'months' });
    await calm();
    expect(stateOf(erin).mismatch).toEqual({ situation: false, horizon: true });
  });

  test('a manager replaced before the end keeps what they have not shown, and is not waited for', async () => {
    const { there, erin, max, calm } = await pair();
    partOf(max).choose(vital);
    sheetOf(erin).withdraw(viewOf(max).me.user);
    const mona = await join(there, erin, 'Mona Example', 'manager');
    answer(erin, caged);
    answer(mona, caged);
    await calm();
    expect([stateOf(erin).stage, stateOf(erin).mismatch]).toEqual(['shown', null]);
    expect(stateOf(max).draft?.situation).toBe('vital');
  });
});

describe('one person on two devices', () => {
  test('is told of an answer that was begun on the other one, and says what becomes of it', async () => {
    const { there, erin, max, calm } = await pair();
    const phone = await there.come('Max Example');
    await open(there, phone);
    partOf(phone).choose(caged);
    answer(max, vital);
    await calm();
    expect([stateOf(phone).stage, partOf(phone).drafted.value, partOf(max).drafted.value]).toEqual([
      'waiting',
      true,
      false,
    ]);
    // Nothing is written over meanwhile.
    partOf(phone).notDone();
    await calm();
    expect([stateOf(phone).stage, stateOf(phone).mine?.situation]).toEqual(['waiting', 'vital']);
    partOf(phone).done();
    await calm();
    expect([partOf(phone).drafted.value, stateOf(max).mine?.situation]).toEqual([false, 'caged']);
    answer(erin, caged);
    await calm();
    expect(stateOf(max)).toMatchObject({ stage: 'shown', mismatch: null });
    expect(stateOf(erin).sides[1]?.answer?.changedAt).toBeNull();
  });
});

test('a document holds nobody’s answer before all are shown, but an engineer’s own while they are alone', async () => {
  const there = gathering();
  const { erin, calm } = await alone(there);
  const written = async (person: SomebodyThere): Promise<string> => {
    await (await sheetOf(person).loaded(exportsPart)).copyMarkdown();
    return person.copied.at(-1) ?? '';
  };
  answer(erin, caged);
  await calm();
  expect(await written(erin)).toContain('One model leaves its own loop');
  const max = await join(there, erin, 'Max Example', 'manager');
  for (const person of [erin, max]) expect(await written(person)).not.toContain('its own loop');
  answer(max, vital);
  await calm();
  for (const person of [erin, max]) {
    const document = await written(person);
    for (const words of ['What calls for this role', 'One model leaves its own loop', 'A quiet month end'])
      expect(document).toContain(words);
  }
});

describe('the draft', () => {
  test('leaves the browser’s private place once the desk has it', async () => {
    const there = gathering();
    const { erin, calm } = await alone(there);
    partOf(erin).choose(caged);
    expect(sheetOf(erin).drafted()).toBe(true);
    partOf(erin).done();
    await calm();
    expect([stateOf(erin).draft, sheetOf(erin).drafted()]).toEqual([null, false]);
  });

  test('goes when its person deletes what they said, and can be begun again', async () => {
    const there = gathering();
    const { erin, calm } = await alone(there);
    partOf(erin).choose(caged);
    erin.workshop.leaving.ask('my words');
    await there.clock.until(erin.workshop.leaving.goAhead(sheetOf(erin)));
    await calm();
    expect([stateOf(erin).draft, sheetOf(erin).drafted()]).toEqual([null, false]);
    partOf(erin).choose(vital);
    await calm();
    expect(stateOf(erin).draft?.situation).toBe('vital');
  });

  test('is not done while it is not whole', async () => {
    const { erin } = await alone(gathering());
    expect([
      partOf(erin).done(),
      answer(erin, { situation: 'caged' }),
      answer(erin, { horizon: 'months' }),
    ]).toEqual([false, false, true]);
  });
});
