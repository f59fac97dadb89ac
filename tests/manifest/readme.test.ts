/** What the README promises exists: its commands, its links, its folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const found = (pattern: RegExp) => [...readme.matchAll(pattern)].map(([, name]) => name ?? '');

test('every npm script it names can be run, and it names every script', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = new Set(found(/\bnpm (?:run )?(start|test|(?<=run )[a-z]+(?:-[a-z]+)*)\b/g));
  const offered = Object.keys(scripts).filter((name) => !name.startsWith('pre') && name !== 'format');
  expect([...named].sort()).toEqual(offered.sort());
});

test('the first run and the tests take two commands each, word for word', () => {
  expect(found(/```\n(npm ci && npm (?:start|test))\n```/g)).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
  ]);
});

test('its links into the repository lead somewhere', () => {
  const links = found(/(?<!!)\[[^\]]*\]\((?!https?:)([^)]+)\)/g);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

test('every room of the house is in its table', () => {
  const told = found(/\| `src\/([a-z-]+)` +\|/g);
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
});
