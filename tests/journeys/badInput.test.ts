/**
 * What only browsers side by side can tell about trouble: where the keyboard is, what a closing page still saves, what
 * an iframe may not do, and that nothing anybody types is ever run.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteWith, openPanel, rowWith, stickiesOf } from './setup/steps.ts';
import { type Person, startWorld, type World } from './setup/world.ts';

const lane = 'big-picture/technical-direction';
const script = '<img src=x onerror="document.title=1"><script>alert(1)</script>';

describe('when things are not as they should be', () => {
  let world: World;
  let erin: Person;
  const dialogs: string[] = [];

  const noteIn = async ({ panel }: Person, text: string): Promise<void> => {
    await panel.getByTestId(`add-${lane}`).click();
    await panel.getByTestId('add-text').fill(text);
    await panel.getByTestId('add-text').press('Enter');
    await panel.getByTestId(`lane-${lane}`).getByText(text).waitFor();
  };

  beforeAll(async () => {
    world = await startWorld();
    erin = await world.join('Erin <script>alert(2)</script>');
    erin.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await openPanel(erin);
    await erin.panel.getByTestId('start-title').fill('<h1>Staff</h1>');
    await erin.panel.getByTestId('drop-sheet').click();
    await noteIn(erin, script);
    await noteIn(erin, 'Second note');
  });
  afterAll(() => world?.stop());

  test('what people write is shown as they wrote it, and never run', async () => {
    await noteWith(erin.page, script).waitFor();
    await rowWith(erin.panel, script).click();
    await erin.panel.getByTestId('add-remark').click();
    await erin.panel.getByTestId('remark-text').fill(script);
    await erin.panel.getByRole('button', { name: 'Add remark' }).click();
    await erin.panel.getByTestId('thread').getByText(script).waitFor();
    await erin.page.getByTestId('board-canvas').getByText('<h1>Staff</h1>').first().waitFor();
    expect([dialogs, await erin.page.title()]).toEqual([[], 'story · Erin <script>alert(2)</script>']);
    await erin.panel.getByTestId('card-back').click();
  });

  test('a selected sticky opens its card and leaves the keyboard on the board', async () => {
    await erin.page.getByTestId('zoom-fit').click();
    const before = await stickiesOf(erin.page).count();
    await noteWith(erin.page, 'Second note').click();
    await erin.panel.getByTestId('note-card').getByText('Second note').waitFor();
    await erin.page.keyboard.press('Control+d');
    await stickiesOf(erin.page).nth(before).waitFor();
    // Let go of, the copy is read and counted.
    await erin.page.keyboard.press('Escape');
    await erin.panel.getByTestId('card-back').click();
    await erin.panel.getByTestId('note-row').nth(2).waitFor();
  });

  test('words not sent yet are there again, however quickly the panel is closed', async () => {
    await rowWith(erin.panel, script).click();
    await erin.panel.getByTestId('add-remark').click();
    await erin.panel.getByTestId('remark-text').fill('half a remark');
    await erin.page.getByTestId('close-panel').click();
    await openPanel(erin);
    await rowWith(erin.panel, script).click();
    expect(await erin.panel.getByTestId('remark-text').inputValue()).toBe('half a remark');
    await erin.panel.getByTestId('card-back').click();
  });

  test('Escape closes the wide view, also when the focus is in it', async () => {
    await erin.panel.getByRole('tab', { name: 'Compare' }).click();
    await erin.panel.getByTestId('open-wide').click();
    await erin.modal.getByRole('heading').first().click();
    await erin.page.keyboard.press('Escape');
    await erin.page.getByTestId('modal').waitFor({ state: 'detached' });
  });

  test('a link to an item leads to it, as the person who was here last in this browser', async () => {
    const id = await noteWith(erin.page, 'Second note').getAttribute('data-item');
    const page = await erin.context.newPage();
    await page.goto(`${world.boardUrl}/app/board/story/?moveToWidget=${id}`);
    await noteWith(page, 'Second note').waitFor();
    expect(await page.title()).toBe('story · Erin <script>alert(2)</script>');
    await page.close();
  });

  test('where the browser denies storage the panel says so, and the words reach the others all the same', async () => {
    const max = await world.join('Max Manager', { query: 'storage=denied' });
    await openPanel(max);
    await max.panel.getByTestId('role-manager').click();
    await rowWith(max.panel, script).click();
    await max.panel.getByTestId('stance-disagree').click();
    await max.panel.getByTestId('status').getByText('This browser blocks storage').waitFor();
    await erin.panel.getByRole('tab', { name: 'Write' }).click();
    await rowWith(erin.panel, script).click();
    await erin.panel.getByTestId('note-card').getByText('Max Manager').first().waitFor();
  });
});
