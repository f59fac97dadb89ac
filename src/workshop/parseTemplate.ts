/**
 * Templates from outside (a team's own, from a file or a board) are unknown until they have passed here. What is wrong
 * is told with its path and what was expected, all of it at once, so that a hand-written template can be put right.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../base/result.ts';
import {
  authorDisplays,
  type Format,
  formats,
  minutesOf,
  stagePlaces,
  stageSteps,
  stageTools,
  writings,
} from './stage.ts';
import { stickyColours } from './stickyColour.ts';
import type { Template, WholeTemplate } from './template.ts';

export interface TemplateProblem {
  /** E.g. `responsibilities.2.prompts.execution`; empty for the whole. */
  readonly path: string;
  /** The same, step by step. */
  readonly keys: readonly (string | number)[];
  readonly expected: string;
}

/** What a sheet can still be laid out and read with, and a session held with. */
export const templateLimits = {
  pillars: 6,
  responsibilities: 12,
  sidesPerPlace: 4,
  stages: 24,
  /** Minutes of a stage, and of all stages of a format. */
  stageMinutes: 180,
  agendaMinutes: 480,
  title: 80,
  sentence: 300,
} as const;
const limits = templateLimits;

/** Lane ids are `pillar/responsibility` and `side/…`, so ids hold no slash and no pillar is called side. */
const id = z
  .string('an id in small letters, digits and hyphens')
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'an id of at most 40 small letters, digits and hyphens, a letter first');

const textUpTo = (most: number) => {
  const expected = `a text of 1 to ${most} characters`;
  return z.string(expected).regex(/\S/, expected).max(most, expected);
};
const title = textUpTo(limits.title);
const sentence = textUpTo(limits.sentence);

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
};
const source = z.object(
  {
    title: sentence,
    url: z
      .string('a web address')
      .refine(isWebAddress, 'a web address (http or https)')
      .meta({ format: 'uri' }),
  },
  'a source with title and url',
);
const ownSource = source
  .optional()
  .describe('Where the idea comes from. Without one: the template’s source.');

const between = (least: number, most: number, what: string) => `${least} to ${most} ${what}`;
const listOf = <T extends z.ZodType>(item: T, least: number, most: number, what: string) =>
  z
    .array(item, `a list of ${between(least, most, what)}`)
    .min(least, between(least, most, what))
    .max(most, between(least, most, what));

const pillar = z.object(
  {
    id: id
      .refine((value) => value !== 'side', 'an id other than side, which the side columns use')
      .describe('Never change it once sheets are made from the template: notes are counted by it.'),
    title,
    meaning: sentence.describe('One sentence: what belongs here.'),
    colour: z
      .enum(stickyColours, `a sticky note’s colour: ${stickyColours.join(', ')}`)
      .describe('Colour means pillar, so each has its own.'),
    source: ownSource,
  },
  'a pillar',
);

const responsibility = z.object(
  {
    id,
    title,
    meaning: sentence,
    pillars: listOf(id, 1, limits.pillars, 'pillar ids')
      .optional()
      .describe('The pillars it serves; it has a lane in each. Without this: those it has a prompt for.'),
    prompts: z
      .record(z.string(), sentence, 'a question by pillar id')
      .describe('The question that its lane asks, by pillar id. It asks for the team’s own case.'),
    stretchPrompts: z
      .record(z.string(), sentence, 'a question by pillar id')
      .optional()
      .describe('The same, of somebody who does not have the job yet. Where one is missing the prompt asks.'),
    source: ownSource,
  },
  'a responsibility',
);

const side = z.object(
  {
    id,
    title,
    prompt: sentence,
    stretchPrompt: sentence.optional().describe('The same, of somebody who does not have the job yet.'),
    place: z
      .enum(['top', 'side'], 'top or side')
      .describe('Across the top of the sheet, or beside the pillars.'),
    asks: z
      .enum(['manager'], 'manager, or nothing')
      .optional()
      .describe('Whom its notes ask for an answer: managers then say yes, partly or no.'),
    source: ownSource,
  },
  'a side column',
);

const expectedMinutes = `a whole number of minutes from 1 to ${limits.stageMinutes}`;
const minutes = z.int(expectedMinutes).min(1, expectedMinutes).max(limits.stageMinutes, expectedMinutes);
const byFormat = z.strictObject(
  { pair: minutes.optional(), cohort: minutes.optional(), solo: minutes.optional() },
  `minutes, or minutes by format (${formats.join(', ')})`,
);

const stage = z.object(
  {
    id,
    title,
    minutes: z
      .union([minutes, byFormat], { error: (issue) => unionWords(issue) })
      .describe('Minutes, or minutes by format; a format that is not named skips the stage.'),
    say: sentence.describe('A sentence for the facilitator to say.'),
    do: sentence.describe('What everybody does now.'),
    place: z
      .enum(stagePlaces, `a place of the panel: ${stagePlaces.join(', ')}`)
      .describe('The place of the panel that is marked.'),
    step: z
      .enum(stageSteps, `one of ${stageSteps.join(', ')}`)
      .nullish()
      .describe('A screen beside the notes that the stage leads to.'),
    writing: z
      .enum(writings, writings.join(' or '))
      .optional()
      .describe('private: nobody sees what is written before it is shown to all. open, if not said.'),
    authors: z
      .enum(authorDisplays, `one of ${authorDisplays.join(', ')}`)
      .optional()
      .describe('What Rolewright says about whose a note of this stage is. named, if not said.'),
    tool: z
      .enum(stageTools, `one of ${stageTools.join(', ')}`)
      .nullish()
      .describe('group: put look-alikes together. dots: give dots. walk: through what is open.'),
  },
  'a stage',
);

/** A union says nothing of its own; what is wrong inside the form that was meant does. */
function unionWords({ input }: { readonly input?: unknown }): string {
  const isMap = typeof input === 'object' && input !== null && !Array.isArray(input);
  return isMap
    ? `minutes by format (${formats.join(', ')}), each ${expectedMinutes}`
    : `${expectedMinutes}, or minutes by format`;
}

/** What a file holds, field by field; what its parts together must fulfil is `disagreements`. */
export const templateShape = z.object(
  {
    version: z
      .int('a whole number')
      .positive('a whole number from 1')
      .describe('Count it up when you change the meaning.'),
    id: id.describe('Names the template among others.'),
    title,
    summary: sentence.describe('For whoever chooses a template.'),
    source: source.describe('Where the method comes from; small print on the sheet.'),
    pillars: listOf(pillar, 1, limits.pillars, 'pillars'),
    responsibilities: listOf(responsibility, 1, limits.responsibilities, 'responsibilities'),
    sides: listOf(side, 0, 2 * limits.sidesPerPlace, 'side columns'),
    stages: listOf(stage, 0, limits.stages, 'stages')
      .optional()
      .describe('The agenda of a session. Without it: the built-in one.'),
  },
  'a template',
);

type Shape = z.infer<typeof templateShape>;

/** Where a value comes a second time. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

type Found = Omit<TemplateProblem, 'path'>;

/** What only the parts together can tell: references, ids that must differ, and how long it all takes. */
function disagreements({ pillars, responsibilities, sides, stages = [] }: Shape): readonly Found[] {
  const known = pillars.map((each) => each.id);
  const unlike = (list: readonly string[], keys: (index: number) => Found['keys'], expected: string) =>
    repeated(list).map((index) => ({ keys: keys(index), expected }));
  const unlikeIds = (root: 'pillars' | 'responsibilities' | 'sides' | 'stages', what: string) =>
    unlike(
      { pillars, responsibilities, sides, stages }[root].map((each) => each.id),
      (index) => [root, index, 'id'],
      `an id that no other ${what} has`,
    );
  const places = (['top', 'side'] as const).flatMap((place) => {
    const count = sides.filter((each) => each.place === place).length;
    return count > limits.sidesPerPlace
      ? [{ keys: ['sides'], expected: `at most ${limits.sidesPerPlace} with the place ${place}` }]
      : [];
  });
  return [
    ...unlikeIds('pillars', 'pillar'),
    ...unlike(
      pillars.map(({ colour }) => colour),
      (index) => ['pillars', index, 'colour'],
      'a colour that no other pillar has, since colour means pillar',
    ),
    ...unlikeIds('responsibilities', 'responsibility'),
    ...unlikeIds('sides', 'side column'),
    ...places,
    ...pillars.flatMap((each, index) =>
      responsibilities.some((one) => pillarsOf(one).includes(each.id))
        ? []
        : [{ keys: ['pillars', index], expected: 'at least one responsibility that serves it' }],
    ),
    ...responsibilities.flatMap((each, index) => {
      const at = ['responsibilities', index] as const;
      const served = pillarsOf(each);
      // Where the pillars are not listed, they are the keys of the prompts.
      const listed = (which: number) => (each.pillars ? [...at, 'pillars', which] : [...at, 'prompts']);
      return [
        ...unlike(served, (which) => listed(which), 'each pillar only once'),
        ...served.flatMap((pillar, which) => [
          ...(known.includes(pillar)
            ? []
            : [{ keys: listed(which), expected: `one of the pillars ${known.join(', ')}` }]),
          ...(Object.hasOwn(each.prompts, pillar)
            ? []
            : [{ keys: [...at, 'prompts', pillar], expected: `a question for the pillar ${pillar}` }]),
        ]),
        ...(served.length === 0 ? [{ keys: [...at, 'prompts'], expected: 'at least one question' }] : []),
      ];
    }),
    ...unlikeIds('stages', 'stage'),
    ...stages.flatMap(({ minutes }, index) =>
      typeof minutes === 'object' && Object.values(minutes).every((each) => each === undefined)
        ? [
            {
              keys: ['stages', index, 'minutes'],
              expected: `minutes for at least one of ${formats.join(', ')}`,
            },
          ]
        : [],
    ),
    ...formats.flatMap((format) => {
      const sum = minutesOf(
        stages.map(({ minutes }) => ({ minutes: minutesByFormat(minutes) })),
        format,
      );
      return sum > limits.agendaMinutes
        ? [
            {
              keys: ['stages'],
              expected: `at most ${limits.agendaMinutes} minutes in all (${format} has ${sum})`,
            },
          ]
        : [];
    }),
  ];
}

const pillarsOf = ({ pillars, prompts }: Shape['responsibilities'][number]): readonly string[] =>
  pillars ?? Object.keys(prompts);

type Minutes = NonNullable<Shape['stages']>[number]['minutes'];

/** One number holds for every format. */
function minutesByFormat(minutes: Minutes): Partial<Record<Format, number>> {
  return Object.fromEntries(
    formats.flatMap((format) => {
      const own = typeof minutes === 'number' ? minutes : minutes[format];
      return own === undefined ? [] : [[format, own]];
    }),
  );
}

/** With everything said that a file may leave out. */
function whole(shape: Shape): WholeTemplate {
  const { source, stages = [] } = shape;
  const full = {
    ...shape,
    pillars: shape.pillars.map((each) => ({ ...each, source: each.source ?? source })),
    responsibilities: shape.responsibilities.map((each) => ({
      ...each,
      pillars: pillarsOf(each),
      source: each.source ?? source,
    })),
    sides: shape.sides.map((each) => ({ ...each, source: each.source ?? source })),
    stages: stages.map((each) => ({
      ...each,
      minutes: minutesByFormat(each.minutes),
      step: each.step ?? null,
      writing: each.writing ?? 'open',
      authors: each.authors ?? 'named',
      tool: each.tool ?? null,
    })),
  };
  // Checked strings become ids here, the one place for templates; the type differs only in that.
  return full as unknown as WholeTemplate;
}

const problem = ({ keys, expected }: Found): TemplateProblem => ({ path: keys.join('.'), keys, expected });

/** Fields it does not know are left out of the result, so a template from a newer version still works. */
export function parseTemplate(value: unknown): Result<WholeTemplate, readonly TemplateProblem[]> {
  const parsed = templateShape.safeParse(value);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) =>
        problem({
          keys: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
          expected: message,
        }),
      ),
    );
  }
  const problems = disagreements(parsed.data);
  return problems.length > 0 ? fail(problems.map(problem)) : ok(whole(parsed.data));
}

/** Without its agenda. */
export function withoutStages({ stages: _, ...template }: WholeTemplate): Template {
  return template;
}
