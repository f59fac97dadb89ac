/**
 * Templates from outside (a team's own, from a file or a board) are unknown until they have passed here. What is wrong
 * is told with its path and what was expected, all of it at once, so that a hand-written template can be put right.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../base/result.ts';
import { stickyColours } from './stickyColour.ts';
import type { Template } from './template.ts';

export interface TemplateProblem {
  /** E.g. `responsibilities.2.prompts.execution`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
}

/** What a sheet can still be laid out and read with. */
const limits = { pillars: 6, responsibilities: 12, sidesPerPlace: 4, title: 80, sentence: 300 } as const;

/** Lane ids are `pillar/responsibility` and `side/…`, so ids hold no slash and no pillar is called side. */
const id = z
  .string('an id in small letters, digits and hyphens')
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'an id of at most 40 small letters, digits and hyphens, a letter first');

const textUpTo = (most: number) =>
  z
    .string(`a text of 1 to ${most} characters`)
    .refine((text) => text.trim() !== '' && text.length <= most, `a text of 1 to ${most} characters`);
const title = textUpTo(limits.title);
const sentence = textUpTo(limits.sentence);

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
};
const source = z.object(
  { title: sentence, url: z.string('a web address').refine(isWebAddress, 'a web address (http or https)') },
  'a source with title and url',
);

const between = (least: number, most: number, what: string) => `${least} to ${most} ${what}`;
const listOf = <T extends z.ZodType>(item: T, least: number, most: number, what: string) =>
  z
    .array(item, `a list of ${between(least, most, what)}`)
    .min(least, between(least, most, what))
    .max(most, between(least, most, what));

const pillar = z.object(
  {
    id: id.refine((value) => value !== 'side', 'an id other than side, which the side columns use'),
    title,
    meaning: sentence,
    colour: z.enum(stickyColours, `a sticky note’s colour: ${stickyColours.join(', ')}`),
    source,
  },
  'a pillar',
);

const responsibility = z.object(
  {
    id,
    title,
    meaning: sentence,
    pillars: listOf(id, 1, limits.pillars, 'pillar ids'),
    prompts: z.record(z.string(), sentence, 'a question by pillar id'),
    stretchPrompts: z.record(z.string(), sentence, 'a question by pillar id').optional(),
    source,
  },
  'a responsibility',
);

const side = z.object(
  {
    id,
    title,
    prompt: sentence,
    stretchPrompt: sentence.optional(),
    place: z.enum(['top', 'side'], 'top or side'),
    source,
  },
  'a side column',
);

const shape = z.object(
  {
    version: z.int('a whole number').positive('a whole number from 1'),
    id,
    title,
    summary: sentence,
    source,
    pillars: listOf(pillar, 1, limits.pillars, 'pillars'),
    responsibilities: listOf(responsibility, 1, limits.responsibilities, 'responsibilities'),
    sides: listOf(side, 0, 2 * limits.sidesPerPlace, 'side columns'),
  },
  'a template',
);

type Shape = z.infer<typeof shape>;

/** Where a value comes a second time. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** What only the parts together can tell: references, and ids that must differ. */
function disagreements({ pillars, responsibilities, sides }: Shape): readonly TemplateProblem[] {
  const known = pillars.map((each) => each.id);
  const unlike = (list: readonly string[], path: (index: number) => string, expected: string) =>
    repeated(list).map((index) => ({ path: path(index), expected }));
  const places = (['top', 'side'] as const).flatMap((place) => {
    const count = sides.filter((each) => each.place === place).length;
    return count > limits.sidesPerPlace
      ? [{ path: 'sides', expected: `at most ${limits.sidesPerPlace} with the place ${place}` }]
      : [];
  });
  return [
    ...unlike(known, (index) => `pillars.${index}.id`, 'an id that no other pillar has'),
    ...unlike(
      pillars.map(({ colour }) => colour),
      (index) => `pillars.${index}.colour`,
      'a colour that no other pillar has, since colour means pillar',
    ),
    ...unlike(
      responsibilities.map((each) => each.id),
      (index) => `responsibilities.${index}.id`,
      'an id that no other responsibility has',
    ),
    ...unlike(
      sides.map((each) => each.id),
      (index) => `sides.${index}.id`,
      'an id that no other side column has',
    ),
    ...places,
    ...pillars.flatMap((each, index) =>
      responsibilities.some(({ pillars }) => pillars.includes(each.id))
        ? []
        : [{ path: `pillars.${index}`, expected: 'at least one responsibility that serves it' }],
    ),
    ...responsibilities.flatMap((each, index) => {
      const at = `responsibilities.${index}`;
      return [
        ...unlike(each.pillars, (which) => `${at}.pillars.${which}`, 'each pillar only once'),
        ...each.pillars.flatMap((served, which) => [
          ...(known.includes(served)
            ? []
            : [{ path: `${at}.pillars.${which}`, expected: `one of the pillars ${known.join(', ')}` }]),
          ...(Object.hasOwn(each.prompts, served)
            ? []
            : [{ path: `${at}.prompts.${served}`, expected: `a question for the pillar ${served}` }]),
        ]),
      ];
    }),
  ];
}

/** Fields it does not know are left out of the result, so a template from a newer version still works. */
export function parseTemplate(value: unknown): Result<Template, readonly TemplateProblem[]> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) => ({
        path: path.map(String).join('.'),
        expected: message,
      })),
    );
  }
  const problems = disagreements(parsed.data);
  // Checked strings become ids here, the one place for templates; the type differs only in that.
  return problems.length > 0 ? fail(problems) : ok(parsed.data as unknown as Template);
}
