/**
 * The ladder to begin with: the one of the seed's article on ladders, without the craft in its titles, so that it fits
 * any kind of engineering. It forks after Senior. Every scope is our own sentence.
 */
import type { Ladder } from './ladder.ts';

const common = [
  ['intern', 'Intern', 'Learns the craft on small, safe pieces of work, with somebody at their side.'],
  ['junior', 'Junior', 'Delivers tasks whose solution is mostly known, and asks when it is not.'],
  ['mid-level', 'Mid-level', 'Delivers a feature or an analysis from end to end, with little help.'],
  [
    'senior',
    'Senior',
    'Is trusted with a whole problem: picks the way, sees the risks, and brings others along to the end.',
  ],
] as const;

const technical = [
  [
    'staff',
    'Staff',
    'Brings clarity to the problems of a team that are too tangled for a plan, and lifts everybody’s work on them.',
  ],
  [
    'senior-staff',
    'Senior Staff',
    'Clears up problems across several teams that no single one owns, and whose answers last for years.',
  ],
  [
    'principal',
    'Principal',
    'Sets where a whole technical field of the company goes, and gets its leaders to go there.',
  ],
  [
    'senior-principal',
    'Senior Principal',
    'Shapes several fields at once, and the bets by which the company will stand or fall.',
  ],
  [
    'distinguished',
    'Distinguished',
    'Changes what the company, and often its industry, holds to be possible.',
  ],
] as const;

const management = [
  [
    'manager',
    'Manager',
    'Answers for one team: its people, what it delivers, and how well it works together.',
  ],
  [
    'senior-manager',
    'Senior Manager',
    'Answers for a larger team or a few of them, and for the leads who run them.',
  ],
  [
    'director',
    'Director',
    'Answers for a department: which teams there are, what they are for, and what they cost.',
  ],
  [
    'senior-director',
    'Senior Director',
    'Answers for several departments, and for plans that span more than a year.',
  ],
  [
    'vice-president',
    'Vice President',
    'Answers for a whole function of the company before its executives, and for how it will be built up.',
  ],
] as const;

const level =
  <Path extends 'common' | 'technical' | 'management'>(path: Path) =>
  ([id, title, scope]: readonly [string, string, string]) => ({ id, path, title, scope });

export const builtInLadder: Ladder = {
  levels: [
    ...common.map(level('common')),
    ...technical.map(level('technical')),
    ...management.map(level('management')),
  ],
  dimensions: [],
  cells: [],
  source: {
    title: 'Career ladder (Data Science Leadership)',
    url: 'https://datascienceleadership.com/docs/people-management/career-ladder',
  },
};
