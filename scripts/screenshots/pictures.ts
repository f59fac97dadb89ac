/** Taking a picture of somebody's window, and of a document's pages side by side. */
import type { Person } from '../../tests/journeys/setup/world.ts';

/** Once everything is saved and nothing has the focus, so that two runs look alike. */
export async function picture({ page, panel }: Person, path: string): Promise<void> {
  await panel.getByText('Saved on this board').waitFor();
  await page.screenshot({ path, animations: 'disabled' });
}

export async function pagesPicture(
  { context }: Person,
  pages: readonly Buffer[],
  path: string,
): Promise<void> {
  const page = await context.newPage();
  const sheets = pages.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}" alt="">`);
  await page.setContent(`<!doctype html>
    <style>
      body { display: flex; gap: 32px; justify-content: center; height: 100vh; margin: 0; background: #e9ebf0 }
      img { width: 640px; height: auto; align-self: flex-start; margin-top: 32px; background: #fff;
            box-shadow: 0 2px 12px rgb(0 0 0 / 16%) }
      body { overflow: hidden }
    </style>${sheets.join('')}`);
  await page.screenshot({ path });
  await page.close();
}

/** The left part of several people's windows, panel and some of the board, as one picture. */
export async function besideEachOther(people: readonly Person[], path: string): Promise<void> {
  const [first] = people;
  if (!first) return;
  const width = 720;
  const shots: Buffer[] = [];
  for (const { page } of people)
    shots.push(await page.screenshot({ animations: 'disabled', clip: { x: 0, y: 0, width, height: 900 } }));
  const page = await first.context.newPage();
  const images = shots.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}" alt="">`);
  await page.setContent(`<!doctype html>
    <style>
      body { display: flex; gap: 16px; margin: 0; background: #e9ebf0 }
      img { width: ${width}px; height: 900px }
    </style>${images.join('')}`);
  await page.setViewportSize({ width: people.length * width + (people.length - 1) * 16, height: 900 });
  await page.screenshot({ path });
  await page.close();
}
