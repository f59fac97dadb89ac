import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanesOf, sheetColumns } from '../../src/workshop/lens.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { someTemplate } from '../support/sheets.ts';

const outline = (lens: 'pillars' | 'responsibilities') =>
  sheetColumns(staffRole, lens).map(({ place, title, colour, lanes }) => [
    `${place}: ${title} (${colour})`,
    lanes.map((lane) => `${lane.id}: ${lane.title} (${lane.colour})`),
  ]);

describe('a lens', () => {
  test('by pillar has a column per pillar, and glue in two of them', () => {
    expect(outline('pillars')).toEqual([
      ['top: The one job (gray)', ['side/one-job: The one job (gray)']],
      ['top: Why this role now (gray)', ['side/why-now: Why this role now (gray)']],
      [
        'main: Big-picture thinking (light_blue)',
        [
          'big-picture/technical-direction: Technical direction (light_blue)',
          'big-picture/engineering-perspective: Engineering perspective (light_blue)',
        ],
      ],
      [
        'main: Execution (light_pink)',
        ['execution/exploration: Exploration (light_pink)', 'execution/being-glue: Being glue (light_pink)'],
      ],
      [
        'main: Leveling up (light_green)',
        [
          'leveling-up/being-glue: Being glue (light_green)',
          'leveling-up/mentorship-and-sponsorship: Mentorship and sponsorship (light_green)',
        ],
      ],
      ['side: What I will not do (gray)', ['side/not-doing: What I will not do (gray)']],
      ['side: What I need from my manager (gray)', ['side/needs: What I need from my manager (gray)']],
    ]);
  });

  test('by responsibility has a column per responsibility, and two lanes for glue in their pillars’ colours', () => {
    expect(outline('responsibilities').slice(2, 7)).toEqual([
      [
        'main: Technical direction (light_blue)',
        ['big-picture/technical-direction: Big-picture thinking (light_blue)'],
      ],
      [
        'main: Engineering perspective (light_blue)',
        ['big-picture/engineering-perspective: Big-picture thinking (light_blue)'],
      ],
      ['main: Exploration (light_pink)', ['execution/exploration: Execution (light_pink)']],
      [
        'main: Being glue (gray)',
        ['execution/being-glue: Execution (light_pink)', 'leveling-up/being-glue: Leveling up (light_green)'],
      ],
      [
        'main: Mentorship and sponsorship (light_green)',
        ['leveling-up/mentorship-and-sponsorship: Leveling up (light_green)'],
      ],
    ]);
  });

  test('never changes what a lane means, whatever the template', () => {
    fc.assert(
      fc.property(someTemplate, (template) => {
        const meanings = (lens: 'pillars' | 'responsibilities') =>
          lanesOf(sheetColumns(template, lens))
            .map(({ id, pillar, responsibility, prompt, colour }) => ({
              id,
              pillar,
              responsibility,
              prompt,
              colour,
            }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(meanings('responsibilities')).toEqual(meanings('pillars'));
        expect(new Set(meanings('pillars').map(({ id }) => id)).size).toBe(meanings('pillars').length);
      }),
      { seed: 20_261_123 },
    );
  });
});
