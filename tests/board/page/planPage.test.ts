/** Putting a page on the board, going on with it, bringing it up to date and taking it away, on a board in memory. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxAt, contains, left, overlap, top } from '../../../src/base/box.ts';
import { isEmpty } from '../../../src/board/changePlan.ts';
import { layoutPage, type PageWords } from '../../../src/board/page/layout.ts';
import { frameKey, planPage, planPageRemoval, type WrittenPage } from '../../../src/board/page/planPage.ts';
import { BoardRefusal } from '../../../src/board/port.ts';
import { runChanges } from '../../../src/board/runChanges.ts';
import type { ItemId } from '../../../src/workshop/ids.ts';
import { type FakeBoard, type FakeBoardOptions, fakeBoard } from '../../support/fakeBoard.ts';
import { virtualClock } from '../../support/virtualClock.ts';

const clock = virtualClock();
const sheet: Box = boxAt(0, 0, 3000, 2000);

const page = (
  lanes: readonly (readonly string[])[],
  name = 'Job description · Staff Engineer',
): PageWords => ({
  name,
  title: 'Staff Engineer',
  subtitle: 'Credit',
  status: 'Draft of 30 November 2026.',
  facts: 'Engineer: Erin Example',
  sections: [
    {
      id: 'pillar/big',
      level: 1,
      title: 'Big-picture thinking',
      colour: 'blue',
      about: 'Why',
      texts: [],
      leftwards: false,
    },
    ...lanes.map(
      (texts, at) =>
        ({
          id: `lane/${at}`,
          level: 2,
          title: `Lane ${at}`,
          colour: 'blue',
          about: '',
          texts,
          leftwards: false,
        }) as const,
    ),
  ],
});
const short = page([['• Cut the backfill'], ['• Keep one feature store']]);
const long = page([['• Cut the backfill', '• And tell who waits for it'], ['• Keep two'], ['• A third']]);

interface Table {
  readonly board: FakeBoard;
  written: WrittenPage | null;
}
const table = (options: FakeBoardOptions = {}): Table => ({
  board: fakeBoard({ clock, ...options }),
  written: null,
});
const planFor = ({ board, written }: Table, words: PageWords) =>
  planPage(layoutPage(words), written, { all: [...board.items.values()], sheet });

/** As the panel does it. */
async function put(at: Table, words: PageWords, signal?: AbortSignal) {
  const plan = planFor(at, words);
  const options = { clock, ...(signal ? { signal } : {}) };
  const first = await clock.until(runChanges(plan.first, at.board, options));
  const frame = plan.frame ?? first.created.get(frameKey);
  if (!frame) throw new Error('No frame');
  at.written = plan.during(frame, new Map());
  const rest = await clock.until(runChanges(plan.rest(frame), at.board, options));
  at.written = (rest.kind === 'done' ? plan.after : plan.during)(frame, rest.created);
  return { frame, result: rest };
}

const textsOn = ({ items }: FakeBoard) =>
  [...items.values()].filter(({ kind }) => kind === 'shape').map(({ text }) => text);
const wordsOf = (words: PageWords) => layoutPage(words).pieces.map(({ item }) => item.text);

function tidy({ items }: FakeBoard, frame: ItemId): void {
  const box = items.get(frame)?.box;
  const pieces = [...items.values()].filter(({ kind }) => kind === 'shape');
  if (!box) throw new Error('The frame is gone');
  expect(pieces.filter((one) => one.frame !== frame || !contains(box, one.box))).toEqual([]);
  const pairs = pieces.flatMap((a, at) => pieces.slice(at + 1).map((b) => [a, b] as const));
  expect(pairs.filter(([a, b]) => overlap(a.box, b.box))).toEqual([]);
}

describe('a page that is put on the board', () => {
  test('lies in a frame of its own beside the sheet', async () => {
    const at = table();
    const { frame } = await put(at, short);
    expect(textsOn(at.board).toSorted()).toEqual([...wordsOf(short)].sort());
    tidy(at.board, frame);
    const box = at.board.items.get(frame)?.box;
    expect(box && overlap(box, sheet)).toBe(false);
  });

  test('is not written again while it says the same', async () => {
    const at = table();
    const { frame } = await put(at, short);
    const plan = planFor(at, short);
    expect([plan.frame, plan.edits, isEmpty(plan.first), isEmpty(plan.rest(frame))]).toEqual([
      ...[frame, [], true, true],
    ]);
  });

  test('is brought up to date in the same frame, which grows and shrinks with it', async () => {
    const at = table();
    const { frame } = await put(at, short);
    const height = () => at.board.items.get(frame)?.box.height ?? 0;
    const before = height();
    expect(planFor(at, long).edits).toEqual([]);
    expect((await put(at, long)).frame).toBe(frame);
    expect(textsOn(at.board).toSorted()).toEqual([...wordsOf(long)].sort());
    expect(height()).toBeGreaterThan(before);
    tidy(at.board, frame);
    await put(at, short);
    expect(textsOn(at.board).toSorted()).toEqual([...wordsOf(short)].sort());
    expect(height()).toBe(before);
  });

  test('stays where somebody has moved its frame', async () => {
    const at = table();
    const { frame } = await put(at, short);
    const box = at.board.items.get(frame)?.box ?? sheet;
    await at.board.change(frame, { x: box.x + 9000, y: box.y - 400 });
    expect(planFor(at, short).edits).toEqual([]);
    await put(at, long);
    const now = at.board.items.get(frame)?.box ?? sheet;
    expect([left(now), top(now)]).toEqual([left(box) + 9000, top(box) - 400]);
    tidy(at.board, frame);
  });

  test('moves to where there is room rather than grow over something', async () => {
    const at = table();
    const { frame } = await put(at, short);
    const box = at.board.items.get(frame)?.box ?? sheet;
    const near = { ...box, y: box.y + box.height + 40 };
    await at.board.create({ kind: 'sticky', box: near, text: 'In the way', colour: 'yellow' });
    await put(at, long);
    const now = at.board.items.get(frame)?.box ?? sheet;
    expect(overlap(now, near)).toBe(false);
    tidy(at.board, frame);
  });

  test('is made anew where somebody has deleted its frame', async () => {
    const at = table();
    const { frame } = await put(at, short);
    for (const id of [...at.board.items.keys()]) at.board.take(id);
    const plan = planFor(at, short);
    expect([plan.frame, plan.edits]).toEqual([null, []]);
    expect((await put(at, short)).frame).not.toBe(frame);
    expect(textsOn(at.board)).toHaveLength(wordsOf(short).length);
  });

  test('leaves alone what people put on it, and keeps room for that', async () => {
    const at = table();
    const { frame } = await put(at, long);
    const box = at.board.items.get(frame)?.box ?? sheet;
    const theirs = await at.board.create({
      ...{ kind: 'sticky', text: 'A thought', colour: 'yellow' },
      box: { ...box, y: box.y + box.height / 2 - 120, width: 199, height: 228 },
    });
    await at.board.putInFrame(frame, theirs.id);
    expect(planFor(at, short).edits).toEqual([]);
    await put(at, short);
    expect(at.board.items.get(theirs.id)?.box).toEqual(theirs.box);
  });
});

describe('what somebody did to it by hand', () => {
  const idOf = ({ board }: Table, text: string): ItemId => {
    const found = [...board.items.values()].find((item) => item.text === text);
    if (!found) throw new Error(`Nothing says ${text}`);
    return found.id;
  };

  test.each([
    ['reworded', '• Cut the backfill, somewhat'],
    ['moved', '• Cut the backfill'],
    ['deleted', '• Cut the backfill'],
  ] as const)('is asked about: %s', async (how, what) => {
    const at = table();
    const { frame } = await put(at, short);
    const id = idOf(at, '• Cut the backfill');
    if (how === 'reworded') at.board.edit(id, { text: what });
    if (how === 'moved') await at.board.change(id, { y: (at.board.items.get(id)?.box.y ?? 0) + 60 });
    if (how === 'deleted') at.board.take(id);
    expect(planFor(at, short).edits).toEqual([{ what, how }]);
    // Written over, all is as it was.
    await put(at, short);
    expect(textsOn(at.board).toSorted()).toEqual([...wordsOf(short)].sort());
    tidy(at.board, frame);
    expect(planFor(at, short).edits).toEqual([]);
  });

  test('is told of its frame’s name, too, and of a text that was dragged out', async () => {
    const at = table();
    const { frame } = await put(at, short);
    at.board.edit(frame, { text: 'Ours!' });
    const id = idOf(at, '• Cut the backfill');
    at.board.edit(id, { frame: null, box: boxAt(-9000, 0, 800, 100) });
    expect(planFor(at, short).edits).toEqual([
      { what: '• Cut the backfill', how: 'moved' },
      { what: 'Ours!', how: 'reworded' },
    ]);
    await put(at, short);
    tidy(at.board, frame);
    expect([at.board.items.get(frame)?.text, textsOn(at.board).length]).toEqual([
      ...[short.name, wordsOf(short).length],
    ]);
  });

  test('is no edit where it is what we were about to write', async () => {
    const at = table();
    await put(at, short);
    at.board.edit(idOf(at, '• Keep one feature store'), { text: '• Keep  two\n' });
    expect(planFor(at, long).edits).toEqual([]);
  });

  test('is left where the page is taken off the board', async () => {
    const at = table();
    const { frame } = await put(at, short);
    const id = idOf(at, '• Cut the backfill');
    at.board.edit(id, { text: 'Mine now' });
    if (!at.written) throw new Error('Nothing was written');
    const { plan, keepsFrame } = planPageRemoval(at.written, [...at.board.items.values()]);
    await clock.until(runChanges(plan, at.board, { clock }));
    expect([keepsFrame, [...at.board.items.keys()].sort()]).toEqual([true, [frame, id].sort()]);
  });
});

test('a page that is taken off the board leaves nothing of it', async () => {
  const at = table();
  await put(at, long);
  if (!at.written) throw new Error('Nothing was written');
  const { plan } = planPageRemoval(at.written, [...at.board.items.values()]);
  await clock.until(runChanges(plan, at.board, { clock }));
  expect(at.board.items.size).toBe(0);
});

describe('what was interrupted', () => {
  /** The tab is closed at a moment: nothing after that call is made, and nothing is put on record. */
  async function closed(at: Table, words: PageWords, calls: number): Promise<void> {
    const plan = planFor(at, words);
    const control = new AbortController();
    let made = 0;
    const dying = new Proxy(at.board, {
      get(board, name: keyof FakeBoard) {
        const method = board[name];
        if (!['create', 'putInFrame', 'change', 'remove'].includes(name)) return method;
        return (...given: never[]) => {
          made += 1;
          if (made > calls) return Promise.reject(new BoardRefusal('gone', 'The tab is closed.'));
          return (method as (...all: never[]) => unknown)(...given);
        };
      },
    });
    const options = { clock, signal: control.signal };
    const first = await clock.until(runChanges(plan.first, dying, options));
    const frame = plan.frame ?? first.created.get(frameKey);
    if (!frame || first.kind !== 'done') return;
    at.written = plan.during(frame, new Map());
    await clock.until(runChanges(plan.rest(frame), dying, options));
  }

  test('is gone on with, asks nothing, and leaves no doubles, wherever it stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ calls: fc.nat(40), words: fc.constantFrom(short, long) }), { maxLength: 3 }),
        fc.boolean(),
        async (tries, before) => {
          const at = table();
          if (before) await put(at, short);
          for (const { calls, words } of tries) {
            expect(planFor(at, words).edits).toEqual([]);
            await closed(at, words, calls);
          }
          expect(planFor(at, long).edits).toEqual([]);
          const { frame, result } = await put(at, long);
          expect(result.kind).toBe('done');
          expect(textsOn(at.board).toSorted()).toEqual([...wordsOf(long)].sort());
          expect([...at.board.items.values()].filter(({ kind }) => kind === 'frame')).toHaveLength(1);
          tidy(at.board, frame);
        },
      ),
      { seed: 20261130, numRuns: 60 },
    );
  });
});
