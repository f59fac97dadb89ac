/** Every plug pulled in a real browser: what the panel says about people's words then, and that none of them is lost. */
import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSticky, openPanel, rowWith, turn } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const note = 'Cut the nightly job to two hours';
/** Growing waits between tries, on a machine that does other things, too. */
const patience = { timeout: 90_000 };

let world: World;
let erin: Person;
let max: Person;
let pia: Person;

async function say({ panel }: Person, words: string): Promise<void> {
  await panel.getByTestId('add-remark').click();
  await panel.getByTestId('remark-text').pressSequentially(words);
  await panel.getByRole('button', { name: 'Add remark' }).click();
}

const status = ({ panel }: Person, words: string) =>
  panel.getByTestId('status').getByText(words).waitFor(patience);

/**
 * The same, with the clock of this person's pages running some six times as fast meanwhile. The app waits half a minute
 * for calls that may still take effect; that it does is proved on the virtual clock, here only what it says afterwards.
 * Not faster, so that an answer from the board is never late by that clock.
 */
async function statusInTime(person: Person, words: string): Promise<void> {
  let over = false;
  const shown = status(person, words).finally(() => {
    over = true;
  });
  const hurry = async () => {
    while (!over) {
      await person.page.clock.fastForward(5_000);
      await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    }
  };
  await Promise.all([shown, hurry()]);
}

async function openNote(person: Person): Promise<void> {
  await openPanel(person);
  await rowWith(person.panel, note).click(patience);
  await person.panel.getByTestId('note-card').waitFor();
}

async function comeAs(name: string, role: string, context?: BrowserContext): Promise<Person> {
  const person = await world.join(name, context ? { context } : {});
  await openPanel(person);
  await person.panel.getByTestId(`role-${role}`).click();
  await rowWith(person.panel, note).click(patience);
  return person;
}

beforeAll(async () => {
  world = await startWorld();
  erin = await world.join('Erin Engineer');
  await openPanel(erin);
  await erin.panel.getByTestId('drop-sheet').click();
  await erin.panel.getByTestId('column-execution').waitFor();
  await addSticky(erin, note, { near: 'big-picture/technical-direction' });
  await rowWith(erin.panel, note).click(patience);
  const context = await erin.context.browser()?.newContext({ viewport: { width: 1440, height: 900 } });
  await context?.clock.install();
  max = await comeAs('Max Manager', 'manager', context);
  pia = await comeAs('Pia Peer', 'peer');
});
afterAll(() => world?.stop());

test('the panel says where the words are: on the board, in this browser, slowly, offline, refused', async () => {
  await status(max, 'Saved on this board');
  await turn(max, 'online', 'no');
  await say(max, 'said offline');
  await status(max, 'Saved in this browser; the board gets it when you are back online');
  await turn(max, 'online', 'yes');
  await statusInTime(max, 'Saved on this board');

  await turn(max, 'fail', '1');
  await say(max, 'said to a board that refuses');
  await status(max, 'Saved in this browser; the board refused it. Trying again');
  await turn(max, 'fail', '0');
  await statusInTime(max, 'Saved on this board');

  await turn(max, 'latency', '9000');
  await say(max, 'said slowly');
  await status(max, 'Saved here, syncing slowly');
  await turn(max, 'latency', '0');
  await statusInTime(max, 'Saved on this board');
  for (const words of ['said offline', 'said to a board that refuses', 'said slowly'])
    await erin.panel.getByTestId('thread').getByText(words).waitFor(patience);
});

test('offline with nothing unsaved it says that others’ words may be missing, and brings them when it is back', async () => {
  await turn(max, 'online', 'no');
  // The browser tells that the connection is gone; otherwise the next heartbeat would find out.
  await max.context.setOffline(true);
  await status(max, 'The board can’t be reached. Your words are saved on it');
  await say(erin, 'said while max was away');
  await status(erin, 'Saved on this board');
  await max.context.setOffline(false);
  await turn(max, 'online', 'yes');
  await statusInTime(max, 'Saved on this board');
  await max.panel.getByTestId('thread').getByText('said while max was away').waitFor(patience);
});

test('with a full disk and no board it says so, and asks before the tab closes', async () => {
  const fill = (full: boolean) =>
    Promise.all(
      max.page.frames().map((frame) =>
        frame.evaluate((isFull) => {
          const kept = globalThis as unknown as { realAdd?: IDBObjectStore['add'] };
          kept.realAdd ??= IDBObjectStore.prototype.add;
          const real = kept.realAdd;
          IDBObjectStore.prototype.add = isFull
            ? () => {
                throw new DOMException('The disk is full', 'QuotaExceededError');
              }
            : real;
        }, full),
      ),
    );
  await fill(true);
  await say(max, 'said on a full disk');
  await status(max, 'Saved on this board, not in this browser');
  await turn(max, 'online', 'no');
  await say(max, 'said with nowhere to go');
  await status(max, 'This browser could not save, and the board can’t be reached');

  const asked = max.page.waitForEvent('dialog');
  void max.page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  await fill(false);
  await turn(max, 'online', 'yes');
  await statusInTime(max, 'Saved on this board');
  await erin.panel.getByTestId('thread').getByText('said with nowhere to go').waitFor(patience);
});

/** All that the local board has to make the way long and doubtful, short of never letting anything through. */
const worst = { latency: '150', jitter: '1200', fail: '0.15', storedelay: '3000', budget: 'board' };
async function worsen(person: Person): Promise<void> {
  for (const [name, value] of Object.entries(worst)) await turn(person, name, value);
}

test('under the worst switches one is killed while typing, one frozen, one offline: in the end all see everything', async () => {
  for (const person of [erin, max, pia]) await worsen(person);
  const lifecycle = await max.context.newCDPSession(max.page);
  await Promise.all([say(erin, 'erin before'), say(max, 'max before'), say(pia, 'pia before')]);
  await pia.panel.getByTestId('stance-agree').click();
  const reason = pia.panel.getByTestId('stance-reason');
  await reason.pressSequentially('because pia');
  await erin.panel.getByTestId('note-card').getByText('because pia').waitFor(patience);
  await turn(erin, 'online', 'no');
  await lifecycle.send('Page.setWebLifecycleState', { state: 'frozen' });
  await say(erin, 'erin offline');
  await say(pia, 'pia while max is frozen');
  await reason.press('End');
  await reason.pressSequentially(' types on and on');
  const crash = await pia.context.newCDPSession(pia.page);
  // The page ends in the middle of it, so nobody answers.
  crash.send('Page.crash').catch(() => undefined);
  await pia.page.waitForEvent('crash');
  await turn(erin, 'online', 'yes');
  await lifecycle.send('Page.setWebLifecycleState', { state: 'active' });
  await say(max, 'max after the thaw');
  pia = await world.join('Pia Peer', { context: pia.context });
  await openNote(pia);
  await worsen(pia);
  expect(await pia.panel.getByTestId('stance-reason').inputValue()).toMatch(/^because pia/);
  await say(pia, 'pia is back');
  const all = [
    'erin before',
    'max before',
    'pia before',
    'erin offline',
    'pia while max is frozen',
    'max after the thaw',
    'pia is back',
  ];
  for (const person of [erin, max, pia])
    for (const words of all) await person.panel.getByTestId('thread').getByText(words).waitFor(patience);
  for (const person of [erin, max, pia]) await status(person, 'Saved on this board');
});
