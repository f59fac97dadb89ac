/** What is left out of a document is not in it any more, whichever rendering reads it. */
import { describe, expect, test } from 'vitest';
import { type Chapter, chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import type { Block } from '../../src/export/document.ts';
import { sectionsOf } from '../../src/export/sections.ts';
import { statusLine, statusMeaning, statusWord } from '../../src/export/wording.ts';
import { emptyDescription, erin, example, max, note, place, round, signature } from './example.ts';

const titles = (wished: readonly Chapter[]) =>
  sectionsOf(chosen(example, { variant: 'annotated', chapters: wished })).map(({ title }) => title);

describe('what somebody chose', () => {
  test('each chapter can be left out by itself', () => {
    expect(titles(['purpose', 'sides'])).toEqual([
      'The one job',
      'Why this role, why now',
      'What I will not do',
      'What I need from my manager',
    ]);
    expect(titles(['signatures'])).toEqual(['Signatures']);
    const counts = chapters.map((chapter) => titles([chapter]).length);
    // Nothing has been said around the notes in the example.
    expect(counts).toEqual([2, 0, 9, 2, 1, 1, 1, 1, 2, 1]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(titles(chapters).length);
  });

  test('a clean one has no stance, remark or reason in it anywhere', () => {
    const clean = JSON.stringify(chosen(example, { variant: 'clean', chapters }));
    const said = [
      'the platform team signs up',
      'I would rather take it there myself',
      'in front of finance',
      'Please put that in the note',
      'so that the risk desk can still rerun it',
    ];
    expect(said.filter((words) => clean.includes(words))).toEqual([]);
    expect(said.filter((words) => !JSON.stringify(example).includes(words))).toEqual([]);
  });

  test('a clean one keeps why a note is there, and not what others say it is about', () => {
    const details = [
      { name: 'Why', words: 'The desk closes at 11' },
      { name: 'Max Example (manager) points to Staff', words: 'Sets direction', said: true as const },
    ];
    const description = { ...emptyDescription, tops: [place('The one job', [note('Cut it', { details })])] };
    const kept = (variant: 'clean' | 'annotated') =>
      chosen(description, { variant, chapters }).tops[0]?.notes[0]?.details.map(({ name }) => name);
    expect([kept('clean'), kept('annotated')]).toEqual([['Why'], details.map(({ name }) => name)]);
  });

  test('a clean one asks no questions and leaves out what is empty, but says what is', () => {
    const sections = sectionsOf(chosen(example, { variant: 'clean', chapters }));
    expect(sections.map(({ title }) => title)).not.toContain('Exploration');
    const lines = sections.flatMap(({ blocks }) => blocks.flatMap(wordsOf));
    expect(lines).toContain('Still empty: Execution › Exploration; Leveling up › Being glue.');
    expect(lines.filter((line) => line.includes('?'))).toEqual([]);
  });

  test('what is still open shows its state also where views are left out', () => {
    const { open } = chosen(example, { variant: 'clean', chapters: ['open'] });
    expect(open.map(({ note }) => note.state)).toEqual([
      'change-proposed',
      'change-proposed',
      'disputed',
      'changed',
      'open',
      'change-proposed',
      'open',
    ]);
  });
});

const wordsOf = (block: Block): string[] =>
  block.kind === 'line' ? [block.line.map(({ text }) => text).join('')] : [];

describe('what a document says it is', () => {
  const of = (rounds: Parameters<typeof round>[1][], status = true) => {
    const all = rounds.map((more, at) => round(at + 1, more));
    const hash = all.at(-1)?.hash ?? '';
    const description = {
      ...emptyDescription,
      rounds: all,
      ...(status ? { status: { kind: 'round' as const, at: '2026-11-16T16:30:00Z', hash } } : {}),
    };
    return [statusLine(description), statusWord(description), statusMeaning(description)];
  };

  test.each([
    [[], false, 'Draft of 23 November 2026', 'DRAFT', /^Work in progress: nothing here is promised/],
    [
      [{}],
      true,
      'Round 1 of 16 November 2026',
      'ROUND 1',
      /^A picture of the sheet at that moment, which nobody has signed\.$/,
    ],
    [
      [{ signatures: [signature(erin)], waitingFor: ['Max Example'] }],
      true,
      'Round 1 of 16 November 2026',
      'ROUND 1',
      /^Signed by Erin Example, not by everyone it takes\. It waits for Max Example\.$/,
    ],
    [
      [{}, { signatures: [signature(erin), signature(max)], signed: true }],
      true,
      'Round 2 of 16 November 2026',
      'ROUND 2',
      /^Signed by Erin Example and Max Example\.$/,
    ],
    [
      [{ signatures: [signature(erin, { trust: 'does not fit' })] }],
      true,
      'Round 1 of 16 November 2026',
      'ROUND 1',
      /^A picture of the sheet at that moment, which nobody has signed\.$/,
    ],
  ])('of %j', (rounds, isRound, line, word, meaning) => {
    const [said, edge, means] = of(rounds, isRound);
    expect([said, edge]).toEqual([line, word]);
    expect(means).toMatch(meaning);
  });
});
