/** Markdown is read back by a CommonMark parser: what people typed must come out as text and as nothing else. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { cleanLines } from '../../src/export/cleanText.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { markdown } from '../../src/export/markdown.ts';
import { emptyDescription, erin, example, note, place, remark, stance } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

const parse = (source: string) => fromMarkdown(source);

/** Every text of the tree in reading order, hard breaks as \n. */
function texts(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(texts).join('');
  return 'value' in node ? node.value : '';
}

function types(node: Nodes): Set<string> {
  const below = 'children' in node ? node.children.map(types) : [];
  return new Set([node.type, ...below.flatMap((set) => [...set])]);
}

const headings = (source: string) =>
  parse(source).children.flatMap((node) =>
    node.type === 'heading' ? [`${'#'.repeat(node.depth)} ${texts(node)}`] : [],
  );

const withNote = (text: string): JobDescription => ({
  ...emptyDescription,
  title: 'Role',
  tops: [place('The one job', [note(text)], 'What?')],
});

describe('Markdown', () => {
  test('reads back as the outline of the sheet', () => {
    expect(headings(markdown(example))).toEqual([
      '# Staff Machine Learning Engineer',
      '## The one job',
      '## Why this role, why now',
      '## Big-picture thinking',
      '### Technical direction',
      '### Engineering perspective',
      '## Execution',
      '### Exploration',
      '### Being glue',
      '## Leveling up',
      '### Mentorship and sponsorship',
      '### Being glue',
      '## What I will not do',
      '## What I need from my manager',
      '## Where we stand',
      '## Still to talk about',
      '## Signatures',
      '## Rounds so far',
      '## Notes still looking for a place',
      '## No longer on the board, but spoken about',
      '## Where these ideas come from',
    ]);
  });

  test('a note carries its state, stances, remarks, answers and proposed wording', () => {
    const source = markdown({
      ...withNote(''),
      tops: [
        place('The one job', [
          note('First line\nsecond line', {
            state: 'change-proposed',
            stances: [stance(erin, 'agree-if', 'by June', { earlierText: true })],
            threads: [
              remark(erin, 'Why?', {
                verdict: 'resolved',
                wording: 'Better words',
                answers: [
                  remark({ name: 'Pia Example', role: 'peer', confirmed: false }, 'Because.', {
                    verdict: 'declined',
                    reason: 'Not *this*\nyear',
                  }),
                ],
              }),
            ],
          }),
        ]),
      ],
    });
    expect(source.slice(source.indexOf('- First'), source.indexOf('## Where'))).toBe(`- First line\\
  second line

  **► Change proposed**

  - Erin Example (engineer): **Agree, if… (to an earlier wording)** – by June

  - **Erin Example (engineer)**, 19 November 2026 · suggests a wording · resolved

    Why?

    > Better words

    - **Pia Example (says peer)**, 19 November 2026 · declined: Not \\*this\\* year

      Because.

`);
  });

  test('the title block says that it is a draft, and of which day', () => {
    const [, , notice] = parse(markdown(example)).children;
    expect(notice && texts(notice)).toBe(
      'Draft of 23 November 2026. Work in progress: nothing here is promised until everyone concerned has agreed to it.',
    );
  });

  test('the table adds up pillar by pillar', () => {
    const table = parse(markdown(example)).children.find((node) => texts(node).startsWith('| Pillar'));
    expect(table && texts(table)).toBe(`| Pillar               | Notes | Agreed | To talk about |
| -------------------- | ----: | -----: | ------------: |
| Big-picture thinking |     3 |      1 |             2 |
| Execution            |     2 |      0 |             2 |
| Leveling up          |     1 |      1 |             0 |
| Outside the pillars  |     4 |      1 |             3 |
| In all               |    10 |      3 |             7 |`);
  });

  test.each([
    ['strike-through', '~~no~~', '\\~\\~no\\~\\~'],
    ['a table', '| a |\n| - |', '\\| a |\\\n  \\| - |'],
    ['a link without brackets', 'www.example.com', 'www\\.example.com'],
    ['an address', 'me@example.com', 'me\\@example.com'],
    ['a web address', 'https://example.com', 'https\\://example.com'],
    ['a footnote', '[^1]', '\\[^1]'],
    ['a task', '[ ] do it', '\\[ ] do it'],
  ])("of GitHub's own signs, %s stays text", (_name, text, escaped) => {
    expect(markdown(withNote(text))).toContain(`- ${escaped}\n`);
  });

  test('an empty place asks its question, and an empty sheet is still a document', () => {
    expect(markdown(example)).toContain(
      '_Nothing here yet. Which open question would change your plans most',
    );
    expect(headings(markdown(emptyDescription))).toEqual(['# A role without a title', '## Where we stand']);
  });

  test('only web addresses become links', () => {
    const source = markdown({
      ...emptyDescription,
      sources: [
        { title: 'A page', url: 'https://example.com/a_(b)' },
        { title: 'A trap', url: 'javascript:alert(1)' },
      ],
    });
    expect(source).toContain('- [A page](https://example.com/a_\\(b\\))\n- A trap');
  });

  test('a note reads back word for word, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tree = parse(markdown(withNote(text)));
        const list = tree.children.find(
          (node, at) => node.type === 'list' && tree.children[at - 1]?.type === 'heading',
        );
        const item = list && 'children' in list ? list.children[0] : undefined;
        const blocks = item && 'children' in item ? item.children.slice(0, -1).map(texts) : [];
        const expected = cleanLines(text)
          .join('\n')
          .split(/\n{2,}/);
        // Runs of spaces count as one in Markdown, as in HTML.
        const spaced = (lines: readonly string[]) => lines.map((line) => line.replace(/[ \u00a0]+/g, ' '));
        expect(spaced(blocks)).toEqual(spaced(expected[0] === '' ? ['(no words yet)'] : expected));
      }),
      fixed,
    );
  });

  test('nothing that people type becomes markup of its own', () => {
    const everywhere = (text: string): JobDescription => {
      const who = { name: text, role: null, confirmed: false };
      const talk = { stances: [stance(who, 'agree', text)], threads: [remark(who, text, { wording: text })] };
      return {
        ...emptyDescription,
        title: text,
        team: text,
        engineer: text,
        reviewers: [text],
        participants: [who],
        tops: [place('The one job', [note(text, talk)])],
        empty: [text],
        sources: [{ title: text, url: 'https://example.com' }],
      };
    };
    const plain = markdown(everywhere('plain\nwords'));
    const own = types(parse(plain));
    fc.assert(
      fc.property(hostileText, (text) => {
        const source = markdown(everywhere(text));
        expect([...types(parse(source))].filter((type) => !own.has(type))).toEqual([]);
        expect(headings(source)).toHaveLength(headings(plain).length);
      }),
      fixed,
    );
  });
});
