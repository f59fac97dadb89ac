/** Things people do again and again, by what they see. */
import type { FrameLocator, Locator, Page } from 'playwright';
import type { Person } from './world.ts';

export async function openPanel({ page }: Person): Promise<void> {
  await page.getByTestId('app-icon').click();
  await page.getByTestId('panel').waitFor();
}

/**
 * What counts is that the wide view goes: the word that it was pressed comes by way of the window that it closes, and may
 * be lost with it.
 */
export async function closesModal({ page }: Pick<Person, 'page'>, press: () => Promise<void>): Promise<void> {
  void press().catch(() => undefined);
  await page.getByTestId('modal').waitFor({ state: 'detached' });
}

/** Escape, as people do. */
export const closeModal = ({ page }: Person): Promise<void> =>
  closesModal({ page }, () => page.keyboard.press('Escape'));

export const stickiesOf = (page: Page): Locator => page.locator('[data-type="sticky_note"]');

export const noteWith = (page: Page, words: string): Locator =>
  stickiesOf(page).filter({ hasText: words }).first();

export const rowWith = (panel: FrameLocator, words: string): Locator =>
  panel.getByTestId('note-row').filter({ hasText: words }).first();

/** Adds a sticky by hand, as people do: choose the tool, click beside a lane's heading, type, click away. */
export async function addSticky(
  { page }: Person,
  words: string,
  place: { readonly near: string },
): Promise<void> {
  const title = place.near.split('/')[1]?.replaceAll('-', ' ') ?? '';
  const heading = page
    .locator('[data-type="shape"]')
    .filter({ hasText: new RegExp(`^\\s*${title}\\s*$`, 'i') })
    .first();
  const box = await heading.boundingBox();
  if (!box) throw new Error(`No heading "${title}" in sight`);
  await page.getByTestId('add-sticky').click();
  // Below the heading and its prompt, beside the blank sticky that waits on the left.
  await page.mouse.click(box.x + box.width * 0.8, box.y + box.height * 3.2);
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await page.mouse.click(box.x + box.width / 2, 60);
}

/** Turns a switch of this window's board in the developer menu. */
export async function turn({ page }: Person, name: string, value: string): Promise<void> {
  await page.getByTestId('developer-button').click();
  const field = page.getByTestId(`switch-${name}`);
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
  else {
    await field.fill(value);
    await field.blur();
  }
  await page.getByTestId('developer-button').click();
}
