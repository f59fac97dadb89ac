/**
 * What may call for a Staff+ role in a team, and how long it may take: data, in our own words. The three situations are
 * those in which the article has seen managers look for one (templates/staffRole.ts names it). What a situation has lanes
 * ask is here, too, by the id of their side column, so that a team's template asks it where it has such columns.
 */

export const situationIds = ['caged', 'new-field', 'vital', 'other'] as const;
export type SituationId = (typeof situationIds)[number];

export interface Situation {
  readonly id: SituationId;
  readonly title: string;
  /** One sentence. */
  readonly meaning: string;
  /** Side column → its question. */
  readonly prompts: Readonly<Record<string, string>>;
}

export const situations: readonly Situation[] = [
  {
    id: 'caged',
    title: 'Old decisions cage us',
    meaning:
      'Choices of past years narrow what the team can do, and somebody has to lead it out step by step.',
    prompts: {
      'one-job': 'Which old decision should hold nobody back any more, a year from now?',
      'why-now': 'Which decisions cage us, since when, and who pays for it week by week?',
    },
  },
  {
    id: 'new-field',
    title: 'A new field, or a bet',
    meaning: 'Nobody here knows the ground yet: learn fast what matters, and build what others can stand on.',
    prompts: {
      'one-job': 'What should run, or be known for sure, in a year that nobody here can do today?',
      'why-now': 'What is the bet, who waits for it, and what must we learn first?',
    },
  },
  {
    id: 'vital',
    title: 'A system we can’t get wrong',
    meaning:
      'It is worth so much that small gains and small failures both matter, and the bar must stay high.',
    prompts: {
      'one-job': 'Which system must people trust more in a year, and what would a small gain there be worth?',
      'why-now': 'What does one bad day of it cost us, and what is one per cent of it worth?',
    },
  },
  { id: 'other', title: 'Something else', meaning: 'Say it in your own words.', prompts: {} },
];

export const horizonIds = ['months', 'quarters', 'years', 'other'] as const;
export type HorizonId = (typeof horizonIds)[number];

export interface Horizon {
  readonly id: HorizonId;
  readonly title: string;
}

export const horizons: readonly Horizon[] = [
  { id: 'months', title: 'A few months' },
  { id: 'quarters', title: 'A few quarters' },
  { id: 'years', title: 'Several years' },
  { id: 'other', title: 'Another, in words' },
];

export const situationOf = (id: SituationId): Situation => found(situations, id);
export const horizonOf = (id: HorizonId): Horizon => found(horizons, id);

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const one = list.find((each) => each.id === id);
  if (!one) throw new Error(`Nothing is called ${id}`);
  return one;
}
