import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addNames,
  keyOfName,
  mostNames,
  namesIn,
  readNames,
  removeName,
} from '../../../src/annotations/ours/teamNames.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { copyOf, erin, mona, noon, one } from '../builders.ts';

const listed = (doc: Y.Doc) => readNames(doc).values.map(({ name }) => name);
const hers = { by: erin, at: noon };
const his = { by: mona, at: one };

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

describe('the names of a team', () => {
  test('are added by two people at once, and the same one is one', () => {
    const here = new Y.Doc();
    const there = copyOf(here);
    addNames(here, ['Kestrel', 'Core Platform'], hers);
    addNames(there, ['kestrel', 'Ledger'], his);
    exchange(here, there);
    expect(listed(here)).toEqual(listed(there));
    expect(readNames(here).values.map(({ key }) => key)).toEqual(['core platform', 'kestrel', 'ledger']);
  });

  test('stay when somebody adds one again while somebody else takes it away', () => {
    const here = new Y.Doc();
    addNames(here, ['Kestrel'], hers);
    const there = copyOf(here);
    removeName(here, 'kestrel');
    removeName(there, 'kestrel');
    addNames(there, ['Kestrel'], his);
    exchange(here, there);
    expect([listed(here), listed(there)]).toEqual([['Kestrel'], ['Kestrel']]);
  });

  test('keep the spelling they have', () => {
    const doc = new Y.Doc();
    addNames(doc, ['Kestrel'], hers);
    addNames(doc, ['KESTREL', 'késtrel'], his);
    expect(listed(doc)).toEqual(['Kestrel']);
  });

  test('can be pasted as lines, from lists and tables, with or without bullets', () => {
    expect(namesIn('- Kestrel\r\n• Core  Platform\n\n2. Ledger\tRisk desk; kestrel\n—\n***')).toEqual([
      'kestrel',
      'Core Platform',
      'Ledger',
      'Risk desk',
    ]);
  });

  test('are so many at most, however much is pasted', () => {
    const doc = new Y.Doc();
    addNames(
      doc,
      Array.from({ length: mostNames + 50 }, (_, index) => `System ${index}`),
      hers,
    );
    expect(listed(doc)).toHaveLength(mostNames);
  });

  test('that can’t be read are counted and never taken away or written over', () => {
    const doc = new Y.Doc();
    const map = doc.getMap('names');
    map.set('kestrel', 7);
    map.set('ledger', { name: 'Something else', by: 'mona', at: noon });
    addNames(doc, ['Kestrel'], hers);
    removeName(doc, 'kestrel');
    expect(readNames(doc)).toEqual({ values: [], unknown: 2 });
    expect(map.get('kestrel')).toBe(7);
    expect(readSheet(doc).unknown).toBe(0);
  });

  test('are the same whatever the order in which people’s additions arrive', () => {
    const name = fc.constantFrom('Kestrel', 'kestrel', 'Core Platform', 'Ledger', 'risk-desk', '  ', 'É');
    const list = fc.array(name, { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), fc.nat(), (lists, turn) => {
        const docs = lists.map((names) => {
          const doc = new Y.Doc();
          addNames(doc, names, hers);
          return doc;
        });
        const read = (order: readonly Y.Doc[]) => {
          const doc = new Y.Doc();
          for (const one of order) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one));
          return listed(doc);
        };
        const at = turn % docs.length;
        expect(read([...docs.slice(at), ...docs.slice(0, at)].reverse())).toEqual(read(docs));
        const keys = new Set(lists.flat().map(keyOfName).filter(Boolean));
        expect(new Set(read(docs).map(keyOfName))).toEqual(keys);
      }),
      { seed: 20261130 },
    );
  });
});
