/** A page on the board: where its texts stand, whatever they say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottom, boxAt, contains, left, overlap, top } from '../../../src/base/box.ts';
import { placeBeside } from '../../../src/board/page/beside.ts';
import { layoutPage, type PageSection, type PageWords } from '../../../src/board/page/layout.ts';
import { contentLength, mostContent, partsOf } from '../../../src/board/page/parts.ts';
import { styledContentOf } from '../../../src/miro/writtenContent.ts';
import type { StickyColour } from '../../../src/workshop/stickyColour.ts';

const runs = { seed: 20261130, numRuns: 40 } as const;

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom('<script>alert(1)</script>', '&&&&&&&&', 'A'.repeat(900), '=cmd()', 'שלום', ' '),
);
const text = fc.oneof(
  line,
  fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')),
  fc.constantFrom('word '.repeat(1200), '&'.repeat(3000)),
);
const colours: readonly StickyColour[] = ['blue', 'green', 'yellow', 'pink', 'violet'];

const section = (id: string, level: 1 | 2, colour: StickyColour | null): fc.Arbitrary<PageSection> =>
  fc.record({
    id: fc.constant(id),
    level: fc.constant(level),
    colour: fc.constant(colour),
    title: line,
    about: fc.oneof(fc.constant(''), line),
    texts: fc.array(text, { maxLength: 4 }),
    leftwards: fc.boolean(),
  });

/** Some at the top, pillars with lanes, some at the side. */
const sections = fc
  .tuple(fc.nat(4), fc.array(fc.nat(5), { maxLength: 7 }), fc.nat(4))
  .chain(([tops, pillars, sides]) =>
    fc.tuple(
      ...Array.from({ length: tops }, (_, at) => section(`top/${at}`, 1, null)),
      ...pillars.flatMap((lanes, pillar) => {
        const colour = colours[pillar % colours.length] ?? 'blue';
        return [
          section(`pillar/${pillar}`, 1, colour),
          ...Array.from({ length: lanes }, (_, lane) => section(`lane/${pillar}/${lane}`, 2, colour)),
        ];
      }),
      ...Array.from({ length: sides }, (_, at) => section(`side/${at}`, 1, null)),
    ),
  );
const page = fc.record({ name: line, title: line, subtitle: line, status: line, facts: text, sections });

const words = (own: readonly Partial<PageSection>[]): PageWords => ({
  name: 'Job description',
  title: 'Staff Engineer',
  subtitle: '',
  status: 'Draft of 30 November 2026.',
  facts: '',
  sections: own.map((one, at) => ({
    ...{
      id: `${at}`,
      level: 1,
      title: `Section ${at}`,
      colour: null,
      about: '',
      texts: [],
      leftwards: false,
    },
    ...one,
  })),
});

describe('a page', () => {
  test('holds all its texts, and none covers another', () => {
    fc.assert(
      fc.property(page, (given) => {
        const { width, height, pieces } = layoutPage(given);
        const frame = boxAt(0, 0, width, height);
        const boxes = pieces.map(({ item }) => item.box);
        expect(boxes.filter((box) => !contains(frame, box))).toEqual([]);
        const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => overlap(a, b))).toEqual([]);
      }),
      runs,
    );
  });

  test('tells everything once, in reading order, in pieces that a board takes', () => {
    fc.assert(
      fc.property(page, (given) => {
        const { pieces } = layoutPage(given);
        const said = ({ title, about, texts }: PageSection) => [title, ...(about ? [about] : []), ...texts];
        const all = [
          given.title,
          given.subtitle,
          given.status,
          given.facts,
          ...given.sections.flatMap(said),
        ].join('');
        const bare = (value: string) => value.replace(/\s/g, '');
        expect(bare(pieces.map(({ item }) => item.text).join(''))).toBe(bare(all));
        expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length);
        for (const { key, item } of pieces)
          if (key.startsWith('page:text/')) expect(() => styledContentOf(item.text)).not.toThrow();
      }),
      runs,
    );
  });

  test('has a pillar’s lanes below its heading, and pillars beside each other from left to right', () => {
    const colour = 'blue' as const;
    const { pieces } = layoutPage(
      words([
        { id: 'top' },
        { id: 'a', colour },
        { id: 'a1', level: 2, colour },
        { id: 'a2', level: 2, colour },
        { id: 'b', colour },
        { id: 'b1', level: 2, colour },
        { id: 'side' },
      ]),
    );
    const at = (id: string) => {
      const box = pieces.find(({ key }) => key === `page:head/${id}`)?.item.box;
      if (!box) throw new Error(`No ${id}`);
      return box;
    };
    expect([left(at('a1')), left(at('a2'))]).toEqual([left(at('a')), left(at('a'))]);
    expect([top(at('b')), left(at('b')) > left(at('a'))]).toEqual([top(at('a')), true]);
    const down = ['top', 'a', 'a1', 'a2', 'side'].map((id) => top(at(id)));
    expect(down).toEqual(down.toSorted((one, other) => one - other));
    expect(top(at('side'))).toBeGreaterThan(bottom(at('b1')));
  });

  test('is the same for the same words', () => {
    fc.assert(
      fc.property(page, (given) => {
        expect(layoutPage(structuredClone(given))).toEqual(layoutPage(given));
      }),
      { ...runs, numRuns: 20 },
    );
  });
});

describe('long texts', () => {
  test('are cut between lines or words where that can be, and lose nothing but spaces there', () => {
    const parts = partsOf([`${'word '.repeat(300)}\n${'more '.repeat(300)}`]);
    expect(parts.map(contentLength).every((length) => length <= mostContent)).toBe(true);
    expect(parts[0]?.endsWith('word')).toBe(true);
    expect(parts.join(' ').trim().split(/\s+/)).toEqual([
      ...Array(300).fill('word'),
      ...Array(300).fill('more'),
    ]);
  });

  test('follow each other in one part as long as they fit', () => {
    expect(partsOf(['one', 'two', 'three'])).toEqual(['one\n\ntwo\n\nthree']);
    expect(partsOf([])).toEqual([]);
  });
});

describe('a place beside the sheet', () => {
  const box = fc
    .record({
      x: fc.double({ min: -5000, max: 5000, noNaN: true }),
      y: fc.double({ min: -5000, max: 5000, noNaN: true }),
      width: fc.double({ min: 1, max: 4000, noNaN: true }),
      height: fc.double({ min: 1, max: 4000, noNaN: true }),
    })
    .map(({ x, y, width, height }) => boxAt(x, y, width, height));

  test('covers nothing, whatever lies around', () => {
    fc.assert(
      fc.property(box, box, fc.array(box, { maxLength: 40 }), (sheet, size, others) => {
        const all = [sheet, ...others];
        const place = placeBeside(sheet, size, all);
        expect([place.width, place.height].map(Math.round)).toEqual(
          [size.width, size.height].map(Math.round),
        );
        expect(all.filter((other) => overlap(place, other))).toEqual([]);
      }),
      runs,
    );
  });

  test('is the nearest one', () => {
    const sheet = boxAt(0, 0, 1000, 1000);
    const size = { width: 500, height: 500 };
    expect(placeBeside(sheet, size, [sheet])).toEqual(boxAt(1240, 0, 500, 500));
    // A long row of sheets to the right: below is nearer.
    const row = boxAt(1100, 0, 9000, 1000);
    const wall = boxAt(-9100, 0, 9000, 1000);
    expect(placeBeside(sheet, size, [sheet, row, wall])).toEqual(boxAt(0, 1240, 500, 500));
  });
});
