import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('a board can be joined from plain Node, which reads packages otherwise than a bundler', () => {
  const file = fileURLToPath(new URL('../../src/local-board/joinBoard.ts', import.meta.url));
  const script = `import(${JSON.stringify(file)}).then(({ joinBoard }) => console.log(typeof joinBoard))`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('function');
});
