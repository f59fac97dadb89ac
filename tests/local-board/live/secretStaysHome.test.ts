/** What signs ID tokens, and the secrets for it, never reach a page: neither the board's nor an app's. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

/** Everything that running this file loads. */
function loadedBy(start: string): Set<string> {
  const found = new Set<string>();
  const walk = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!/\.tsx?$/.test(file) || !existsSync(file)) return;
    for (const [, one, other] of readFileSync(file, 'utf8').matchAll(statement)) {
      const to = one ?? other ?? '';
      walk(to.startsWith('.') ? normalize(join(dirname(file), to)) : to);
    }
  };
  walk(start);
  return found;
}

const pages = ['src/local-board/view/main.tsx', 'src/local-board/sdk/main.ts'];

test.each(pages)('%s loads nothing of the server, and nothing that signs', (page) => {
  const loaded = [...loadedBy(page)];
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter((file) => file === 'jose' || file.startsWith('src/local-board/server/'))).toEqual([]);
});

test('the reader would see it', () => {
  expect([...loadedBy('src/local-board/server/localBoard.ts')]).toContain('jose');
});
