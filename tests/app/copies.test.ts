/** Sheets on boards that are copies: what came along, how it is told, and how it goes on. */

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { parseArchive } from '../../src/annotations/parseArchive.ts';
import { clarityPart } from '../../src/app/models/clarity/part.ts';
import { placePart } from '../../src/app/models/place/placePart.ts';
import { exportsPart } from '../../src/app/models/sheet/placeParts.ts';
import type { SheetView } from '../../src/app/models/sheet/sheetView.ts';
import { type TakingOver, takingOver } from '../../src/app/models/takingAlong/takingOver.ts';
import { removeBrought, takeUp } from '../../src/app/models/takingAlong/takingUp.ts';
import { switchUnseen } from '../../src/app/models/unseen/switchUnseen.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import { laneId, userId } from '../../src/workshop/ids.ts';
import { copyBoard } from '../support/copyBoard.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const note = 'Decide which feature store stays';

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}

const textsIn = (person: SomebodyThere): string[] =>
  [...viewOf(person).notes.values()].map(({ text }) => text);

/** Erin's sheet with a note, on a board of its own. */
interface Made {
  readonly there: Gathering;
  readonly erin: SomebodyThere;
}
async function firstBoard(): Promise<Made> {
  const there = gathering();
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff ML Engineer', team: 'Credit limits' };
  await there.clock.until(erin.workshop.drop.place(form));
  await there.clock.until(sheetOf(erin).addNote(direction, note));
  await there.clock.advance(0);
  return { there, erin };
}

/** A copy of that board, or another board onto which its frame was pasted. */
async function secondBoard(how: 'copied board' | 'pasted frame', first: Made | null = null) {
  first ??= await firstBoard();
  const { copy } = first.there;
  const kept = (user: string): boolean => user === 'user-erin-example';
  const second = gathering({ boardId: 'board-2', keeps: (user) => (kept(user) ? [copy()] : []) });
  await second.clock.until(copyBoard(first.there.board, second.board, { records: how === 'copied board' }));
  return { first, second };
}

test('everything in a sheet is saved as a file that can be read again, or copied where saving is blocked', async () => {
  const { there, erin } = await firstBoard();
  const [id] = viewOf(erin).notes.keys();
  if (id) sheetOf(erin).takeStance(id, 'agree-if', 'with the platform team');
  await there.clock.advance(0);
  await there.clock.until((await sheetOf(erin).loaded(exportsPart)).saveArchive());
  const [file] = erin.files;
  expect(file?.name).toMatch(/^staff-ml-engineer-credit-limits-draft-[\d-]+\.rolewright\.json$/);
  const text = new TextDecoder().decode(file?.bytes);
  const read = parseArchive(text);
  expect(read).toMatchObject({
    ok: true,
    value: {
      board: 'board-1',
      details: viewOf(erin).details,
      desks: [{ owner: erin.workshop.me.value?.id, name: 'Erin Example' }],
    },
  });
  expect(read.ok && read.value.notes.filter(({ text }) => text !== '')).toMatchObject([
    { id, text: note, lanes: [direction], gone: false },
  ]);
  erin.workshop.notice.value?.action?.run();
  await there.clock.advance(0);
  expect(erin.copied).toEqual([text]);
});

describe('a copied board', () => {
  test('is told of, and nothing is written before somebody says how the sheet goes on', async () => {
    const { first, second } = await secondBoard('copied board');
    const before = second.board.calls.length;
    const max = await second.come('Max Example');
    await second.clock.advance(0);
    expect([...max.workshop.found.refound.value.keys()]).toEqual([sheetOf(first.erin).id]);
    expect(viewOf(max).content.details).toBeNull();
    const made = second.board.calls.slice(before).map(({ method }) => method);
    expect(made.filter((method) => method.startsWith('write'))).toEqual([]);
  });

  test('started fresh, the sheet goes on with its notes, nothing said, and no owner', async () => {
    const { first, second } = await secondBoard('copied board');
    const max = await second.come('Max Example');
    await second.clock.until(max.workshop.goOnHere(sheetOf(max).id));
    await second.clock.advance(0);
    const { engineer, participants, details, harvest } = viewOf(max);
    expect({ engineer, participants, problems: harvest.problems }).toEqual({
      engineer: null,
      participants: [],
      problems: [],
    });
    expect(details).toEqual(viewOf(first.erin).details);
    expect(textsIn(max)).toEqual([note]);
  });

  test('started by two people at once, it is one sheet', async () => {
    const { second } = await secondBoard('copied board');
    const [max, pia] = [await second.come('Max Example'), await second.come('Pia Example')];
    await second.clock.until(
      Promise.all([max, pia].map(({ workshop }) => workshop.goOnHere(sheetOf(max).id))),
    );
    await second.clock.advance(0);
    sheetOf(pia).claim('engineer');
    await second.clock.advance(0);
    expect([second.board.records.size, max.workshop.sheets.value.length]).toEqual([1, 1]);
    expect(viewOf(max)).toMatchObject({ engineer: pia.workshop.me.value?.id, total: 1 });
    expect(viewOf(max).content.frame).toBe(viewOf(pia).content.frame);
  });

  test('goes on for those too who had opened it before', async () => {
    const { second } = await secondBoard('copied board');
    const [max, pia] = [await second.come('Max Example'), await second.come('Pia Example')];
    await second.clock.until(max.workshop.goOnHere(sheetOf(max).id));
    await second.clock.advance(0);
    expect(viewOf(pia).content.details).not.toBeNull();
    expect(textsIn(pia)).toEqual([note]);
  });
});

describe('a frame pasted from another board', () => {
  test('says itself what it is about, and goes on under the id it has there', async () => {
    const { first, second } = await secondBoard('pasted frame');
    const max = await second.come('Max Example');
    const [stranger] = max.workshop.found.strangers.value;
    expect(stranger?.details).toEqual(viewOf(first.erin).details);
    if (!stranger) throw new Error('nothing found');
    await second.clock.until(max.workshop.goOnHere(stranger));
    await second.clock.advance(0);
    expect(sheetOf(max).id).toBe(sheetOf(first.erin).id);
    expect([textsIn(max), viewOf(max).harvest.problems]).toEqual([[note], []]);
    expect(max.workshop.found.strangers.value).toEqual([]);
  });

  test('dropped before titles told it, is known by its headings and its title', async () => {
    const { first, second } = await secondBoard('pasted frame');
    for (const [id, mark] of second.board.marks) {
      const { about: _, ...older } = mark as { about?: unknown };
      await second.board.writeMark(id, older);
    }
    const max = await second.come('Max Example');
    const { title, team, engineer, lens } = viewOf(first.erin).details;
    expect(max.workshop.found.strangers.value[0]?.details).toMatchObject({ title, team, engineer, lens });
  });

  test('of no template that is known is told of plainly', async () => {
    const { second } = await secondBoard('pasted frame');
    for (const [id, mark] of second.board.marks)
      await second.board.writeMark(id, { ...(mark as object), about: null });
    for (const { id, kind } of [...second.board.items.values()])
      if (kind === 'shape') second.board.edit(id, { text: 'something else' });
    const max = await second.come('Max Example');
    expect(max.workshop.found.strangers.value.map(({ details }) => details)).toEqual([null]);
  });

  test('on which nothing is written yet may be a drop under way, so it is left alone for a while', async () => {
    const { second } = await secondBoard('pasted frame');
    const now = new Date(second.clock.now()).toISOString();
    for (const { id, kind } of [...second.board.items.values()])
      second.board.edit(id, { modifiedAt: now, ...(kind === 'sticky' ? { text: '' } : {}) });
    const max = await second.come('Max Example');
    expect(max.workshop.found.strangers.value).toEqual([]);
    await second.clock.advance(600_000);
    await second.clock.until(max.workshop.lookAgain());
    expect([max.workshop.found.strangers.value.length, max.workshop.found.unfinished.value]).toEqual([1, []]);
  });
});

/** On the first board Erin and Max have spoken about two notes; Max is confirmed. */
async function spokenBoard(): Promise<Made & { readonly max: SomebodyThere }> {
  const { there, erin } = await firstBoard();
  await there.clock.until(sheetOf(erin).addNote(direction, 'Pair with each new joiner'));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(max.workshop.me.value?.id ?? userId(''), 'manager');
  const [one, two] = [...viewOf(erin).notes.keys()];
  if (!one || !two) throw new Error('no notes');
  sheetOf(erin).takeStance(one, 'agree', 'we have waited long enough');
  sheetOf(erin).remark(two, 'How many weeks?', null);
  sheetOf(max).takeStance(one, 'agree-if', 'with the platform team');
  sheetOf(max).remark(one, 'Who decides?', null);
  await there.clock.advance(0);
  return { there, erin, max };
}

/** The flow on a person's open sheet, at its first screen or further on. */
async function flowOf(there: Gathering, { workshop }: SomebodyThere): Promise<TakingOver> {
  const under = workshop.along.flow.value;
  if (!under) throw new Error('Nothing is being taken along');
  const { sheet, context, first } = under;
  const flow = takingOver({ ...context, sheet, kept: () => workshop.along.kept(sheet.id) });
  await there.clock.until(flow.start(first));
  return flow;
}

/** Erin on the copied board, with what her browser kept before her. */
async function erinTakes(how: 'copied board' | 'pasted frame' = 'copied board', before?: Made) {
  const first = before ?? (await spokenBoard());
  const { second } = await secondBoard(how, first);
  const erin = await second.come('Erin Example');
  const [stranger] = erin.workshop.found.strangers.value;
  await second.clock.until(erin.workshop.goOnHere(stranger ?? sheetOf(erin).id, 'look'));
  const flow = await flowOf(second, erin);
  const [kept] = flow.kept.value ?? [];
  if (!kept) throw new Error('This browser keeps nothing');
  await second.clock.until(flow.choose(kept));
  return { first, second, erin, flow };
}

const mineOn = (person: SomebodyThere, words: string) => {
  const found = [...viewOf(person).notes.values()].find(({ text }) => text === words);
  return found && { stance: found.mine?.reason ?? null, remarks: found.remarkCount, place: found.place };
};

describe('taking one’s words along', () => {
  test.each(['copied board', 'pasted frame'] as const)(
    'to a %s: found by their words, shown first, then said here as they were said there',
    async (how) => {
      const { second, erin, flow } = await erinTakes(how);
      const preview = flow.preview.value;
      expect(preview?.rows.map(({ text, here, found, mine }) => ({ text, here, found, mine }))).toEqual([
        { text: note, here: note, found: 'same text and lane', mine: { stance: 'agree', remarks: 0 } },
        {
          text: 'Pair with each new joiner',
          here: 'Pair with each new joiner',
          found: 'same text and lane',
          mine: { stance: null, remarks: 1 },
        },
      ]);
      expect(preview).toMatchObject({ along: { stances: 1, remarks: 1 }, newerHere: 0, mayOwn: true });
      expect(viewOf(erin).talk.desks.get(userId('user-erin-example'))?.stances.size).toBe(0);

      await second.clock.until(flow.goAhead());
      await second.clock.advance(0);
      expect(mineOn(erin, note)).toEqual({
        stance: 'we have waited long enough',
        remarks: 0,
        place: 'lane',
      });
      expect(mineOn(erin, 'Pair with each new joiner')).toMatchObject({ remarks: 1 });
      expect(viewOf(erin)).toMatchObject({ engineer: 'user-erin-example', me: { role: 'engineer' } });
      expect(flow.step.value).toMatchObject({
        kind: 'done',
        words: 'Your 1 view and 1 remark are here now, too.',
      });
      // Nobody else's words came along.
      expect(viewOf(erin).content.brought).toEqual([]);
    },
  );

  test('twice doubles nothing, and says so beforehand', async () => {
    const { second, erin, flow } = await erinTakes();
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    erin.workshop.along.begin(sheetOf(erin));
    const again = await flowOf(second, erin);
    const [kept] = again.kept.value ?? [];
    if (kept) await second.clock.until(again.choose(kept));
    expect(again.preview.value?.nothingNew).toBe(true);
    await second.clock.until(again.goAhead());
    await second.clock.advance(0);
    expect(mineOn(erin, 'Pair with each new joiner')?.remarks).toBe(1);
    expect(again.step.value).toMatchObject({ kind: 'done', undo: null });
  });

  test('brings marks, whys and the ladder, once, and all of it can be undone', async () => {
    const before = await spokenBoard();
    const there = sheetOf(before.erin);
    const [place, clarity] = await Promise.all([there.loaded(placePart), there.loaded(clarityPart)]);
    const first = [...viewOf(before.erin).notes.values()].find(({ text }) => text === note);
    if (!first) throw new Error('No note');
    place.mark('role', 'staff');
    clarity.answer(first.id, 'importance', 'Four teams wait');
    place.change('renamed', [{ on: { of: 'level', id: 'staff', field: 'title' }, value: 'Staff here' }]);
    await before.there.clock.advance(0);

    const { second, erin, flow } = await erinTakes('pasted frame', before);
    expect(flow.preview.value?.nothingNew).toBe(false);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    const [placeHere, clarityHere] = await Promise.all([
      sheetOf(erin).loaded(placePart),
      sheetOf(erin).loaded(clarityPart),
    ]);
    const here = [...viewOf(erin).notes.values()].find(({ text }) => text === note);
    const answers = () =>
      (here && clarityHere.whys.value.get(here.id))?.map((why) => why.answers.get('importance'));
    expect(placeHere.standing.value.engineer?.role?.level?.title).toBe('Staff here');
    expect(answers()).toEqual(['Four teams wait']);
    const step = flow.step.value;
    expect(step).toMatchObject({
      words: expect.stringMatching(
        /What you said around the notes came along, too\. The ladder came along for everybody, where this sheet had none\.$/,
      ),
    });
    if (step.kind === 'done') step.undo?.();
    await second.clock.advance(0);
    expect(placeHere.standing.value.engineer?.role ?? null).toBeNull();
    expect(placeHere.ladder.value.changed).toBe(false);
    expect(answers()).toBeUndefined();
  });

  test('is undone with a click, without what was said here since', async () => {
    const { second, erin, flow } = await erinTakes();
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    const [one] = [...viewOf(erin).notes.keys()];
    if (one) sheetOf(erin).remark(one, 'Said since', null);
    const step = flow.step.value;
    if (step.kind === 'done') step.undo?.();
    await second.clock.advance(0);
    expect([mineOn(erin, note), mineOn(erin, 'Pair with each new joiner')]).toEqual([
      { stance: null, remarks: 1, place: 'lane' },
      { stance: null, remarks: 0, place: 'lane' },
    ]);
    expect(flow.step.value.kind).toBe('preview');
  });

  test('what is unticked stays behind, and a note that was reworded can be pointed at', async () => {
    const first = await spokenBoard();
    const { second } = await secondBoard('copied board', first);
    const words = 'Something quite different by now';
    for (const { id, text } of [...second.board.items.values()])
      if (text === note) second.board.edit(id, { text: words });
    const erin = await second.come('Erin Example');
    await second.clock.until(erin.workshop.goOnHere(sheetOf(erin).id, 'look'));
    const flow = await flowOf(second, erin);
    const [kept] = flow.kept.value ?? [];
    if (kept) await second.clock.until(flow.choose(kept));
    const [unfound, other] = flow.preview.value?.rows ?? [];
    const [target] = flow.preview.value?.free ?? [];
    expect([unfound?.found, target?.text]).toEqual([null, words]);
    if (!unfound || !other || !target) throw new Error('no rows');
    flow.decide(unfound.from, { to: target.id });
    flow.decide(other.from, { along: false });
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    expect([mineOn(erin, words), mineOn(erin, 'Pair with each new joiner')]).toEqual([
      { stance: 'we have waited long enough', remarks: 0, place: 'lane' },
      { stance: null, remarks: 0, place: 'lane' },
    ]);
  });

  test('words about a note that was deleted are kept with what it said, also when it went meanwhile', async () => {
    const { second, erin, flow } = await erinTakes();
    const gone = [...second.board.items.values()].find(({ text }) => text === note);
    if (gone) second.board.take(gone.id);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    expect(viewOf(erin).gone.map(({ text, mine }) => [text, mine?.reason])).toEqual([
      [note, 'we have waited long enough'],
    ]);
    expect(flow.step.value).toMatchObject({
      words: expect.stringContaining('taken off the board meanwhile'),
    });
  });

  test('something newer said here stays, and that is told', async () => {
    const { second, erin, flow } = await erinTakes();
    await second.clock.advance(60_000);
    const [one] = [...viewOf(erin).notes.values()].filter(({ text }) => text === note);
    if (one) sheetOf(erin).takeStance(one.id, 'disagree', 'I have changed my mind');
    await second.clock.advance(0);
    expect(flow.preview.value?.newerHere).toBe(1);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    expect(mineOn(erin, note)?.stance).toBe('I have changed my mind');
  });

  test('a board that refuses leaves everything as it was, and says so', async () => {
    let refusing = false;
    const first = await spokenBoard();
    const second = gathering({
      boardId: 'board-2',
      keeps: () => [first.there.copy()],
      refuse: () => (refusing ? new BoardRefusal('no-access', 'No.') : null),
    });
    await second.clock.until(copyBoard(first.there.board, second.board, { records: true }));
    const erin = await second.come('Erin Example');
    await second.clock.until(erin.workshop.goOnHere(sheetOf(erin).id, 'look'));
    const flow = await flowOf(second, erin);
    const [kept] = flow.kept.value ?? [];
    refusing = true;
    if (kept) await second.clock.until(flow.choose(kept));
    expect([flow.step.value.kind, flow.problem.value]).toEqual([
      'choosing',
      expect.stringContaining('Ask its owner for edit rights'),
    ]);
  });
});

/** All that others could get at: every shared document, as text. */
async function sharedWords(there: Gathering): Promise<string> {
  const documents = (await there.copy().read()) ?? new Map();
  return [...documents.values()].map((doc) => new TextDecoder().decode(Y.encodeStateAsUpdate(doc))).join();
}

describe('to a sheet whose views are given unseen', () => {
  /** Erin, who owns the sheet here already, before the preview; Max is her manager here. */
  async function unseenTaking(before?: Made) {
    const made = await erinTakes('copied board', before);
    const { second, erin } = made;
    sheetOf(erin).claim('engineer');
    const max = await second.come('Max Example');
    await second.clock.advance(0);
    sheetOf(max).claim('manager');
    await second.clock.advance(0);
    sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await second.clock.advance(10);
    return { ...made, max };
  }
  const reasons = ['we have waited long enough', 'How many weeks?'];

  test('they stay in this browser until done, and both sides see them when both are', async () => {
    const { second, erin, max, flow } = await unseenTaking();
    expect(flow.preview.value).toMatchObject({ unseen: true, along: { stances: 1, remarks: 1 }, others: [] });
    flow.answer(true);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(10);
    expect(flow.step.value).toMatchObject({ words: expect.stringContaining('Nobody else sees it') });
    expect(mineOn(erin, note)?.stance).toBe(reasons[0]);
    expect(viewOf(erin).content.brought).toEqual([]);
    const others = [...viewOf(max).notes.values()].flatMap(({ others, threads }) => [...others, ...threads]);
    expect(others).toEqual([]);
    for (const words of reasons) expect(await sharedWords(second)).not.toContain(words);

    for (const person of [erin, max]) sheetOf(person).unseen.value?.done();
    await second.clock.advance(10);
    for (const words of reasons) expect(await sharedWords(second)).toContain(words);
    const onNote = [...viewOf(max).notes.values()].find(({ text }) => text === note);
    expect(onNote?.others.map(({ reason }) => reason)).toEqual([reasons[0]]);
    expect(mineOn(max, 'Pair with each new joiner')?.remarks).toBe(1);
  });

  test.each([
    ['at once', []],
    ['after done', ['done']],
    ['when done was taken back', ['done', 'notDone']],
  ] as const)('they are taken back with a click %s, without what was said here', async (_, then) => {
    const { second, erin, flow } = await unseenTaking();
    const [one] = [...viewOf(erin).notes.values()].filter(({ text }) => text === note);
    const there = one && [...viewOf(erin).notes.keys()].find((id) => id !== one.id);
    if (!one || !there) throw new Error('no notes');
    sheetOf(erin).remark(one.id, 'Said here, unseen', null);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    for (const what of then) sheetOf(erin).unseen.value?.[what]();
    await second.clock.advance(10);
    const { step } = flow;
    if (step.value.kind === 'done') step.value.undo?.();
    await second.clock.advance(10);
    expect([mineOn(erin, note), mineOn(erin, 'Pair with each new joiner')]).toEqual([
      { stance: null, remarks: 1, place: 'lane' },
      { stance: null, remarks: 0, place: 'lane' },
    ]);
    for (const words of reasons) expect(await sharedWords(second)).not.toContain(words);
  });

  test('taken back, they give way to what they took the place of', async () => {
    const first = await spokenBoard();
    await first.there.clock.advance(600_000);
    const [one] = [...viewOf(first.erin).notes.values()].filter(({ text }) => text === note);
    if (one) sheetOf(first.erin).takeStance(one.id, 'disagree', 'said there, later');
    await first.there.clock.advance(0);
    const { second, erin, flow } = await unseenTaking(first);
    const [here] = [...viewOf(erin).notes.values()].filter(({ text }) => text === note);
    if (here) sheetOf(erin).takeStance(here.id, 'agree', 'said here, before');
    await second.clock.advance(0);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    expect(mineOn(erin, note)?.stance).toBe('said there, later');
    if (flow.step.value.kind === 'done') flow.step.value.undo?.();
    await second.clock.advance(0);
    expect(mineOn(erin, note)?.stance).toBe('said here, before');
  });

  test('after done they are held with the rest, and shown with it', async () => {
    const { second, erin, max, flow } = await unseenTaking();
    sheetOf(erin).unseen.value?.done();
    await second.clock.advance(10);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(10);
    expect([...viewOf(max).notes.values()].flatMap(({ others }) => others)).toEqual([]);
    sheetOf(max).unseen.value?.done();
    await second.clock.advance(10);
    const onNote = [...viewOf(max).notes.values()].find(({ text }) => text === note);
    expect(onNote?.others.map(({ reason }) => reason)).toEqual([reasons[0]]);
  });

  test('something newer said here unseen stays, and twice doubles nothing', async () => {
    const { second, erin, flow } = await unseenTaking();
    await second.clock.advance(60_000);
    const [one] = [...viewOf(erin).notes.values()].filter(({ text }) => text === note);
    if (one) sheetOf(erin).takeStance(one.id, 'disagree', 'I have changed my mind');
    await second.clock.advance(0);
    expect(flow.preview.value?.newerHere).toBe(1);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    expect(mineOn(erin, note)?.stance).toBe('I have changed my mind');
    expect(flow.preview.value?.nothingNew).toBe(true);
  });

  test('words about a note that is not here stay behind, and tell nobody of what they were', async () => {
    const { second, erin, flow } = await unseenTaking();
    const gone = [...second.board.items.values()].find(({ text }) => text === note);
    if (gone) second.board.take(gone.id);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(10);
    expect([mineOn(erin, 'Pair with each new joiner')?.remarks, viewOf(erin).gone.length]).toEqual([1, 0]);
    expect(flow.step.value).toMatchObject({ words: expect.stringContaining('left where it was') });
    expect(await sharedWords(second)).not.toContain(reasons[0]);
  });

  test('a record that somebody brought along is taken up only when both sides are shown', async () => {
    const { second, erin, flow } = await erinTakes();
    flow.answer(true);
    await second.clock.until(flow.goAhead());
    const max = await second.come('Max Example');
    await second.clock.advance(0);
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await second.clock.advance(10);
    takeUp(max.workshop, sheetOf(max));
    await second.clock.advance(10);
    expect([mineOn(max, note)?.stance, viewOf(erin).content.brought.length]).toEqual([null, 1]);
    switchUnseen(sheetOf(erin), false, viewOf(erin).me.user);
    await second.clock.advance(10);
    takeUp(max.workshop, sheetOf(max));
    await second.clock.advance(10);
    expect([mineOn(max, note)?.stance, viewOf(erin).content.brought.length]).toEqual([
      'with the platform team',
      0,
    ]);
  });
});

describe('from a file', () => {
  async function atTheFile() {
    const first = await spokenBoard();
    await first.there.clock.until((await sheetOf(first.erin).loaded(exportsPart)).saveArchive());
    const text = new TextDecoder().decode(first.erin.files[0]?.bytes);
    const { second } = await secondBoard('copied board', first);
    const max = await second.come('Max Example');
    await second.clock.until(max.workshop.goOnHere(sheetOf(max).id, 'look'));
    const flow = await flowOf(second, max);
    return { second, max, flow, text };
  }
  const fileOf = (text: string, size = text.length) => ({ size, text: async () => text });

  test('a person in an empty browser takes their words along, and their role', async () => {
    const { second, max, flow, text } = await atTheFile();
    expect(flow.kept.value).toEqual([]);
    await second.clock.until(flow.chooseFile(fileOf(text)));
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    expect(mineOn(max, note)).toEqual({ stance: 'with the platform team', remarks: 1, place: 'lane' });
    expect(viewOf(max)).toMatchObject({ engineer: null, me: { role: 'manager', confirmed: false } });
  });

  test('what is no file of ours, damaged, newer, too large or unreadable is told, and nothing is taken', async () => {
    const { second, flow, text } = await atTheFile();
    const told: (string | null)[] = [];
    const files = [
      fileOf('hello'),
      fileOf('{"format":"something else"}'),
      fileOf(text.slice(0, -40)),
      fileOf(text.replace('"version":1', '"version":2').replace('"version": 1', '"version": 2')),
      fileOf(text.replace('"agree-if"', '"perhaps"')),
      fileOf(text, 1e9),
      { size: 1, text: () => Promise.reject(new Error('gone')) },
    ];
    for (const file of files) {
      await second.clock.until(flow.chooseFile(file));
      told.push(flow.problem.value?.slice(0, 40) ?? null);
    }
    expect(told).toEqual([
      'This is no file of Rolewright, or part o',
      'This is no file of Rolewright. Choose on',
      'This is no file of Rolewright, or part o',
      'This file was saved by a newer version o',
      'Part of this file is missing or was chan',
      'This is too large to be a file of Rolewr',
      'The browser could not read this file. Ch',
    ]);
    expect([flow.step.value.kind, flow.preview.value]).toEqual(['choosing', null]);
  });
});

describe('other people’s words', () => {
  test('stay behind unless asked for, come as a record, and are taken up by whoever said them', async () => {
    const { second, erin, flow } = await erinTakes();
    flow.askForOthers();
    flow.answer(false);
    expect(flow.withOthers.value).toBe(false);
    flow.askForOthers();
    flow.answer(true);
    await second.clock.until(flow.goAhead());
    await second.clock.advance(0);
    const [onNote] = [...viewOf(erin).notes.values()].filter(({ text }) => text === note);
    expect(onNote).toMatchObject({
      others: [],
      state: 'open',
      brought: [
        {
          owner: 'user-max-example',
          name: 'Max Example',
          by: 'Erin Example',
          stance: { value: 'agree-if', reason: 'with the platform team' },
          remarks: [{ text: 'Who decides?' }],
        },
      ],
    });

    const max = await second.come('Max Example');
    await second.clock.advance(0);
    expect(viewOf(max).content.brought.map(({ desk }) => desk.owner)).toEqual(['user-max-example']);
    takeUp(max.workshop, sheetOf(max));
    await second.clock.advance(0);
    expect(mineOn(max, note)).toEqual({ stance: 'with the platform team', remarks: 1, place: 'lane' });
    expect(viewOf(erin).content.brought).toEqual([]);
    // Erin owned the sheet there and took her word on who is who along.
    expect(viewOf(max).me).toMatchObject({ role: 'manager', confirmed: true });
  });

  test('are removed by whoever said them, and can’t be brought again', async () => {
    const { second, erin, flow } = await erinTakes();
    flow.answer(true);
    await second.clock.until(flow.goAhead());
    const max = await second.come('Max Example');
    await second.clock.advance(0);
    removeBrought(max.workshop, sheetOf(max));
    await second.clock.advance(0);
    expect(viewOf(erin).content.brought).toEqual([]);
    erin.workshop.along.begin(sheetOf(erin));
    const again = await flowOf(second, erin);
    const [kept] = again.kept.value ?? [];
    if (kept) await second.clock.until(again.choose(kept));
    again.answer(true);
    await second.clock.until(again.goAhead());
    await second.clock.advance(0);
    expect(viewOf(erin).content.brought).toEqual([]);
    expect(again.step.value).toMatchObject({
      words: expect.stringContaining('nothing of theirs be brought'),
    });
  });

  test('an offer that was declined is not made again in this browser', async () => {
    const { second } = await secondBoard('copied board');
    const erin = await second.come('Erin Example');
    const { along } = erin.workshop;
    expect(along.declined(sheetOf(erin).id)).toBe(false);
    along.decline(sheetOf(erin).id);
    expect(along.declined(sheetOf(erin).id)).toBe(true);
  });
});
