/** Versions of the app side by side: what each may write, and that nobody's words depend on who came first. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { schemaOf, versionWith } from '../../src/annotations/schema.ts';

function replica(client: number, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  return doc;
}

function merge(...docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

const say = (version: number, doc: Y.Doc, words: string): boolean =>
  versionWith(version).operate(doc, 'say', () => doc.getMap('words').set(words, true));
const content = (doc: Y.Doc) => ({ schema: schemaOf(doc), words: doc.getMap('words').toJSON() });

describe('a document of an older version', () => {
  test('is the same for everybody when two people bring it up at once, and loses no word', () => {
    const old = replica(7);
    say(1, old, 'before');
    const [erin, mona, max] = [replica(1, old), replica(2, old), replica(3, old)];
    say(2, erin, 'erin');
    say(2, mona, 'mona');
    say(1, max, 'max, who has not reloaded yet');
    merge(erin, mona, max);
    const all = {
      schema: 2,
      words: { before: true, erin: true, mona: true, 'max, who has not reloaded yet': true },
    };
    expect([erin, mona, max].map(content)).toEqual([all, all, all]);
    expect(Y.encodeStateAsUpdate(erin)).toEqual(Y.encodeStateAsUpdate(mona));
  });

  test('is not written by looking at it', () => {
    const old = replica(7);
    say(1, old, 'before');
    const bytes = Y.encodeStateAsUpdate(old);
    expect([schemaOf(old), versionWith(2).isNewer(old)]).toEqual([1, false]);
    expect(Y.encodeStateAsUpdate(old)).toEqual(bytes);
  });

  test('is marked once, however often it is written', () => {
    const doc = replica(7);
    for (const words of ['one', 'two', 'three']) say(2, doc, words);
    expect(doc.getMap('about').toJSON()).toEqual({ schema: 1, 'schema:2': true });
  });
});

test('a version stops writing from the moment it sees a newer one in the document', () => {
  const [erin, mona] = [replica(1), replica(2)];
  say(1, erin, 'erin');
  say(3, mona, 'mona');
  merge(erin, mona);
  expect([say(1, erin, 'more'), say(2, erin, 'more'), say(3, mona, 'more')]).toEqual([false, false, true]);
  expect(content(erin)).toEqual({ schema: 3, words: { erin: true, mona: true } });
});

test('the highest version that wrote counts, whoever wrote when and whatever their client ids are', () => {
  const writing = fc.record({
    client: fc.nat(5),
    version: fc.integer({ min: 1, max: 4 }),
    sync: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(writing, { minLength: 1, maxLength: 12 }), (writings) => {
      const docs = Array.from({ length: 6 }, (_, client) => replica(client + 1));
      const written = writings.flatMap(({ client, version, sync }, i) => {
        const doc = docs[client];
        const done = doc !== undefined && say(version, doc, `${i}`);
        if (sync) merge(...docs);
        return done ? [{ version, words: `${i}` }] : [];
      });
      merge(...docs);
      const all = {
        schema: Math.max(...written.map(({ version }) => version)),
        words: Object.fromEntries(written.map(({ words }) => [words, true])),
      };
      expect(docs.map(content)).toEqual(docs.map(() => all));
    }),
    { seed: 41, numRuns: 300 },
  );
});

test('numbers that are none are left out of the count', () => {
  const doc = replica(1);
  say(1, doc, 'words');
  doc.getMap('about').set('schema:soon', true);
  doc.getMap('about').set('schema', 'one');
  expect(schemaOf(doc)).toBe(1);
});
