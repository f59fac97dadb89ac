/** Ladders for tests, plain and arbitrary. */
import fc from 'fast-check';
import { inPaths, type Ladder, type Level, paths } from '../../../src/workshop/ladder/ladder.ts';

export const nobodys: Ladder = { levels: [], dimensions: [], cells: [], source: null };

const titles = fc.oneof(
  fc.constantFrom(
    'Junior',
    'Senior',
    'Staff',
    'L6 "the wall"',
    'Lead; platform',
    'Sênior',
    'مهندس',
    '#1',
    '- x',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
const texts = fc.oneof(
  fc.constant(''),
  fc.lorem({ mode: 'sentences', maxCount: 2 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('says "no", often', 'a\nb', ' edges ', '=1+1', 'one; two\tthree'),
);

/** As somebody's hands may leave it: levels with ids of their own, any words. */
export const someLadder: fc.Arbitrary<Ladder> = fc
  .record({
    levels: fc.array(fc.record({ title: titles, path: fc.constantFrom(...paths), scope: texts }), {
      minLength: 1,
      maxLength: 8,
    }),
    dimensions: fc.array(titles, { maxLength: 3 }),
    texts: fc.array(texts, { maxLength: 24 }),
  })
  .map((made) => {
    const levels = inPaths(made.levels.map((level, at): Level => ({ id: `l${at}`, ...level })));
    const dimensions = made.dimensions.map((title, at) => ({ id: `d${at}`, title }));
    const places = levels.flatMap((level) =>
      dimensions.map((dimension) => [level.id, dimension.id] as const),
    );
    const cells = places.flatMap(([level, dimension], at) => {
      const text = made.texts[at] ?? '';
      return text === '' ? [] : [{ level, dimension, text }];
    });
    return { levels, dimensions, cells, source: null };
  });
