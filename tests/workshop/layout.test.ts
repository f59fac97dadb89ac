import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxAt, contains, left, moved, overlap, top } from '../../src/base/box.ts';
import { planDrop } from '../../src/board/plan.ts';
import { layoutSheet, type SheetLayout } from '../../src/workshop/layout.ts';
import { lanesOf, sheetColumns } from '../../src/workshop/lens.ts';
import { laneKey } from '../../src/workshop/piece.ts';
import { noteSize } from '../../src/workshop/spacing.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { details, someDetails, someTemplate } from '../support/sheets.ts';

const seed = { seed: 20_261_123, numRuns: 150 };
const options = fc.record({
  blanksPerLane: fc.integer({ min: 0, max: 4 }),
  writing: fc.constantFrom('board' as const, 'panel' as const),
});
const sheets = fc.record({ template: someTemplate, details: someDetails, options });

const boxes = (layout: SheetLayout): readonly [string, Box][] =>
  layout.pieces.map(({ key, appearance }) => [key, appearance.box]);

/** Touching edges are meant (a title bar and its text); a thousandth of a dp is rounding. */
const shrunk = (box: Box): Box => ({ ...box, width: box.width - 0.002, height: box.height - 0.002 });

function overlapping(named: readonly (readonly [string, Box])[]): string[] {
  return named.flatMap(([a, boxA], index) =>
    named
      .slice(index + 1)
      .filter(([, boxB]) => overlap(shrunk(boxA), shrunk(boxB)))
      .map(([b]) => `${a} overlaps ${b}`),
  );
}

describe('any sheet', () => {
  test('has nothing overlapping', () => {
    fc.assert(
      fc.property(sheets, ({ template, details, options }) => {
        expect(overlapping(boxes(layoutSheet(template, details, options)))).toEqual([]);
      }),
      seed,
    );
  });

  test('has everything inside its frame, and free space below', () => {
    fc.assert(
      fc.property(sheets, ({ template, details, options }) => {
        const layout = layoutSheet(template, details, options);
        const frame = boxAt(0, 0, layout.width, layout.height - 90);
        expect(boxes(layout).filter(([, box]) => !contains(frame, shrunk(box)))).toEqual([]);
      }),
      seed,
    );
  });

  test('gives every lane room for three notes that nothing but its blank notes lies in', () => {
    fc.assert(
      fc.property(sheets, ({ template, details }) => {
        const { pieces, rooms } = layoutSheet(template, details, { blanksPerLane: 0 });
        for (const { box } of rooms) {
          const across = Math.floor(box.width / noteSize.width);
          expect(across * Math.floor(box.height / noteSize.height)).toBeGreaterThanOrEqual(3);
        }
        const named = [
          ...pieces.map(({ key, appearance }) => [key, appearance.box] as const),
          ...rooms.map(({ lane, box }) => [`room of ${lane}`, box] as const),
        ];
        expect(overlapping(named)).toEqual([]);
      }),
      seed,
    );
  });

  test('keeps the order of its columns from left to right and of their lanes from top to bottom', () => {
    fc.assert(
      fc.property(sheets, ({ template, details }) => {
        const layout = layoutSheet(template, details);
        const place = new Map(boxes(layout));
        const columns = sheetColumns(template, details.lens);
        const main = columns.filter(({ place }) => place === 'main');
        const lefts = main.map(({ lanes: [first] }) =>
          left(place.get(laneKey(first?.id ?? never())) ?? never()),
        );
        expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
        for (const { lanes } of main) {
          const tops = lanes.map(({ id }) => top(place.get(laneKey(id)) ?? never()));
          expect(tops).toEqual(tops.toSorted((a, b) => a - b));
        }
      }),
      seed,
    );
  });

  test('knows every key once, and has the same keys whatever its title', () => {
    fc.assert(
      fc.property(sheets, fc.string({ minLength: 1 }), ({ template, details, options }, title) => {
        const keys = layoutSheet(template, details, options).pieces.map(({ key }) => key);
        expect([...new Set(keys)]).toEqual(keys);
        expect(layoutSheet(template, { ...details, title }, options).pieces.map(({ key }) => key)).toEqual(
          keys,
        );
      }),
      seed,
    );
  });

  test('moves as a whole with its centre', () => {
    const point = fc.record({
      x: fc.integer({ min: -50_000, max: 50_000 }),
      y: fc.integer({ min: -50_000, max: 50_000 }),
    });
    fc.assert(
      fc.property(sheets, point, ({ template, details }, centre) => {
        const here = planDrop(template, details, { centre: { x: 0, y: 0 } });
        const there = planDrop(template, details, { centre });
        const round = (box: Box) => ({ ...box, x: Math.round(box.x * 1e6), y: Math.round(box.y * 1e6) });
        expect(there.commands.map(({ item }) => round(item.box))).toEqual(
          here.commands.map(({ item }) => round(moved(item.box, centre.x, centre.y))),
        );
        expect(round(there.frame.box)).toEqual(round(moved(here.frame.box, centre.x, centre.y)));
      }),
      seed,
    );
  });
});

describe('the built-in sheet', () => {
  test.each(['pillars', 'responsibilities'] as const)(
    'by %s is readable when it fits a laptop screen',
    (lens) => {
      const { width, height, pieces } = layoutSheet(staffRole, { ...details, lens });
      const zoom = Math.min(1440 / width, 900 / height);
      const smallest = Math.min(
        ...pieces.map(({ appearance }) => (appearance.kind === 'sticky' ? 99 : appearance.look.size)),
      );
      expect({ narrow: width <= 4000, flat: width / height > 1.3, readable: smallest * zoom > 9 }).toEqual({
        narrow: true,
        flat: true,
        readable: true,
      });
    },
  );

  test('has one blank note waiting in each lane, in the pillar’s colour or yellow outside the pillars, none while notes are private', () => {
    const blanks = (writing: 'board' | 'panel') =>
      layoutSheet(staffRole, details, { writing }).pieces.flatMap(({ key, appearance }) =>
        appearance.kind === 'sticky' ? [[key, appearance.colour]] : [],
      );
    const lanes = lanesOf(sheetColumns(staffRole, 'pillars'));
    const expected = lanes.map(({ id, pillar, colour }) => [
      `blank:${id}:0`,
      pillar === null ? 'light_yellow' : colour,
    ]);
    expect(blanks('board').toSorted()).toEqual(expected.toSorted());
    expect(blanks('panel')).toEqual([]);
  });

  test('says in each lane to write in the panel while notes are private', () => {
    const prompts = layoutSheet(staffRole, details, { writing: 'panel' }).pieces.filter(({ key }) =>
      key.startsWith('prompt:'),
    );
    expect(prompts.filter(({ appearance }) => !appearance.text.includes('write in the panel'))).toEqual([]);
    expect(prompts.length).toBe(10);
  });

  test('says who it is about, when it began, how to take part and where the method comes from', () => {
    const texts = Object.fromEntries(
      layoutSheet(staffRole, details).pieces.map(({ key, appearance }) => [key, appearance.text]),
    );
    expect([texts.title, texts.subtitle, texts.source]).toEqual([
      'Staff Machine Learning Engineer',
      'Credit limits  ·  Staff (L6)  ·  Erin Example  ·  23 November 2026',
      'Method: What is your job description? (Data Science Leadership)',
    ]);
    expect(texts.how).toContain('Apps → Rolewright');
  });
});

function never(): never {
  throw new Error('a lane without a header');
}
