import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { isStillGeneric, plantSeed, readSeeds } from '../../../src/annotations/shelf/seeds.ts';
import { itemId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, mona, noon, one } from '../builders.ts';

const text = 'Own the technical strategy and decide which investments come first';
const seed = { note: itemId('n1'), example: 'direction-bets', text, by: erin, at: noon };

describe('a seed', () => {
  test('is known by its note, with who put it there and what it said', () => {
    const doc = new Y.Doc();
    plantSeed(doc, seed);
    expect([...readSeeds(copyOf(doc)).values.values()]).toEqual([seed]);
    expect(readSheet(doc).unknown).toBe(0);
  });

  test('of two people at once stays beside the other', () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    plantSeed(here, seed);
    plantSeed(there, { ...seed, note: itemId('n2'), by: mona, at: one });
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    expect([...readSeeds(here).values.keys()]).toEqual(['n1', 'n2']);
  });

  test('that can’t be read is counted and kept', () => {
    const doc = new Y.Doc();
    doc.getMap('seeds').set('n1', { example: 'x' });
    expect(readSeeds(doc)).toEqual({ values: new Map(), unknown: 1 });
  });
});

describe('a note that began as an example', () => {
  test.each([
    ['the same words', text, true],
    ['other spaces, case and a full stop', `${text.toUpperCase()}.`, true],
    ['one word more', `${text} here`, true],
    ['a word left out and one exchanged', 'Own the strategy and decide which investments come second', true],
    [
      'a system and a date named',
      `${text}: the feature store or Kestrel, with the risk desk, by June`,
      false,
    ],
    ['new words', 'Decide by June whether the limits models move onto Kestrel', false],
    ['nothing', '', false],
  ])('with %s', (_, now, generic) => {
    expect(isStillGeneric(text, now)).toBe(generic);
  });
});
