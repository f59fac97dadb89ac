/** The checklist for real Miro leaves nothing out: every assumption of the SDK's contract, every switch. */
import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { switchNames } from '../../src/local-board/switches.ts';

const checklist = readFileSync('docs/real-miro-checklist.md', 'utf8');

/** String literals that say "we assume", as they are read: in the contract these are names of tests. */
const assumptionsIn = (source: string): string[] =>
  [...source.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*\bwe assume\b(?:(?!\1)[^\\\n]|\\.)*)\1/g)].map(
    ([, , text]) => (text ?? '').replace(/\\(.)/g, '$1'),
  );

test('every sentence of the contract that says "we assume" stands in it word for word', async () => {
  const missing: string[] = [];
  let count = 0;
  for await (const file of glob('tests/contracts/sdk/**/*.ts')) {
    for (const sentence of assumptionsIn(readFileSync(file, 'utf8'))) {
      count += 1;
      if (!checklist.includes(`“${sentence}”`)) missing.push(`${file}: ${sentence}`);
    }
  }
  expect(missing).toEqual([]);
  expect(count).toBeGreaterThan(20);
});

test('what it quotes is a sentence of the contract', async () => {
  const sentences = new Set<string>();
  for await (const file of glob('tests/contracts/sdk/**/*.ts'))
    for (const sentence of assumptionsIn(readFileSync(file, 'utf8'))) sentences.add(sentence);
  const quoted = [...checklist.matchAll(/“([^”]*we assume[^”]*)”/g)].map(([, text]) => text ?? '');
  expect(quoted.filter((text) => !sentences.has(text))).toEqual([]);
});

test('every switch of the local board is named where it belongs', () => {
  expect(switchNames.filter((name) => !checklist.includes(`\`${name}=`))).toEqual([]);
});

test('every entry says what is open, what we assume, the other reading, how we hold, and how to try it', () => {
  const entries = checklist.split(/^### /m).slice(1);
  const parts = ['Open', 'We assume', 'Other reading', 'Rolewright', 'Try it'];
  const told = entries.map((entry) => [...entry.matchAll(/^- \*\*(.+?):\*\*/gm)].map(([, part]) => part));
  expect(entries.length).toBeGreaterThan(40);
  expect(entries.filter((_, index) => JSON.stringify(told[index]) !== JSON.stringify(parts))).toEqual([]);
});

test('its links lead somewhere', () => {
  const links = [...checklist.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => `docs/${link}`);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

test('the reader finds an assumption however it is quoted', () => {
  expect(
    assumptionsIn(`test('a (we assume)', "b's; we assume", \`c, we assume\`, 'it\\'s ours (we assume)')`),
  ).toEqual(['a (we assume)', "b's; we assume", 'c, we assume', "it's ours (we assume)"]);
});
