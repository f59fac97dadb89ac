/**
 * A browser that may keep nothing: words are in the memory of its pages and on the board, or only in memory. Closing the
 * tab is asked about exactly then, whatever page of the app is open; closing the panel loses no word that was said.
 */
import type { Dialog } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSticky, openPanel, rowWith } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const note = 'Cut the nightly job to two hours';
const patience = { timeout: 90_000 };
const blocked = 'Saved on this board, not in this browser: it blocks storage';

let world: World;
let erin: Person;
let max: Person;

/** Tries to close the tab, and stays. Resolves with what was asked, if anything. */
async function tryToClose({ page }: Person): Promise<string> {
  const asked = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
  const closed = new Promise<null>((resolve) => page.once('close', () => resolve(null)));
  void page.close({ runBeforeUnload: true });
  const dialog = await Promise.race([asked, closed]);
  await dialog?.dismiss();
  return dialog?.type() ?? 'closed without a question';
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
  // As where a browser denies storage to frames of other sites. The board itself keeps what it needs.
  await context?.addInitScript(() => {
    if (window === window.top) return;
    for (const name of ['indexedDB', 'localStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The browser denies it', 'SecurityError');
        },
      });
  });
  max = await world.join('Max Manager', context ? { context } : {});
  await openPanel(max);
  await max.panel.getByTestId('role-manager').click();
  await rowWith(max.panel, note).click(patience);
});
afterAll(() => world?.stop());

test('unsent words are asked about before the tab closes, and the form says that they are not kept', async () => {
  await max.panel.getByTestId('status').getByText(blocked).waitFor(patience);
  await max.panel.getByTestId('add-remark').click();
  await max.panel.getByTestId('remark-text').pressSequentially('A word not sent yet', { delay: 60 });
  await max.panel.getByTestId('draft-at-risk').waitFor();
  expect(await tryToClose(max)).toBe('beforeunload');
  await max.panel.getByRole('button', { name: 'Add remark' }).click();
  await max.panel.getByTestId('status').getByText(blocked).waitFor(patience);
  await erin.panel.getByTestId('thread').getByText('A word not sent yet').waitFor(patience);
});

test('said while the board is away, words are asked about by the wide view too, outlive the panel, and reach the board', async () => {
  const { page, panel, modal } = max;
  await panel.getByRole('tab', { name: 'Compare' }).click();
  await panel.getByTestId('open-wide').click();
  await modal.getByText('Both sides, note by note').waitFor(patience);
  await modal.getByTestId('status').getByText(blocked).waitFor(patience);
  await world.pause();
  // The panel lies behind the modal, out of a mouse's reach.
  await panel.locator('.gap-note').dispatchEvent('click');
  await panel.getByTestId('add-remark').dispatchEvent('click');
  await panel.getByTestId('remark-text').fill('said with nothing to keep it');
  await panel.getByRole('button', { name: 'Add remark' }).dispatchEvent('click');
  await panel.getByTestId('status').getByText('Keep this tab open').waitFor(patience);
  await modal.getByTestId('status').getByText('Keep this tab open').waitFor(patience);
  expect(await tryToClose(max)).toBe('beforeunload');

  await page.getByTestId('close-modal').click();
  await page.getByTestId('modal').waitFor({ state: 'detached' });
  await page.getByTestId('close-panel').click();
  await page.getByTestId('panel').waitFor({ state: 'detached' });
  expect(await tryToClose(max)).toBe('beforeunload');

  await world.resume();
  await erin.panel.getByTestId('thread').getByText('said with nothing to keep it').waitFor(patience);
});
