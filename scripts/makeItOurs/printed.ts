/** A finding as one object to print: with words for people beside the names for programs. */
import type { Finding, LanguageCode } from '../../src/workshop/ours/finding.ts';
import { voices } from '../../src/workshop/ours/voices.ts';

/** Asks in `voice`, or in the language of the statement. */
export function printed(statement: string, finding: Finding, voice?: LanguageCode) {
  const { questions, rules } = voices[voice ?? finding.language];
  return {
    statement,
    triggers: finding.triggers.map(({ words, rule, question, from, to }) => ({
      words,
      rule,
      why: rules[rule],
      question: questions[question],
      from,
      to,
    })),
    questions: finding.questions.map((question) => questions[question]),
    specifics: finding.specifics.map(({ words, kind, from, to }) => ({ words, kind, from, to })),
    language: finding.language,
  };
}
