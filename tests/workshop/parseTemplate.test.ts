import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../src/workshop/parseTemplate.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';

/** The built-in template as loose JSON, with one thing changed. */
type Loose = { [key: string]: Loose } & Loose[];
function broken(change: (template: Loose) => void): unknown {
  const copy = JSON.parse(JSON.stringify(staffRole));
  change(copy);
  return copy;
}
const problems = (value: unknown) => {
  const parsed = parseTemplate(value);
  return parsed.ok ? [] : parsed.error.map(({ path, expected }) => `${path}: ${expected}`);
};
const set = (target: Loose | undefined, key: string, value: unknown) => {
  if (target) (target as Record<string, unknown>)[key] = value;
};

describe('a template', () => {
  test('that is built in passes whole', () => {
    expect(parseTemplate(JSON.parse(JSON.stringify(staffRole)))).toEqual({
      ok: true,
      value: { ...staffRole, stages: [] },
    });
  });

  test('may hold fields of a newer version, which are left out', () => {
    expect(parseTemplate({ ...staffRole, mood: 'sunny' })).toEqual({
      ok: true,
      value: { ...staffRole, stages: [] },
    });
  });

  test.each<[string, (template: Loose) => void, string[]]>([
    [
      'a responsibility of an unknown pillar',
      (t) => {
        set(t.responsibilities?.[0], 'pillars', ['vision']);
        set(t.responsibilities?.[0], 'prompts', { vision: 'Which?' });
      },
      ['responsibilities.0.pillars.0: one of the pillars big-picture, execution, leveling-up'],
    ],
    [
      'two responsibilities with one id',
      (t) => set(t.responsibilities?.[1], 'id', 'technical-direction'),
      ['responsibilities.1.id: an id that no other responsibility has'],
    ],
    [
      'two pillars with one id',
      (t) => set(t.pillars?.[1], 'id', 'big-picture'),
      [
        'pillars.1.id: an id that no other pillar has',
        'responsibilities.2.pillars.0: one of the pillars big-picture, big-picture, leveling-up',
        'responsibilities.3.pillars.0: one of the pillars big-picture, big-picture, leveling-up',
      ],
    ],
    [
      'two pillars of one colour',
      (t) => set(t.pillars?.[2], 'colour', 'light_blue'),
      ['pillars.2.colour: a colour that no other pillar has, since colour means pillar'],
    ],
    [
      'a responsibility without a question for a pillar it serves',
      (t) => set(t.responsibilities?.[3], 'prompts', { execution: 'Which?' }),
      ['responsibilities.3.prompts.leveling-up: a question for the pillar leveling-up'],
    ],
    [
      'a responsibility that serves nothing',
      (t) => set(t.responsibilities?.[0], 'pillars', []),
      ['responsibilities.0.pillars: 1 to 6 pillar ids'],
    ],
    [
      'a pillar without a responsibility',
      (t) => {
        set(t.responsibilities?.[2], 'pillars', ['big-picture']);
        set(t.responsibilities?.[2], 'prompts', { 'big-picture': 'Which?' });
        set(t.responsibilities?.[3], 'pillars', ['leveling-up']);
      },
      ['pillars.1: at least one responsibility that serves it'],
    ],
    [
      'no responsibilities',
      (t) => set(t, 'responsibilities', []),
      ['responsibilities: 1 to 12 responsibilities'],
    ],
    [
      'thirteen responsibilities',
      (t) =>
        set(
          t,
          'responsibilities',
          Array.from({ length: 13 }, (_, index) => ({ ...staffRole.responsibilities[0], id: `r${index}` })),
        ),
      ['responsibilities: 1 to 12 responsibilities'],
    ],
    [
      'a pillar called side',
      (t) => set(t.pillars?.[0], 'id', 'side'),
      ['pillars.0.id: an id other than side, which the side columns use'],
    ],
    [
      'an id with a slash',
      (t) => set(t.sides?.[0], 'id', 'a/b'),
      ['sides.0.id: an id of at most 40 small letters, digits and hyphens, a letter first'],
    ],
    [
      'a source that is no web address',
      (t) => set(t.source, 'url', 'javascript:alert(1)'),
      ['source.url: a web address (http or https)'],
    ],
    ['a blank title', (t) => set(t, 'title', '  '), ['title: a text of 1 to 80 characters']],
    ['an unknown place', (t) => set(t.sides?.[1], 'place', 'below'), ['sides.1.place: top or side']],
    [
      'five side columns at the side',
      (t) =>
        set(
          t,
          'sides',
          Array.from({ length: 5 }, (_, index) => ({ ...staffRole.sides[2], id: `s${index}` })),
        ),
      ['sides: at most 4 with the place side'],
    ],
    [
      'several things wrong at once',
      (t) => {
        set(t, 'version', 0);
        set(t.pillars?.[0], 'colour', 'pinkish');
        set(t.responsibilities?.[0], 'meaning', undefined);
      },
      [
        'version: a whole number from 1',
        'pillars.0.colour: a sticky note’s colour: gray, light_yellow, yellow, orange, light_green, green, dark_green, cyan, light_pink, pink, violet, red, light_blue, blue, dark_blue, black',
        'responsibilities.0.meaning: a text of 1 to 300 characters',
      ],
    ],
  ])('with %s is refused with the path and what was expected', (_, change, expected) => {
    expect(problems(broken(change))).toEqual(expected);
  });

  test.each([[null], ['a template'], [[]], [7], [undefined]])('that is %j is refused', (value) => {
    expect(problems(value)).toEqual([': a template']);
  });

  test('of any content is refused or right, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(staffRole)), (value, key) => {
        const parsed = parseTemplate({ ...staffRole, [key]: value });
        if (parsed.ok) expect(Object.keys(parsed.value)).toEqual([...Object.keys(staffRole), 'stages']);
        else
          expect(parsed.error.filter(({ path }) => !path.startsWith(key) && key !== 'pillars')).toEqual([]);
      }),
      { seed: 20_261_123, numRuns: 500 },
    );
  });
});
