/** Time, chance, storage and the network come in as arguments: only the rim reads globals. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Rooms that run the same in a browser, in Node and on a clock that a test moves. */
const inside = ['base', 'workshop', 'annotations', 'board', 'export', 'sync', 'miro', 'app/models'];
/** The one file that hands out the machine's own clock. */
const handsOut = ['src/base/systemClock.ts'];

const global =
  /(?<![.\w'"/])(?:(?:window|document|navigator|process|localStorage|sessionStorage|performance|crypto)\.\w|(?:setTimeout|setInterval|setImmediate|fetch)\(|Date\.now\(|Math\.random\(|new Date\(\))/;

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const readers = (lines: readonly string[]): string[] => lines.filter((line) => global.test(line));

test('no room inside reads a global', async () => {
  const found: string[] = [];
  for await (const file of glob(inside.map((room) => `src/${room}/**/*.{ts,tsx}`))) {
    if (handsOut.includes(file)) continue;
    const lines = withoutComments(readFileSync(file, 'utf8')).split('\n');
    found.push(...readers(lines).map((line) => `${file}: ${line.trim()}`));
  }
  expect(found).toEqual([]);
});

test('the reader knows a global when it sees one', () => {
  const lines = [
    'const a = Date.now();',
    'window.open()',
    'const x = page.window',
    "import './document.ts'",
    'setTimeout(f)',
  ];
  expect(readers(lines)).toEqual(['const a = Date.now();', 'window.open()', 'setTimeout(f)']);
});
