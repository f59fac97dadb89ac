import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  planRemoveStateTags,
  planStateTags,
  type TagPlan,
  type TagRecord,
  type TagSituation,
  type TagState,
  type TagsByState,
  tagStates,
  tagsAfter,
} from '../../src/board/stateTags.ts';
import { itemId, type TagId, tagId } from '../../src/workshop/ids.ts';

const note = (id: string, ...tags: string[]) => ({ id: itemId(id), tags: tags.map(tagId) });
const tag = (id: string, title: string) => ({ id: tagId(id), title });
const nothing: TagPlan = { standing: new Map(), create: [], change: [], full: [], unshown: [] };
const situation = (parts: Partial<TagSituation>): TagSituation => ({
  wanted: new Map(),
  stickies: [],
  boardTags: [],
  record: new Map(),
  ...parts,
});
const agreed = new Map([[itemId('1'), 'agreed' as const]]);
const recorded: TagRecord = new Map([
  [tagId('a'), 'RW · agreed'],
  [tagId('o'), 'RW · open'],
]);
const standing: TagsByState = new Map([
  ['agreed', tagId('a')],
  ['open', tagId('o')],
]);
const ourTags = [tag('a', 'RW · agreed'), tag('o', 'RW · open')];

describe('state tags', () => {
  test('are created once for the states that are needed, and put beside others’ tags', () => {
    expect(planStateTags(situation({ wanted: agreed, stickies: [note('1', 'theirs'), note('2')] }))).toEqual({
      ...nothing,
      create: [{ state: 'agreed', title: 'RW · agreed', colour: 'green' }],
      change: [{ id: '1', keep: ['theirs'], add: 'agreed' }],
    });
  });

  test('change nothing where the right one is there already', () => {
    const stickies = [note('1', 'theirs', 'a')];
    expect(
      planStateTags(situation({ wanted: agreed, stickies, boardTags: ourTags, record: recorded })),
    ).toEqual({ ...nothing, standing });
  });

  test('replace our own older one and nothing else', () => {
    const stickies = [note('1', 'o', 'theirs')];
    const plan = planStateTags(situation({ wanted: agreed, stickies, boardTags: ourTags, record: recorded }));
    expect(plan).toEqual({ ...nothing, standing, change: [{ id: '1', keep: ['theirs'], add: 'agreed' }] });
    expect(plan.change.map((change) => tagsAfter(change, standing))).toEqual([['theirs', 'a']]);
  });

  test('are reported, not forced, on a sticky with eight tags of others', () => {
    const stickies = [note('1', '1', '2', '3', '4', '5', '6', '7', '8')];
    const boardTags = ourTags;
    expect(planStateTags(situation({ wanted: agreed, stickies, boardTags, record: recorded }))).toEqual({
      ...nothing,
      standing,
      full: ['1'],
    });
  });

  test('leave a tag alone that reads like ours but is not on record, and take another title', () => {
    const boardTags = [tag('x', 'RW · agreed')];
    expect(planStateTags(situation({ wanted: agreed, stickies: [note('1', 'x')], boardTags }))).toEqual({
      ...nothing,
      create: [{ state: 'agreed', title: 'RW · agreed 2', colour: 'green' }],
      change: [{ id: '1', keep: ['x'], add: 'agreed' }],
    });
  });

  test('say which states cannot be shown when the board has its hundred tags', () => {
    const boardTags = Array.from({ length: 100 }, (_, index) => tag(`t${index}`, `Tag ${index}`));
    expect(planStateTags(situation({ wanted: agreed, stickies: [note('1')], boardTags }))).toEqual({
      ...nothing,
      unshown: ['agreed'],
    });
  });

  test('are made anew when somebody removed ours from the board', () => {
    const plan = planStateTags(situation({ wanted: agreed, stickies: [note('1', 'a')], record: recorded }));
    expect([plan.create.map(({ state }) => state), plan.change]).toEqual([
      ['agreed'],
      [{ id: '1', keep: [], add: 'agreed' }],
    ]);
  });

  test('are known again by their titles, numbered or not', () => {
    const record: TagRecord = new Map([[tagId('c'), 'RW · changed since 2']]);
    const boardTags = [tag('c', 'RW · changed since 2'), tag('x', 'RW · changed since')];
    const wanted = new Map([[itemId('1'), 'changed' as const]]);
    expect(planStateTags(situation({ wanted, stickies: [note('1', 'c', 'x')], boardTags, record }))).toEqual({
      ...nothing,
      standing: new Map([['changed', 'c']]),
    });
  });

  test('are all taken away again, and nobody else’s', () => {
    const stickies = [note('1', 'a', 'theirs'), note('2', 'theirs'), note('3', 'o')];
    const boardTags = [...ourTags, tag('theirs', 'Theirs')];
    expect(planRemoveStateTags(stickies, boardTags, recorded)).toEqual({
      change: [
        { id: '1', keep: ['theirs'], add: null },
        { id: '3', keep: [], add: null },
      ],
      remove: ['a', 'o'],
    });
  });

  test('never touch others’ tags and never exceed eight, whatever is on the board', () => {
    const ids = ['a', 'o', 'x', 'y', 'z', 'p', 'q', 'r', 's', 't', 'u'];
    const sticky = fc.record({
      tags: fc.subarray(ids, { maxLength: 8 }),
      state: fc.option(fc.constantFrom(...tagStates)),
    });
    fc.assert(
      fc.property(fc.array(sticky, { maxLength: 12 }), (list) => {
        const stickies = list.map(({ tags }, index) => note(String(index), ...tags));
        const wanted = new Map(
          list.flatMap(({ state }, index) => (state ? [[itemId(String(index)), state] as const] : [])),
        );
        const boardTags = ids.map((id) => ourTags.find((own) => own.id === id) ?? tag(id, `Tag ${id}`));
        const plan = planStateTags({ wanted, stickies, boardTags, record: recorded });
        const all = new Map<TagState, TagId>([
          ...plan.standing,
          ...plan.create.map(({ state, title }) => [state, tagId(title)] as const),
        ]);
        const own = new Set(all.values());
        for (const { id, tags } of stickies) {
          const change = plan.change.find((each) => each.id === id);
          const after = change ? tagsAfter(change, all) : tags;
          expect(after.filter((each) => !own.has(each))).toEqual(tags.filter((each) => !own.has(each)));
          const state = wanted.get(id);
          const shown = state !== undefined && !plan.full.includes(id) ? [all.get(state)] : [];
          expect(after.filter((each) => own.has(each))).toEqual(shown);
          expect(after.length).toBeLessThanOrEqual(8);
        }
      }),
      { seed: 20_261_123 },
    );
  });
});
