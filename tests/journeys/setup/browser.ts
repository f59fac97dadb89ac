/**
 * One Chromium for all stories that one process tells, since starting one for each takes as long as a short story.
 * People come in contexts of their own, which share nothing; whoever opened a story closes them. It ends with the
 * process.
 */
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArguments, ensureChromium } from '../../support/chromium.ts';

let running: Promise<Browser> | null = null;
let current: Browser | null = null;

function launch(): Promise<Browser> {
  running = chromium.launch({
    executablePath: ensureChromium(),
    // For the apps that ask for a camera.
    args: [...chromiumArguments, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  return running;
}

export async function sharedBrowser(): Promise<Browser> {
  const browser = await (running ?? launch());
  // One that a story has brought down must not bring down the next.
  current = browser.isConnected() ? browser : await launch();
  return current;
}

/** Every page that is open in it. */
export function everybody(): Page[] {
  return current?.contexts().flatMap((context) => context.pages()) ?? [];
}

/** Everybody goes: their pages end as when they close their browsers. */
export async function everybodyLeaves(): Promise<void> {
  const browser = await running;
  if (browser?.isConnected()) await Promise.all(browser.contexts().map((context) => context.close()));
}
