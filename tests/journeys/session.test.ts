/** Four people go through a session from set-up to summary: a facilitator, two engineers, and who manages both. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const patience = { timeout: 60_000 };
const direction = 'big-picture/technical-direction';

let world: World;
let fay: Person;
let erin: Person;
let eli: Person;
let max: Person;
const everybody = () => [fay, erin, eli, max];

const join = async (name: string, window: 'usual' | 'small') => {
  const person = await world.join(name, { window });
  await openPanel(person);
  return person;
};

beforeAll(async () => {
  world = await startWorld();
  fay = await join('Fay Facilitator', 'usual');
  erin = await join('Erin Engineer', 'small');
  eli = await join('Eli Engineer', 'small');
  max = await join('Max Manager', 'small');
});
afterAll(() => world?.stop());

async function write({ panel }: Person, text: string) {
  await panel.getByTestId(`add-draft-${direction}`).click(patience);
  await panel.getByTestId('add-draft-text').fill(text);
  await panel.getByTestId('add-draft-text').press('Enter');
  await panel.getByTestId('draft-row').filter({ hasText: text }).waitFor(patience);
}

const done = ({ panel }: Person) => panel.getByTestId('session-done').click(patience);

/** On with the session; everybody's panel shows it. */
async function next(title: string) {
  const there = ({ panel }: Person) => panel.getByTestId('session-bar').getByRole('heading', { name: title });
  const asked = fay.panel.getByTestId('session-go-ahead');
  await fay.panel.getByTestId('session-next').first().click(patience);
  await there(fay).or(asked).first().waitFor(patience);
  if (await asked.isVisible()) await asked.click();
  for (const one of everybody()) await there(one).waitFor(patience);
}

/** From the sheet's list in the header, or where the panel asks who they are. */
const choose = ({ panel }: Person, name: string) =>
  panel
    .locator('select')
    .filter({ hasText: name })
    .first()
    .selectOption({ label: `${name} · Staff Engineer · Credit limits` }, patience);

test('the facilitator sets it up: people, who reviews whom, a shorter agenda, and the sheets', async () => {
  const { panel } = fay;
  await panel.getByTestId('start-session').click();
  await panel.getByTestId('set-up-begin').click(patience);
  for (const name of ['Fay Facilitator', 'Erin Engineer', 'Eli Engineer', 'Max Manager'])
    await panel.getByTestId('set-up-online').filter({ hasText: name }).click(patience);
  const role = (name: string) => panel.getByRole('combobox', { name: `What ${name} is` });
  // Whoever sets a group's session up is taken to run it.
  expect(await role('Fay Facilitator').inputValue()).toBe('facilitator');
  await role('Max Manager').selectOption('manager');
  await panel.getByRole('button', { name: 'More about Max Manager' }).click();
  await panel.getByTestId('set-up-review-all').click();
  await panel.getByTestId('set-up-team').fill('Credit limits');
  await panel.getByTestId('set-up-agenda').locator('summary').click();
  for (const stage of ['open', 'context', 'warm-up', 'ours', 'group', 'needs']) {
    await panel.getByTestId(`agenda-change-${stage}`).click();
    await panel.getByTestId('agenda-skip').click();
    await panel.getByTestId(`agenda-change-${stage}`).click();
  }
  await panel.getByTestId('set-up-drop').click();
  await panel.getByText('All 2 sheets stand on the board.').waitFor(patience);
  expect(await erin.panel.locator('body').innerText()).not.toContain('Write two to four notes');
  await panel.getByTestId('set-up-start').click();
});

test('everybody finds their sheet, says that it is right, and sees one thing to do', async () => {
  for (const one of [erin, eli, max]) {
    await one.panel.getByTestId('session-bar').getByRole('heading', { name: 'Write' }).waitFor(patience);
    await one.panel.getByTestId('who-right').click(patience);
  }
  await erin.page.getByText('Staff Engineer · Credit limits · Erin Engineer').first().waitFor(patience);
  // He looks at hers first; his part on the other sheet is a choice away.
  await choose(max, 'Eli Engineer');
  await max.panel.getByTestId('who-right').click(patience);
  for (const one of [erin, eli])
    await one.panel.getByRole('button', { name: "That's right" }).click(patience);
  // The facilitator has the room in front of her, and what to say.
  await fay.panel.getByText('Write on your own, column by column.').waitFor(patience);
  await fay.panel.getByTestId('room-count').getByText('4 here · 0 of 3 done').waitFor(patience);
});

test('going on asks while people write; one “I’m done” is for all of somebody’s sheets', async () => {
  await write(erin, 'Decide which feature store stays');
  await write(eli, 'Cut the nightly backfill to two hours');
  await write(max, 'Choose what the risk team can build on');
  await done(erin);
  await fay.panel.getByTestId('session-next').click(patience);
  await fay.panel.getByTestId('session-asks').getByText('2 people are not done yet').waitFor(patience);
  await fay.panel.getByTestId('session-wait').click();
  await done(eli);
  await done(max);
  await fay.panel.getByTestId('room-count').getByText('3 of 3 done').waitFor(patience);
  expect(await stickiesOf(fay.page).count()).toBe(0);
});

test('both sides are put on the board, and read', async () => {
  await next('Show and read');
  for (const [one, count] of [
    [erin, 1],
    [eli, 2],
  ] as const) {
    await one.panel.getByTestId('session-put').getByRole('button', { name: 'Look at them' }).click(patience);
    await one.panel.getByTestId('place-notes').click(patience);
    await one.panel.getByTestId('all-placed').waitFor(patience);
    expect(await one.panel.getByTestId('side-note').count()).toBe(count);
  }
  for (const words of ['1 note ·', '2 notes ·'])
    await fay.panel.getByTestId('room-sheets').getByText(words).waitFor(patience);
});

test('a sheet is shown to all by an offer: some come along, some stay, and there is a way back', async () => {
  await fay.panel.getByRole('button', { name: 'Bring everyone to Erin Engineer' }).click(patience);
  await eli.panel.getByTestId('session-come').click(patience);
  // It is not his: he looks at it on the board.
  await eli.panel.getByText('Staff Engineer · Credit limits · Erin Engineer').waitFor(patience);
  await max.panel.getByTestId('session-stay').click(patience);
  await eli.panel.getByTestId('session-back').click(patience);
  await eli.panel.getByTestId('all-placed').waitFor(patience);
});

test('dots are nobody else’s until the stage is over; then all see the same', async () => {
  await next('Three dots');
  for (const { panel } of [eli, max]) await panel.getByTestId('session-tool').click(patience);
  const give = ({ panel }: Person, words: string) =>
    panel.getByRole('button', { name: `A dot for: ${words}` }).click(patience);
  await give(eli, 'Cut the nightly backfill to two hours');
  await give(eli, 'Cut the nightly backfill to two hours');
  await give(max, 'Choose what the risk team can build on');
  await done(eli);
  expect(await max.panel.getByTestId('dots-note').allInnerTexts()).not.toContain('2');
  await next('Talk');
  for (const { panel } of [eli, max]) {
    await panel.getByTestId('session-tool').click(patience);
    const items = panel.getByTestId('walk-items').locator('li');
    await items.first().getByText('Cut the nightly backfill').waitFor(patience);
    expect(await items.allInnerTexts()).toEqual([
      expect.stringMatching(/Cut the nightly backfill(.|\n)*● 2/),
      expect.stringMatching(/Choose what the risk team(.|\n)*● 1/),
    ]);
  }
});

test('they talk about one note at a time, write down what they decided, and park the rest', async () => {
  await eli.panel.getByTestId('walk-start').click(patience);
  await max.panel.getByTestId('walk-now').getByText('Cut the nightly backfill').waitFor(patience);
  await max.panel.getByTestId('walk-decision').fill('Two hours by the end of June');
  await max.panel.getByTestId('walk-decision').press('Enter');
  await eli.panel.getByTestId('walk-next').click(patience);
  await max.panel.getByTestId('walk-now').getByText('Choose what the risk team').waitFor(patience);
  await eli.panel.getByTestId('walk-park').click(patience);
  await max.panel.getByTestId('walk-parked').getByText('Choose what the risk team').waitFor(patience);
});

test('the seat goes to somebody else and back, and takes nothing from what people wrote', async () => {
  await fay.panel.getByTestId('seat-to').selectOption({ label: 'Erin Engineer' }, patience);
  await fay.panel.getByTestId('seat-offer').click();
  await erin.panel.getByTestId('session-take').click(patience);
  await erin.panel.getByTestId('session-next').first().waitFor(patience);
  await fay.panel.getByText('Erin Engineer facilitates this session.').waitFor(patience);
  await erin.panel.getByTestId('seat-to').selectOption({ label: 'Fay Facilitator' }, patience);
  await erin.panel.getByTestId('seat-offer').click();
  await fay.panel.getByTestId('session-take').first().click(patience);
  await fay.panel.getByTestId('session-next').first().waitFor(patience);
});

test('it ends with a goodbye for all, and a summary without anybody’s disagreement', async () => {
  await next('Close');
  await fay.panel.getByTestId('session-end').first().click(patience);
  const go = fay.panel.getByTestId('session-go-ahead');
  await go.or(fay.panel.getByTestId('session-ended')).first().waitFor(patience);
  if (await go.isVisible()) await go.click();
  for (const { panel } of [erin, eli, max]) await panel.getByTestId('session-parting').waitFor(patience);
  await fay.panel.getByTestId('after-sheets').getByText('Eli Engineer').waitFor(patience);
  await fay.panel.getByTestId('after-board').click();
  await fay.page.getByText('After the session').first().waitFor(patience);
  const [file] = await Promise.all([
    fay.page.waitForEvent('download'),
    fay.panel.getByTestId('after-save').click(),
  ]);
  const summary = readFileSync(await file.path(), 'utf8');
  expect(summary).toContain('Eli Engineer');
  expect(summary).not.toContain('nightly backfill');
  await erin.panel.getByTestId('step-back').click(patience);
  await rowWith(erin.panel, 'Decide which feature store stays').waitFor(patience);
});
