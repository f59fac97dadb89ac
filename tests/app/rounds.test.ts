/** Closing rounds and comparing them, with two people on one board and no screen. */

import { describe, expect, test } from 'vitest';
import { addSignOff } from '../../src/annotations/deskRecords.ts';
import { holdWords, openStep } from '../../src/annotations/heldWords.ts';
import { parseRoundName } from '../../src/annotations/names.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import { listRound } from '../../src/annotations/sheetOperations.ts';
import { switchBlind } from '../../src/annotations/switchBlind.ts';
import { altitudePart } from '../../src/app/models/altitude/part.ts';
import { placePart } from '../../src/app/models/place/placePart.ts';
import { comparison, sinceMyWord } from '../../src/app/models/rounds/comparing.ts';
import type { Moment } from '../../src/app/models/rounds/roundMoments.ts';
import type { Rounds } from '../../src/app/models/rounds/rounds.ts';
import { roundsPart } from '../../src/app/models/rounds/roundsPart.ts';
import { roundTitle, whyNotClose } from '../../src/app/models/rounds/roundWords.ts';
import { toSignPart } from '../../src/app/models/rounds/toSignPart.ts';
import { trendNow } from '../../src/app/models/rounds/trend.ts';
import { trustWords } from '../../src/app/models/rounds/trustWords.ts';
import { whyNowPart } from '../../src/app/models/whyNow/part.ts';
import { type ItemId, laneId, userId } from '../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere } from '../support/people.ts';
import { vaults } from '../support/vaults.ts';

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

const turn = async (there: Gathering): Promise<void> => {
  await there.clock.advance(0);
  await new Promise((resolve) => setImmediate(resolve));
};

async function settle(there: Gathering): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await turn(there);
}

/** Hashes and signatures take as many turns of the event loop as they take. */
async function soon(there: Gathering, read: () => unknown, expected: unknown): Promise<void> {
  for (let turns = 0; turns < 20_000 && JSON.stringify(read()) !== JSON.stringify(expected); turns += 1)
    await turn(there);
  expect(read()).toEqual(expected);
}

/** What there is to read of a round, once it was looked for. */
async function read(there: Gathering, rounds: Rounds, hash: Hash | null) {
  if (!hash) throw new Error('Not closed');
  await soon(there, () => rounds.reading(hash).value.kind === 'looking', false);
  const reading = rounds.reading(hash).value;
  if (reading.kind !== 'here') throw new Error(`Not here: ${reading.kind}`);
  return reading.record;
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
  const [erins, maxs] = await Promise.all([
    sheetOf(erin).loaded(roundsPart),
    sheetOf(max).loaded(roundsPart),
  ]);
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
    expect((await read(there, maxs, hash)).content).toMatchObject({
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
    const { json } = await read(there, erins, hash);
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
    const pias = await sheetOf(pia).loaded(roundsPart);
    expect([maxs.mayClose(), pias.mayClose(), await pias.close('')]).toEqual([true, false, null]);
    expect(whyNotClose(viewOf(max))).toBeNull();
    expect(whyNotClose(viewOf(pia))).toContain('once the engineer has confirmed who you are');
  });

  test('that this browser has only heard of is told as missing', async () => {
    const { there, erin, erins } = await agreed();
    const hash = 'ab'.repeat(32) as Parameters<Rounds['reading']>[0];
    await soon(there, () => erins.reading(hash).value, { kind: 'missing' });
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
    await read(there, erins, first);
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

  test('where the role stands, why now and the altitude are told, too, and alike to both', async () => {
    const { there, erin, max, erins, maxs } = await agreed();
    const [place, why, why2, altitude] = await Promise.all([
      sheetOf(erin).loaded(placePart),
      sheetOf(erin).loaded(whyNowPart),
      sheetOf(max).loaded(whyNowPart),
      sheetOf(erin).loaded(altitudePart),
    ]);
    place.mark('now', 'senior');
    place.mark('role', 'staff');
    why.choose({ situation: 'caged', horizon: 'years', sign: 'A release without a freeze' });
    why.done();
    await settle(there);
    const first = await erins.close('');
    await settle(there);
    const { content, json } = await read(there, maxs, first);
    expect(content.ground).toMatchObject({ place: { mode: 'stretch' } });
    // Max has not answered yet: Erin's answer is for nobody's eyes but hers.
    expect(json).not.toContain('without a freeze');

    place.mark('role', 'senior');
    why2.choose({ situation: 'vital', horizon: 'years' });
    why2.done();
    altitude.write('problem', 'Releases slip');
    await settle(there);
    const hashes = await Promise.all([erins.close(''), maxs.close('')]);
    expect(new Set(hashes).size).toBe(1);
    await settle(there);
    const second = hashes[0];
    if (!first || !second) throw new Error('Not closed');
    for (const [rounds, person] of [[erins, erin] as const, [maxs, max] as const]) {
      for (const hash of [first, second]) await read(there, rounds, hash);
      const { ground, notes } = changesOf(rounds, person, first, second);
      expect(notes).toEqual([]);
      expect(ground.map((one) => [one.of, 'user' in one ? one.user : null])).toEqual([
        ['mark', 'user-erin-example'],
        ['mode', null],
        ['why-now', 'user-erin-example'],
        ['why-now', 'user-max-example'],
        ['question', null],
      ]);
      expect(sinceMyWord(rounds, viewOf(person).me.user, first)?.words).toBe(
        '“Where the role stands”, “Why this role now”, “One problem, three altitudes”',
      );
    }
    expect((await read(there, maxs, second)).content.ground?.whyNow).toHaveLength(2);
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
    await read(there, erins, first);
    const gone = changesOf(erins, erin, first).notes.find(({ presence }) => presence === 'retired');
    expect(gone?.because).toMatchObject([{ by: 'user-erin-example', reason: 'The team has no new hires' }]);
  });
});

describe('what people do to notes by hand', () => {
  const textsOf = ({ board }: Gathering) => [...board.items.values()].filter(({ kind }) => kind === 'sticky');
  const itemWith = (there: Gathering, words: string) => {
    const item = textsOf(there).find(({ text }) => text.includes(words));
    if (!item) throw new Error(`No sticky says ${words}`);
    return item;
  };

  test('two merged into one: both are named, what was said of the one that went is kept, and the other is open again', async () => {
    const { there, erin, max, erins } = await agreed();
    const first = await erins.close('');
    await settle(there);
    await read(there, erins, first);
    const [stays, goes] = [itemWith(there, 'feature store'), itemWith(there, 'new hires')];
    there.board.edit(stays.id, { text: `${stays.text}. ${goes.text}` });
    there.board.take(goes.id);
    await there.clock.until(erins.lookAgain());
    await settle(there);
    if (!first) throw new Error('Not closed');
    const { notes } = changesOf(erins, erin, first);
    expect(notes.map(({ note, presence, wordsIn }) => [note, presence, wordsIn])).toEqual(
      [
        [stays.id, 'kept', []],
        [goes.id, 'retired', [stays.id]],
      ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    expect(viewOf(max).notes.get(stays.id)).toMatchObject({ state: 'changed', mine: { current: false } });
    expect(viewOf(max).gone.map(({ id, mine }) => [id, mine?.value])).toEqual([[goes.id, 'agree']]);
    expect(sinceMyWord(erins, viewOf(erin).me.user, first)?.words).toBe('1 reworded, 1 retired');
  });

  test('one moved to another person’s sheet is told to lie there, and agreed there by nobody', async () => {
    const { there, erin, max, erins } = await agreed();
    const first = await erins.close('');
    await settle(there);
    await read(there, erins, first);
    const form = { ...max.workshop.drop.defaults(), title: 'Staff SRE', engineer: 'Max Example' };
    await there.clock.until(max.workshop.drop.place(form));
    await there.clock.advance(0);
    const others = viewOf(max);
    const goes = itemWith(there, 'new hires');
    const blank = [...there.board.items.values()].find(
      ({ kind, text, frame }) => kind === 'sticky' && text === '' && frame === others.content.frame,
    );
    if (!blank || !first) throw new Error('No place for it');
    there.board.edit(goes.id, { frame: blank.frame, box: blank.box });
    there.board.take(blank.id);
    await there.clock.until(erins.lookAgain());
    await settle(there);
    const [change] = changesOf(erins, erin, first).notes;
    expect(change).toMatchObject({ note: goes.id, presence: 'retired', elsewhere: others.details.id });
    expect(erins.elsewhere.value.get(goes.id)?.label).toContain('Staff SRE');
    expect(viewOf(erin).gone.map(({ id }) => id)).toEqual([goes.id]);
    await there.clock.until(max.workshop.lookAgain());
    await there.clock.advance(0);
    const there2 = viewOf(max).notes.get(goes.id);
    expect([there2?.place, there2?.state, there2?.mine, there2?.others]).toEqual(['lane', 'open', null, []]);
    // Back again, it is as it was.
    there.board.edit(goes.id, { frame: goes.frame, box: goes.box });
    await there.clock.until(erins.lookAgain());
    await settle(there);
    expect([changesOf(erins, erin, first).notes, erins.elsewhere.value.size]).toEqual([[], 0]);
  });

  test('a manager replaced half-way: nothing is agreed before the new one says so, and the round stays as it was', async () => {
    const { there, erin, erins } = await agreed();
    const first = await erins.close('');
    await settle(there);
    const record = await read(there, erins, first);
    const noah = await there.come('Noah Example');
    await there.clock.advance(0);
    sheetOf(noah).claim('manager');
    await settle(there);
    sheetOf(erin).confirm(userId('user-noah-example'), 'manager');
    sheetOf(erin).withdraw(userId('user-max-example'));
    await settle(there);
    if (!first) throw new Error('Not closed');
    const changes = changesOf(erins, erin, first);
    expect(changes.notes.map(({ state }) => state)).toEqual([
      { before: 'agreed', after: 'open' },
      { before: 'agreed', after: 'open' },
    ]);
    expect(changes.people.map(({ user, before, after }) => [user, before?.counts, after?.counts])).toEqual([
      ['user-max-example', true, false],
      ['user-noah-example', undefined, true],
    ]);
    expect(record.content.agreed.all).toEqual({ agreed: 2, total: 2 });
    for (const { id } of viewOf(noah).notes.values()) sheetOf(noah).takeStance(id, 'agree', '');
    await settle(there);
    expect(viewOf(erin).agreed).toBe(2);
  });
});

describe('agreement over the rounds', () => {
  test('tells each round and now, by pillar and by responsibility, and what is not here', async () => {
    const { there, erin, max, erins } = await agreed();
    const first = await erins.close('');
    await settle(there);
    await read(there, erins, first);
    await there.clock.until(sheetOf(erin).addNote(exploration, 'Something new'));
    await settle(there);
    const trend = () => trendNow(viewOf(erin), erins, 'pillars', 3);
    const two = { agreed: 2, total: 2 };
    expect(trend()).toMatchObject({
      moments: [
        { title: 'Round 1', here: true },
        { title: 'Now', here: true },
      ],
      all: [two, { agreed: 2, total: 3 }],
      rows: [
        { key: 'big-picture', shares: [two, two] },
        { key: 'execution', shares: [null, { agreed: 0, total: 1 }] },
      ],
      words: '2 of 3 notes are agreed now; in round 1 it was 2 of 2.',
    });
    const byResponsibility = trendNow(viewOf(erin), erins, 'responsibilities', 3).rows;
    expect(byResponsibility.map(({ key, shares }) => [key, shares])).toEqual([
      ['technical-direction', [two, two]],
      ['exploration', [null, { agreed: 0, total: 1 }]],
    ]);
    // One that this browser has only heard of.
    const hash = 'ab'.repeat(32) as Hash;
    const at = new Date(there.clock.now()).toISOString();
    listRound(sheetOf(erin).document, { hash, number: 2, previous: first, by: viewOf(max).me.user, at });
    await settle(there);
    await soon(there, () => trend().moments.map(({ here, looking }) => here || looking), [true, false, true]);
    expect(trend().all).toEqual([two, null, { agreed: 2, total: 3 }]);
    expect(trend().words).toContain('in round 1');
  });
});

describe('signing', () => {
  async function signed() {
    const pair = await agreed();
    const hash = await pair.erins.close('');
    if (!hash) throw new Error('Not closed');
    const sign = async (rounds: Rounds) => {
      const record = await read(pair.there, rounds, hash);
      await soon(pair.there, () => rounds.signing.state.value, 'ready');
      return rounds.signing.sign(record);
    };
    const [erin, max] = [userId('user-erin-example'), userId('user-max-example')];
    const of = (rounds: Rounds) => {
      const round = rounds.signing.signed.value.find((one) => one.hash === hash);
      return round?.signatures.map(({ user, trust }) => [user, trust]);
    };
    return { ...pair, hash, sign, of, users: { erin, max } };
  }

  test('by both makes it signed; each knows their own device, and the other’s once its owner said so', async () => {
    const { erins, maxs, sign, of, users, there } = await signed();
    expect(await sign(erins)).toBe(true);
    await soon(there, () => of(maxs), [[users.erin, 'new device']]);
    expect(await sign(maxs)).toBe(true);
    await soon(there, () => of(erins), [
      [users.erin, 'known device'],
      [users.max, 'new device'],
    ]);
    expect(erins.signing.signed.value.map((round) => round.signed)).toEqual([true]);
    const device = erins.signing.signed.value[0]?.signatures[1]?.device;
    if (device) await erins.signing.accept(users.max, device);
    await settle(there);
    await soon(there, () => of(erins)?.[1], [users.max, 'known device']);
  });

  test('a device that was taken for theirs too quickly is a new one again with one click', async () => {
    const { erin, erins, maxs, sign, of, users, there } = await signed();
    await sign(erins);
    await sign(maxs);
    await soon(there, () => of(erins)?.length, 2);
    const device = erins.signing.signed.value[0]?.signatures[1]?.device;
    if (!device) throw new Error('Max has not signed');
    await erins.signing.accept(users.max, device);
    await soon(there, () => of(erins)?.[1], [users.max, 'known device']);
    const action = erin.workshop.notice.value?.action;
    expect(action?.word).toBe('Undo');
    action?.run();
    await soon(there, () => of(erins)?.[1], [users.max, 'new device']);
    expect(of(erins)?.[0]).toEqual([users.erin, 'known device']);
  });

  test('somebody’s signature carried over to another desk is told as none of theirs', async () => {
    const { erin, max, erins, maxs, sign, of, users, there } = await signed();
    await sign(erins);
    const stolen = [...sheetOf(erin).desk().getMap('signOffs').values()][0];
    sheetOf(max).desk().getMap('signOffs').set('whatever', stolen);
    await settle(there);
    await soon(there, () => of(maxs), [[users.erin, 'new device']]);
  });

  test('a signature whose words were changed does not fit, and says so', async () => {
    const { erin, erins, maxs, sign, of, users, there, max } = await signed();
    await sign(erins);
    const own = sheetOf(erin).desk().getMap<{ statement: string; signature: string }>('signOffs');
    const [entry] = own.values();
    if (!entry) throw new Error('Not signed');
    const says = JSON.parse(entry.statement);
    const statement = entry.statement.replace(says.at, '2020-01-01T00:00:00.000Z');
    addSignOff(sheetOf(erin).desk(), { statement, says, signature: entry.signature });
    await settle(there);
    await soon(there, () => of(maxs), [[users.erin, 'does not fit']]);
    const [signature] = maxs.signing.signed.value[0]?.signatures ?? [];
    expect(signature && trustWords(signature, viewOf(max).me.user, null)).toContain('does not count');
    expect(maxs.signing.signed.value[0]?.waitingFor).toEqual([users.erin, users.max]);
  });

  test('on a round that this browser has not heard of is shown as one', async () => {
    const { erin, erins, maxs, sign, hash, there } = await signed();
    await sign(erins);
    sheetOf(erin).document.getMap('rounds').clear();
    await settle(there);
    expect(maxs.list.value).toEqual([]);
    const listed = () => maxs.signing.signed.value.map((round) => [round.hash, round.listed]);
    await soon(there, listed, [[hash, 'missing']]);
  });

  test('is taken back by who gave it', async () => {
    const { erins, maxs, sign, of, hash, there } = await signed();
    await sign(maxs);
    await soon(there, () => of(erins)?.length, 1);
    maxs.signing.takeBack(hash);
    await soon(there, () => of(erins), []);
  });

  test('is refused where the browser keeps no key, and to who is not confirmed', async () => {
    const { there, erin, hash } = await signed();
    const noah = await there.come('Noah Example');
    await there.clock.advance(0);
    sheetOf(noah).claim('manager');
    await settle(there);
    const noahs = await sheetOf(noah).loaded(roundsPart);
    expect(noahs.signing.maySign()).toBe(false);
    const dana = await there.come('Dana Example', { vault: vaults({ denied: true }) });
    await there.clock.advance(0);
    sheetOf(dana).claim('peer');
    await settle(there);
    sheetOf(erin).confirm(userId('user-dana-example'), 'peer');
    const danas = await sheetOf(dana).loaded(roundsPart);
    const record = await read(there, danas, hash);
    await soon(there, () => [danas.signing.state.value, danas.signing.maySign()], ['denied', true]);
    expect(await danas.signing.sign(record)).toBe(false);
    expect(dana.workshop.notice.value?.message).toContain('no key to sign with');
  });

  test('is asked for in the line that says what is next, of each who has not signed, and of nobody else', async () => {
    const { there, erin, max, erins, maxs, sign } = await signed();
    const asked = (person: SomebodyThere) =>
      sheetOf(person).part(toSignPart).value?.next.value?.words ?? null;
    const words = 'Round 1 waits for your signature.';
    asked(erin);
    asked(max);
    await soon(there, () => [asked(erin), asked(max)], [words, words]);
    await sign(maxs);
    await soon(there, () => [asked(erin), asked(max)], [words, null]);
    await there.clock.until(sheetOf(erin).addNote(direction, 'Something new'));
    await settle(there);
    expect(asked(erin)).toBe(words);
    await sign(erins);
    await soon(there, () => [asked(erin), asked(max)], [null, null]);
    // Both signed among themselves; who comes after that is not asked about it.
    const noah = await there.come('Noah Example');
    await there.clock.advance(0);
    sheetOf(noah).claim('manager');
    await settle(there);
    sheetOf(erin).confirm(userId('user-noah-example'), 'manager');
    sheetOf(erin).withdraw(userId('user-max-example'));
    asked(noah);
    await settle(there);
    expect([sheetOf(noah).part(toSignPart).value === null, asked(noah)]).toEqual([false, null]);
  });

  test('is not asked for while nobody signed and something is open: a round may be just a picture', async () => {
    const { there, erin } = await signed();
    await there.clock.until(sheetOf(erin).addNote(direction, 'Something new'));
    sheetOf(erin).part(toSignPart);
    await settle(there);
    expect(sheetOf(erin).part(toSignPart).value?.next.value).toBeNull();
  });

  test('changes what “since I agreed” means: since the round I signed', async () => {
    const { there, erin, erins, maxs, sign, hash, max } = await signed();
    await sign(maxs);
    await there.clock.until(sheetOf(erin).addNote(direction, 'Something new'));
    await settle(there);
    expect(erins.signing.signed.value[0]?.signed).toBe(false);
    expect(sinceMyWord(maxs, viewOf(max).me.user, hash)).toEqual({ before: hash, words: '1 new' });
    sheetOf(erin).takeStance(noteOf(erin, 'feature store'), 'disagree', 'Not any more');
    await there.clock.until(sheetOf(erin).moveNote(noteOf(erin, 'new hires'), exploration));
    await settle(there);
    const words = '1 new, 1 moved, 1 with a changed view';
    expect(sinceMyWord(maxs, viewOf(max).me.user, hash)?.words).toBe(words);
    // One's own change of mind is no news.
    sheetOf(max).takeStance(noteOf(max, 'new hires'), 'disagree', 'Me neither');
    await settle(there);
    expect(sinceMyWord(maxs, viewOf(max).me.user, hash)?.words).toBe(words);
  });
});
