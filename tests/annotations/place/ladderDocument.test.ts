import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  changeLadder,
  type LadderChange,
  readLadder,
  replaceLadder,
  undoLadder,
} from '../../../src/annotations/place/ladderDocument.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { moved } from '../../../src/workshop/ladder/arrange.ts';
import { builtInLadder } from '../../../src/workshop/ladder/builtInLadder.ts';
import { type Ladder, levelOf, paths } from '../../../src/workshop/ladder/ladder.ts';
import { someLadder } from '../../workshop/ladder/ladders.ts';
import { copyOf, erin, noon } from '../builders.ts';

const level = (
  id: string,
  field: 'title' | 'scope' | 'path' | 'order' | 'removed',
  value: string | number | boolean,
) => ({ on: { of: 'level', id, field }, value }) satisfies LadderChange;

/** Both get what the other has, in either order. */
function meet(one: Y.Doc, other: Y.Doc): void {
  const [first, second] = [one, other].map((doc) => Y.encodeStateAsUpdate(doc));
  if (first) Y.applyUpdate(other, first);
  if (second) Y.applyUpdate(one, second);
}

const own: Ladder = {
  levels: [
    { id: 'l5', path: 'common', title: 'L5', scope: '' },
    { id: 'l6', path: 'technical', title: 'L6', scope: 'Clears up' },
  ],
  dimensions: [{ id: 'craft', title: 'Craft' }],
  cells: [{ level: 'l6', dimension: 'craft', text: 'Deep' }],
  source: null,
};
const pasted = (id: string, ladder: Ladder | null = own) => ({ id, ladder, by: erin, at: noon });

describe('a ladder', () => {
  test('is the built-in one until somebody changes it, and reading writes nothing', () => {
    const doc = new Y.Doc();
    expect(readLadder(doc)).toMatchObject({ ladder: builtInLadder, changed: false, unknown: 0 });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
  });

  test('of which two people change different levels, or different words of one, keeps both changes', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    changeLadder(one, [level('staff', 'title', 'Staff (L6)'), level('intern', 'removed', true)]);
    changeLadder(other, [level('staff', 'scope', 'Ours'), level('senior', 'scope', 'Also ours')]);
    meet(one, other);
    const { ladder } = readLadder(one);
    expect(readLadder(other).ladder).toEqual(ladder);
    expect(levelOf(ladder, 'staff')).toMatchObject({ title: 'Staff (L6)', scope: 'Ours' });
    expect(levelOf(ladder, 'senior')?.scope).toBe('Also ours');
    expect(levelOf(ladder, 'intern')).toBeUndefined();
  });

  test('gets new levels, and in the order somebody puts them in', () => {
    const doc = new Y.Doc();
    changeLadder(doc, [
      level('new', 'title', 'Lead'),
      level('new', 'path', 'technical'),
      level('new', 'order', 4.5),
    ]);
    const titles = () =>
      readLadder(doc)
        .ladder.levels.filter(({ path }) => path === 'technical')
        .map(({ id }) => id);
    expect(titles().slice(0, 3)).toEqual(['staff', 'new', 'senior-staff']);
    const { orders } = readLadder(doc);
    const others = titles()
      .filter((id) => id !== 'new')
      .map((id) => ({ id, order: orders.get(id) ?? 0 }));
    changeLadder(
      doc,
      moved(others, 'new', 0).map(({ id, order }) => level(id, 'order', order)),
    );
    expect(titles().slice(0, 3)).toEqual(['new', 'staff', 'senior-staff']);
  });

  test('that is pasted takes the place of all of it, and undoing brings back what was there', () => {
    const doc = new Y.Doc();
    changeLadder(doc, [level('staff', 'title', 'Staff (L6)')]);
    const before = readLadder(doc).ladder;
    const undoing = replaceLadder(doc, pasted('e1'));
    changeLadder(doc, [level('l6', 'scope', 'Clears up more')]);
    expect(readLadder(doc).ladder).toEqual({
      ...own,
      levels: [own.levels[0], { ...own.levels[1], scope: 'Clears up more' }],
    });
    if (undoing) undoLadder(doc, undoing);
    expect(readLadder(doc).ladder).toEqual(before);
  });

  test('goes back to the built-in one as it comes, whatever was changed in that', () => {
    const doc = new Y.Doc();
    changeLadder(doc, [level('staff', 'title', 'Staff (L6)')]);
    replaceLadder(doc, pasted('e1', null));
    expect(readLadder(doc)).toMatchObject({ ladder: builtInLadder, base: 'built-in', changed: false });
  });

  test('that two paste at once is one or the other for both, and a change in the one before stays there', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    replaceLadder(one, pasted('e1'));
    replaceLadder(
      other,
      pasted('e2', { ...own, levels: [{ ...own.levels[0], title: 'Other' } as Ladder['levels'][0]] }),
    );
    changeLadder(other, [level('l5', 'scope', 'Only in mine')]);
    meet(one, other);
    const { ladder, edition } = readLadder(one);
    expect(readLadder(other).ladder).toEqual(ladder);
    expect(ladder.levels[0]?.title).toBe(edition === 'e2' ? 'Other' : 'L5');
    expect(ladder.levels[0]?.scope).toBe(edition === 'e2' ? 'Only in mine' : '');
  });

  test('undoes only what nobody has changed since', () => {
    const doc = new Y.Doc();
    const undoing = changeLadder(doc, [level('staff', 'title', 'A'), level('senior', 'title', 'B')]);
    changeLadder(doc, [level('senior', 'title', 'C')]);
    if (undoing) undoLadder(doc, undoing);
    const { ladder } = readLadder(doc);
    expect([levelOf(ladder, 'staff')?.title, levelOf(ladder, 'senior')?.title]).toEqual(['Staff', 'C']);
  });

  test('keeps and counts what it can’t read, and its sheet does not take it for something unknown', () => {
    const doc = new Y.Doc();
    changeLadder(doc, [level('staff', 'title', 'A')]);
    const map = doc.getMap('ladder');
    map.set('built-in/level/staff/path', 'sideways');
    map.set('built-in/level/%/title', 'x');
    map.set('something', 1);
    expect([readLadder(doc).unknown, readSheet(doc).unknown, map.size]).toEqual([3, 0, 4]);
  });

  test('of a newer version is read and not written', () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('schema', 99);
    expect(changeLadder(doc, [level('staff', 'title', 'A')])).toBeNull();
    expect(replaceLadder(doc, pasted('e1'))).toBeNull();
    expect(readLadder(doc).ladder).toEqual(builtInLadder);
  });
});

test('a pasted ladder reads as it was, whatever it says', () => {
  fc.assert(
    fc.property(someLadder, (ladder) => {
      const doc = new Y.Doc();
      replaceLadder(doc, pasted('e', ladder));
      const kept = { ...ladder, cells: expect.arrayContaining([...ladder.cells]) };
      expect(readLadder(copyOf(doc)).ladder).toEqual(kept);
    }),
    { seed: 20261204 },
  );
});

test('three people who change the ladder at once all read the same, whoever hears of whom first', () => {
  const ids = fc.constantFrom('staff', 'senior', 'l5', 'l6', 'new');
  const change: fc.Arbitrary<LadderChange> = fc.oneof(
    fc
      .record({ id: ids, words: fc.constantFrom('A', 'B', '') })
      .map(({ id, words }) => level(id, 'title', words)),
    fc.record({ id: ids, path: fc.constantFrom(...paths) }).map(({ id, path }) => level(id, 'path', path)),
    fc
      .record({ id: ids, order: fc.integer({ min: -2, max: 9 }) })
      .map(({ id, order }) => level(id, 'order', order)),
    fc.record({ id: ids, removed: fc.boolean() }).map(({ id, removed }) => level(id, 'removed', removed)),
    fc
      .record({ id: ids, text: fc.constantFrom('A', '') })
      .map(({ id, text }) => ({ on: { of: 'cell', level: id, dimension: 'craft' }, value: text }) as const),
  );
  const act = fc.oneof(
    { weight: 6, arbitrary: change },
    { weight: 1, arbitrary: fc.constantFrom('own' as const, 'built-in' as const) },
  );
  const acts = fc.array(fc.tuple(fc.nat(2), act, fc.boolean()), { maxLength: 25 });
  fc.assert(
    fc.property(acts, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (done, order) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
      for (const [at, [who, what, meets]] of done.entries()) {
        const doc = docs[who] ?? docs[0];
        if (typeof what === 'string') replaceLadder(doc, pasted(`e${at}`, what === 'own' ? own : null));
        else changeLadder(doc, [what]);
        if (meets) meet(doc, docs[(who + 1) % 3] ?? docs[0]);
      }
      const all = new Y.Doc();
      for (const at of order) Y.applyUpdate(all, Y.encodeStateAsUpdate(docs[at] ?? docs[0]));
      const straight = new Y.Doc();
      for (const doc of docs) Y.applyUpdate(straight, Y.encodeStateAsUpdate(doc));
      expect(readLadder(all)).toEqual(readLadder(straight));
      expect(readLadder(all).unknown).toBe(0);
    }),
    { seed: 20261205, numRuns: 150 },
  );
});

test('moving in a list puts the thing where it was meant, and changes one number where it can', () => {
  const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(list, fc.nat(), (numbers, at) => {
      const others = numbers.toSorted((a, b) => a - b).map((order, index) => ({ id: `o${index}`, order }));
      const place = at % (others.length + 1);
      const changes = new Map(moved(others, 'x', place).map(({ id, order }) => [id, order]));
      const after = [...others, { id: 'x', order: 0 }].map(({ id, order }) => ({
        id,
        order: changes.get(id) ?? order,
      }));
      const ids = after.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
      expect(ids.indexOf('x')).toBe(place);
      expect(ids.filter((id) => id !== 'x')).toEqual(others.map(({ id }) => id));
      if (new Set(numbers).size === numbers.length) expect(changes.size).toBe(1);
    }),
    { seed: 20261206 },
  );
});
