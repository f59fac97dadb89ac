/** Closing rounds and comparing them, with two people on one board and no screen. */
import { describe, expect, test } from 'vitest';
import { holdWords, openStep } from '../../src/annotations/heldWords.ts';
import { parseRoundName } from '../../src/annotations/names.ts';
import { switchBlind } from '../../src/annotations/switchBlind.ts';
import { comparison, sinceMyWord } from '../../src/app/models/comparing.ts';
import type { Moment } from '../../src/app/models/roundMoments.ts';
import type { Rounds } from '../../src/app/models/rounds.ts';
import { roundTitle, whyNotClose } from '../../src/app/models/roundWords.ts';
import { type ItemId, laneId, userId } from '../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere } from '../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const exploration = laneId('execution', 'exploration');

const sheetOf = ({ workshop }: SomebodyThere) => {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
};
const viewOf = (person: SomebodyThere) => {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
};
const noteOf = (person: SomebodyThere, words: string): ItemId => {
  const note = [...viewOf(person).notes.values()].find(({ text }) => text.includes(words));
  if (!note) throw new Error(`No note says ${words}`);
  return note.id;
};

/** Hashes take real turns of the event loop. */
async function settle(there: Gathering): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) {
    await there.clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface Pair {
  readonly there: Gathering;
  readonly erin: SomebodyThere;
  readonly max: SomebodyThere;
  readonly erins: Rounds;
  readonly maxs: Rounds;
}

/** Erin's sheet with two notes, on which both agree; Max is the confirmed manager. */
async function agreed(): Promise<Pair> {
  const there = gathering();
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff Engineer' };
  await there.clock.until(erin.workshop.drop.place(form));
  await there.clock.advance(0);
  await there.clock.until(sheetOf(erin).addNote(direction, 'Decide which feature store stays'));
  await there.clock.until(sheetOf(erin).addNote(direction, 'Pair with the new hires each month'));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(userId('user-max-example'), 'manager');
  await there.clock.advance(0);
  const all = [...viewOf(erin).notes.keys()];
  for (const person of [erin, max]) sheetOf(person).standBehind(all);
  await settle(there);
  const [erins, maxs] = await Promise.all([sheetOf(erin).rounds(), sheetOf(max).rounds()]);
  return { there, erin, max, erins, maxs };
}

const changesOf = (rounds: Rounds, person: SomebodyThere, before: Moment, after: Moment = 'now') => {
  const found = comparison(rounds, viewOf(person).me.user, before, after);
  if (found.kind !== 'changes') throw new Error(`Not comparable: ${found.reading.kind}`);
  return found.changes;
};

describe('a round', () => {
  test('closed by one arrives with its words at the other', async () => {
    const { there, erins, maxs } = await agreed();
    const hash = await erins.close('Our first talk');
    await settle(there);
    expect(maxs.list.value.map(({ number, hash: own, by }) => [number, own, by])).toEqual([
      [1, hash, ['user-erin-example']],
    ]);
    if (!hash) throw new Error('Not closed');
    maxs.reading(hash);
    await settle(there);
    const reading = maxs.reading(hash).value;
    expect(reading.kind === 'here' && reading.record.content).toMatchObject({
      number: 1,
      note: 'Our first talk',
      agreed: { all: { agreed: 2, total: 2 } },
    });
  });

  test('closed by both at once, unaware of each other, is the very same where both say the same', async () => {
    const { there, erins, maxs } = await agreed();
    const hashes = await Promise.all([erins.close(''), maxs.close('')]);
    await settle(there);
    expect(new Set(hashes).size).toBe(1);
    expect(erins.list.value.map(({ by }) => by.toSorted())).toEqual([
      ['user-erin-example', 'user-max-example'],
    ]);
  });

  test('of another one closed at the same moment with another word is kept beside it, told by a letter', async () => {
    const { there, erins, maxs } = await agreed();
    const [one, other] = await Promise.all([erins.close('Here is mine'), maxs.close('And mine')]);
    await settle(there);
    const titles = (rounds: Rounds) => [one, other].map((hash) => roundTitle(rounds.list.value, hash ?? ''));
    expect(titles(erins)).toEqual(titles(maxs));
    expect(titles(erins).toSorted()).toEqual(['Round 1', 'Round 1b']);
  });

  test('holds no word that its owner, or nobody, has been shown yet', async () => {
    const { there, erin, max, erins } = await agreed();
    const note = noteOf(erin, 'feature store');
    switchBlind(sheetOf(erin).document, {
      on: true,
      step: 'step-1',
      by: userId('user-erin-example'),
      at: sheetOf(erin).now(),
    });
    const fields = {
      value: 'disagree',
      reason: 'a secret reason',
      text: 'x',
      at: '2027-01-01T00:00:00.000Z',
    };
    const held = { kind: 'stance', id: note, at: fields.at, fields } as const;
    for (const person of [erin, max]) holdWords(sheetOf(person).desk(), 'step-1', [held]);
    await settle(there);
    expect(erins.heldBack.value).toBe(true);
    const hash = await erins.close('');
    if (!hash) throw new Error('Not closed');
    erins.reading(hash);
    await settle(there);
    const reading = erins.reading(hash).value;
    const json = reading.kind === 'here' ? reading.record.json : '';
    expect(json).toContain('feature store');
    expect(json).not.toContain('a secret reason');
    // The same words, said for everybody, are in it.
    for (const person of [erin, max]) holdWords(sheetOf(person).desk(), openStep, [held]);
    await settle(there);
    expect(JSON.stringify(erins.now.value)).toContain('a secret reason');
  });

  test('is closed by engineer and manager, not by a peer, nor by who is not confirmed', async () => {
    const { there, max, maxs } = await agreed();
    const pia = await there.come('Pia Example');
    await there.clock.advance(0);
    sheetOf(pia).claim('peer');
    await settle(there);
    const pias = await sheetOf(pia).rounds();
    expect([maxs.mayClose(), pias.mayClose(), await pias.close('')]).toEqual([true, false, null]);
    expect(whyNotClose(viewOf(max))).toBeNull();
    expect(whyNotClose(viewOf(pia))).toContain('once the engineer has confirmed who you are');
  });

  test('that this browser has only heard of is told as missing', async () => {
    const { there, erin, erins } = await agreed();
    const hash = 'ab'.repeat(32) as Parameters<Rounds['reading']>[0];
    erins.reading(hash);
    await settle(there);
    expect(erins.reading(hash).value).toEqual({ kind: 'missing' });
    expect(comparison(erins, viewOf(erin).me.user, hash, 'now')).toEqual({
      kind: 'without',
      moment: hash,
      reading: { kind: 'missing' },
    });
  });

  test('goes with the sheet when its owner deletes that', async () => {
    const { there, erin, erins } = await agreed();
    await erins.close('');
    await settle(there);
    expect(sheetOf(erin).documentNames().filter(parseRoundName)).toHaveLength(1);
    const names = sheetOf(erin).documentNames();
    erin.workshop.leaving.ask('the sheet');
    await erin.workshop.leaving.goAhead(sheetOf(erin));
    await settle(there);
    const left = await there.copy().read();
    expect(names.filter((name) => left?.has(name))).toEqual([]);
  });
});

describe('what changed', () => {
  test('since a round is told note by note, and the edited one is open again', async () => {
    const { there, erin, erins } = await agreed();
    const first = await erins.close('');
    if (!first) throw new Error('Not closed');
    await there.clock.until(
      sheetOf(erin).editNote(noteOf(erin, 'feature store'), 'Decide by June which feature store stays'),
    );
    await there.clock.until(sheetOf(erin).moveNote(noteOf(erin, 'Pair with'), exploration));
    await settle(there);
    erins.reading(first);
    await settle(there);
    const { notes, unchanged, agreed: share } = changesOf(erins, erin, first);
    expect(unchanged).toEqual([]);
    expect(share.after.all).toEqual({ agreed: 1, total: 2 });
    const reworded = notes.find((note) => note.reworded);
    expect(reworded?.reworded?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', text: 'by June ' },
    ]);
    expect(reworded?.state).toEqual({ before: 'agreed', after: 'changed' });
    expect(notes.find((note) => note.moved)?.moved).toEqual({ before: [direction], after: [exploration] });
  });

  test('since I gave my views counts what was reworded and what went, not what I have not looked at', async () => {
    const { there, erin, max, erins, maxs } = await agreed();
    const since = () => sinceMyWord(maxs, viewOf(max).me.user, null);
    expect(since()).toBeNull();
    await there.clock.until(sheetOf(erin).addNote(direction, 'Something that nobody has looked at'));
    await settle(there);
    expect(since()).toBeNull();
    await there.clock.until(sheetOf(erin).editNote(noteOf(erin, 'feature store'), 'Decide it by June'));
    await settle(there);
    expect(since()).toEqual({ before: 'my-word', words: '1 reworded' });
    expect(erins.now.value).toEqual(maxs.now.value);
  });

  test('a note that went shows why, from who said so', async () => {
    const { there, erin, erins } = await agreed();
    const first = await erins.close('');
    const note = noteOf(erin, 'Pair with');
    if (!first) throw new Error('Not closed');
    there.board.take(note);
    await there.clock.until(erins.lookAgain());
    erins.sayWhy(note, 'The team has no new hires');
    erins.reading(first);
    await settle(there);
    const gone = changesOf(erins, erin, first).notes.find(({ presence }) => presence === 'retired');
    expect(gone?.because).toMatchObject([{ by: 'user-erin-example', reason: 'The team has no new hires' }]);
  });
});
