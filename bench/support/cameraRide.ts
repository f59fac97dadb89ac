/** Rides over a board in a real browser, and how long a frame of them takes. */
import type { CDPSession, Page } from 'playwright';

export interface Ride {
  readonly name: string;
  /** Zoom at the start; the board's centre is in the middle. */
  readonly zoom: number;
  readonly frames: number;
  /** What a hand does in each frame. Runs in the page. */
  readonly step: 'pan' | 'zoom';
}

export interface Cost {
  /** Milliseconds between two frames: half of them took no longer, and 95 of 100. */
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
  /** Milliseconds of work on the page's main thread per frame. */
  readonly work: number;
}

async function taskTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Turns the wheel once a frame, as a trackpad would; pans in a circle, zooms out and in again. */
function rideInPage({ frames, step }: { frames: number; step: 'pan' | 'zoom' }): Promise<number[]> {
  const canvas = document.querySelector<HTMLElement>('[data-testid="board-canvas"]');
  if (!canvas) throw new Error('This page shows no board.');
  const box = canvas.getBoundingClientRect();
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  const times: number[] = [];
  return new Promise((resolve) => {
    let last = performance.now();
    let frame = 0;
    const turn = () => {
      const now = performance.now();
      if (frame > 0) times.push(now - last);
      last = now;
      if (frame >= frames) return resolve(times);
      const angle = (frame / frames) * 2 * Math.PI;
      const wheel =
        step === 'pan'
          ? { deltaX: 30 * Math.cos(angle), deltaY: 30 * Math.sin(angle) }
          : { deltaY: frame < frames / 2 ? 3 : -3, ctrlKey: true };
      canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...middle, ...wheel }));
      frame += 1;
      requestAnimationFrame(turn);
    };
    requestAnimationFrame(turn);
  });
}

export async function ride(page: Page, { frames, step }: Ride): Promise<Cost> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const before = await taskTime(devtools);
  const times = await page.evaluate(rideInPage, { frames, step });
  const work = ((await taskTime(devtools)) - before) / frames;
  await devtools.detach();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    p50: at(0.5),
    p95: at(0.95),
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    work,
  };
}
