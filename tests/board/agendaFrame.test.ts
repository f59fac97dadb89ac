import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, overlap } from '../../src/base/box.ts';
import {
  type AgendaWords,
  agendaFrameKey,
  agendaSize,
  planAgenda,
  planRemoval,
} from '../../src/board/agendaFrame.ts';
import { type ChangePlan, changesOf } from '../../src/board/changePlan.ts';
import { agendaMarkJson, parseMark } from '../../src/board/marks.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import { runChanges } from '../../src/board/runChanges.ts';
import { sheetId } from '../../src/workshop/ids.ts';
import { fakeBoard } from '../support/fakeBoard.ts';
import { virtualClock } from '../support/virtualClock.ts';

const words = (rows: number, said: Partial<AgendaWords> = {}): AgendaWords => ({
  title: 'Next talk: Staff Engineer',
  subtitle: '30 minutes, what people see most differently first',
  rows: Array.from({ length: rows }, (_, index) => ({
    minutes: index + 2,
    words: `Note ${index}`,
    about: 'Open · Erin: nothing yet',
  })),
  rest: '',
  ...said,
});
const origin = { x: 0, y: 0 };
const made = (plan: ChangePlan) =>
  changesOf(plan).flatMap((change) => (change.kind === 'create' ? [change] : []));

describe('an agenda as a frame', () => {
  test('holds all its rows, one below the other, whatever they say', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.constant('word '.repeat(300)));
    const some = fc.array(
      fc.record({ minutes: fc.integer({ min: 1, max: 240 }), words: text, about: text }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(some, text, (rows, rest) => {
        const given = words(0, { rows, rest });
        const [frame, ...pieces] = made(planAgenda(given, origin));
        const boxes = pieces.map(({ item }) => item.box);
        expect(frame?.item.box).toEqual({ ...origin, ...agendaSize(given) });
        expect(boxes.filter((box) => frame && !contains(frame.item.box, box))).toEqual([]);
        const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);
        const minutes = pieces.filter(({ key }) => key.startsWith('agenda:minutes/'));
        expect(minutes.map(({ what }) => what)).toEqual(rows.slice(0, 24).map((row) => `${row.minutes} min`));
      }),
      { seed: 20261203, numRuns: 100 },
    );
  });

  test('has nothing that a harvest would take for a note, and a mark that makes no sheet of it', () => {
    expect(made(planAgenda(words(3), origin)).filter(({ item }) => item.kind === 'sticky')).toEqual([]);
    expect(parseMark(agendaMarkJson(sheetId('s1')))).toBe(null);
  });

  test('moves as a whole with its centre', () => {
    const [here, there] = [planAgenda(words(2), origin), planAgenda(words(2), { x: 100, y: -50 })];
    expect(made(there).map(({ item }) => item.box)).toEqual(
      made(here).map(({ item: { box } }) => ({ ...box, x: box.x + 100, y: box.y - 50 })),
    );
  });

  test('names how many rows found no place', () => {
    const texts = made(planAgenda(words(30, { rest: 'If there is time: 2 more notes.' }), origin));
    expect(texts.at(-1)?.what).toBe('And 6 more. If there is time: 2 more notes.');
  });
});

describe('an agenda on the board', () => {
  const clock = virtualClock();
  const run = (plan: ChangePlan, board: ReturnType<typeof fakeBoard>) =>
    clock.until(runChanges(plan, board, { clock }));

  test('lies in its frame, and taking it back leaves nothing', async () => {
    const board = fakeBoard({ clock });
    const result = await run(planAgenda(words(2), origin), board);
    const frame = result.created.get(agendaFrameKey);
    expect([...board.items.values()].map((item) => item.frame)).toEqual([
      null,
      ...Array.from({ length: 6 }, () => frame),
    ]);
    const { plan, keepsFrame } = planRemoval(result.undo, [...board.items.values()], frame);
    await run(plan, board);
    expect([board.items.size, keepsFrame]).toEqual([0, false]);
  });

  test('is put there again by undoing the undo', async () => {
    const board = fakeBoard({ clock });
    const there = await run(planAgenda(words(1), origin), board);
    const texts = () => [...board.items.values()].map(({ text }) => text);
    const before = texts();
    const gone = await run(there.undo, board);
    await run(gone.undo, board);
    expect(texts().sort()).toEqual(before.sort());
    const frames = [...board.items.values()].filter(({ kind }) => kind === 'frame').map(({ id }) => id);
    expect([...new Set([...board.items.values()].flatMap(({ frame }) => frame ?? []))]).toEqual(frames);
  });

  test('leaves what people have put into its frame, and the frame with it', async () => {
    const board = fakeBoard({ clock });
    const { created, undo } = await run(planAgenda(words(1), origin), board);
    const frame = created.get(agendaFrameKey);
    const box = { x: 0, y: 0, width: 100, height: 100 };
    const theirs = await board.create({ kind: 'sticky', box, text: 'A thought', colour: 'yellow' });
    const { plan, keepsFrame } = planRemoval(undo, [...board.items.values()], frame);
    await run(plan, board);
    expect([[...board.items.keys()], keepsFrame]).toEqual([[frame, theirs.id], true]);
  });

  test('that the board refuses half-way can be taken back', async () => {
    const refuse = ({ method }: { readonly method: string }, n: number) =>
      method === 'create' && n > 4 && n < 30 ? new BoardRefusal('no-access', 'no') : null;
    const board = fakeBoard({ clock, refuse });
    const result = await run(planAgenda(words(4), origin), board);
    expect(result.kind).toBe('failed');
    await run(result.undo, board);
    expect(board.items.size).toBe(0);
  });
});
