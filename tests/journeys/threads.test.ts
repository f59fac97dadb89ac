/**
 * Two people talk it through: three suggested wordings, one countered, one declined with a reason, one used; a question
 * put to somebody by name; and the agenda of what is left, on the board and off it again.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeModal, noteWith, openPanel, rowWith } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

let world: World;
let erin: Person;
let max: Person;

const stores = 'Decide by June which of our three feature stores stays';
const hires = 'Pair with each new hire on one design a month';
const incidents = 'Halve the time from alarm to cause in credit limits';
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

async function suggest({ panel }: Person, note: string, wording: string): Promise<void> {
  await rowWith(panel, note).click();
  await panel.getByTestId('add-suggestion').click();
  await panel.getByTestId('suggestion-text').fill(wording);
  await panel.getByRole('button', { name: 'Suggest', exact: true }).click();
  await panel.getByTestId('suggestion').waitFor();
  await panel.getByTestId('card-back').click();
}

test('a sheet with three notes, and a manager whose view counts', async () => {
  await openPanel(erin);
  await erin.panel.getByTestId('start-title').fill('Staff ML Engineer');
  await erin.panel.getByTestId('drop-sheet').click();
  for (const note of [stores, hires, incidents]) {
    await erin.panel.getByTestId(`add-${lane}`).click();
    await erin.panel.getByTestId('add-text').fill(note);
    await erin.panel.getByTestId('add-text').press('Enter');
    await erin.panel.getByTestId(`lane-${lane}`).getByText(note).waitFor();
  }
  await openPanel(max);
  await max.panel.getByTestId('role-manager').click();
  await rowWith(max.panel, stores).waitFor();
  await erin.panel.getByText('Max Manager says they are the manager here.').waitFor();
  await erin.panel.getByTestId('next').getByRole('button').click();
});

test('Max suggests three wordings; each shows what it would change, word by word', async () => {
  await suggest(
    max,
    stores,
    'Decide by June, with the platform team, which of our three feature stores stays',
  );
  await suggest(max, hires, 'Pair with each new hire on two designs a month');
  await suggest(max, incidents, 'Bring the time from alarm to cause in credit limits below ten minutes');
  await erin.panel.getByText('3 suggested wordings wait for you.').waitFor();
  await rowWith(erin.panel, hires).click();
  const changes = erin.panel.getByTestId('word-changes');
  await changes.waitFor();
  expect(await changes.locator('del').allTextContents()).toEqual(['taken out: one design; ']);
  expect(await changes.locator('ins').allTextContents()).toEqual(['put in: two designs; ']);
});

test('Erin declines one and says why, and Max reads the reason', async () => {
  await erin.panel.getByTestId('decline').click();
  await erin.panel.getByTestId('decline-reason').fill('Two a month leave no time for reviews');
  await erin.panel.getByRole('button', { name: 'Decline', exact: true }).click();
  await erin.panel.getByTestId('card-back').click();
  await rowWith(max.panel, hires).click();
  await max.panel.getByText('1 settled').click();
  await max.panel.getByTestId('declined').getByText('Two a month leave no time for reviews').waitFor();
  await max.panel.getByTestId('card-back').click();
});

test('she counters one; it is shown as countered, and the counter can be used', async () => {
  await rowWith(erin.panel, incidents).click();
  await erin.panel.getByTestId('counter').click();
  await erin.panel
    .getByTestId('counter-text')
    .fill('Bring the time from alarm to cause in credit limits below twenty minutes by June');
  await erin.panel.getByRole('button', { name: 'Suggest instead' }).click();
  await rowWith(max.panel, incidents).click();
  await max.panel.getByTestId('countered').waitFor();
  await max.panel.getByText('Another wording instead').waitFor();
  await erin.panel.getByTestId('apply').last().click();
  await noteWith(max.page, 'below twenty minutes by June').waitFor();
  await max.panel.getByText('1 settled').click();
  await max.panel.getByText('Another wording was used instead.').waitFor();
  await max.panel.getByTestId('card-back').click();
  await erin.panel.getByTestId('card-back').click();
});

test('she uses one as it is', async () => {
  await rowWith(erin.panel, stores).click();
  await erin.panel.getByTestId('apply').click();
  await noteWith(max.page, 'with the platform team').waitFor();
});

test('a question to Max by name is asked with the keyboard alone', async () => {
  await erin.panel.getByTestId('add-remark').click();
  const field = erin.panel.getByTestId('remark-text');
  await field.pressSequentially('@ma');
  await erin.panel.getByRole('option', { name: 'Max Manager' }).waitFor();
  await field.press('Enter');
  await field.pressSequentially('who in the platform team decides with us?');
  expect(await field.inputValue()).toBe('@Max Manager who in the platform team decides with us?');
  await field.press('Control+Enter');
  await erin.panel.getByTestId('thread').getByText('@Max Manager').waitFor();
});

test('Max finds the question by his filter, and what is new to him is marked until he has looked', async () => {
  const filter = max.panel.getByTestId('note-filter');
  await max.panel.getByTestId('note-row').locator('.news').first().waitFor();
  await filter.selectOption({ label: 'Questions for me (1)' });
  await rowWith(max.panel, hires).waitFor({ state: 'detached' });
  await rowWith(max.panel, 'with the platform team').click();
  await max.panel.getByTestId('changed-since').waitFor();
  await max.panel.getByTestId('thread').getByText('@Max Manager').waitFor();
  await max.panel.getByTestId('answer').click();
  await max.panel.getByTestId('answer-text').fill('The two leads, together');
  await max.panel.getByTestId('answer-text').press('Control+Enter');
  await max.panel.getByTestId('card-back').click();
  await max.panel.getByTestId('nothing-fits').getByRole('button').click();
  await rowWith(max.panel, hires).waitFor();
});

test('what he has looked at is remembered in his browser', async () => {
  const filter = max.panel.getByTestId('note-filter');
  await filter.selectOption('unread');
  const before = await filter.locator('option:checked').textContent();
  await max.panel.getByText('Saved on this board').waitFor();
  await max.page.reload();
  await openPanel(max);
  await max.panel.getByTestId('note-filter').selectOption('unread');
  expect(await max.panel.getByTestId('note-filter').locator('option:checked').textContent()).toBe(before);
});

test('the agenda has minutes that add up, lies on the board with one click, and is off it with another', async () => {
  await erin.panel.getByTestId('card-back').click();
  for (const [person, view] of [
    [erin, 'agree'],
    [max, 'disagree'],
  ] as const) {
    await person.panel.getByTestId('note-filter').selectOption('all');
    await rowWith(person.panel, hires).click();
    await person.panel.getByTestId(`stance-${view}`).click();
    await person.panel.getByTestId('card-back').click();
  }
  await erin.panel.getByRole('tab', { name: 'Compare' }).click();
  await erin.panel.getByTestId('agenda-minutes').fill('20');
  const minutes = erin.panel.getByTestId('gap').locator('.gap-minutes');
  await erin.panel.getByTestId('gap').first().getByText(hires).waitFor();
  await erin.panel.getByText('13 min').waitFor();
  const times = (await minutes.allTextContents()).map((text) => Number.parseInt(text, 10));
  expect([times.length, times.reduce((sum, one) => sum + one, 0)]).toEqual([3, 20]);

  const rowOn = ({ page }: Person) => page.locator('[data-type="shape"]').filter({ hasText: '13 min' });
  await erin.panel.getByTestId('agenda-on-board').click();
  await erin.panel.getByText('The agenda is on the board.').waitFor();
  await rowOn(erin).waitFor();
  await max.page.getByTestId('zoom-fit').click();
  await max.page.getByTestId('board-canvas').getByText('Next talk: Staff ML Engineer').first().waitFor();
  await erin.panel.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await erin.panel.getByText('The agenda is off the board.').waitFor();
  await rowOn(erin).waitFor({ state: 'detached' });
  await max.page.getByText('Next talk: Staff ML Engineer').first().waitFor({ state: 'detached' });
  // Its rows were never notes.
  await erin.panel.getByText('0 of 3 agreed').first().waitFor();
});

test('the map of both sides leads to the notes, also in the wide view', async () => {
  await erin.panel.getByTestId('open-wide').click();
  const map = erin.modal.getByTestId('sides-map');
  await map.getByRole('button', { name: 'Erin Engineer: Agree, Max Manager: Disagree, 1 note' }).click();
  await erin.modal.getByTestId('map-notes').getByText(hires).waitFor();
  expect(await erin.modal.getByTestId('agenda-minutes').inputValue()).toBe('20');
  await closeModal(erin);
});
