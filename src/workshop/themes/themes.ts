/**
 * What real postings of Staff+ roles share, whatever the craft: the common core that the seed article finds in them. A
 * role need not hold all of it; a sheet that never touches one of these should at least have meant to.
 */
export const themeIds = [
  'ambiguity',
  'impact',
  'long-range',
  'expertise',
  'strategy',
  'coaching',
  'clarity',
  'delivery',
] as const;
export type ThemeId = (typeof themeIds)[number];

export interface Theme {
  readonly title: string;
  /** One sentence. */
  readonly meaning: string;
}

export const themes: Readonly<Record<ThemeId, Theme>> = {
  ambiguity: {
    title: 'Ambiguity',
    meaning: 'Problems that nobody has framed yet, and what is found out about them.',
  },
  impact: {
    title: 'Impact',
    meaning: 'What changes for customers, money or the teams around, so that one can see it.',
  },
  'long-range': {
    title: 'Long-range influence',
    meaning: 'Decisions that still hold in some years, and what they make possible.',
  },
  expertise: {
    title: 'Expertise',
    meaning: 'Knowing a field deeply, and being asked because of it.',
  },
  strategy: {
    title: 'Strategy',
    meaning: 'Where to go, what to bet on, and what not to do.',
  },
  coaching: {
    title: 'Coaching',
    meaning: 'People who can do more afterwards: taught, reviewed, put forward.',
  },
  clarity: {
    title: 'Clarity across teams',
    meaning: 'Several teams that know and mean the same.',
  },
  delivery: {
    title: 'Priorities and delivery',
    meaning: 'What comes first, by when, and that it gets done.',
  },
};
