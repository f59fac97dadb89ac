/** Which path a level belongs to, from how paths and levels are usually called; whoever pastes a ladder sees it first. */
import type { Path } from './ladder.ts';

const names: Readonly<Record<Path, readonly string[]>> = {
  common: ['common', 'shared', 'trunk', 'both', 'all'],
  technical: ['technical', 'tech', 'ic', 'individual contributor', 'engineering', 'engineer', 'expert'],
  management: ['management', 'manager', 'managers', 'managerial', 'people', 'people management', 'em'],
};

/** The path that these words name, such as `IC track`; null for any others. */
export function namedPath(words: string): Path | null {
  const name = words
    .toLowerCase()
    .replace(/\b(path|track|branch|ladder|levels?)\b/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const found = Object.entries(names).find(([, known]) => known.includes(name));
  return found ? (found[0] as Path) : null; // the keys are the paths
}

// Letters, since \b knows only those of English: "Sênior", "Diretora".
const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu');
const managing = word(
  'managers?|director|head|vice|vp|svp|evp|chief|cto|cio|gerente|diretora?|leiter|leiterin',
);
const senior = word('senior|sr|sênior');

/** From the lowest level up: common up to a Senior, then by title. */
export function guessPaths(titles: readonly string[]): readonly Path[] {
  let forked = false;
  return titles.map((title) => {
    if (managing.test(title)) {
      forked = true;
      return 'management';
    }
    if (forked) return 'technical';
    forked = senior.test(title);
    return 'common';
  });
}
