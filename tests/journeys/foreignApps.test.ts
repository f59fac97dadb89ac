/**
 * Apps as somebody else would write them for Miro, unchanged on the local board: small ones of our own, in the manner
 * of Miro's public examples (tests/fixtures/publicExamples.ts), each on an origin of its own.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickIconOf, dragOut, type ForeignWorld, startForeignWorld } from './setup/foreignWorld.ts';
import { closesModal, noteWith } from './setup/steps.ts';

/** Of a machine that has much else to do. */
const patience = { timeout: 60_000 };

let world: ForeignWorld;
beforeAll(async () => {
  world = await startForeignWorld();
});
afterAll(() => world?.stop());

describe('an app from which things are dragged', () => {
  test('puts what was dragged where it was let go, for everybody', async () => {
    const erin = await world.join('Erin Example', { board: 'cards', apps: ['cards'] });
    const max = await world.join('Max Example', { board: 'cards', apps: ['cards'] });
    await clickIconOf(erin, 'cards');
    await dragOut(erin, (panel) => panel.getByTestId('risk'), { x: 1000, y: 500 });
    const note = noteWith(erin.page, 'Risk');
    await note.waitFor();
    const box = await note.boundingBox();
    if (!box) throw new Error('The note is not in sight.');
    expect([Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]).toEqual([1000, 500]);
    await noteWith(max.page, 'Risk').waitFor();

    await dragOut(erin, (panel) => panel.getByTestId('leaf'), { x: 900, y: 300 });
    const leaf = (page: Page) => page.locator('[data-type="image"] img');
    await leaf(erin.page).waitFor();
    await leaf(max.page).waitFor();
    await expect
      .poll(
        () => leaf(max.page).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth),
        patience,
      )
      .toBe(80);
    await erin.context.close();
    await max.context.close();
  });
});

describe('an app that keeps a tally', () => {
  test('shows both people the same votes, who is there, and who waves', async () => {
    const apps = { board: 'tally', apps: ['tally'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    for (const person of [erin, max]) {
      await clickIconOf(person, 'tally');
      await expect
        .poll(() => person.panel.getByTestId('here').getByRole('listitem').allTextContents(), patience)
        .toEqual(['Erin Example', 'Max Example']);
    }
    await erin.panel.getByTestId('vote').click();
    await max.panel.getByTestId('votes').getByText('1').waitFor();
    await max.panel.getByTestId('vote').click();
    await erin.panel.getByTestId('votes').getByText('2').waitFor();

    await erin.panel.getByTestId('wave').click();
    await max.panel.getByText('Erin Example waves').waitFor();
    expect(await erin.panel.getByTestId('greetings').getByRole('listitem').count()).toBe(0);

    const late = await world.join('Vera Example', apps);
    await clickIconOf(late, 'tally');
    await late.panel.getByTestId('votes').getByText('2').waitFor();
    await late.panel.getByTestId('clear').click();
    await erin.panel.getByTestId('votes').getByText('0').waitFor();
    await max.context.close();
    await expect
      .poll(() => erin.panel.getByTestId('here').getByRole('listitem').allTextContents(), patience)
      .toEqual(['Erin Example', 'Vera Example']);
    for (const { context } of [erin, late]) await context.close();
  });
});

/** A note by hand: choose the tool, click, write, let go. */
async function write(page: Page, words: string, at: { readonly x: number; readonly y: number }) {
  await page.getByTestId('add-sticky').click();
  await page.mouse.click(at.x, at.y);
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await noteWith(page, words).waitFor();
}

describe('an app that draws', () => {
  test('builds a diagram, moves it as one, and reads back what it built', async () => {
    const apps = { board: 'diagram', apps: ['diagram'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    await clickIconOf(erin, 'diagram');
    await erin.panel.getByTestId('build').click();
    const report = erin.panel.getByTestId('report');
    await expect.poll(() => report.textContent(), patience).toMatch(/./);
    expect(JSON.parse((await report.textContent()) ?? '')).toEqual({
      children: ['sticky_note', 'sticky_note', 'sticky_note'],
      keptTheirPlaceInTheFrame: true,
      tagged: ['Post office'],
      joined: [0, 1],
      lines: 2,
      grouped: ['shape', 'text'],
    });
    await max.page.getByTestId('zoom-fit').click();
    for (const words of ['Writer', 'Post office', 'Reader']) await noteWith(max.page, words).waitFor();
    await max.page.getByTestId('board-canvas').getByText('How a letter travels').first().waitFor();
    await max.page.getByTestId('board-canvas').getByText('by hand').first().waitFor();
    for (const { context } of [erin, max]) await context.close();
  });
});

describe('an app with actions of its own', () => {
  test('offers in the menu of a note what fits it, and does it to all that are chosen', async () => {
    const erin = await world.join('Erin Example', { board: 'states', apps: ['states'] });
    const max = await world.join('Max Example', { board: 'states', apps: ['states'] });
    await write(erin.page, 'Water the plants', { x: 700, y: 350 });
    await write(erin.page, 'Feed the cat', { x: 1000, y: 350 });
    const action = (page: Page, name: string) => page.locator(`[data-custom-action="${name}"]`);

    await noteWith(erin.page, 'Water the plants').click({ button: 'right' });
    await action(erin.page, 'mark-done').waitFor();
    expect(await action(erin.page, 'mark-open').count()).toBe(0);
    await action(erin.page, 'mark-done').click();
    await erin.page.getByText('1 now done').waitFor();

    // Max's own window of the app sees the state that Erin's left on the note.
    await noteWith(max.page, 'Water the plants').click({ button: 'right' });
    await action(max.page, 'mark-open').waitFor();
    expect(await action(max.page, 'mark-done').count()).toBe(0);
    await action(max.page, 'mark-open').click();
    await max.page.getByText('1 now open').waitFor();

    await noteWith(erin.page, 'Water the plants').click();
    await noteWith(erin.page, 'Feed the cat').click({ modifiers: ['Shift'] });
    await noteWith(erin.page, 'Feed the cat').click({ button: 'right' });
    await action(erin.page, 'mark-done').click();
    await erin.page.getByText('2 now done').waitFor();
    for (const { context } of [erin, max]) await context.close();
  });
});

describe('an app with a camera', () => {
  test('takes a picture in a modal and puts it on the board, for the other person too', async () => {
    const apps = { board: 'portrait', apps: ['portrait'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    await clickIconOf(erin, 'portrait');
    await erin.modal.getByTestId('capture').click();
    await erin.page.getByTestId('modal').waitFor({ state: 'detached' });
    for (const { page, context } of [erin, max]) {
      const image = page.locator('[data-type="image"] img');
      await image.waitFor();
      await expect
        .poll(
          () => image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth),
          patience,
        )
        .toBe(320);
      await context.close();
    }
  });
});

describe('an app that asks for consent', () => {
  test('finds its own modal among the frames of the board', async () => {
    const erin = await world.join('Erin Example', { board: 'consent', apps: ['consent'] });
    await erin.modal.getByText('May we go on?').waitFor();
    const headless = erin.page.frameLocator('[data-app-page="headless"]');
    await headless.getByText('The modal is open').waitFor({ state: 'attached' });
    await closesModal(erin, () => erin.modal.getByTestId('accept').click());
    await headless.getByText('Accepted').waitFor({ state: 'attached' });
    await erin.context.close();
  });
});

describe('an app with cards of its own', () => {
  test('connects one, opens it in a modal with what it says, and shows the other person what came of it', async () => {
    const apps = { board: 'tickets', apps: ['tickets'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    await clickIconOf(erin, 'tickets');
    const card = (page: Page) => page.locator('[data-type="app_card"]');
    await card(max.page).getByText('The lamp in the hall').waitFor();
    await card(erin.page).getByRole('button', { name: 'Connect this card with its app' }).click();
    await card(max.page).getByRole('button', { name: 'Open this card in its app' }).waitFor();
    await card(erin.page).getByRole('button', { name: 'Open this card in its app' }).click();
    await erin.modal.getByText('Ticket 7 is open').waitFor();
    expect(await max.page.getByTestId('modal').count()).toBe(0);
    await closesModal(erin, () => erin.modal.getByTestId('solve').click());
    await card(max.page).getByText('solved').waitFor();
    for (const { context } of [erin, max]) await context.close();
  });
});

describe('an app with rooms', () => {
  test('brings somebody who joins to its frame, with one timer for all, and ends for all', async () => {
    const apps = { board: 'rooms', apps: ['rooms'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    await erin.page.getByTestId('add-frame').click();
    await erin.page.mouse.click(900, 400);
    await erin.page.keyboard.press('Escape');
    const frame = max.page.locator('[data-type="frame"]');
    await frame.waitFor();
    // Max looks elsewhere.
    for (const person of [erin, max]) await clickIconOf(person, 'rooms');
    await max.page.mouse.move(900, 600);
    await max.page.mouse.wheel(0, 6000);

    await erin.panel.getByTestId('open').click();
    await erin.panel.getByText('Corner: 1').waitFor();
    await max.panel.getByTestId('timer').getByText('STARTED').waitFor();
    await max.panel.getByTestId('join').click();
    await erin.panel.getByText('Corner: 2').waitFor();
    await expect
      .poll(async () => {
        const box = await frame.boundingBox();
        return box !== null && box.y > 0 && box.y + box.height < 900;
      }, patience)
      .toBe(true);

    await erin.panel.getByTestId('end').click();
    await max.panel.getByText('No room').waitFor();
    await max.panel.getByTestId('timer').getByText('STOPPED').waitFor();
    for (const { context } of [erin, max]) await context.close();
  });
});

describe('three apps on one board', () => {
  test('one hangs, one fails in everything it does, and the third goes on for both people', async () => {
    const apps = { board: 'three', apps: ['tally', 'stuck', 'faulty'] };
    const erin = await world.join('Erin Example', apps);
    const max = await world.join('Max Example', apps);
    await clickIconOf(erin, 'faulty');
    await clickIconOf(erin, 'tally');
    await erin.panel.getByTestId('vote').click();
    await erin.panel.getByTestId('votes').getByText('1').waitFor();
    await clickIconOf(erin, 'stuck');

    await write(erin.page, 'Still here', { x: 900, y: 300 });
    await noteWith(max.page, 'Still here').waitFor();
    await clickIconOf(max, 'tally');
    await max.panel.getByTestId('vote').click();
    await erin.panel.getByTestId('votes').getByText('2').waitFor();
    await erin.panel.getByTestId('wave').click();
    await max.panel.getByText('Erin Example waves').waitFor();
    for (const { context } of [erin, max]) await context.close();
  });
});
