/** Markdown in GitHub's flavour is read back by a parser that is not ours, and must be the very tree it was written from. */
import fc from 'fast-check';
import type { Link, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { JobDescription } from '../../src/export/document.ts';
import { markdown, markdownTree } from '../../src/export/markdown.ts';
import { emptyDescription, erin, example, max, note, place, remark, round, stance } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

const read = (source: string): Root =>
  fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

interface Plain {
  readonly type: string;
  readonly of?: string | number | null;
  readonly children?: readonly Plain[];
}

const wordsIn = ({ children }: Link): string =>
  children.map((child) => ('value' in child ? child.value : '')).join('');

const isBareAddress = (link: Link): boolean =>
  ['', 'http://', 'mailto:'].some((start) => link.url === start + wordsIn(link));

/** Markdown knows neither runs of spaces nor those at the edges of a line; how lists are spaced says nothing. */
function plain(node: Nodes): Plain {
  const { type } = node;
  // This reader makes links of all addresses that stand in text, escaped or not; there they are text.
  if (type === 'link' && isBareAddress(node)) return plain({ type: 'text', value: wordsIn(node) });
  if (type === 'text') return { type, of: node.value.replace(/[ \u00a0]+/g, ' ') };
  const of = type === 'heading' ? node.depth : type === 'link' ? node.url : undefined;
  const children = 'children' in node ? node.children.map(plain) : undefined;
  return { type, ...(of === undefined ? {} : { of }), ...(children ? { children: trimmed(children) } : {}) };
}

function trimmed(children: readonly Plain[]): readonly Plain[] {
  const joined: { type: string; of?: string | number | null; children?: readonly Plain[] }[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (last?.type === 'text' && child.type === 'text') last.of = `${last.of}${child.of}`.replace(/ +/g, ' ');
    else joined.push({ ...child });
  }
  return joined
    .map((child, at) => {
      if (child.type !== 'text') return child;
      const [first, end] = [
        at === 0 || joined[at - 1]?.type === 'break',
        at === joined.length - 1 || joined[at + 1]?.type === 'break',
      ];
      let words = String(child.of);
      if (first) words = words.trimStart();
      if (end) words = words.trimEnd();
      return { ...child, of: words };
    })
    .filter((child) => child.type !== 'text' || child.of !== '');
}

const same = (description: JobDescription): void =>
  expect(plain(read(markdown(description)))).toEqual(plain(markdownTree(description)));

describe('Markdown', () => {
  test('a whole document is the tree it was written from', () => same(example));

  test('and so is one in which people typed whatever they liked', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, other) => {
        same({
          ...emptyDescription,
          title: 'Role',
          team: text,
          reviewers: [text, other],
          participants: [erin, max],
          tops: [
            place('The one job', [
              note(`a ${text}`, {
                details: [{ name: 'Why', words: `b ${other}` }],
                stances: [stance(erin, 'agree-if', `c ${text}`)],
                threads: [
                  remark(max, `d ${text}`, { wording: `e ${other}`, answers: [remark(erin, `f ${other}`)] }),
                ],
              }),
            ]),
          ],
          rounds: [round(1, { note: text, by: [other] })],
        });
      }),
      { ...fixed, numRuns: 100 },
    );
  });

  test('on request it begins with facts that a static site reads', () => {
    const source = markdown(
      {
        ...example,
        team: 'Credit: "limits" # 1\n---',
        status: { kind: 'round', at: '2026-11-16T16:30:00Z', hash: '2'.repeat(64) },
      },
      { withFrontMatter: true },
    );
    const [, yaml = '', rest = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(source) ?? [];
    expect(parseYaml(yaml)).toEqual({
      title: 'Staff Machine Learning Engineer',
      team: 'Credit: "limits" # 1 ---',
      level: 'Staff (L6)',
      engineer: 'Erin Example',
      status: 'Round 2',
      date: '2026-11-16',
      fingerprint: '2'.repeat(64),
      sheet: 'sheet-1',
    });
    expect(rest.startsWith('# Staff Machine Learning Engineer\n')).toBe(true);
  });
});
