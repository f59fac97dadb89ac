import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checker } from '../../../src/workshop/ours/check.ts';
import type { Finding } from '../../../src/workshop/ours/finding.ts';
import { statements } from '../../support/statements.ts';

const options = { seed: 20261123, numRuns: 400 };

const lines = (['tuned', 'held-out'] as const).flatMap((half) => {
  const { generic, specific } = statements(half, ['en', 'pt']);
  return [...generic, ...specific];
});
const pieces = lines.flatMap((line) => line.split(' '));

/** Real words in no real order, so that phrases meet and overlap, with anything at all between. */
const mixture = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((words) => words.join(' '));
const text = fc.oneof(
  fc.constantFrom(...lines),
  mixture,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

const check = checker();
const rules = ({ language, triggers, questions, specifics }: Finding) => ({
  language,
  questions,
  triggers: triggers.map(({ rule, words }) => ({ rule, words: words.normalize('NFC') })),
  specifics: specifics.map(({ kind, words }) => ({ kind, words: words.normalize('NFC') })),
});
const verdict = ({ triggers, questions }: Finding) => ({
  rules: triggers.map(({ rule }) => rule),
  questions,
});

describe('of any text', () => {
  test('every quote lies in the text and says what is there', () => {
    fc.assert(
      fc.property(text, (statement) => {
        const { triggers, specifics } = check(statement);
        for (const { words, from, to } of [...triggers, ...specifics]) {
          expect(statement.slice(from, to)).toBe(words);
          expect(words).not.toBe('');
          expect(from >= 0 && to <= statement.length).toBe(true);
        }
      }),
      options,
    );
  });

  test('questions are asked exactly where words triggered them, one to three and each once', () => {
    fc.assert(
      fc.property(text, (statement) => {
        const { triggers, questions } = check(statement);
        expect(questions.length > 0).toBe(triggers.length > 0);
        expect(questions.length).toBeLessThanOrEqual(3);
        expect(new Set(questions).size).toBe(questions.length);
      }),
      options,
    );
  });

  test('triggers come in the order of the text and do not overlap', () => {
    fc.assert(
      fc.property(text, (statement) => {
        const { triggers } = check(statement);
        triggers.forEach(({ from }, index) => {
          expect(from).toBeGreaterThanOrEqual(triggers[index - 1]?.to ?? 0);
        });
      }),
      options,
    );
  });

  test('either Unicode normal form gives the same', () => {
    fc.assert(
      fc.property(text, (statement) => {
        expect(rules(check(statement.normalize('NFD')))).toEqual(rules(check(statement.normalize('NFC'))));
      }),
      options,
    );
  });

  test('more white space changes nothing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('  ', '\n', '\t', '\u00a0'), (statement, space) => {
        expect(verdict(check(` ${statement.replaceAll(' ', space)}${space}`))).toEqual(
          verdict(check(statement)),
        );
      }),
      options,
    );
  });

  test('capitals change nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...lines),
          fc.array(fc.constantFrom(...pieces)).map((words) => words.join(' ')),
        ),
        (statement) => {
          expect(verdict(check(statement.toUpperCase()))).toEqual(verdict(check(statement)));
          expect(verdict(check(statement.toLowerCase()))).toEqual(verdict(check(statement)));
        },
      ),
      options,
    );
  });

  test('a name in the glossary never adds a reason to ask', () => {
    const names = fc.array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 3 }).map((words) => words.join(' ')),
        fc.string(),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(text, names, fc.nat(), fc.integer({ min: 1, max: 3 }), (statement, more, at, length) => {
        const words = statement.split(' ');
        const start = at % words.length;
        const taken = words.slice(start, start + length).join(' ');
        const before = check(statement).triggers;
        for (const glossary of [more, [taken], [...more, taken]])
          for (const trigger of checker({ glossary })(statement).triggers)
            expect(before).toContainEqual(trigger);
      }),
      options,
    );
  });
});
