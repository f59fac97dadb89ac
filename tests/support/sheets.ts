/** Sheets for tests: one with all details given, and arbitrary templates and details. */
import fc from 'fast-check';
import { pillarId, responsibilityId, sheetId } from '../../src/workshop/ids.ts';
import type { SheetDetails } from '../../src/workshop/sheet.ts';
import { stickyColours } from '../../src/workshop/stickyColour.ts';
import type { Template } from '../../src/workshop/template.ts';

export const details: SheetDetails = {
  id: sheetId('sheet-one'),
  template: 'staff-role',
  lens: 'pillars',
  title: 'Staff Machine Learning Engineer',
  team: 'Credit limits',
  level: 'Staff (L6)',
  engineer: 'Erin Example',
  reviewers: ['Max Manager'],
  createdAt: '2026-11-23T09:00:00.000Z',
};

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.lorem({ maxCount: 30 }),
  fc.constant('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(3)),
  fc.constant('تحديد الاتجاه التقني للفريق'),
);
const title = fc.oneof(
  fc.lorem({ maxCount: 3 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
  fc.constant('W'.repeat(80)),
);

export const someDetails: fc.Arbitrary<SheetDetails> = fc.record({
  id: fc.constant(sheetId('sheet-one')),
  template: fc.constant('some-template'),
  lens: fc.constantFrom('pillars' as const, 'responsibilities' as const),
  title: fc.oneof(words, fc.constant('W'.repeat(400))),
  team: words,
  level: words,
  engineer: words,
  reviewers: fc.array(words, { maxLength: 3 }),
  createdAt: fc.constantFrom('2026-11-23T09:00:00.000Z', ''),
});

const source = { title: 'A source', url: 'https://example.org' };

/** 1 to 5 pillars, 1 to 12 responsibilities (no pillar left without), 0 to 3 side columns in each place. */
export const someTemplate: fc.Arbitrary<Template> = fc
  .integer({ min: 1, max: 5 })
  .chain((pillarCount) =>
    fc.record({
      pillars: fc.array(fc.tuple(title, words), { minLength: pillarCount, maxLength: pillarCount }),
      responsibilities: fc.array(
        fc.tuple(
          title,
          words,
          words,
          fc.subarray(
            Array.from({ length: pillarCount }, (_, index) => index),
            { minLength: 1 },
          ),
        ),
        { minLength: pillarCount, maxLength: 12 },
      ),
      tops: fc.array(fc.tuple(title, words), { maxLength: 3 }),
      sides: fc.array(fc.tuple(title, words), { maxLength: 3 }),
    }),
  )
  .map(({ pillars, responsibilities, tops, sides }) => {
    const ids = pillars.map((_, index) => pillarId(`pillar-${index}`));
    const named = (place: 'top' | 'side') => (side: readonly [string, string], index: number) => ({
      id: `${place}-${index}`,
      title: side[0],
      prompt: side[1],
      place,
      source,
    });
    return {
      version: 1,
      id: 'some-template',
      title: 'Some template',
      summary: 'For a test.',
      source,
      pillars: pillars.map(([title, meaning], index) => ({
        id: ids[index] ?? pillarId('none'),
        title,
        meaning,
        colour: stickyColours[index] ?? 'gray',
        source,
      })),
      responsibilities: responsibilities.map(([title, meaning, prompt, served], index) => {
        const pillars = ids.filter((_, pillar) => served.includes(pillar) || pillar === index);
        return {
          id: responsibilityId(`responsibility-${index}`),
          title,
          meaning,
          pillars,
          prompts: Object.fromEntries(pillars.map((pillar) => [pillar, prompt])),
          source,
        };
      }),
      sides: [...tops.map(named('top')), ...sides.map(named('side'))],
    };
  });
