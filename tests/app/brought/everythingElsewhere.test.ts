/** A sheet saved with everything, brought to a board that has nothing of it, and saved there: the two files compared. */
import { expect, test, vi } from 'vitest';
import { parseArchive } from '../../../src/annotations/parseArchive.ts';
import type { StartForm } from '../../../src/app/models/drop/startForm.ts';
import { exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import { takingOver } from '../../../src/app/models/takingAlong/takingOver.ts';
import { type Box, holds, left, moved, top } from '../../../src/base/box.ts';
import { bordersNow } from '../../../src/board/bringIn/backInPlace.ts';
import { putIntoLanes } from '../../../src/board/bringIn/run.ts';
import { type ItemId, type LaneId, laneId } from '../../../src/workshop/ids.ts';
import { noteSize } from '../../../src/workshop/spacing.ts';
import { finished } from '../../support/finished.ts';
import { gathering, sheetOf } from '../../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const exploration = laneId('execution', 'exploration');
const mentoring = laneId('leveling-up', 'mentorship-and-sponsorship');

async function dropped(boardId: string, about: Partial<StartForm> = { title: 'Staff ML Engineer' }) {
  const there = gathering({ boardId, idsFrom: boardId === 'board-a' ? 0 : 5_000 });
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), ...about }));
  await there.clock.advance(0);
  const look = () => finished(there, sheetOf(erin).context.look());
  return { there, erin, look };
}
type OnBoard = Awaited<ReturnType<typeof dropped>>;

async function put({ there, erin }: OnBoard, lane: LaneId, texts: readonly string[]) {
  const wishes = texts.map((text) => ({ key: text, lane, text, sticky: null }));
  const { board, clock } = there;
  const { look } = sheetOf(erin).context;
  await finished(
    there,
    putIntoLanes(wishes, {
      ...{ board, clock, look, hasRoom: () => true, makeRoom: true },
      ...{ signal: new AbortController().signal, onProgress: () => undefined },
    }),
  );
}

const note = ({ there }: OnBoard, text: string): ItemId => {
  const found = [...there.board.items.values()].find((item) => item.text === text);
  if (!found) throw new Error(`There is no note “${text}”`);
  return found.id;
};

/** By hand; `box` relative to the frame. */
async function lay(on: OnBoard, text: string, box: Partial<Box>, colour?: string) {
  const { frame, items } = await on.look();
  const id = note(on, text);
  const was = items.find((item) => item.id === id)?.box;
  if (!was) throw new Error(`“${text}” lies in no sheet`);
  const to = { ...was, ...box };
  on.there.board.edit(id, {
    box: { ...to, x: to.x + left(frame.box), y: to.y + top(frame.box) },
    ...(colour ? { colour } : {}),
  });
}

async function file(on: OnBoard): Promise<string> {
  await on.look();
  const exports = await finished(on.there, sheetOf(on.erin).loaded(exportsPart));
  await finished(on.there, exports.saveArchive());
  return new TextDecoder().decode(on.erin.files.at(-1)?.bytes);
}

/** Notes at all the places that somebody may leave them at, and more in one lane than it had room for. */
async function oddBoard() {
  const on = await dropped('board-a');
  await put(
    on,
    direction,
    Array.from({ length: 11 }, (_, at) => `Direction ${at}`),
  );
  await put(on, mentoring, ['Mentor two', 'Between', 'In no lane', 'Large', 'Wide']);
  const sheet = await on.look();
  const borders = bordersNow(sheet);
  // Beside the blank sticky that waits in its lane, which has been moved.
  const free = borders.areas.get(exploration);
  const blank =
    free && sheet.items.find(({ kind, text, box }) => kind === 'sticky' && !text && holds(free, box));
  if (!free || !blank) throw new Error('No blank sticky waits');
  const { id: made } = await finished(
    on.there,
    on.there.board.create({
      kind: 'sticky',
      box: { ...sheet.frame.box, ...noteSize },
      text: 'Beside',
      colour: 'pink',
    }),
  );
  on.there.board.edit(made, { frame: sheet.frame.id });
  await lay(on, 'Beside', { x: blank.box.x + 230, y: blank.box.y });
  on.there.board.edit(blank.id, {
    box: moved(blank.box, left(sheet.frame.box) + 7, top(sheet.frame.box) + 30),
  });
  const [lane, other] = [borders.areas.get(mentoring), borders.areas.get(direction)];
  if (!lane || !other) throw new Error('The lanes are not there');
  const { frame } = await on.look();
  await lay(on, 'Between', { y: top(lane) });
  await lay(on, 'In no lane', { x: frame.box.width - 115, y: 130 });
  await lay(on, 'Large', { width: 300, height: 343.7, x: lane.x + 33.25, y: lane.y + 21.5 }, 'violet');
  await lay(on, 'Wide', { width: 350, height: 228 }, 'light_green');
  await lay(on, 'Direction 3', { x: other.x + 17.5, y: other.y + 5 }, 'red');
  // On another one, as people leave them.
  await lay(on, 'Direction 4', { x: other.x + 37.5, y: other.y + 25 });
  await on.look();
  const sheetHere = sheetOf(on.erin);
  sheetHere.takeStance(note(on, 'Between'), 'agree-if', 'once it is clear where');
  sheetHere.takeStance(note(on, 'Direction 4'), 'agree', '');
  sheetHere.remark(note(on, 'In no lane'), 'Where does this belong?', null);
  await on.there.clock.advance(10);
  return on;
}

async function taking({ erin }: OnBoard) {
  erin.workshop.along.begin(sheetOf(erin));
  const under = erin.workshop.along.flow.value;
  if (!under) throw new Error('Nothing is being taken along');
  return takingOver({ ...under.context, sheet: under.sheet, kept: async () => [] });
}
async function bring(on: OnBoard, text: string) {
  const flow = await taking(on);
  await finished(on.there, flow.chooseText(text));
  await finished(on.there, flow.goAhead());
  await on.there.clock.advance(10);
  const step = flow.step.value;
  if (step.kind !== 'done') throw new Error(`Not done: ${step.kind} ${flow.problem.value}`);
  return { flow, step };
}

/** Lists in the order of ids of stickies, which differ. */
const sorted = (all: readonly object[]) =>
  all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What differs from board to board, each for its reason; all the rest has to be equal. */
function comparable(text: string) {
  const read = parseArchive(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const texts = new Map(
    read.value.notes.map(({ id, text: words, box }) => [id, words || `${box.x} ${box.y}`]),
  );
  // The stickies here have ids of their own; wherever one is named, it is named by its words.
  let plain = text;
  for (const [id, words] of texts) plain = plain.replaceAll(`"${id}"`, JSON.stringify(words));
  const { notes, ...rest } = JSON.parse(plain);
  return {
    ...rest,
    // The board it was made on, and when it was saved.
    ...{ board: '', at: '' },
    // The sheet here is another one, dropped at another time.
    details: { ...rest.details, id: '', createdAt: '' },
    notes: sorted(
      // Miro says when a sticky was changed last, and by whom: here it was just now, by who brought it.
      notes.map((one: object) => ({ ...one, modifiedAt: '', modifiedBy: '' })),
    ),
    desks: rest.desks.map((desk: { stances: object[] }) => ({ ...desk, stances: sorted(desk.stances) })),
  };
}

/** The same without the last words of stickies that were on the board for a while: a sheet keeps those. */
function onBoard(text: string) {
  const { notes, ...rest } = comparable(text);
  return { ...rest, notes: notes.filter(({ gone }: { gone: boolean }) => !gone) };
}

const state = ({ there }: OnBoard) =>
  [...there.board.items.values()].map(({ id, box, text, frame, colour }) => ({
    id,
    box,
    text,
    frame,
    colour,
  }));

test('the file saved there is the file that was brought, but for what a board gives', async () => {
  const first = await oddBoard();
  const text = await file(first);
  const there = comparable(text).notes.filter((one: { text: string }) => one.text !== '');
  const lanes = Object.fromEntries(
    there.map((one: { text: string; lanes: string[] }) => [one.text, one.lanes]),
  );
  expect([there.length, lanes.Between.length, lanes['In no lane']]).toEqual([17, 2, []]);

  const second = await dropped('board-b');
  const { step } = await bring(second, text);
  expect(step.words).toContain('17 notes are in the sheet.');
  expect(comparable(await file(second))).toEqual(comparable(text));

  // A second time nothing is added.
  const before = state(second);
  const flow = await taking(second);
  await finished(second.there, flow.chooseText(await file(first)));
  expect([flow.preview.value?.missing, flow.withNotes.value]).toEqual([[], false]);
  await finished(second.there, flow.goAhead());
  expect(state(second)).toEqual(before);
});

test('undone, the sheet is as it was dropped', async () => {
  const text = await file(await oddBoard());
  const second = await dropped('board-b');
  const before = state(second);
  const { step } = await bring(second, text);
  expect(state(second)).not.toEqual(before);
  step.undo?.();
  await finished(
    second.there,
    vi.waitFor(() => expect(state(second)).toEqual(before)),
  );
});

test('undone and done once more, all notes are there again', async () => {
  const text = await file(await oddBoard());
  const second = await dropped('board-b');
  const before = state(second);
  const { flow, step } = await bring(second, text);
  const offered = flow.preview.value?.missing.length;
  step.undo?.();
  await finished(
    second.there,
    vi.waitFor(() => expect(state(second)).toEqual(before)),
  );
  expect(offered).toBe(0);
  expect(flow.preview.value?.missing.length).toBeGreaterThan(5);
  await finished(second.there, flow.goAhead());
  expect(onBoard(await file(second))).toEqual(onBoard(text));
});

test('where the title stays, what it stands in keeps its size', async () => {
  const long = 'A title so long that it takes several lines at the top of the sheet '.repeat(2);
  const first = await dropped('board-a', { title: long.slice(0, 118) });
  await put(first, direction, ['Decide']);
  const second = await dropped('board-b', { title: 'Principal' });
  const headers = () =>
    state(second).filter(({ text, frame }) => frame !== null && text !== '' && text !== 'Decide');
  const before = headers();
  await bring(second, await file(first));
  expect(headers()).toEqual(before);
  expect(state(second).some(({ text }) => text === 'Decide')).toBe(true);
});

test('stopped half-way all is taken back, and it can be gone on with', async () => {
  const text = await file(await oddBoard());
  const second = await dropped('board-b');
  const before = state(second);
  const flow = await taking(second);
  await finished(second.there, flow.chooseText(text));
  const stop = flow.step.subscribe((step) => {
    if (step.kind === 'working' && step.notes?.done === 7) flow.stop();
  });
  await finished(second.there, flow.goAhead());
  stop();
  expect([flow.step.value.kind, flow.problem.value]).toEqual(['preview', expect.stringMatching(/^Stopped/)]);
  expect(state(second)).toEqual(before);
  await finished(second.there, flow.goAhead());
  expect(onBoard(await file(second))).toEqual(onBoard(text));
});

test('what was on its way when the panel was closed is found, and the rest is put beside it', async () => {
  const text = await file(await oddBoard());
  const second = await dropped('board-b');
  const { flow } = await bring(second, text);
  for (const words of ['Between', 'Large', 'Direction 3']) second.there.board.take(note(second, words));
  await finished(second.there, flow.chooseText(text));
  flow.bringNotes(true);
  await finished(second.there, flow.goAhead());
  // What was said of those that are gone stays said of them, besides.
  expect(onBoard(await file(second)).notes).toEqual(onBoard(text).notes);
});

test('on a sheet where somebody writes, a place that is taken is not, and headers stay', async () => {
  const text = await file(await oddBoard());
  const second = await dropped('board-b');
  await put(second, mentoring, ['Mine']);
  const between = comparable(text).notes.find((one: { text: string }) => one.text === 'Between');
  await lay(second, 'Mine', { x: between.box.x, y: between.box.y + 100 });
  const headers = (await second.look()).items.filter(({ kind }) => kind !== 'sticky');
  const flow = await taking(second);
  await finished(second.there, flow.chooseText(text));
  flow.bringNotes(true);
  await finished(second.there, flow.goAhead());
  const step = flow.step.value;
  const view = sheetOf(second.erin).view.value;
  const place = (words: string) => [...(view?.notes.values() ?? [])].find((one) => one.text === words)?.place;
  expect([place('Mine'), place('Direction 0'), place('Large'), place('In no lane')]).toEqual([
    ...['lane', 'lane', 'lane', 'stray'],
  ]);
  expect(step.kind === 'done' && step.words).toMatch(/1 note lay on a border or in no lane.*is not put\./);
  const after = (await second.look()).items.filter(({ kind }) => kind !== 'sticky');
  expect(after.map(({ id, text: words }) => [id, words])).toEqual(
    headers.map(({ id, text: words }) => [id, words]),
  );
});

const said = {
  ...{ title: 'Staff ML Engineer', team: 'Credit', level: 'L6' },
  reviewers: 'Mona Example, Max Example',
};
const writing = ({ there }: OnBoard): string[] =>
  [...there.board.items.values()].flatMap(({ kind, text }) => (kind === 'sticky' ? [] : [text])).sort();

test('what the sheet is about comes along where nobody has said it here, onto the board, too, and goes again', async () => {
  const first = await dropped('board-a', said);
  await put(first, direction, ['Decide']);
  const text = await file(first);
  const second = await dropped('board-b', {});
  const [before, records] = [writing(second), [...second.there.board.records]];
  expect(before).not.toEqual(writing(first));
  const { step } = await bring(second, text);
  await finished(second.there, second.look());
  expect(step.words).toContain('The sheet’s title, team, level and reviewers came along.');
  expect(comparable(await file(second))).toEqual(comparable(text));
  expect(writing(second)).toEqual(writing(first));
  expect(JSON.stringify([...second.there.board.records])).toContain('"team":"Credit"');
  step.undo?.();
  await finished(
    second.there,
    vi.waitFor(() => {
      expect([writing(second), [...second.there.board.records]]).toEqual([before, records]);
      const details = { title: 'Staff Engineer', reviewers: [] };
      expect(sheetOf(second.erin).view.value?.details).toMatchObject(details);
    }),
  );
});

test('what both say otherwise stays as it is here, which the preview tells', async () => {
  const first = await dropped('board-a', said);
  await put(first, direction, ['Decide']);
  const text = await file(first);
  const second = await dropped('board-b', { title: 'Principal', team: 'Credit', reviewers: 'Pia Example' });
  const flow = await taking(second);
  await finished(second.there, flow.chooseText(text));
  expect(flow.preview.value?.details).toEqual({ take: { level: 'L6' }, kept: ['title', 'reviewers'] });
  await finished(second.there, flow.goAhead());
  expect(sheetOf(second.erin).view.value?.details).toMatchObject({
    ...{ title: 'Principal', team: 'Credit', level: 'L6', reviewers: ['Pia Example'] },
    engineer: 'Erin Example',
  });
});
