/** Other people's apps on one board, in a real browser: context menu, dragging with mouse and finger, and apps that misbehave. */
import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counting, flooding, hanging, type SmallApp, serveApp } from './setup/smallApps.ts';
import { noteWith } from './setup/steps.ts';
import { startWorld, type World } from './setup/world.ts';

let world: World;
const apps: SmallApp[] = [];

beforeAll(async () => {
  world = await startWorld();
  // Of a site of its own, as real apps are: browsers keep sites apart, not origins.
  apps.push(await serveApp(world.boardUrl, counting, '127.0.0.1'));
  for (const pages of [hanging, flooding]) apps.push(await serveApp(world.boardUrl, pages));
});
afterAll(async () => {
  for (const app of apps) app.close();
  await world?.stop();
});

async function open(board: string, which: readonly number[], context?: BrowserContext): Promise<Page> {
  const query = which.map((index) => `app=${encodeURIComponent(apps[index]?.url ?? '')}`).join('&');
  const { page } = await world.join('Erin Example', { board, query, ...(context ? { context } : {}) });
  await expect.poll(() => page.locator('[data-app][data-status="live"]').count()).toBe(which.length);
  return page;
}

const icon = (page: Page, app: number) =>
  page.locator(`[data-app="${new URL(apps[app]?.url ?? '').origin}"].app`);

async function addNote(page: Page, x: number, y: number, words: string): Promise<void> {
  await page.getByTestId('add-sticky').click();
  await page.mouse.click(x, y);
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await noteWith(page, words).waitFor();
}

describe('an app somebody else wrote', () => {
  test('is in the context menu of what it is for, by mouse and by keyboard', async () => {
    const page = await open('menu', [0]);
    await addNote(page, 700, 400, 'One');
    await noteWith(page, 'One').click({ button: 'right' });
    const entry = page.locator('[data-custom-action="count-notes"]');
    await entry.click();
    await page.getByText('1 counted, time 1').waitFor();
    await page.keyboard.press('Shift+F10');
    await entry.waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText('1 counted, time 2').waitFor();
    await page.context().close();
  });

  test('has things in its panel that the mouse drags onto the board, with a preview', async () => {
    const page = await open('drag', [0]);
    await icon(page, 0).click();
    const panel = page.frameLocator('[data-testid="panel"] iframe');
    await panel.locator('#clicks', { hasText: '0' }).waitFor();
    const box = await panel.locator('#card').boundingBox();
    if (!box) throw new Error('The panel shows nothing to drag.');
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(800, 400, { steps: 8 });
    const ghost = page.getByTestId('drag-preview');
    await expect.poll(async () => (await ghost.boundingBox())?.width).toBe(120);
    expect((await ghost.boundingBox())?.height).toBe(60);
    await page.mouse.up();
    const note = await noteWith(page, 'from card').boundingBox();
    expect(Math.abs((note?.x ?? 0) + (note?.width ?? 0) / 2 - 800)).toBeLessThan(3);
    await expect.poll(() => ghost.count()).toBe(0);
    // A click is no drag, and a drag no click.
    await panel.locator('#card').click();
    expect(await panel.locator('#clicks').textContent()).toBe('1');
    await page.context().close();
  });

  test('lets a finger drag them too; one that moves at once scrolls instead', async () => {
    const { context, page: first } = await world.join('Tess Touch', { board: 'touch' });
    const touching = await context
      .browser()
      ?.newContext({ viewport: { width: 1280, height: 860 }, hasTouch: true });
    await first.close();
    if (!touching) throw new Error('There is no browser.');
    const page = await open('touch', [0], touching);
    await icon(page, 0).click();
    const panel = page.frameLocator('[data-testid="panel"] iframe');
    await panel.locator('#clicks', { hasText: '0' }).waitFor();
    const box = await panel.locator('#picture').boundingBox();
    if (!box) throw new Error('The panel shows nothing to drag.');
    const finger = await touching.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined || y === undefined ? [] : [{ x, y }],
      });
    // Without a wait between them, which would be a rest.
    await Promise.all([
      touch('touchStart', box.x + 10, box.y + 10),
      touch('touchMove', 800, 400),
      touch('touchEnd'),
    ]);
    expect(await page.getByTestId('drag-preview').count()).toBe(0);
    await touch('touchStart', box.x + 10, box.y + 10);
    await page.getByTestId('drag-preview').waitFor();
    for (const x of [400, 600, 800]) await touch('touchMove', x, 400);
    await touch('touchEnd');
    await noteWith(page, 'from picture').waitFor();
    const note = await noteWith(page, 'from picture').boundingBox();
    expect(Math.abs((note?.x ?? 0) + (note?.width ?? 0) / 2 - 800)).toBeLessThan(3);
    await touching.close();
    await context.close();
  });
});

describe('an app that misbehaves', () => {
  test('by hanging leaves the board and the other app at work', async () => {
    const page = await open('hang', [0, 1]);
    await icon(page, 1).click();
    await addNote(page, 700, 400, 'Still here');
    await noteWith(page, 'Still here').click({ button: 'right' });
    await page.locator('[data-custom-action="count-notes"]').click();
    await page.getByText('1 counted').waitFor();
    await page.context().close();
  });

  test('by flooding is stopped, and the person is told', async () => {
    const page = await open('flood', [0, 2]);
    await icon(page, 2).click();
    // How soon depends on how fast the machine lets it talk.
    await page.getByText('sent too much and was stopped').waitFor({ timeout: 60_000 });
    await addNote(page, 700, 400, 'Still here');
    await icon(page, 2).click();
    await page.getByText('Reload this page to start it again').waitFor();
    await page.context().close();
  });
});
