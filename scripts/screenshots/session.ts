/** The pictures of docs/facilitating.md: each begins from a scene of a live session. */
import { join } from 'node:path';
import type { FrameLocator } from 'playwright';
import { openPanel } from '../../tests/journeys/setup/steps.ts';
import type { Person, World } from '../../tests/journeys/setup/world.ts';
import { playOnBoard } from '../scenes/onBoard.ts';
import { cast } from '../scenes/playing.ts';
import { sceneNamed } from '../scenes/scenes.ts';
import { notes } from '../scenes/story.ts';
import { besideEachOther } from './pictures.ts';

const { fay, eli } = cast;

const write = async ({ panel }: Person, lane: string, text: string) => {
  await panel.getByTestId(`add-draft-${lane}`).click();
  await panel.getByTestId('add-draft-text').fill(text);
  await panel.getByTestId('add-draft-text').press('Enter');
  await panel.getByTestId('draft-row').filter({ hasText: text }).waitFor();
};

async function closeNotice(panel: FrameLocator, words: string): Promise<void> {
  const notice = panel.getByTestId('notice').filter({ hasText: words });
  await notice.getByRole('button', { name: 'Close this message' }).click();
  await notice.waitFor({ state: 'detached' });
}

async function inScene(
  world: World,
  name: string,
  show: (look: (as: string) => Promise<Person>) => Promise<void>,
): Promise<void> {
  const scene = sceneNamed(name);
  if (!scene) throw new Error(`There is no scene ${name}`);
  const played = await playOnBoard(scene, { url: world.boardUrl, board: name, app: world.appUrl });
  const lookers: Person[] = [];
  try {
    await show(async (as) => {
      await played.makeRoom(as);
      const person = await world.join(as, { board: name });
      lookers.push(person);
      await person.page.emulateMedia({ reducedMotion: 'reduce' });
      await openPanel(person);
      return person;
    });
  } finally {
    await Promise.all(lookers.map(({ context }) => context.close()));
    await played.end();
  }
}

export async function sessionPictures(world: World, images: string): Promise<void> {
  await inScene(world, 'set-up', async (look) => {
    const { page, panel } = await look(fay);
    await panel.getByTestId('set-up-drop').click();
    await panel.getByText('All 2 sheets stand on the board.').waitFor();
    await closeNotice(panel, 'The sheets are on the board.');
    await page.getByTestId('zoom-fit').click();
    await panel.getByRole('heading', { name: 'People' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(images, 'facilitating-set-up.png'), animations: 'disabled' });
  });
  await inScene(world, 'writing', async (look) => {
    const [facilitator, engineer] = [await look(fay), await look(eli)];
    for (const [lane, text] of notes[eli]) await write(engineer, lane, text);
    await engineer.panel.getByTestId('session-done').scrollIntoViewIfNeeded();
    await facilitator.panel.getByTestId('room-count').getByText('4 here · 1 of 3 done').waitFor();
    await besideEachOther([facilitator, engineer], join(images, 'facilitating-room.png'));
  });
  await inScene(world, 'ended', async (look) => {
    const { page, panel } = await look(fay);
    await panel.getByTestId('after-sheets').waitFor();
    await page.getByTestId('zoom-fit').click();
    await page.screenshot({ path: join(images, 'facilitating-after.png'), animations: 'disabled' });
  });
}
