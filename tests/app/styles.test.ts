/** The build drops every style whose class it does not find written out in a view; a composed name loses its look. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';

async function read(pattern: string): Promise<string> {
  let text = '';
  for await (const file of glob(pattern)) text += readFileSync(file, 'utf8');
  return text;
}

test('every class that our styles name is written out in full in a view', async () => {
  const styles = (await read('src/app/views/styles/*.css')).replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, '');
  const views = await read('src/app/views/**/*.tsx');
  const named = new Set([...styles.matchAll(/\.([a-z][a-z-]*[a-z])/g)].map(([, name]) => name ?? ''));
  const written = new Set([...views.matchAll(/[a-z][a-z-]*[a-z]/g)].map(([word]) => word));
  expect([...named].filter((name) => !written.has(name))).toEqual([]);
  expect(named.size).toBeGreaterThan(40);
});
