/** A session for a group, told as far as the pictures of docs/facilitating.md need it. */
import { join } from 'node:path';
import { openPanel } from '../../tests/journeys/setup/steps.ts';
import type { Person, World } from '../../tests/journeys/setup/world.ts';
import { besideEachOther } from './pictures.ts';

const notes = [
  'Decide by June which of our three feature stores stays',
  'Cut the nightly backfill to two hours, so that limits move on the same day',
];

const write = async ({ panel }: Person, text: string) => {
  await panel.getByTestId('add-draft-big-picture/technical-direction').click();
  await panel.getByTestId('add-draft-text').fill(text);
  await panel.getByTestId('add-draft-text').press('Enter');
  await panel.getByTestId('draft-row').filter({ hasText: text }).waitFor();
};

const next = async ({ panel }: Person) => {
  await panel.getByTestId('session-next').first().click();
  await panel.getByTestId('session-go-ahead').click();
};

async function closeNotice({ panel }: Person, words: string): Promise<void> {
  const notice = panel.getByTestId('notice').filter({ hasText: words });
  await notice.getByRole('button', { name: 'Close this message' }).click();
  await notice.waitFor({ state: 'detached' });
}

async function setUp({ panel }: Person): Promise<void> {
  await panel.getByTestId('start-session').click();
  await panel.getByTestId('set-up-begin').click();
  for (const name of ['Fay Facilitator', 'Erin Engineer', 'Max Manager'])
    await panel.getByTestId('set-up-online').filter({ hasText: name }).click();
  await panel.getByTestId('set-up-names').fill('Ada Example\nBen Example');
  await panel.getByTestId('set-up-add').click();
  await panel.getByRole('combobox', { name: 'What Max Manager is' }).selectOption('manager');
  await panel.getByRole('button', { name: 'More about Max Manager' }).click();
  await panel.getByTestId('set-up-review-all').click();
  await panel.getByTestId('set-up-team').fill('Credit limits');
}

export async function sessionPictures(world: World, images: string): Promise<void> {
  const joins = async (name: string) => {
    const person = await world.join(name, { board: 'session' });
    await person.page.emulateMedia({ reducedMotion: 'reduce' });
    await openPanel(person);
    return person;
  };
  const [fay, erin, max] = [
    await joins('Fay Facilitator'),
    await joins('Erin Engineer'),
    await joins('Max Manager'),
  ];
  await setUp(fay);
  await fay.panel.getByRole('heading', { name: 'People' }).scrollIntoViewIfNeeded();
  await fay.panel.getByTestId('set-up-drop').click();
  await fay.panel.getByText('All 3 sheets stand on the board.').waitFor();
  await closeNotice(fay, 'The sheets are on the board.');
  await fay.page.getByTestId('zoom-fit').click();
  await fay.panel.getByRole('heading', { name: 'People' }).scrollIntoViewIfNeeded();
  await fay.page.screenshot({ path: join(images, 'facilitating-set-up.png'), animations: 'disabled' });
  await fay.panel.getByTestId('set-up-start').click();
  for (const { panel } of [erin, max]) await panel.getByTestId('who-right').click();
  await erin.panel.getByRole('button', { name: "That's right" }).click();
  for (let stage = 0; stage < 3; stage += 1) await next(fay);
  for (const text of notes) await write(erin, text);
  await max.panel.getByTestId('session-done').click();
  await fay.panel.getByTestId('room-count').getByText('1 of 2 done').waitFor();
  await besideEachOther([fay, erin], join(images, 'facilitating-room.png'));

  await erin.panel.getByTestId('session-done').click();
  await fay.panel.getByTestId('room-count').getByText('2 of 2 done').waitFor();
  await fay.panel.getByTestId('session-next').first().click();
  await erin.panel.getByTestId('session-put').getByRole('button').click();
  await erin.panel.getByTestId('place-notes').click();
  await erin.panel.getByTestId('all-placed').waitFor();
  for (let stage = 0; stage < 6; stage += 1) await next(fay);
  await fay.panel.getByTestId('session-end').first().click();
  await fay.panel.getByTestId('session-go-ahead').click();
  await fay.panel.getByTestId('after-board').click();
  await closeNotice(fay, 'The summary is on the board.');
  await fay.page.screenshot({ path: join(images, 'facilitating-after.png'), animations: 'disabled' });
}
