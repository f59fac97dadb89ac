/** What people do with their hands on the board, two windows side by side, and what becomes of it without a connection. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteWith, openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const boxOf = async (page: Page, words: string) => {
  const box = await noteWith(page, words).boundingBox();
  if (!box) throw new Error(`"${words}" is not in sight`);
  return box;
};

describe('two people with their hands on the board', () => {
  let world: World;
  let erin: Person;
  let max: Person;

  beforeAll(async () => {
    world = await startWorld();
    erin = await world.join('Erin Engineer');
    max = await world.join('Max Manager');
  });
  afterAll(() => world?.stop());

  test('a sticky somebody adds and types on is there for the other, with who holds it', async () => {
    await erin.page.getByTestId('add-sticky').click();
    await erin.page.mouse.click(900, 300);
    await erin.page.keyboard.type('Keep me');
    await erin.page.keyboard.press('Escape');
    await noteWith(max.page, 'Keep me').waitFor();
    await max.page.getByTestId('other-selection').getByText('Erin Engineer').waitFor();
  });

  test('it is recoloured, moved, deleted, and each step is undone', async () => {
    const before = await boxOf(max.page, 'Keep me');
    await erin.page.getByTestId('colour').click();
    await erin.page.getByTestId('colour-cyan').click();
    const start = await boxOf(erin.page, 'Keep me');
    await erin.page.mouse.move(start.x + 40, start.y + 40);
    await erin.page.mouse.down();
    await erin.page.mouse.move(start.x + 240, start.y + 140, { steps: 5 });
    await erin.page.mouse.up();
    await expect.poll(async () => (await boxOf(max.page, 'Keep me')).x).toBeGreaterThan(before.x + 100);

    await erin.page.keyboard.press('Delete');
    await noteWith(max.page, 'Keep me').waitFor({ state: 'detached' });
    await erin.page.keyboard.press('Control+z');
    await noteWith(max.page, 'Keep me').waitFor();
    await erin.page.keyboard.press('Control+z');
    await expect
      .poll(async () => Math.round((await boxOf(max.page, 'Keep me')).x))
      .toBe(Math.round(before.x));
  });

  test('several are chosen at once and deleted together', async () => {
    for (const [index, words] of ['One', 'Two'].entries()) {
      await erin.page.getByTestId('add-sticky').click();
      await erin.page.mouse.click(700 + index * 260, 640);
      await erin.page.keyboard.type(words);
      await erin.page.keyboard.press('Escape');
    }
    await noteWith(max.page, 'Two').waitFor();
    await noteWith(erin.page, 'One').click();
    await noteWith(erin.page, 'Two').click({ modifiers: ['Shift'] });
    await erin.page.keyboard.press('Delete');
    await noteWith(max.page, 'One').waitFor({ state: 'detached' });
    await noteWith(max.page, 'Two').waitFor({ state: 'detached' });
    expect(await stickiesOf(max.page).count()).toBe(1);
  });

  test('a sheet dragged out of the panel lands where it is dropped', async () => {
    await openPanel(erin);
    await erin.panel.getByTestId('start-title').fill('Staff Engineer');
    await erin.panel.getByTestId('drag-sheet').scrollIntoViewIfNeeded();
    const card = await erin.panel.getByTestId('drag-sheet').boundingBox();
    if (!card) throw new Error('There is nothing to drag');
    await erin.page.mouse.move(card.x + card.width / 2, card.y + card.height / 2);
    await erin.page.mouse.down();
    await erin.page.mouse.move(700, 400, { steps: 8 });
    await erin.page.mouse.move(1000, 450, { steps: 8 });
    await erin.page.mouse.up();
    await erin.panel.getByTestId('column-execution').waitFor();
    await max.page.getByTestId('zoom-fit').click();
    await max.page.getByTestId('board-canvas').getByText('Staff Engineer').first().waitFor();
  });

  test('what is said without a connection is kept, and reaches the other once it is back', async () => {
    const lane = 'execution/exploration';
    await erin.panel.getByTestId(`add-${lane}`).click();
    await erin.panel.getByTestId('add-text').fill('Try unbiased limit tests before autumn');
    await erin.panel.getByTestId('add-text').press('Enter');
    await rowWith(erin.panel, 'Try unbiased').waitFor();
    await openPanel(max);
    await max.panel.getByTestId('role-manager').click();
    await rowWith(max.panel, 'Try unbiased').click();
    await max.panel.getByTestId('note-card').waitFor();

    await world.pause();
    await max.panel.getByTestId('stance-disagree').click();
    await max.panel.getByTestId('stance-reason').fill('said in a tunnel');
    await max.panel.getByTestId('stance-reason').blur();
    await max.panel.getByTestId('status').getByText('Saved').waitFor();
    await world.resume();
    await rowWith(erin.panel, 'Try unbiased').click();
    await erin.panel.getByText('said in a tunnel').waitFor({ timeout: 60_000 });
  });
});
