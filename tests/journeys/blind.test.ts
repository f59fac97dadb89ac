/** Two people give their views unseen, and never at the same time: both see both only once both are done. */
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
  await erin.panel.getByRole('button', { name: "That's right" }).click(patience);
});
afterAll(() => world?.stop());

/** Opens the note, takes a stance with a reason and writes a remark; ends in the list. */
async function say({ panel }: Person, stance: 'agree' | 'disagree', reason: string, remark: string) {
  await rowWith(panel, note).click(patience);
  await panel.getByTestId(`stance-${stance}`).click();
  await panel.getByTestId('stance-reason').fill(reason);
  await panel.getByTestId('add-remark').click();
  await panel.getByTestId('remark-text').fill(remark);
  await panel.getByRole('button', { name: 'Add remark' }).click();
  await panel.getByTestId('thread').getByText(remark).waitFor();
  await panel.getByTestId('card-back').click();
}

const seenBy = ({ panel }: Person) => panel.locator('body').innerText();

test('each writes for themselves; nobody sees the other’s words, also not after a reload', async () => {
  // Asked once; what was chosen can be changed.
  await erin.panel.getByTestId('offer-open').click(patience);
  await erin.panel.getByTestId('unseen-offer').waitFor({ state: 'detached' });
  await erin.panel.getByRole('tab', { name: 'Talk' }).click();
  await erin.panel.getByTestId('switch-unseen').click();
  await erin.panel.getByRole('tab', { name: 'Write' }).click();
  await erin.panel.getByTestId('unseen').waitFor(patience);
  await max.panel.getByTestId('unseen').waitFor(patience);
  await say(erin, 'agree', 'I stand behind it', 'It is what keeps us up at night');
  await say(max, 'disagree', 'I see others do this', 'Who asked for it?');

  await max.page.reload();
  await openPanel(max);
  await max.panel.getByTestId('unseen-mine').getByText('1 of 1 looked at').waitFor(patience);
  await rowWith(max.panel, note).click();
  expect(await max.panel.getByTestId('stance-reason').inputValue()).toBe('I see others do this');
  await max.panel.getByTestId('thread').getByText('Who asked for it?').waitFor();
  expect(await seenBy(max)).not.toContain('keeps us up');
  await max.panel.getByTestId('card-back').click();

  await erin.panel
    .getByTestId('unseen-others')
    .getByText('Max Manager has looked at 1 of 1.')
    .waitFor(patience);
  await rowWith(erin.panel, note).click();
  await erin.panel.getByText('Others’ views are shown once everybody is done.').waitFor();
  expect(await seenBy(erin)).not.toContain('Who asked');
  await erin.panel.getByTestId('card-back').click();
});

test('one is done while the other is away; then the other is done, and both see both', async () => {
  const { context } = erin;
  await erin.page.close();
  await max.panel.getByTestId('unseen-done').click();
  await max.panel.getByTestId('unseen-not-done').waitFor(patience);
  await max.panel
    .getByTestId('unseen-others')
    .getByText('You’ll both see both once Erin Engineer is done, too.')
    .waitFor();
  await max.panel.getByTestId('status').getByText('Saved on this board').waitFor(patience);
  await max.page.close();

  erin = await world.join('Erin Engineer', { context });
  await openPanel(erin);
  await erin.panel.getByTestId('unseen-others').getByText('Max Manager is done.').waitFor(patience);
  expect(await seenBy(erin)).not.toContain('Who asked');
  await erin.panel.getByTestId('unseen-done').click();
  await rowWith(erin.panel, note).click(patience);
  await erin.panel.getByText('I see others do this').waitFor(patience);
  await erin.panel.getByTestId('thread').getByText('Who asked for it?').waitFor();
  await erin.panel.getByTestId('thread').getByText('It is what keeps us up at night').waitFor();
  await erin.panel.getByTestId('status').getByText('Saved on this board').waitFor(patience);

  max = await world.join('Max Manager', { context: max.context });
  await openPanel(max);
  await rowWith(max.panel, note).click(patience);
  await max.panel.getByText('I stand behind it').waitFor(patience);
  await max.panel.getByTestId('thread').getByText('It is what keeps us up at night').waitFor();
  expect(await max.panel.getByTestId('stance-reason').inputValue()).toBe('I see others do this');
  expect(await max.panel.getByTestId('unseen-hint').count()).toBe(0);
});
