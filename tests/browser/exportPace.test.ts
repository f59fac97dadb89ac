/** Large documents are written beside the page, which goes on meanwhile. Counted in turns, since machines are noisy. */
import { expect, test } from 'vitest';
import { documentOf, talkedAbout } from '../../bench/support/exportSheets.ts';
import { browserWriter } from '../../src/app/main/workerWriter.ts';
import { type Writer, writerHere } from '../../src/app/models/exporting/writer.ts';
import type { FontFiles } from '../../src/export/pdf/faces.ts';
import type { ToWrite } from '../../src/export/write.ts';

const writeHere = writerHere({} as FontFiles); // no PDF is written
const options = { paper: 'a4', withFrontMatter: false, withBom: false } as const;
const file = (notes: number): ToWrite => {
  const description = documentOf(talkedAbout({ notes, remarksPerNote: 6 }));
  return { name: 'large.html', format: 'html', description, options };
};

/** How often the page gets a turn while it is written. */
async function turnsDuring(writer: Writer, files: readonly ToWrite[]): Promise<number> {
  let turns = 0;
  let over = false;
  const turn = (): void => {
    if (over) return;
    turns += 1;
    setTimeout(turn, 0);
  };
  const task = writer.write(files, () => undefined);
  turn();
  const made = await task.done;
  over = true;
  expect(made?.bytes.length).toBeGreaterThan(500_000);
  return turns;
}

test('the page has its turns while 300 notes with 1,800 remarks are written', async () => {
  const large = file(300);
  // Its code is loaded, so that only the writing is counted.
  await writeHere.write([file(1)], () => undefined).done;
  const inThePage = await turnsDuring(writeHere, [large]);
  const beside = await turnsDuring(browserWriter(), [large]);
  expect(inThePage).toBeLessThan(5);
  expect(beside).toBeGreaterThan(5 * inThePage);
});
