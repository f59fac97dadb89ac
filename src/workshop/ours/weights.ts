/**
 * How much words count. A statement is asked about while what it has of its own, less what fits any company, stays
 * below `enough`. The sum is about the words only: it is never shown, and never about a person.
 */
import type { Kind, Rule } from './finding.ts';

/** Points of the first, of each further one, and at most for one kind. */
export const ownPoints: Readonly<Record<Kind, readonly [first: number, further: number, most: number]>> = {
  // At least as much as the most that the same words could count without the glossary.
  glossary: [3, 1, 4],
  'own-word': [1, 1, 3],
  lack: [2, 1, 3],
  aim: [2, 1, 3],
  number: [1, 1, 2],
  time: [1, 1, 2],
  deadline: [2, 1, 3],
  somebody: [1, 0, 1],
  thing: [1, 0, 1],
  deed: [1, 1, 2],
  reason: [1, 1, 2],
  'first-person': [1, 0, 1],
};

/**
 * What somebody brings, and how a posting speaks to its readers, weigh more: their numbers and dates are about the
 * job, not about a change. Technologies say nothing either way.
 */
export function generalPoints(rule: Rule): number {
  switch (rule) {
    case 'requirement':
    case 'posting':
      return 3;
    case 'technology':
      return 0;
    default:
      return 1;
  }
}

/** A long note may well hold some words that everybody uses. */
export const mostGeneral = 6;

export const enough = 2;

/** It takes two kinds of one's own words to tell a case; so many unusual words count as two where nothing is general. */
export const manyOwnWords = 4;
