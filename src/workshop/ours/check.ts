/**
 * Make it ours: asks a question wherever a statement would fit any company. It looks for words that fit anywhere and
 * for words of one's own (a place, a lack, an aim, a time, …); only where the second do not outweigh the first it
 * asks, and it says which words made it ask. It judges one text at a time and knows neither author nor sheet;
 * whether somebody waved a question away is kept elsewhere.
 */
import { detectLanguage } from './detect.ts';
import type { Finding, Kind, LanguageCode, Quote, Rule, Specific, Trigger } from './finding.ts';
import { glossaryFinder, ownOf, ownPointsOf } from './own.ts';
import { type Match, withoutOverlaps } from './phrases.ts';
import { questionOf, questionsFor } from './questions.ts';
import { rulesOf } from './rules.ts';
import { covered, indexesOf, type Span, spell } from './span.ts';
import { enough, generalPoints, mostGeneral } from './weights.ts';
import { type Word, wordsOf } from './words.ts';

export interface Options {
  /** Of the statements; told by their words where left out. */
  readonly language?: LanguageCode;
  /** The team's own names: systems, teams, products, customers. */
  readonly glossary?: readonly string[];
}

export type Check = (statement: string) => Finding;

/** The same words count once. */
function generalPointsOf(words: readonly Word[], general: readonly Match<Rule>[]): number {
  const once = new Map(general.map((match) => [spell(words, match), generalPoints(match.label)]));
  return Math.min(
    mostGeneral,
    [...once.values()].reduce((sum, points) => sum + points, 0),
  );
}

/** Who checks many statements makes one of these and keeps it. */
export function checker({ language, glossary = [] }: Options = {}): Check {
  const names = glossaryFinder(glossary);
  return (statement) => {
    const words = wordsOf(statement);
    const code = language ?? detectLanguage(words);
    const quiet: Finding = { language: code, triggers: [], questions: [], specifics: [] };
    if (words.length === 0) return quiet;

    // All is found before the glossary takes words away, so that a name only ever takes away a reason to ask.
    const rules = rulesOf(code);
    const anywhere = withoutOverlaps(rules.general.find(words));
    const named = withoutOverlaps(names.find(words));
    const ours = covered(named);
    const general = anywhere.filter((match) => !indexesOf(match).some((index) => ours.has(index)));
    const other = ownOf(words, rules, anywhere).filter(
      ({ label, first }) => label !== 'own-word' || !ours.has(first),
    );
    const own: readonly Match<Kind>[] = [...named, ...other];

    const quote = ({ first, last }: Span): Quote => {
      const from = words[first]?.from ?? 0;
      const to = words[last]?.to ?? 0;
      return { words: statement.slice(from, to), from, to };
    };
    const specifics = own
      .map((match): Specific => ({ ...quote(match), kind: match.label }))
      .sort((a, b) => a.from - b.from || a.to - b.to);
    const points = ownPointsOf(words, own, anywhere.length > 0) - generalPointsOf(words, general);
    if (points >= enough) return { ...quiet, specifics };

    const asking: readonly Match<Rule>[] =
      anywhere.length > 0
        ? general
        : [{ label: 'nothing-own', phrase: '', first: 0, last: words.length - 1 }];
    if (asking.length === 0) return { ...quiet, specifics };
    const triggers = asking.map(
      (match): Trigger => ({ ...quote(match), rule: match.label, question: questionOf[match.label] }),
    );
    const questions = questionsFor(
      triggers.map(({ question }) => question),
      own.map(({ label }) => label),
    );
    return { language: code, triggers, questions, specifics };
  };
}

/** For one statement. */
export const check = (statement: string, options: Options = {}): Finding => checker(options)(statement);
