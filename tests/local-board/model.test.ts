/** The model under any order of commands: what must always hold, and that undo leads all the way back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../src/base/box.ts';
import { createCopy } from '../../src/local-board/client/contents.ts';
import { carryOut, type Plain } from '../../src/local-board/model/carryOut.ts';
import { draftOf } from '../../src/local-board/model/draft.ts';
import { emptySpace } from '../../src/local-board/model/emptySpace.ts';
import { stepOf, takeBack } from '../../src/local-board/model/history.ts';
import { cleanContent, plainText } from '../../src/local-board/model/html.ts';
import { type ItemData, isPlaced } from '../../src/local-board/model/item.ts';
import { boxOnBoard } from '../../src/local-board/model/place.ts';
import { apply, type BoardState, emptyBoard, inOrder, isVisible } from '../../src/local-board/model/state.ts';
import { textHeight } from '../../src/local-board/model/textHeight.ts';

const seed = 20_261_123;

/** Ids are counted, so that a command may name things that exist, did exist, or never will. */
const id = fc.integer({ min: 1, max: 16 }).map(String);
const place = fc.record({
  x: fc.integer({ min: -600, max: 600 }),
  y: fc.integer({ min: -600, max: 600 }),
});
const side = fc.integer({ min: 50, max: 900 });
const command: fc.Arbitrary<{ command: Plain; by: 'hand' | 'app' }> = fc.record({
  by: fc.constantFrom('hand' as const, 'app' as const),
  command: fc.oneof(
    fc.record({
      do: fc.constant('create' as const),
      items: fc.array(
        fc.record({
          type: fc.constantFrom('sticky_note', 'text', 'shape', 'frame', 'frame'),
          x: fc.integer({ min: -600, max: 600 }),
          y: fc.integer({ min: -600, max: 600 }),
          width: side,
        }),
        { maxLength: 3 },
      ),
      settle: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('update' as const),
      changes: fc
        .tuple(id, fc.oneof(place, fc.record({ width: side }), fc.record({ content: fc.string() })))
        .map(([of, fields]) => [{ id: of, ...fields }]),
      settle: fc.boolean(),
    }),
    fc.record({ do: fc.constant('remove' as const), ids: fc.uniqueArray(id, { maxLength: 3 }) }),
    fc.record({
      do: fc.constant('create' as const),
      items: fc
        .tuple(id, id, fc.constantFrom('straight', 'elbowed', 'curved'))
        .map(([from, to, shape]) => [{ type: 'connector', shape, start: { item: from }, end: { item: to } }]),
    }),
    fc.record({
      do: fc.constant('update' as const),
      changes: fc.tuple(id, id).map(([of, to]) => [{ id: of, end: { item: to } }]),
    }),
    fc.record({
      do: fc.constant('create' as const),
      items: fc.tuple(place, place).map((places) => places.map((at) => ({ type: 'shape', ...at }))),
      copyOf: fc.tuple(id, id),
      settle: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('create' as const),
      items: fc
        .tuple(place, fc.constantFrom('start', 'end'), fc.constantFrom('horizontal', 'vertical'))
        .map(([at, direction, layout]) => [
          { type: 'mindmap_node', ...at, layout, children: [{ direction, children: [{}, {}] }, {}] },
        ]),
      settle: fc.boolean(),
    }),
    fc.record({ do: fc.constant('mindmap-add' as const), node: id, item: id }),
    fc.record({
      do: fc.constant('update' as const),
      changes: fc
        .tuple(id, fc.constantFrom({ layout: 'vertical' }, { direction: 'start' }, { width: 300 }))
        .map(([of, fields]) => [{ id: of, ...fields }]),
    }),
    fc.record({ do: fc.constant('group' as const), items: fc.uniqueArray(id, { maxLength: 3 }) }),
    fc.record({ do: fc.constant('ungroup' as const), ids: fc.uniqueArray(id, { maxLength: 2 }) }),
    fc.record({ do: fc.constant('frame-add' as const), frame: id, item: id }),
    fc.record({ do: fc.constant('frame-remove' as const), frame: id, item: id }),
    fc.record({
      do: fc.constant('layer' as const),
      ids: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
      to: fc.constantFrom('front' as const, 'back' as const, 'above' as const, 'below' as const),
      target: id,
    }),
    fc.record({
      do: fc.constant('tag-create' as const),
      tag: fc.record({ title: fc.constantFrom('a', 'b', 'c') }),
    }),
  ),
});

/** So that most commands find something to do. */
const beginning: readonly { command: Plain; by: 'hand' | 'app' }[] = [
  { do: 'create', items: [{ type: 'frame', width: 900, height: 900 }] } as const,
  { do: 'create', items: [-300, 0, 300].map((x) => ({ type: 'sticky_note', x })), settle: true } as const,
  { do: 'create', items: [{ type: 'shape', x: 2000 }, { type: 'text' }] } as const,
  { do: 'create', items: [{ type: 'connector', start: { item: '2' }, end: { item: '5' } }] } as const,
  { do: 'group', items: ['3', '4', '5'] } as const,
  { do: 'create', items: [{ type: 'mindmap_node', children: [{ children: [{}] }, {}] }] } as const,
].map((wanted) => ({ command: wanted, by: 'hand' }));

function run(
  state: BoardState,
  { command: wanted, by }: { command: Plain; by: 'hand' | 'app' },
  newId: () => string,
) {
  return carryOut(state, wanted, {
    rules: { inside: 'whole', adopt: 'yes', childMoves: 'allowed' },
    userId: 'erin',
    by,
    app: undefined,
    now: '2026-01-05T09:00:00.000Z',
    newId,
  });
}

function broken(state: BoardState): string[] {
  const faults: string[] = [];
  for (const item of state.items.values()) {
    const parent = item.parentId === null ? undefined : state.items.get(item.parentId);
    const branch = parent?.type === 'mindmap_node' && item.type === 'mindmap_node';
    if (item.parentId !== null && parent?.type !== 'frame' && !branch)
      faults.push(`${item.id} has no parent`);
    if (item.type === 'mindmap_node') {
      if (item.isRoot === branch) faults.push(`${item.id} is wrong about being a root`);
      if ((item.direction !== undefined) !== (branch && parent.isRoot))
        faults.push(`${item.id} is wrong about its direction`);
      if (branch && parent.layout !== item.layout) faults.push(`${item.id} is laid out otherwise`);
    }
    if (parent && 'childrenIds' in parent && !parent.childrenIds.includes(item.id))
      faults.push(`${parent.id} does not know ${item.id}`);
    if (isPlaced(item) && ![item.x, item.y, item.width, item.height].every(Number.isFinite))
      faults.push(`${item.id} is nowhere`);
    if (item.type === 'connector') {
      const { start, end } = item;
      for (const one of [start.item, end.item]) {
        if (!isPlaced(state.items.get(one))) faults.push(`${item.id} hangs on ${one}, which is not there`);
        if (!state.relations.connectorsOf(one).has(item.id)) faults.push(`${one} does not know ${item.id}`);
      }
      if (start.item === end.item) faults.push(`${item.id} joins one item with itself`);
    }
    if (item.groupId !== undefined && !state.relations.membersOf(item.groupId).has(item.id))
      faults.push(`the group ${item.groupId} does not know ${item.id}`);
    if (!('childrenIds' in item)) continue;
    if (new Set(item.childrenIds).size !== item.childrenIds.length) faults.push(`${item.id} counts twice`);
    for (const child of item.childrenIds)
      if (state.items.get(child)?.parentId !== item.id) faults.push(`${child} is not in ${item.id}`);
  }
  for (const group of state.relations.groups()) {
    const members = [...state.relations.membersOf(group)];
    if (members.length < 2) faults.push(`the group ${group} has ${members.length} item`);
    if (members.some((member) => state.items.get(member)?.groupId !== group))
      faults.push(`the group ${group} counts an item that is not its own`);
  }
  for (const of of state.items.keys())
    for (const line of state.relations.connectorsOf(of)) {
      const found = state.items.get(line);
      if (found?.type !== 'connector' || ![found.start.item, found.end.item].includes(of))
        faults.push(`${of} counts the connector ${line}`);
    }
  if (state.layers.size !== state.items.size) faults.push('layers without items');
  return faults;
}

/** What a person sees, without the marks of who did what. */
const seen = (state: BoardState) => ({
  items: inOrder(state.items.values(), (of) => state.layers.get(of) ?? 0).map((item: ItemData) => {
    const box = boxOnBoard(item, (of) => state.items.get(of));
    const joins = item.type === 'connector' ? [item.start.item, item.end.item] : [];
    const lies = [Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)];
    return [item.id, item.parentId, item.groupId, ...lies, ...joins];
  }),
  tags: [...state.tags.keys()].sort(),
});

describe('any commands in any order', () => {
  test('keep parents and children in step, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const state = emptyBoard();
        let ids = 0;
        const copy = createCopy();
        for (const wanted of [...beginning, ...commands]) {
          const before = JSON.stringify([...state.items]);
          const result = run(state, wanted, () => String(++ids));
          expect(JSON.stringify([...state.items])).toBe(before);
          if (!result.ok) continue;
          for (const change of result.value.changes) apply(state, change);
          copy.bring(result.value.changes.filter(isVisible));
          expect(broken(state)).toEqual([]);
          expect([...copy.contents().items.keys()]).toEqual(
            inOrder(state.items.values(), (of) => state.layers.get(of) ?? 0).map((item) => item.id),
          );
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  test('are all taken back by undo, step by step, and brought again by redo', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        const state = emptyBoard();
        let ids = 0;
        const past: { seen: unknown; step: NonNullable<ReturnType<typeof stepOf>> }[] = [];
        for (const wanted of [...beginning, ...commands]) {
          const result = run(state, wanted, () => String(++ids));
          if (!result.ok) continue;
          const step = stepOf(state, result.value.changes);
          if (step) past.push({ seen: seen(state), step });
          for (const change of result.value.changes) apply(state, change);
        }
        for (const { seen: before, step } of past.reverse()) {
          const after = seen(state);
          const draft = draftOf(state);
          takeBack(draft, step, '', 'erin');
          const changes = draft.changes();
          const forth = stepOf(state, changes);
          for (const change of changes) apply(state, change);
          expect(broken(state)).toEqual([]);
          expect(seen(state)).toEqual(before);
          if (!forth) continue;
          const again = draftOf(state);
          takeBack(again, forth, '', 'erin');
          const redone = emptyBoardLike(state);
          for (const change of again.changes()) apply(redone, change);
          expect(seen(redone)).toEqual(after);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  test('may be taken back in any order, as several people do, and the board stays whole', () => {
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 15 }),
        fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
        (commands, order) => {
          const state = emptyBoard();
          let ids = 0;
          const steps: NonNullable<ReturnType<typeof stepOf>>[] = [];
          for (const wanted of [...beginning, ...commands]) {
            const result = run(state, wanted, () => String(++ids));
            if (!result.ok) continue;
            const step = stepOf(state, result.value.changes);
            if (step) steps.push(step);
            for (const change of result.value.changes) apply(state, change);
          }
          for (const pick of order) {
            const [step] = steps.splice(pick % Math.max(1, steps.length), 1);
            if (!step) continue;
            const draft = draftOf(state);
            takeBack(draft, step, '', 'erin');
            for (const change of draft.changes()) apply(state, change);
            expect(broken(state)).toEqual([]);
          }
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});

function emptyBoardLike(state: BoardState): BoardState {
  const like = emptyBoard();
  for (const item of state.items.values())
    apply(like, { what: 'item', item, layer: state.layers.get(item.id) ?? 0 });
  for (const tag of state.tags.values()) apply(like, { what: 'tag', tag });
  for (const [key, noted] of state.metadata) like.metadata.set(key, new Map(noted));
  return like;
}

describe('content', () => {
  test('cleaned twice is as cleaned once, and never holds a tag that is not allowed', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'b',
      'script',
      'p',
      '&',
      'lt;',
      '"',
      ' ',
      'onx=1',
      'a href=',
      'javascript:',
      '<!--',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
        (given) => {
          const once = cleanContent('sticky_note', given);
          expect(cleanContent('sticky_note', once)).toBe(once);
          expect(
            once.replace(/<\/?(?:p|strong|b|em|i|u|s)>|<br \/>|<a(?: href="[^"<>]*")?>|<\/a>/g, ''),
          ).not.toMatch(/[<>]/);
        },
      ),
      { seed, numRuns: 2000 },
    );
  });

  test('as plain text loses tags and keeps line breaks', () => {
    expect(plainText('<p>a &amp; <b>b</b></p><p>c<br />d</p>')).toBe('a & b\nc\nd');
  });

  test('makes a text as high as its lines', () => {
    const line = textHeight({ content: 'x', width: 500, fontSize: 20 });
    expect(line).toBe(28);
    expect(textHeight({ content: 'x<br />y', width: 500, fontSize: 20 })).toBe(56);
    expect(textHeight({ content: 'word '.repeat(20), width: 200, fontSize: 20 })).toBeGreaterThan(100);
    expect(textHeight({ content: 'x'.repeat(300), width: 200, fontSize: 20 })).toBeGreaterThan(400);
    expect(textHeight({ content: '', width: 1, fontSize: 14 })).toBe(19.6);
  });
});

describe('an empty space', () => {
  test('overlaps nothing, with its distance', () => {
    const box = fc.record({
      x: fc.integer({ min: -3000, max: 3000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
      width: fc.integer({ min: 10, max: 2000 }),
      height: fc.integer({ min: 10, max: 2000 }),
    });
    fc.assert(
      fc.property(
        box,
        fc.array(box, { maxLength: 40 }),
        fc.integer({ min: 0, max: 200 }),
        (wished, others, offset) => {
          const found = emptySpace(wished, others, offset);
          const kept = { ...found, width: found.width + 2 * offset, height: found.height + 2 * offset };
          expect(others.filter((other) => overlap(kept, other))).toEqual([]);
          expect([found.width, found.height]).toEqual([wished.width, wished.height]);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
