/** A language's lists, made ready to search. */
import type { Kind, LanguageCode, Rule } from './finding.ts';
import { languages } from './languages/languages.ts';
import { type Finder, finder } from './phrases.ts';
import { ambiguousTechnologies, technologies } from './technologies.ts';
import { type Vocabulary, vocabulary } from './vocabulary.ts';

export interface Rules {
  readonly general: Finder<Rule>;
  readonly own: Finder<Kind>;
  readonly common: Vocabulary;
}

const listsOf = <Label extends string>(lists: Readonly<Partial<Record<Label, readonly string[]>>>) =>
  Object.entries(lists) as [Label, readonly string[]][];

const known = technologies.split(/\s+/).filter((word) => word !== '');
const made = new Map<LanguageCode, Rules>();

/** Made once per language, when it is first met. */
export function rulesOf(code: LanguageCode): Rules {
  const before = made.get(code);
  if (before) return before;
  const { general, own, classes, common } = languages[code];
  const rules: Rules = {
    general: finder<Rule>([...listsOf<Rule>(general), ['technology', known]], classes),
    own: finder<Kind>(listsOf<Kind>(own), classes),
    // People mix English words into every language of the trade.
    common: vocabulary(
      common,
      languages.en.common,
      technologies,
      ambiguousTechnologies,
      ...Object.values(classes),
    ),
  };
  made.set(code, rules);
  return rules;
}
