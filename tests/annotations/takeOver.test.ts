/** A person's own words, taken along to another board: all of them, once, and never over something newer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Desk } from '../../src/annotations/desk.ts';
import {
  addRemark,
  claimRole,
  clearStance,
  confirmRole,
  decide,
  editRemark,
  takeStance,
  withdrawRole,
} from '../../src/annotations/deskDocument.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { previewTakeOver, takeOver } from '../../src/annotations/takeOver.ts';
import { type ItemId, itemId, userId } from '../../src/workshop/ids.ts';
import { anyDesk } from './archives.ts';
import {
  copyOf,
  desk,
  engineer,
  erin,
  max,
  mona,
  noon,
  note,
  one,
  pia,
  remark,
  stance,
  suggestion,
  text,
  two,
  verdict,
} from './builders.ts';

const there = note.id;
const here = itemId('here 1');
const ids = new Map([[there, here]]);
const monasWords = desk('mona', {
  claim: 'manager',
  stances: stance('disagree', { reason: 'too soon', at: one }),
  remarks: [remark('r1'), suggestion('r2', 'Cut it to one hour', { answers: 'r1', at: one })],
  verdicts: [verdict('r9', 'resolved')],
});
const take = (doc: Y.Doc, archived: Desk = monasWords, notes: ReadonlyMap<ItemId, ItemId> = ids) =>
  takeOver(doc, { archived, ids: notes, engineer: erin });
const monas = (doc: Y.Doc) => readDesk(doc, mona);

describe('taking one’s words over', () => {
  test('puts all of them on the notes as they are called here, and says how many', () => {
    const doc = new Y.Doc();
    expect(take(doc)).toEqual({ taken: 4, newerHere: 0, aboutGone: 0, claim: 'manager', confirmed: [] });
    expect(monas(copyOf(doc))).toEqual({
      ...monasWords,
      stances: stance('disagree', { note: here, reason: 'too soon', at: one }),
      remarks: monasWords.remarks.map((said) => ({ ...said, note: here })),
    });
  });

  test('is told beforehand without being done', () => {
    const doc = new Y.Doc();
    const before = Y.encodeStateAsUpdate(doc);
    const told = previewTakeOver(doc, { archived: monasWords, ids, engineer: erin });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(told).toEqual(take(doc));
  });

  test('changes nothing when it is done again', () => {
    const doc = new Y.Doc();
    take(doc);
    const bytes = Y.encodeStateAsUpdate(doc);
    expect(take(doc)).toEqual({ taken: 0, newerHere: 0, aboutGone: 0, claim: null, confirmed: [] });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(bytes);
  });

  test('keeps words about notes that are not here under the old note, and moves them when it is known again', () => {
    const doc = new Y.Doc();
    expect(take(doc, monasWords, new Map())).toMatchObject({ taken: 4, aboutGone: 3 });
    expect(monas(doc)).toEqual(monasWords);
    take(doc);
    const [stances, remarks] = [[...monas(doc).stances.keys()], monas(doc).remarks];
    expect([stances, remarks.map((said) => said.note)]).toEqual([[here], [here, here]]);
  });

  test('also moves a remark that was edited while its note was not known', () => {
    const doc = new Y.Doc();
    take(doc, monasWords, new Map());
    editRemark(doc, { id: 'r1', text: 'said better', at: two });
    take(doc);
    expect(monas(doc).remarks[0]).toEqual({
      ...remark('r1'),
      note: here,
      text: 'said better',
      editedAt: two,
    });
  });

  test('leaves what the person has said here since, also when they took it back', () => {
    const doc = new Y.Doc();
    const newer = { note: here, value: 'agree', reason: 'now', text, at: two } as const;
    takeStance(doc, newer);
    decide(doc, { remark: 'r9', value: 'reopened', after: null, at: two });
    claimRole(doc, null);
    expect(take(doc)).toMatchObject({ taken: 2, newerHere: 2, claim: null });
    expect([monas(doc).stances, monas(doc).claim]).toEqual([new Map([[here, newer]]), null]);
    expect(monas(doc).verdicts.map(({ value }) => value)).toEqual(['reopened']);
    clearStance(doc, here, two);
    take(doc);
    expect(monas(doc).stances).toEqual(new Map());
  });

  test('replaces what is older, such as a copy of last week', () => {
    const doc = new Y.Doc();
    take(doc, { ...monasWords, stances: stance('agree', { at: noon }) });
    takeStance(doc, { note: itemId('n2'), value: 'agree', reason: '', text, at: noon });
    const later = [remark('r1', { text: 'said better', editedAt: two })];
    take(doc, { ...monasWords, remarks: later });
    expect(monas(doc).stances.get(here)?.value).toBe('disagree');
    expect(monas(doc).remarks.map((said) => said.text)).toEqual(['said better', 'about r2']);
    take(doc);
    expect(monas(doc).remarks[0]?.text).toBe('said better');
  });

  test('never writes on a desk of a newer version', () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('schema', 9);
    const bytes = Y.encodeStateAsUpdate(doc);
    expect(take(doc)).toBe(null);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(bytes);
  });
});

describe('who one is', () => {
  const erins = (said: Partial<Desk> = {}) => engineer({ confirmed: new Map([[mona, 'manager']]), ...said });

  test('the engineer’s claim and the roles they confirmed come along to a sheet that is theirs', () => {
    const doc = new Y.Doc();
    confirmRole(doc, pia, 'peer');
    confirmRole(doc, max, 'peer');
    withdrawRole(doc, max);
    const archived = erins({
      confirmed: new Map([
        [mona, 'manager'],
        [pia, 'manager'],
        [max, 'peer'],
      ]),
    });
    expect(take(doc, archived)).toMatchObject({ claim: 'engineer', confirmed: [mona] });
    expect(readDesk(doc, erin).confirmed).toEqual(
      new Map([
        [mona, 'manager'],
        [pia, 'peer'],
      ]),
    );
  });

  test('neither does to a sheet that is somebody else’s, or nobody’s yet', () => {
    for (const owner of [mona, null]) {
      const doc = new Y.Doc();
      expect(takeOver(doc, { archived: erins(), ids, engineer: owner })).toMatchObject({
        claim: null,
        confirmed: [],
      });
      expect(readDesk(doc, erin)).toMatchObject({ claim: null, confirmed: new Map() });
    }
  });
});

describe('words that were taken over', () => {
  const taken = () => {
    const doc = new Y.Doc();
    take(doc);
    return doc;
  };

  test('are edited like any others', () => {
    const doc = taken();
    editRemark(doc, { id: 'r2', text: 'rather that', at: two });
    expect(monas(doc).remarks[1]).toEqual({
      ...monasWords.remarks[1],
      note: here,
      text: 'rather that',
      editedAt: two,
    });
    expect(monas(doc).remarks.length).toBe(2);
  });

  test('give way to what is said or taken back here, whatever the clock says', () => {
    const doc = taken();
    clearStance(doc, here, noon);
    expect(monas(doc).stances).toEqual(new Map());
    const again = taken();
    takeStance(again, { note: here, value: 'agree', reason: '', text, at: noon });
    expect(monas(again).stances.get(here)?.value).toBe('agree');
  });

  test('that can’t be read are counted and kept', () => {
    const doc = taken();
    doc.getMap('taken').set(`stance:${encodeURIComponent(here)}@2027-01-01T00:00:00.000Z`, { mood: 1 });
    doc.getMap('taken').set('stance:elsewhere@x', { note: here });
    doc.getMap('taken').set('gesture:1', 'wave');
    clearStance(doc, here, two);
    take(doc);
    expect(monas(copyOf(doc)).unknown).toBe(3);
  });

  test('are the same, whatever they are, when all of them are taken to an empty desk', () => {
    fc.assert(
      fc.property(anyDesk(fc.constant('erin')), (archived) => {
        const doc = new Y.Doc();
        takeOver(doc, { archived, ids: new Map(), engineer: userId('erin') });
        const byId = <T>(list: readonly T[], key: (one: T) => string) =>
          list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
        const inOrder = (said: Desk): Desk => ({
          ...said,
          name: said.name,
          remarks: byId(said.remarks, ({ id }) => id),
          verdicts: byId(said.verdicts, (decided) => decided.remark),
        });
        expect(inOrder(readDesk(copyOf(doc), erin))).toEqual(inOrder(archived));
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  const clash = (a: Desk, b: Desk): boolean => {
    const said = ({ stances, remarks, verdicts }: Desk) =>
      new Map(
        [
          ...[...stances.values()].map((word) => [`stance ${word.note} ${word.at}`, word] as const),
          ...remarks.map((word) => [`remark ${word.id} ${word.editedAt ?? word.at}`, word] as const),
          ...verdicts.map((word) => [`verdict ${word.remark} ${word.at}`, word] as const),
        ].map(([key, word]) => [key, JSON.stringify(word)]),
      );
    const others = said(b);
    return [...said(a)].some(([key, word]) => others.has(key) && others.get(key) !== word);
  };

  test('stand once on two devices that took them over, or other copies of them, apart, and none is lost', () => {
    const newestOf = (some: readonly { at: string; editedAt?: string | null }[]) =>
      some
        .map(({ at, editedAt }) => editedAt ?? at)
        .sort()
        .at(-1);
    fc.assert(
      fc.property(
        anyDesk(fc.constant('mona')),
        anyDesk(fc.constant('mona')),
        fc.boolean(),
        fc.constantFrom(noon, '2026-06-01T12:00:00.000Z', '2028-01-01T00:00:00.000Z'),
        (first, second, sameCopy, at) => {
          const other = sameCopy ? first : second;
          // Nobody said two things about the same at the same moment.
          fc.pre(!clash(first, other));
          const [laptop, phone] = [new Y.Doc(), new Y.Doc()];
          takeStance(phone, { note: itemId('n1'), value: 'not-sure', reason: 'said here', text, at });
          addRemark(phone, { id: 'new', note: itemId('n1'), text: 'said here', at });
          take(laptop, first, new Map());
          take(phone, other, new Map());
          Y.applyUpdate(laptop, Y.encodeStateAsUpdate(phone));
          Y.applyUpdate(phone, Y.encodeStateAsUpdate(laptop));
          const [a, b] = [monas(laptop), monas(phone)];
          expect(a).toEqual(b);
          take(laptop, first, new Map());
          take(laptop, other, new Map());
          expect({ ...monas(laptop), name: '', claim: null }).toEqual({ ...a, name: '', claim: null });
          for (const id of ['n1', 'n2', 'n3', 'n4'].map(itemId)) {
            const own = id === 'n1' ? [{ at }] : [];
            const said = [...own, ...[first, other].flatMap(({ stances }) => stances.get(id) ?? [])];
            expect(a.stances.get(id)?.at).toBe(newestOf(said));
          }
          const remarks = new Set([...first.remarks, ...other.remarks].map(({ id }) => id)).add('new');
          expect(a.remarks.map(({ id }) => id).sort()).toEqual([...remarks].sort());
          for (const { id, at: said, editedAt } of a.remarks) {
            const copies = [...first.remarks, ...other.remarks].filter((each) => each.id === id);
            expect(editedAt ?? said).toBe(newestOf(id === 'new' ? [{ at }] : copies));
          }
        },
      ),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
