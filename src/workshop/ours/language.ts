/** What a language brings to the check. All of it is data: see docs/make-it-ours.md for how to add one. */
import type { Kind, QuestionId, Rule } from './finding.ts';
import type { Classes } from './phrases.ts';

export interface Language {
  /** Small words by which a statement is recognised as of this language. In plain form, apart by spaces. */
  readonly marks: string;
  /** Lists that phrases name in capitals. */
  readonly classes: Classes;
  /** What fits any company. Each phrase once, in the rule that explains it best. */
  readonly general: Readonly<Partial<Record<Rule, readonly string[]>>>;
  /** What makes a statement somebody's own. */
  readonly own: Readonly<Partial<Record<Kind, readonly string[]>>>;
  /** Words that say nothing about a place: small words and what any posting uses. `*` at the end as in phrases. */
  readonly common: string;
}

/** How the check speaks; may differ from the language of the statement. */
export interface Voice {
  readonly questions: Readonly<Record<QuestionId, string>>;
  /** The same in two or three words, for where there is little room. */
  readonly short: Readonly<Record<QuestionId, string>>;
  /** Stands between quoted words and what `rules` says of them: “words that” leave open what changes. */
  readonly words: string;
  /** Finishes “These words …”. */
  readonly rules: Readonly<Record<Rule, string>>;
}
