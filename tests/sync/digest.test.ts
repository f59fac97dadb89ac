import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { digestOf, lacks } from '../../src/sync/digest.ts';

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

test('a digest tells a change, a deletion, and what arrives from elsewhere', () => {
  const doc = new Y.Doc();
  const map = doc.getMap('words');
  const digests = [digestOf(doc)];
  map.set('one', 'a');
  digests.push(digestOf(doc));
  const other = copyOf(doc);
  map.delete('one');
  digests.push(digestOf(doc));
  other.getMap('words').set('two', 'b');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  digests.push(digestOf(doc));
  expect(new Set(digests).size).toBe(4);
  expect(digestOf(copyOf(doc))).toBe(digestOf(doc));
});

test('a digest that is asked for amid a change is not taken for that of the whole change', () => {
  const doc = new Y.Doc();
  const map = doc.getMap('words');
  doc.transact(() => {
    map.set('one', 'a');
    digestOf(doc);
    map.set('two', 'b');
  });
  expect(digestOf(doc)).toBe(digestOf(copyOf(doc)));
  map.observe(() => digestOf(doc));
  doc.transact(() => {
    map.delete('two');
    map.set('three', 'c');
  });
  expect(digestOf(doc)).toBe(digestOf(copyOf(doc)));
});

test('a document lacks what a vector is beyond, and a vector that is damaged tells nothing', () => {
  const doc = new Y.Doc();
  const other = copyOf(doc);
  other.getMap('words').set('one', 'a');
  expect(lacks(doc, Y.encodeStateVector(other))).toBe(true);
  expect(lacks(other, Y.encodeStateVector(doc))).toBe(false);
  expect(lacks(other, Y.encodeStateVector(other))).toBe(false);
  expect(lacks(doc, new Uint8Array([255, 255, 255]))).toBe(false);
});
