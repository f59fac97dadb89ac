/** Two people on one sheet: each sees where the other is and that they write, and never what before it is sent. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSticky, openPanel, rowWith } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const note = 'Cut the nightly job to two hours';
const patience = { timeout: 60_000 };

let world: World;
let erin: Person;
let max: Person;

beforeAll(async () => {
  world = await startWorld();
  erin = await world.join('Erin Engineer');
  await openPanel(erin);
  await erin.panel.getByTestId('drop-sheet').click();
  await erin.panel.getByTestId('column-execution').waitFor();
  await addSticky(erin, note, { near: 'big-picture/technical-direction' });
  await rowWith(erin.panel, note).waitFor(patience);
  max = await world.join('Max Manager');
  await openPanel(max);
  await max.panel.getByTestId('role-manager').click();
});
afterAll(() => world?.stop());

test('who opens a note, writes there and leaves is seen by the other, without a word of it', async () => {
  await rowWith(max.panel, note).click(patience);
  const row = rowWith(erin.panel, note);
  await row.getByText('Max Manager has it open').waitFor({ ...patience, state: 'attached' });
  await erin.panel.getByTitle('Max Manager · Manager (not confirmed yet) · on this sheet now').waitFor();

  await row.click();
  const line = erin.panel.getByTestId('card-company');
  await line.getByText('Max Manager has this note open.').waitFor(patience);
  await max.panel.getByTestId('add-remark').click();
  await max.panel.getByTestId('remark-text').pressSequentially('Not yet said', { delay: 40 });
  await line.getByText('Max Manager is writing…').waitFor(patience);
  expect(await erin.panel.locator('body').innerText()).not.toContain('Not yet said');

  // It fades while he thinks, and comes back with the next key.
  await line.getByText('Max Manager has this note open.').waitFor(patience);
  await max.panel.getByTestId('remark-text').press('End');
  await max.panel.getByTestId('remark-text').pressSequentially('. Now.', { delay: 40 });
  await line.getByText('Max Manager is writing…').waitFor(patience);
  await max.panel.getByRole('button', { name: 'Add remark' }).click();
  await erin.panel.getByTestId('thread').getByText('Not yet said. Now.').waitFor(patience);

  await max.panel.getByTestId('card-back').click();
  await expect.poll(() => line.innerText(), patience).toBe('');
});

test('a browser that nobody touches is not seen on the sheet after a while, though its person is on the board', async () => {
  await erin.panel.getByTestId('card-back').click();
  await erin.panel.getByTitle('Max Manager · Manager (not confirmed yet) · here now').waitFor(patience);
});
