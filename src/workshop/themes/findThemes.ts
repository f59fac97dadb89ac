/** Which themes a text touches, and by which of its words. Of several languages the text's own is read. */
import { detectLanguage } from '../ours/detect.ts';
import type { LanguageCode } from '../ours/finding.ts';
import { languages } from '../ours/languages/languages.ts';
import { type Finder, finder, withoutOverlaps } from '../ours/phrases.ts';
import { wordsOf } from '../ours/words.ts';
import { english } from './languages/english.ts';
import { portuguese } from './languages/portuguese.ts';
import { type ThemeId, themeIds } from './themes.ts';
import type { ThemeWords } from './themeWords.ts';

/** Words of the text: `text.slice(from, to) === words`. Offsets count UTF-16 units. */
export interface ThemeQuote {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** The themes that a text touches, each with its words in the order of the text. */
export type FoundThemes = ReadonlyMap<ThemeId, readonly ThemeQuote[]>;

const words: Readonly<Record<LanguageCode, ThemeWords>> = { en: english, pt: portuguese };
const made = new Map<LanguageCode, Finder<ThemeId>>();

/** Made once per language, when it is first met. */
function finderOf(code: LanguageCode): Finder<ThemeId> {
  const before = made.get(code);
  if (before) return before;
  const lists = themeIds.map((theme) => [theme, words[code][theme]] as const);
  const fresh = finder<ThemeId>(lists, languages[code].classes);
  made.set(code, fresh);
  return fresh;
}

export function findThemes(text: string): FoundThemes {
  const said = wordsOf(text);
  const matches = finderOf(detectLanguage(said)).find(said);
  const found = themeIds.flatMap((theme) => {
    // The same words may touch two themes; within one, the longest says most.
    const own = withoutOverlaps(matches.filter(({ label }) => label === theme));
    const quotes = own.map(({ first, last }): ThemeQuote => {
      const [from, to] = [said[first]?.from ?? 0, said[last]?.to ?? 0];
      return { words: text.slice(from, to), from, to };
    });
    return quotes.length > 0 ? [[theme, quotes] as const] : [];
  });
  return new Map(found);
}
