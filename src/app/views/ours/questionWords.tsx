/** The questions about a text, each with the words that made it ask. In the language of the text. */
import type { Finding, QuestionId, Rule } from '../../../workshop/ours/finding.ts';
import { voices } from '../../../workshop/ours/voices.ts';

/** So many are quoted of one kind; more would bury the question. */
const mostNamed = 3;

interface Props {
  readonly finding: Finding;
  readonly questions: readonly QuestionId[];
}

export function QuestionList({ finding, questions }: Props) {
  const voice = voices[finding.language];
  return (
    <ul class="ask-list" lang={finding.language}>
      {questions.map((question) => (
        <li key={question} data-testid="ask-question">
          <span>{voice.questions[question]}</span>
          {becauseOf(finding, question).map(({ rule, words }) => (
            <span key={rule} class="hint" dir="auto">
              {words.length > 0
                ? `${words.map((one) => `“${one}”`).join(', ')}: ${voice.words} ${voice.rules[rule]}`
                : `${voice.words} ${voice.rules[rule]}`}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The words that lead to a question, together where the same is to be said of them. */
function becauseOf(
  { triggers }: Finding,
  question: QuestionId,
): readonly { readonly rule: Rule; readonly words: readonly string[] }[] {
  const byRule = new Map<Rule, Map<string, string>>();
  for (const one of triggers.filter((trigger) => trigger.question === question)) {
    const words = byRule.get(one.rule) ?? new Map<string, string>();
    // Of the whole note there is nothing to quote.
    if (one.rule !== 'nothing-own') words.set(one.words.toLowerCase(), one.words);
    byRule.set(one.rule, words);
  }
  return [...byRule].map(([rule, words]) => ({ rule, words: [...words.values()].slice(0, mostNamed) }));
}
