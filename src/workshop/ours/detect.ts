/**
 * Which language a statement is in: the one that knows more of its words, where small words (the, of; de, para) count
 * twice. Where that is even, the first.
 */
import type { LanguageCode } from './finding.ts';
import { languageCodes, languages } from './languages/languages.ts';
import { vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

const known = languageCodes.map((code) => ({
  code,
  small: vocabulary(languages[code].marks),
  common: vocabulary(languages[code].common),
}));

export function detectLanguage(words: readonly Word[]): LanguageCode {
  let best: { code: LanguageCode; points: number } = { code: 'en', points: 0 };
  for (const { code, small, common } of known) {
    let points = 0;
    for (const { plain } of words) points += small.has(plain) ? 2 : common.has(plain) ? 1 : 0;
    if (points > best.points) best = { code, points };
  }
  return best.code;
}
