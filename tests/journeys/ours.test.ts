/**
 * Two people make a sheet theirs: a quiet question on a note that would fit any team, seen by its writer first; the
 * team's names; an example dragged onto the board, generic to everybody until it is rewritten; what the sheet touches.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noteWith, openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

let world: World;
let erin: Person;
let max: Person;

const vague = 'Set the technical direction of Kestrel with stakeholders';
const ours = 'Decide by June which of our three feature stores Kestrel keeps';
const example = 'Frame ambiguous problems without clear precedent and propose a way forward';
const lane = 'big-picture/technical-direction';

beforeAll(async () => {
  world = await startWorld();
  erin = await world.join('Erin Engineer');
  max = await world.join('Max Manager');
});
afterAll(() => world?.stop());

// A story that has gone wrong has no second half worth telling.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail';
});

test('while Erin writes a vague note it asks below the field, and Enter sends it all the same', async () => {
  await openPanel(erin);
  await erin.panel.getByTestId('start-title').fill('Staff ML Engineer');
  await erin.panel.getByTestId('drop-sheet').click();
  await erin.panel.getByTestId(`add-${lane}`).click();
  await erin.panel.getByTestId('add-text').fill(vague);
  await erin.panel.getByTestId('while-writing').getByTestId('ask-question').first().waitFor();
  await erin.panel.getByTestId('add-text').press('Enter');
  await rowWith(erin.panel, vague).waitFor();
  await erin.panel.getByTestId(`add-${lane}`).click();
  await erin.panel.getByTestId('add-text').fill(ours);
  await erin.panel.getByTestId('add-text').press('Enter');
  await rowWith(erin.panel, ours).waitFor();
});

test('her row has a question; Max sees none until he looks for vague notes', async () => {
  await rowWith(erin.panel, vague).getByTestId('ask-mark').waitFor();
  expect(await rowWith(erin.panel, ours).getByTestId('ask-mark').count()).toBe(0);
  await openPanel(max);
  await max.panel.getByTestId('role-manager').click();
  await rowWith(max.panel, vague).waitFor();
  await max.panel
    .getByTestId('note-filter')
    .locator('option', { hasText: 'Vague (1)' })
    .waitFor({ state: 'attached' });
  expect(await max.panel.getByTestId('ask-mark').count()).toBe(0);
  await max.panel.getByTestId('note-filter').selectOption('vague');
  await rowWith(max.panel, vague).getByTestId('ask-mark').waitFor();
  await rowWith(max.panel, ours).waitFor({ state: 'detached' });
});

test('Erin leaves it as it is, and Max reads that she does', async () => {
  await rowWith(erin.panel, vague).click();
  await erin.panel.getByTestId('ask-dismiss').click();
  await erin.panel.getByTestId('ask-aside').waitFor();
  await rowWith(max.panel, vague).click();
  await max.panel.getByTestId('note-questions').locator('summary').click();
  await max.panel.getByText('Erin Engineer leaves it as it is.').waitFor();
  await max.panel.getByTestId('card-back').click();
  await max.panel.getByTestId('note-filter').selectOption('all');
  await erin.panel.getByTestId('card-back').click();
});

test('a name that two notes hold is one click away from the list, which both see', async () => {
  await erin.panel.getByTestId('step-ours').click();
  await erin.panel.getByTestId('suggested-name').filter({ hasText: 'Kestrel' }).click();
  await erin.panel.getByTestId('team-name').filter({ hasText: 'Kestrel' }).waitFor();
  await max.panel.getByTestId('step-ours').click();
  await max.panel.getByTestId('team-name').filter({ hasText: 'Kestrel' }).waitFor();
  await max.panel.getByTestId('names-text').fill('- Core Platform\n- kestrel');
  await max.panel.getByTestId('add-names').click();
  await erin.panel.getByTestId('team-name').filter({ hasText: 'Core Platform' }).waitFor();
  expect(await erin.panel.getByTestId('team-name').count()).toBe(2);
  await max.panel.getByTestId('step-back').click();
  await erin.panel.getByTestId('step-back').click();
});

test('an example dragged out of the panel into a lane is a note there, generic to both', async () => {
  await erin.panel.getByTestId('step-shelf').click();
  await erin.panel.getByTestId('shelf-execution/exploration').waitFor();
  const group = erin.panel.getByTestId('shelf-execution/exploration');
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
  // Opening notes has taken the board to them.
  await erin.page.getByTestId('zoom-fit').click();
  const words = group.locator('[data-example="exploration-frame"] .miro-draggable');
  await words.scrollIntoViewIfNeeded();
  const from = await words.boundingBox();
  const heading = erin.page
    .locator('[data-type="shape"]')
    .filter({ hasText: /^\s*exploration\s*$/i })
    .first();
  if (!from) throw new Error('Nothing to drag');
  const before = await stickiesOf(erin.page).count();
  await erin.page.mouse.move(from.x + 30, from.y + 10);
  await erin.page.mouse.down();
  // Now that nothing moves the board any more.
  const to = await heading.boundingBox();
  if (!to) throw new Error('No lane to drag it to');
  await erin.page.mouse.move(to.x + to.width * 0.6, to.y, { steps: 8 });
  await erin.page.mouse.move(to.x + to.width * 0.75, to.y + to.height * 3.4, { steps: 4 });
  await erin.page.mouse.up();
  await noteWith(erin.page, example).waitFor();
  expect(await stickiesOf(erin.page).count()).toBe(before + 1);
  await erin.panel.getByTestId('step-back').click();
  for (const { panel } of [erin, max])
    await panel
      .getByTestId('lane-execution/exploration')
      .getByTestId('ask-mark')
      .filter({ hasText: 'generic: an example, make it yours' })
      .waitFor();
});

test('rewritten in earnest it is an example no longer', async () => {
  await rowWith(erin.panel, example).click();
  await erin.panel.getByTestId('ask-edit').click();
  const field = erin.panel.getByTestId('edit-text');
  await field.fill(
    'Find out by May why nobody trusts the churn score, with two analysts of the retention squad',
  );
  await field.press('Control+Enter');
  await erin.panel.getByTestId('note-questions').waitFor({ state: 'detached' });
  await erin.panel.getByTestId('card-back').click();
  await max.panel.getByTestId('lane-execution/exploration').getByText('churn score').waitFor();
  await max.panel
    .getByTestId('lane-execution/exploration')
    .getByTestId('ask-mark')
    .waitFor({ state: 'detached' });
});

test('what the sheet touches follows from its words, and Erin may say what is no part of the role', async () => {
  await erin.panel.getByTestId('step-themes').click();
  const theme = (id: string) => erin.panel.getByTestId(`theme-${id}`);
  await theme('ambiguity').getByText('1 note').waitFor();
  await theme('coaching').locator('summary').click();
  await theme('coaching').getByTestId('leave-out').click();
  await theme('coaching').getByTestId('leave-out-reason').fill('Mona does it');
  await theme('coaching').getByTestId('leave-out-reason').press('Enter');
  await max.panel.getByTestId('step-themes').click();
  await max.panel.getByTestId('theme-coaching').getByText('not part of this role').first().waitFor();
});
