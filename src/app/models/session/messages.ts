/** What a facilitator sends to people before a session. */
import type { SessionPlan } from '../../../annotations/session/plan.ts';
import { cleanLine } from '../../../export/cleanText.ts';

const what = ({ title, team }: SessionPlan): string =>
  [cleanLine(title) || 'the Staff+ role', team.trim() && `in ${cleanLine(team)}`].filter(Boolean).join(' ');

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

export const messageForAll = (plan: SessionPlan, link: string): string =>
  [
    `We meet to write down what ${what(plan)} means here.`,
    `Open the board before we start: ${link}`,
    'There, open Apps → Rolewright and say who you are.',
    'Whoever can open this board can read what people write there. It is no review, and nobody is rated.',
  ].join('\n');

export const messageForPair = (
  plan: SessionPlan,
  engineer: string,
  reviewers: readonly string[],
  link: string | null,
): string =>
  [
    `${cleanLine(listed([engineer, ...reviewers]))}: this is about what ${what(plan)} means here.`,
    link
      ? `You have a board of your own: ${link}`
      : 'Please make a board for the two of you, and share it with nobody else.',
    'There, open Apps → Rolewright: the engineer starts a sheet, the others say who they are.',
    'Whoever can open that board can read what you write there. It is no review, and nobody is rated.',
  ].join('\n');
