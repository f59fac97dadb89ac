/** A team starts from what it has: three stickies beside the sheet are moved into it, then lines are pasted. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { noteWith, openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

let world: World;
let erin: Person;

const old = [
  'Mentor two seniors of the limits squad',
  'Write the RFC for retiring the nightly batch',
  'Cut the backfill from 9 h to 2 h',
];

beforeAll(async () => {
  world = await startWorld();
  erin = await world.join('Erin Engineer');
});
afterAll(() => world?.stop());

// A story that has gone wrong has no second half worth telling.
let broken = false;
beforeEach(({ skip }) => skip(broken, 'an earlier step failed'));
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail';
});

test('three stickies beside the sheet show as they are selected, each with a lane and the reason', async () => {
  await openPanel(erin);
  await erin.panel.getByTestId('start-title').fill('Staff ML Engineer');
  await erin.panel.getByTestId('drop-sheet').click();
  await erin.panel.getByTestId('step-bring-in').waitFor();
  await erin.page.getByTestId('zoom-out').click();
  const frame = await erin.page.locator('[data-type="frame"]').first().boundingBox();
  if (!frame) throw new Error('No sheet in sight');
  for (const [at, words] of old.entries()) {
    await erin.page.getByTestId('add-sticky').click();
    await erin.page.mouse.click(frame.x + 100 + at * 100, frame.y + frame.height + 70);
    await erin.page.keyboard.type(words);
    await erin.page.keyboard.press('Escape');
    await erin.page.keyboard.press('Escape');
    await noteWith(erin.page, words).waitFor();
  }
  await erin.panel.getByTestId('step-bring-in').click();
  await erin.panel.getByTestId('bring-from-selection').waitFor({ state: 'attached' });
  for (const [at, words] of old.entries())
    await noteWith(erin.page, words).click(at === 0 ? {} : { modifiers: ['Shift'] });
  await erin.panel.getByText('Because of “RFC”, “retiring”.').waitFor();
  expect(await erin.panel.getByTestId('bring-line').count()).toBe(3);
});

test('with a key the third gets a lane, and all three move into the sheet', async () => {
  const before = await stickiesOf(erin.page).count();
  await erin.panel.getByTestId('bring-line').filter({ hasText: 'Cut the backfill' }).focus();
  await erin.page.keyboard.press('e');
  await erin.panel.getByTestId('bring-put').filter({ hasText: 'Move 3 notes' }).click();
  for (const [lane, words] of [
    ['leveling-up/mentorship-and-sponsorship', old[0]],
    ['big-picture/technical-direction', old[1]],
    ['big-picture/engineering-perspective', old[2]],
  ] as const)
    await erin.panel
      .getByTestId(`lane-${lane}`)
      .getByText(words ?? '')
      .waitFor();
  expect(await stickiesOf(erin.page).count()).toBe(before);
});

test('five pasted lines: one is there already, one is a heading, three are put, and an undo takes them back', async () => {
  await erin.panel.getByTestId('step-bring-in').click();
  await erin.panel.getByTestId('bring-from-text').check({ force: true });
  await erin.panel
    .getByTestId('bring-text')
    .fill(`Execution:\n- Run the weekly sync\n2) Prototype a scorer\n• ${old[1]}\n- =cmd()|x <b>bold</b>`);
  await erin.panel.getByText('Says the same as').waitFor();
  await erin.panel.getByTestId('bring-put').filter({ hasText: 'Put 3 notes on the board' }).click();
  await rowWith(erin.panel, '=cmd()|x <b>bold</b>').waitFor();
  await rowWith(erin.panel, 'Run the weekly sync').waitFor();
  await erin.panel.getByRole('button', { name: 'Undo' }).click();
  await erin.panel.getByText('Everything is where it was.').waitFor();
  await rowWith(erin.panel, 'Run the weekly sync').waitFor({ state: 'detached' });
  await rowWith(erin.panel, old[1] ?? '').waitFor();
});
