/** Templates as files that people edit by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInTemplate } from '../../scripts/templates.ts';
import { ownName, ownTemplate } from '../../src/workshop/ownTemplate.ts';
import {
  authorDisplays,
  formats,
  type Stage,
  stagePlaces,
  stageSteps,
  stageTools,
  writings,
} from '../../src/workshop/stage.ts';
import type { WholeTemplate } from '../../src/workshop/template.ts';
import {
  fileProblemWords,
  longestFile,
  readTemplateFile,
  templateFile,
} from '../../src/workshop/templateFile.ts';
import { someTemplate } from '../support/sheets.ts';

const small = `version: 1
id: our-ladder
title: Our ladder
summary: What we mean by Staff here.
source: { title: Our handbook, url: https://handbook.example }

pillars:
  - id: craft
    title: Craft
    meaning: Making it well.
    colour: cyan

responsibilities:
  - id: reviews
    title: Reviews
    meaning: Reading others’ code.
    prompts:
      craft: Whose code waits longest?

sides: []
stages:
  - id: write
    title: Write
    minutes: 10
    say: Write.
    do: Write.
    place: write
`;
const words = (text: string): readonly string[] => {
  const read = readTemplateFile(text);
  return read.ok ? [] : fileProblemWords(read.error);
};
const lineOf = (text: string): number => small.slice(0, small.indexOf(text)).split('\n').length;

describe('a template’s file', () => {
  test('may leave out what follows from the rest', () => {
    const read = readTemplateFile(small);
    if (!read.ok) throw new Error(words(small).join());
    const { pillars, responsibilities, stages, source } = read.value;
    expect(pillars[0]?.source).toEqual(source);
    expect(responsibilities[0]).toMatchObject({ pillars: ['craft'], source });
    expect(stages).toEqual([
      {
        id: 'write',
        title: 'Write',
        minutes: { pair: 10, cohort: 10, solo: 10 },
        say: 'Write.',
        do: 'Write.',
        place: 'write',
        step: null,
        writing: 'open',
        authors: 'named',
        tool: null,
      },
    ]);
  });

  test.each(['staff-role', 'first-staff-role', 'two-way'])(
    'of %s is read again as it was written',
    (file) => {
      const template = builtInTemplate(file);
      expect(readTemplateFile(templateFile(template))).toEqual({ ok: true, value: template });
    },
  );

  test('of any template is read again as it was written', () => {
    const sentence = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((text) => text.trim() !== '');
    const minutes = fc.record(
      Object.fromEntries(formats.map((format) => [format, fc.integer({ min: 1, max: 20 })])),
      { requiredKeys: ['pair'] },
    );
    const stages = fc.uniqueArray(
      fc.record<Stage>({
        id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
        title: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
        minutes,
        say: sentence,
        do: sentence,
        place: fc.constantFrom(...stagePlaces),
        step: fc.constantFrom(null, ...stageSteps),
        writing: fc.constantFrom(...writings),
        authors: fc.constantFrom(...authorDisplays),
        tool: fc.constantFrom(null, ...stageTools),
      }),
      { selector: ({ id }) => id, maxLength: 24 },
    );
    const readable = (text: string, most: number) => text.trim().slice(0, most).toWellFormed() || 'x';
    fc.assert(
      fc.property(someTemplate, stages, (some, stages) => {
        const template: WholeTemplate = {
          ...some,
          pillars: some.pillars.map((one) => ({
            ...one,
            title: readable(one.title, 80),
            meaning: readable(one.meaning, 300),
          })),
          responsibilities: some.responsibilities.map((one) => ({
            ...one,
            title: readable(one.title, 80),
            meaning: readable(one.meaning, 300),
            prompts: Object.fromEntries(
              Object.entries(one.prompts).map(([key, text]) => [key, readable(text, 300)]),
            ),
          })),
          sides: some.sides.map((one) => ({
            ...one,
            title: readable(one.title, 80),
            prompt: readable(one.prompt, 300),
          })),
          stages,
        };
        expect(readTemplateFile(templateFile(template))).toEqual({ ok: true, value: template });
      }),
      { seed: 20_261_201, numRuns: 100 },
    );
  });

  test.each<[string, string, string, string, string]>([
    [
      'a colour that does not exist',
      'colour: cyan',
      'colour: mauve',
      'colour: cyan',
      'pillars.0.colour should be a sticky note’s colour',
    ],
    [
      'a question for an unknown pillar',
      'craft: Whose',
      'art: Whose',
      'prompts:',
      'responsibilities.0.prompts should be one of the pillars craft',
    ],
    [
      'a missing meaning',
      '    meaning: Reading others’ code.\n',
      '',
      'id: reviews',
      'responsibilities.0.meaning should be a text of 1 to 300 characters',
    ],
    [
      'an agenda of zero minutes',
      'minutes: 10',
      'minutes: 0',
      'minutes: 10',
      'stages.0.minutes should be a whole number of minutes from 1 to 180',
    ],
    [
      'minutes for a format that does not exist',
      'minutes: 10',
      'minutes: { trio: 10 }',
      'minutes: 10',
      'stages.0.minutes should be minutes, or minutes by format (pair, cohort, solo)',
    ],
    [
      'minutes for no format',
      'minutes: 10',
      'minutes: {}',
      'minutes: 10',
      'stages.0.minutes should be minutes for at least one of pair, cohort, solo',
    ],
    [
      'an address that is none',
      'https://handbook.example',
      'javascript:alert(1)',
      'source:',
      'source.url should be a web address',
    ],
  ])('with %s is refused with its line and path', (_, was, becomes, at, expected) => {
    const said = words(small.replace(was, becomes));
    expect(said.join('\n')).toContain(`Line ${lineOf(at)}: ${expected}`);
  });

  test('with forty responsibilities is refused, and says how many a sheet can hold', () => {
    const one = small.slice(small.indexOf('  - id: reviews'), small.indexOf('\nsides:'));
    const many = Array.from({ length: 40 }, (_, index) => one.replace('reviews', `reviews-${index}`)).join(
      '',
    );
    expect(words(small.replace(one, many))).toEqual([
      `Line ${lineOf('responsibilities:')}: responsibilities should be 1 to 12 responsibilities.`,
    ]);
  });

  test('with an agenda of nine hours is refused', () => {
    const stage = small.slice(small.indexOf('  - id: write'));
    const long = ['a', 'b', 'c', 'd']
      .map((id) => stage.replace('id: write', `id: ${id}`).replace('10', '150'))
      .join('');
    expect(words(small.replace(stage, long))[0]).toContain('at most 480 minutes in all (pair has 600)');
  });

  test.each<[string, string, RegExp]>([
    ['nothing in it', ' \n', /the file is empty/],
    [
      'a tab for indentation',
      small.replace('    title: Craft', '\ttitle: Craft'),
      /^Line \d+: Expected readable YAML/,
    ],
    ['quotes left open', small.replace('Our ladder', '"Our ladder'), /^Line \d+: Expected readable YAML/],
    [
      'a key twice',
      `${small}title: Again\n`,
      new RegExp(`^Line ${small.split('\n').length}: Expected readable YAML \\(Map keys must be unique`),
    ],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`)
        .join('\n')}\n`,
      /Excessive alias count/,
    ],
    ['far too much in it', 'x'.repeat(longestFile + 1), /a file of 400001 characters is none/],
    ['a list in it', '- a\n', /^Line 1: Expected a template\.$/],
    ['another kind of file', '\u0000\u0001PK\u0003', /Expected/],
  ])('with %s is refused in words', (_, text, expected) => {
    expect(words(text)[0]).toMatch(expected);
  });

  test('of any content is refused in words or right, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => small.replace('Craft', text)),
        ),
        (text) => {
          const read = readTemplateFile(text);
          if (!read.ok) expect(fileProblemWords(read.error).length).toBeGreaterThan(0);
        },
      ),
      { seed: 20_261_202, numRuns: 300 },
    );
  });

  test('never reaches a prototype', () => {
    const read = readTemplateFile(`${small}__proto__: { polluted: true }\n`);
    expect(read.ok && 'polluted' in read.value).toBe(false);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a team’s own template', () => {
  const template = builtInTemplate('staff-role');

  test('is known by its id and all it says', () => {
    expect(ownTemplate(template).id).toBe(ownName(template));
    expect(ownName(template)).toMatch(/^staff-role\.[a-z0-9]{11}$/);
    expect(ownName(structuredClone(template))).toBe(ownName(template));
  });

  test('is another one after an edit, its agenda included', () => {
    const names = [
      template,
      { ...template, title: 'Another' },
      { ...template, stages: template.stages.slice(1) },
    ].map(ownName);
    expect(new Set(names).size).toBe(3);
  });
});
