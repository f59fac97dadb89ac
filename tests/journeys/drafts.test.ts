/** Two people write their first notes unseen, and never at the same time; then both sides go on the board, once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const patience = { timeout: 60_000 };
const direction = 'big-picture/technical-direction';
const exploration = 'execution/exploration';

let world: World;
let erin: Person;
let max: Person;

beforeAll(async () => {
  world = await startWorld();
  erin = await world.join('Erin Engineer');
  await openPanel(erin);
  await erin.panel.getByTestId('start-writing-panel').check({ force: true });
  await erin.panel.getByTestId('drop-sheet').click();
  await erin.panel.getByTestId('draft-banner').waitFor(patience);
  max = await world.join('Max Manager');
  await openPanel(max);
  await max.panel.getByTestId('role-manager').click();
  await erin.panel.getByRole('button', { name: "That's right" }).click(patience);
});
afterAll(() => world?.stop());

async function write({ panel }: Person, lane: string, text: string) {
  await panel.getByTestId(`add-draft-${lane}`).click(patience);
  await panel.getByTestId('add-draft-text').fill(text);
  await panel.getByTestId('add-draft-text').press('Enter');
  await panel.getByTestId('draft-row').filter({ hasText: text }).waitFor();
}

const seenBy = async ({ panel, page }: Person) =>
  `${await panel.locator('body').innerText()} ${await page.locator('body').innerText()}`;

test('each writes for themselves, also over a reload; the other learns how many', async () => {
  expect(await stickiesOf(erin.page).count()).toBe(0);
  await write(erin, direction, 'Decide which feature store stays');
  await write(erin, exploration, 'Cut the nightly backfill to two hours');
  await max.panel
    .getByTestId('drafts-others')
    .getByText('Erin Engineer has written 2 notes.')
    .waitFor(patience);
  await write(max, direction, 'Choose the one feature store that stays');
  await max.page.reload();
  await openPanel(max);
  await max.panel.getByTestId('draft-row').getByText('Choose the one feature store').waitFor(patience);
  expect(await seenBy(max)).not.toContain('nightly backfill');
  expect(await seenBy(erin)).not.toContain('Choose the one');
});

test('one is done and away; once the other is done both sides are there, and go on the board', async () => {
  await erin.panel.getByTestId('drafts-done-here').click();
  await erin.panel.getByTestId('drafts-done').click();
  await erin.panel.getByTestId('drafts-waiting').waitFor(patience);
  await erin.panel.getByTestId('status').getByText('Saved on this board').waitFor(patience);
  await erin.page.close();

  await max.panel.getByTestId('drafts-others').getByText('Erin Engineer is done.').waitFor(patience);
  expect(await seenBy(max)).not.toContain('nightly backfill');
  await max.panel.getByTestId('drafts-done-here').click();
  await max.panel.getByTestId('drafts-done').click();
  const both = max.panel.getByTestId('side-both');
  await both.getByText('Decide which feature store stays').waitFor(patience);
  await both.getByText('Choose the one feature store that stays').waitFor();
  await both.getByText('Only the wording of Erin Engineer').click();
  await max.panel.getByTestId('place-notes').getByText('Put 2 notes on the board').click(patience);
  await max.panel.getByTestId('all-placed').waitFor(patience);
  expect(await stickiesOf(max.page).count()).toBe(2);
  await max.panel.getByTestId('status').getByText('Saved on this board').waitFor(patience);

  erin = await world.join('Erin Engineer', { context: erin.context });
  await openPanel(erin);
  const row = rowWith(erin.panel, 'Decide which feature store stays');
  await row.waitFor(patience);
  await erin.panel.getByTestId('note-from').getByText('from both').waitFor(patience);
  await erin.panel.getByTestId('note-from').getByText('from you').waitFor();
  await row.click();
  await erin.panel
    .getByTestId('also-said')
    .getByText('Choose the one feature store that stays')
    .waitFor(patience);
  expect(await stickiesOf(erin.page).count()).toBe(2);
});
