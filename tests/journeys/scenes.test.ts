/** Scenes of a live session, looked at in a browser by whom they concern; everybody else has none. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playOnBoard } from '../../scripts/scenes/onBoard.ts';
import { cast } from '../../scripts/scenes/playing.ts';
import { type Played, sceneNamed } from '../../scripts/scenes/scenes.ts';
import { notes } from '../../scripts/scenes/story.ts';
import { openPanel } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const { fay, erin, eli } = cast;

let world: World;
const played = new Map<string, Played>();

/** Played beside each other: they wait more than they work. */
beforeAll(async () => {
  world = await startWorld();
  await Promise.all(
    ['writing', 'brought', 'seat-left'].map(async (name) => {
      const scene = sceneNamed(name);
      if (!scene) throw new Error(`There is no scene ${name}`);
      played.set(name, await playOnBoard(scene, { url: world.boardUrl, board: name, app: world.appUrl }));
    }),
  );
});
afterAll(async () => {
  await Promise.all([...played.values()].map((one) => one.end()));
  await world?.stop();
});

async function lookAs(name: string, scene: string, query = ''): Promise<Person> {
  await played.get(scene)?.makeRoom(name);
  const person = await world.join(name, { board: scene, query, window: 'small' });
  await openPanel(person);
  return person;
}

/** In the panel as narrow as Miro makes it, and at half of that, as with 200 % zoom. */
async function expectNothingCutOff({ page, panel }: Person) {
  const frame = page.locator('[data-testid="panel"] iframe');
  for (const width of [292, 184]) {
    await frame.evaluate((element, wanted) => {
      element.setAttribute('style', `width: ${wanted}px; flex: none; min-width: 0`);
    }, width);
    await expect
      .poll(() =>
        panel.locator('html').evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]),
      )
      .toEqual([width, width]);
  }
}

test('the facilitator who comes back finds the room: who is done, and no word of what they write', async () => {
  const person = await lookAs(fay, 'writing');
  await person.panel.getByTestId('room-count').getByText('4 here · 1 of 3 done').waitFor();
  const rows = await person.panel.getByTestId('room-row').allInnerTexts();
  expect(rows.find((row) => row.includes(erin))).toMatch(/✓(.|\n)*done/);
  expect(rows.find((row) => row.includes(eli))).toContain('at it');
  const words = await person.panel.locator('body').innerText();
  for (const [, text] of notes[erin]) expect(words).not.toContain(text);
  await expectNothingCutOff(person);
});

test('who comes back finds their own sheet; who is brought to another one just looks, and goes back', async () => {
  const person = await lookAs(eli, 'brought');
  const { panel } = person;
  const title = (name: string) =>
    panel.getByRole('heading', { name: `Staff Engineer · Credit limits · ${name}` });
  await title(eli).waitFor();
  await panel.getByTestId('session-put').getByText('2 notes written unseen').waitFor();
  await played.get('brought')?.meet(eli);
  await panel.getByTestId('session-come').click();
  await panel.getByTestId('only-looking').waitFor();
  await title(erin).waitFor();
  await panel.getByText(notes[erin][0][1]).waitFor();
  expect(await panel.getByTestId('add-big-picture/technical-direction').count()).toBe(0);
  expect(await panel.getByText('Who are you here?').count()).toBe(0);
  await expectNothingCutOff(person);
  // They can take part all the same, and with the keyboard alone.
  await panel.getByTestId('say-who').press('Enter');
  await panel.getByRole('heading', { name: 'Who are you here?' }).and(panel.locator(':focus')).waitFor();
  await panel.getByTestId('who-look').press('Enter');
  await panel.getByTestId('only-looking').waitFor();
  await panel.getByTestId('session-back').click();
  await title(eli).waitFor();
  expect(await panel.getByTestId('only-looking').count()).toBe(0);
});

test('a guest who may only view is asked for nothing, and nobody waits for them', async () => {
  // The scene of that name is the same as this one, but for who looks.
  const person = await lookAs('Vera Visitor', 'brought', 'access=view');
  const { panel } = person;
  await panel.getByTestId('session-count').getByText('0 of 3 done').waitFor();
  expect(await panel.getByTestId('session-done').count()).toBe(0);
  expect(await panel.getByTestId('session-put').count()).toBe(0);
  await panel.getByTestId('who-look').click();
  await panel.getByTestId('only-looking').waitFor();
  await expectNothingCutOff(person);
  // What the page came with must not override what came later.
  const sheets = await panel
    .locator('html')
    .evaluate(({ ownerDocument }) => [...ownerDocument.styleSheets].flatMap(({ href }) => href ?? []));
  expect(new Set(sheets).size).toBe(sheets.length);
  expect(sheets.length).toBeGreaterThan(2);
});

test('a seat that was left can be taken by whoever is there', async () => {
  const person = await lookAs(erin, 'seat-left');
  const { panel } = person;
  await panel.getByText('Nobody is facilitating now.').waitFor();
  await panel.getByTestId('session-take').click();
  await panel.getByTestId('session-next').first().waitFor();
  await expectNothingCutOff(person);
});
