/** When a story goes wrong, prints where everybody was: a failure that comes once in a hundred runs is seen once. */
import type { Page } from 'playwright';
import { afterEach } from 'vitest';
import { everybody } from './browser.ts';

/** Milliseconds that a page gets to answer: one that hangs says so. */
const patience = 5_000;
/** Characters of each frame that are printed. */
const enough = 1_500;

async function shownIn(page: Page): Promise<string> {
  const frames = page.frames().map(async (frame) => {
    const words = frame.locator('body').innerText({ timeout: patience });
    const shown = await words.then(
      (text) => text.replace(/\s*\n\s*/g, ' | ').slice(0, enough),
      (error: Error) => `(no answer: ${error.message.split('\n')[0]})`,
    );
    return `  ${new URL(frame.url()).pathname}: ${shown}`;
  });
  return (await Promise.all(frames)).join('\n');
}

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const page of everybody()) console.log(`${task.name}\n${page.url()}\n${await shownIn(page)}`);
});
