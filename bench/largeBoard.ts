/**
 * A board of 5,000 sticky notes in a real browser, beside the same page with 50: time to open, memory, and what a
 * frame costs while panning and zooming. What is out of sight should cost nothing.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { joinClient } from '../src/local-board/joinClient.ts';
import { chromiumArguments, findChromium } from '../tests/support/chromium.ts';
import { type Cost, type Ride, ride } from './support/cameraRide.ts';
import { inFolder, quantile, run } from './support/running.ts';

const few = 50;
const many = 5000;
/** Each ride is taken this often in turn on both boards; the middle one counts. */
const rounds = 3;

const rides: readonly Ride[] = [
  { name: 'pan at 100 %', zoom: 1, frames: 120, step: 'pan' },
  { name: 'pan at 50 %', zoom: 0.5, frames: 120, step: 'pan' },
  { name: 'pan at 25 %', zoom: 0.25, frames: 120, step: 'pan' },
  { name: 'pan with all in view', zoom: 0.05, frames: 120, step: 'pan' },
  { name: 'zoom from 100 % to all and back', zoom: 1, frames: 200, step: 'zoom' },
];

const colours = ['light_yellow', 'light_green', 'light_blue', 'light_pink', 'orange', 'violet'];

async function fill(url: string, board: string, count: number): Promise<void> {
  const maker = joinClient({ url, board, user: 'Maya Made-Up' });
  await maker.ready();
  const columns = Math.ceil(Math.sqrt(count));
  const notes = Array.from({ length: count }, (_, index) => ({
    type: 'sticky_note',
    content: `<p>Note ${index}: keep the search index <b>fresh</b></p>`,
    x: ((index % columns) - columns / 2) * 220,
    y: (Math.floor(index / columns) - columns / 2) * 250,
    style: { fillColor: colours[index % colours.length] },
  }));
  for (let at = 0; at < count; at += 500) await maker.create(notes.slice(at, at + 500));
  maker.dispose();
}

/** Milliseconds until every note is on the page, each as itself or as a mark. */
async function open(
  browser: Browser,
  url: string,
  board: string,
  count: number,
): Promise<{ page: Page; time: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(`${url}/board/${board}?user=Erin+Example`);
  const time = await page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const shown =
            document.querySelectorAll('[data-item]').length +
            Number(document.querySelector<HTMLElement>('[data-testid="marks"]')?.dataset.count ?? 0);
          if (shown >= wanted) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    count,
  );
  return { page, time };
}

/** Once the page has come to rest. */
async function memory(page: Page): Promise<{ heap: number; elements: number }> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  return { heap: value('JSHeapUsedSize') / 1e6, elements };
}

/** Looks at the board's centre at this zoom, and waits until the page has come to rest. */
async function lookAt(page: Page, zoom: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const canvas = document.querySelector<HTMLElement>('[data-testid="board-canvas"]');
    const layer = document.querySelector<HTMLElement>('.layer');
    if (!canvas || !layer) throw new Error('This page shows no board.');
    const box = canvas.getBoundingClientRect();
    const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const turn = (more: object) =>
      canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...middle, ...more }));
    const now = () => new DOMMatrix(getComputedStyle(layer).transform);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let tries = 0; tries < 200 && Math.abs(Math.log2(now().a / wanted)) > 0.001; tries += 1) {
      // d3-zoom turns a wheel of 100 pixels into a factor of 2; one event goes at most 40 of them far.
      const pixels = -100 * Math.log2(wanted / now().a);
      turn({ deltaY: Math.max(-40, Math.min(40, pixels)), ctrlKey: true });
      await frame();
    }
    const { e, f } = now();
    turn({ deltaX: e - box.width / 2, deltaY: f - box.height / 2 });
    for (let rest = 0; rest < 40; rest += 1) await frame();
  }, zoom);
}

const middleOf = (costs: readonly Cost[]): Cost => {
  const middle = (key: keyof Cost) =>
    quantile(
      costs.map((cost) => cost[key]),
      0.5,
    );
  return { p50: middle('p50'), p95: middle('p95'), mean: middle('mean'), work: middle('work') };
};

interface Both<T> {
  readonly few: T;
  readonly many: T;
}

/** Every ride on both pages, in turn; of each the middle round. */
async function costsOf(pages: Both<Page>): Promise<[Ride, Both<Cost>][]> {
  const all: [Ride, Both<Cost>][] = [];
  for (const one of rides) {
    const costs: Both<Cost[]> = { few: [], many: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const board of ['few', 'many'] as const) {
        await pages[board].bringToFront();
        await lookAt(pages[board], one.zoom);
        costs[board].push(await ride(pages[board], one));
      }
    all.push([one, { few: middleOf(costs.few), many: middleOf(costs.many) }]);
  }
  return all;
}

export async function bench() {
  await build({ configFile: 'src/local-board/vite.config.ts', logLevel: 'warn' });
  const executablePath = findChromium();
  return inFolder(async (folder) => {
    const server = await run('boardServer.ts', [folder, 'dist/local-board']);
    /** With the screen's beat a frame takes what a person sees; without it, what the browser needs for it. */
    const launch = (beat: 'kept' | 'ignored') =>
      chromium.launch({
        args: [
          ...chromiumArguments,
          ...(beat === 'ignored' ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
        ],
        ...(executablePath ? { executablePath } : {}),
      });
    let browser = await launch('kept');
    try {
      const rows: (string | number)[][] = [];
      const row = (what: string, a: number, b: number, goal = '') =>
        rows.push([what, a.toFixed(2), b.toFixed(2), (b / a).toFixed(2), goal]);
      await fill(server.url, 'few', few);
      await fill(server.url, 'many', many);
      const opened: { few: number[]; many: number[] } = { few: [], many: [] };
      for (let round = 0; round < rounds; round += 1)
        for (const [board, count] of [
          ['few', few],
          ['many', many],
        ] as const) {
          const { page, time } = await open(browser, server.url, board, count);
          opened[board].push(time);
          await page.context().close();
        }
      row('open: ms', quantile(opened.few, 0.5), quantile(opened.many, 0.5));
      const small = await open(browser, server.url, 'few', few);
      const large = await open(browser, server.url, 'many', many);
      const [smallMemory, largeMemory] = [await memory(small.page), await memory(large.page)];
      row('JavaScript heap: MB', smallMemory.heap, largeMemory.heap);
      row('elements in the page', smallMemory.elements, largeMemory.elements);
      const seen = await costsOf({ few: small.page, many: large.page });
      for (const [{ name }, { few, many }] of seen) {
        row(`${name}: frame, p50 ms`, few.p50, many.p50, '≤ 1.5');
        row(`${name}: frame, mean ms`, few.mean, many.mean, '≤ 1.5');
        row(`${name}: frame, p95 ms`, few.p95, many.p95);
      }
      await browser.close();
      browser = await launch('ignored');
      const free = {
        few: (await open(browser, server.url, 'few', few)).page,
        many: (await open(browser, server.url, 'many', many)).page,
      };
      for (const [{ name }, needed] of await costsOf(free)) {
        row(`${name}: needed for a frame, p50 ms`, needed.few.p50, needed.many.p50);
        row(`${name}: on the main thread, ms a frame`, needed.few.work, needed.many.work);
      }
      const sdk = brotliCompressSync(readFileSync('dist/local-board/sdk/v2/miro.js')).length / 1000;
      rows.push(['miro.js, brotli: KB', '', sdk.toFixed(2), '', '< 15 KB']);
      return {
        title: `A board of ${many.toLocaleString('en')} sticky notes in Chromium`,
        columns: ['what', `${few} notes`, `${many.toLocaleString('en')} notes`, 'ratio', 'goal'],
        rows,
        note: `Middle of ${rounds} rounds, taken in turn on both pages. Frames are those of a screen with 60 a second;\nwhat is needed for one is measured without a screen's beat, and more notes are then in sight of 5,000 than of 50.\nMemory is after a garbage collection, with everything in view.`,
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}
