/** What the two people of the demo write and think. Everybody and everything in it is made up. */
import type { StanceValue } from '../../src/annotations/desk.ts';

export interface DemoNote {
  readonly lane: string;
  readonly text: string;
  readonly manager: StanceValue;
  readonly reason: string;
}

/** Erin's, and what Max thinks of them. */
export const demoNotes: readonly DemoNote[] = [
  {
    lane: 'side/one-job',
    text: 'Make limit decisions explainable within a minute, for every team that takes them',
    manager: 'agree',
    reason: '',
  },
  {
    lane: 'side/why-now',
    text: 'Three teams now build on our limit models, and nobody decides how they fit together',
    manager: 'agree',
    reason: '',
  },
  {
    lane: 'big-picture/technical-direction',
    text: 'Decide by June which of our three feature stores stays',
    manager: 'agree-if',
    reason: 'not without the platform team',
  },
  {
    lane: 'big-picture/technical-direction',
    text: 'Cut the nightly backfill of the limit models from 9 h to 2 h by June',
    manager: 'agree',
    reason: 'the risk desk waits for it every morning',
  },
  {
    lane: 'big-picture/engineering-perspective',
    text: 'Bring the cost of wrong limits into the quarterly risk review',
    manager: 'agree',
    reason: 'they have asked for it twice',
  },
  {
    lane: 'execution/exploration',
    text: 'Try unbiased limit tests on 2 % of new customers before autumn',
    manager: 'disagree',
    reason: 'I see this with the research group',
  },
  {
    lane: 'execution/exploration',
    text: 'Find out within six weeks whether a smaller model explains its limits better',
    manager: 'agree',
    reason: '',
  },
  {
    lane: 'execution/being-glue',
    text: 'Keep the weekly hand-over between data and backend short and written',
    manager: 'not-sure',
    reason: 'is this yours to keep?',
  },
  {
    lane: 'leveling-up/mentorship-and-sponsorship',
    text: 'Pair with each of the four new hires on one design a month',
    manager: 'agree',
    reason: '',
  },
  {
    lane: 'leveling-up/being-glue',
    text: 'Teach two others to run the incident review',
    manager: 'agree',
    reason: 'yes, and soon',
  },
  {
    lane: 'side/not-doing',
    text: 'Hand the weekly model report over to analytics by the end of March',
    manager: 'agree',
    reason: '',
  },
  {
    lane: 'side/needs',
    text: 'A seat in the planning round, not a summary of it',
    manager: 'agree',
    reason: '',
  },
];

/** What Max writes of the role, unseen; the first says much the same as one of Erin's. */
export const managerNotes: readonly { readonly lane: string; readonly text: string }[] = [
  {
    lane: 'big-picture/technical-direction',
    text: 'Decide which one of the three feature stores stays, by June',
  },
  {
    lane: 'execution/being-glue',
    text: 'Settle who answers when a limit is wrong: risk, data or backend',
  },
  {
    lane: 'leveling-up/mentorship-and-sponsorship',
    text: 'Get one of the seniors ready to lead the next model migration',
  },
];
