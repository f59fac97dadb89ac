import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffPart, wordDiff } from '../../src/annotations/wordDiff.ts';

/** `kept [-taken out-] {+put in+}` */
const shown = (parts: readonly DiffPart[]): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

const table: readonly (readonly [string, string, string])[] = [
  [
    'Cut the nightly job to two hours',
    'Cut the nightly job to one hour',
    'Cut the nightly job to [-two hours-]{+one hour+}',
  ],
  ['Own search', 'Own the search index', 'Own {+the +}search{+ index+}'],
  ['one two three', 'one three', 'one [-two -]three'],
  ['Own search', 'Own search', 'Own search'],
  ['', 'new', '{+new+}'],
  ['gone', '', '[-gone-]'],
  ['', '', ''],
  ['决定搜索索引', '决定新的搜索索引', '决定{+新的+}搜索索引'],
];

describe('a word diff shows', () => {
  test.each(table)('%j → %j', (before, after, expected) => {
    expect(shown(wordDiff(before, after))).toBe(expected);
  });
});

const words = fc
  .array(fc.constantFrom('own', 'the', 'search', 'index', 'and', ' ', ', ', '\n', '🙂', 'é'), {
    maxLength: 30,
  })
  .map((all) => all.join(''));

test('both texts can be read from it, no two parts in a row are of one kind, and it is the same both ways', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (before, after) => {
      const parts = wordDiff(before, after);
      const without = (kind: DiffPart['kind']) =>
        parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
      expect(parts.some(({ kind }, at) => kind === parts[at - 1]?.kind)).toBe(false);
      const mirror = { same: 'same', added: 'removed', removed: 'added' } as const;
      const byKind = (all: readonly DiffPart[]) => all.map((part) => JSON.stringify(part)).sort();
      expect(byKind(wordDiff(after, before))).toEqual(
        byKind(parts.map(({ kind, text }) => ({ kind: mirror[kind], text }))),
      );
    }),
    { seed: 20261203, numRuns: 500 },
  );
});

test('texts far longer than a note are told as replaced where they differ, without much work', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
  expect(wordDiff(`kept ${long('a')} end`, `kept ${long('b')} end`)).toEqual([
    { kind: 'same', text: 'kept ' },
    { kind: 'removed', text: long('a') },
    { kind: 'added', text: long('b') },
    { kind: 'same', text: ' end' },
  ]);
});
