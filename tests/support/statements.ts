/** The statements by which the check is judged: tests/fixtures/ours, one per line. How they were made: docs/make-it-ours.md. */
import { readFileSync } from 'node:fs';
import { checker } from '../../src/workshop/ours/check.ts';
import type { LanguageCode } from '../../src/workshop/ours/finding.ts';

export type Half = 'tuned' | 'held-out';

const read = (half: Half, kind: 'generic' | 'specific', language: LanguageCode): string[] =>
  readFileSync(new URL(`../fixtures/ours/${half}/${kind}.${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

export interface Statements {
  /** In the manner of job postings: each should draw a question. */
  readonly generic: readonly string[];
  /** As a team would write: none should. */
  readonly specific: readonly string[];
}

export function statements(half: Half, languages: readonly LanguageCode[]): Statements {
  return {
    generic: languages.flatMap((language) => read(half, 'generic', language)),
    specific: languages.flatMap((language) => read(half, 'specific', language)),
  };
}

export interface Quality {
  /** Of what was asked about, the share that should be. */
  readonly precision: number;
  /** Of what should be asked about, the share that was. */
  readonly recall: number;
  /** Asked about, though specific; and passed over, though generic. */
  readonly wrong: readonly string[];
}

/** Each statement by itself, its language told by its words, without a glossary: the hardest case. */
export function qualityOf({ generic, specific }: Statements): Quality {
  const check = checker();
  const asks = (statement: string) => check(statement).questions.length > 0;
  const found = generic.filter(asks).length;
  const needless = specific.filter(asks);
  return {
    precision: found / Math.max(1, found + needless.length),
    recall: found / Math.max(1, generic.length),
    wrong: [...needless, ...generic.filter((statement) => !asks(statement))],
  };
}
