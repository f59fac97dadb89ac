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
  deadline: [2, 0, 2],
  somebody: [1, 0, 1],
  deed: [1, 1, 2],
  reason: [1, 1, 2],
  'first-person': [1, 0, 1],
};

/** What somebody brings weighs more: hardly any other word can turn it into an expectation. */
export const generalPoints = (rule: Rule): number =>
  rule === 'requirement' ? 3 : rule === 'technology' ? 0 : 1;

/** A long note may well hold some words that everybody uses. */
export const mostGeneral = 6;

export const enough = 2;
