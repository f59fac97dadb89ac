/**
 * The shelf: examples of what a Staff+ role may hold, to begin a lane with. All in our own words, each with what its
 * idea comes from. They are generic on purpose: an example that names a system would be somebody else's. Whoever takes
 * one rewrites it, and until then it is marked and asked about.
 */
import { type LaneId, laneId } from '../ids.ts';
import { wordsOf } from '../ours/words.ts';
import type { Source } from '../template.ts';

export const crafts = {
  any: 'Any craft',
  software: 'Software',
  data: 'Data science',
  ml: 'Machine learning',
  platform: 'Platform',
  infra: 'Infrastructure',
  security: 'Security',
  mobile: 'Mobile',
  research: 'Research',
  games: 'Games',
} as const;
export type Craft = keyof typeof crafts;

export interface Example {
  /** Stays for good: documents name it. */
  readonly id: string;
  readonly lane: LaneId;
  readonly craft: Craft;
  readonly text: string;
  readonly source: Source;
}

const posting = (title: string, id: string): Source => ({
  title: `Posting: ${title}`,
  url: `https://pastebin.com/${id}`,
});
const engineer = posting('Staff+ Software Engineer (Google)', 'S0Xf4J0z');
const dataScientist = posting('Staff Data Scientist', 'Em8Cp0De');
const principal = posting('Principal Data Scientist (Amazon)', 'SpZ2iAUx');
const researcher = posting('Staff Research Scientist (Google)', 'EuaksTgu');
const larson: Source = { title: 'Will Larson, Staff Engineer', url: 'https://staffeng.com' };
const reilly: Source = {
  title: 'Tanya Reilly, The Staff Engineer’s Path',
  url: 'https://www.oreilly.com/library/view/the-staff-engineers/9781098118723/',
};
const glue: Source = { title: 'Tanya Reilly, Being Glue', url: 'https://www.noidea.dog/glue' };
const article: Source = {
  title: 'What is your job description?',
  url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
};

type Line = readonly [id: string, craft: Craft, text: string, source: Source];

const shelf: readonly (readonly [LaneId, readonly Line[]])[] = [
  [
    laneId('big-picture', 'technical-direction'),
    [
      [
        'direction-state',
        'any',
        'Define the target state of our architecture and the principles that lead there',
        larson,
      ],
      [
        'direction-bets',
        'any',
        'Own the technical strategy and decide which investments come first',
        principal,
      ],
      [
        'direction-models',
        'ml',
        'Set the direction for how models are trained, evaluated and replaced',
        article,
      ],
      [
        'direction-metrics',
        'data',
        'Define how success is measured across products and keep the metrics consistent',
        principal,
      ],
      [
        'direction-platform',
        'platform',
        'Shape the roadmap of the internal platform and retire what it replaces',
        larson,
      ],
      [
        'direction-security',
        'security',
        'Set security standards for all services and a path for legacy systems',
        engineer,
      ],
      [
        'direction-mobile',
        'mobile',
        'Lead the evolution of the mobile architecture toward shared components',
        engineer,
      ],
      [
        'direction-research',
        'research',
        'Develop a long-term research strategy and the plans that follow from it',
        researcher,
      ],
    ],
  ],
  [
    laneId('big-picture', 'engineering-perspective'),
    [
      [
        'perspective-rooms',
        'any',
        'Bring the engineering perspective into planning with senior leadership',
        larson,
      ],
      [
        'perspective-advice',
        'any',
        'Advise leaders on high-judgment decisions with competing interests',
        principal,
      ],
      [
        'perspective-translate',
        'data',
        'Translate business problems into analytical questions and recommendations',
        dataScientist,
      ],
      [
        'perspective-science',
        'ml',
        'Explain the strengths and limits of machine learning to product partners',
        principal,
      ],
      ['perspective-cost', 'infra', 'Represent reliability and cost when new products are planned', engineer],
      [
        'perspective-risk',
        'security',
        'Make security risks understandable to executives and stakeholders',
        reilly,
      ],
      ['perspective-players', 'games', 'Bring technical constraints into creative decisions early', reilly],
    ],
  ],
  [
    laneId('execution', 'exploration'),
    [
      [
        'exploration-frame',
        'any',
        'Frame ambiguous problems without clear precedent and propose a way forward',
        dataScientist,
      ],
      ['exploration-new', 'any', 'Evaluate emerging technologies and recommend which ones to adopt', larson],
      [
        'exploration-group',
        'any',
        'Lead a small group that explores alternatives to how things are done today',
        larson,
      ],
      ['exploration-field', 'ml', 'Build the foundations for a field that is new to the company', article],
      [
        'exploration-experiments',
        'data',
        'Design experiments that test new ideas before large investments',
        principal,
      ],
      [
        'exploration-areas',
        'research',
        'Identify new research areas together with internal and external partners',
        researcher,
      ],
      [
        'exploration-prototype',
        'games',
        'Prototype new technology to find out what is possible for players',
        larson,
      ],
    ],
  ],
  [
    laneId('execution', 'being-glue'),
    [
      [
        'glue-alignment',
        'any',
        'Create alignment and clarity across teams on goals, outcomes and timelines',
        engineer,
      ],
      [
        'glue-projects',
        'any',
        'Manage priorities, deadlines and deliverables of high-impact projects',
        engineer,
      ],
      ['glue-gaps', 'any', 'Notice the work that falls between teams and make sure it gets done', glue],
      [
        'glue-process',
        'data',
        'Oversee cross-functional timelines and improve the processes behind them',
        dataScientist,
      ],
      ['glue-incidents', 'infra', 'Lead incident response and drive improvements across services', article],
      ['glue-migration', 'platform', 'Drive large migrations to completion across many teams', reilly],
      [
        'glue-releases',
        'mobile',
        'Keep releases predictable by coordinating all contributing teams',
        engineer,
      ],
    ],
  ],
  [
    laneId('leveling-up', 'being-glue'),
    [
      ['credit-visible', 'any', 'Make invisible work visible and share it fairly across the team', glue],
      ['credit-teach', 'any', 'Teach others to coordinate projects across teams', glue],
      ['credit-onboard', 'any', 'Improve onboarding so that new colleagues contribute sooner', glue],
      ['credit-docs', 'platform', 'Foster a culture of documentation and knowledge sharing', reilly],
      [
        'credit-oncall',
        'infra',
        'Make the on-call rotation healthy and support those who are new to it',
        reilly,
      ],
      ['credit-community', 'research', 'Grow a community by sharing trends and best practices', researcher],
    ],
  ],
  [
    laneId('leveling-up', 'mentorship-and-sponsorship'),
    [
      ['mentor-coach', 'any', 'Influence and coach engineers across distributed teams', engineer],
      ['mentor-senior', 'any', 'Mentor senior engineers on their way to the next level', larson],
      ['mentor-sponsor', 'any', 'Sponsor people for opportunities that help them grow', larson],
      [
        'mentor-delegate',
        'any',
        'Design solutions at a high level and delegate the parts to others',
        article,
      ],
      ['mentor-skills', 'data', 'Develop the skills of colleagues in statistics and analysis', dataScientist],
      ['mentor-hiring', 'any', 'Contribute to hiring and raise the bar for technical interviews', principal],
      ['mentor-review', 'software', 'Raise the quality of code and design reviews by example', reilly],
      ['mentor-security', 'security', 'Help teams build security expertise of their own', reilly],
    ],
  ],
];

export const examples: readonly Example[] = shelf.flatMap(([lane, lines]) =>
  lines.map(([id, craft, text, source]) => ({ id, lane, craft, text, source })),
);

/** What a text says, told by its words alone. */
const said = (text: string): string =>
  wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ');

const known = new Set(examples.map(({ text }) => said(text)));

/** Whether a text is word for word one of the shelf. */
export const isExample = (text: string): boolean => known.has(said(text));

export const exampleWith = (id: string): Example | null => examples.find((one) => one.id === id) ?? null;
