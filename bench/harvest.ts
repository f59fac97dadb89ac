/** How long it takes to read 5,000 items, and how that compares with merely looking at each of them once. */
import { type HarvestItem, harvest } from '../src/board/harvest.ts';
import { itemId } from '../src/workshop/ids.ts';
import { layoutSheet } from '../src/workshop/layout.ts';
import { sheetColumns } from '../src/workshop/lens.ts';
import { noteSize } from '../src/workshop/spacing.ts';
import { staffRole } from '../src/workshop/templates/staffRole.ts';
import { details } from '../tests/support/sheets.ts';

const count = 5_000;
const runs = 200;
/** Milliseconds of one frame at 60 Hz. */
const frameTime = 16;

/** A small generator with a fixed start: the same notes every time. */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function median(task: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    task();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

export async function bench(): Promise<{
  title: string;
  columns: string[];
  rows: (string | number)[][];
  note: string;
}> {
  const rows: (string | number)[][] = [];
  for (const lens of ['pillars', 'responsibilities'] as const) {
    const layout = layoutSheet(staffRole, { ...details, lens }, { blanksPerLane: 0 });
    const items: HarvestItem[] = layout.pieces.map(({ key, appearance }) => ({
      id: itemId(key),
      kind: appearance.kind,
      box: appearance.box,
      text: appearance.text,
    }));
    const anchors = new Map(items.map(({ id }) => [String(id), id]));
    const next = numbers(20_261_123);
    while (items.length < count) {
      const box = { x: next() * layout.width, y: next() * layout.height, ...noteSize };
      items.push({ id: itemId(`note ${items.length}`), kind: 'sticky', box, text: `Note ${items.length}` });
    }
    const reading = { columns: sheetColumns(staffRole, lens), anchors, frame: layout, items };
    const read = median(() => harvest(reading));
    const pass = median(() => {
      let sum = 0;
      for (const { box, text } of items) sum += box.x + box.y + text.length;
      return sum;
    });
    const round = (value: number) => Number(value.toFixed(3));
    rows.push(
      [`${lens}: ms`, round(read), `${frameTime} ms, one frame`, round(read / frameTime)],
      [`${lens}: ms`, round(read), `${round(pass)} ms, one bare pass`, Math.round(read / pass)],
    );
  }
  return {
    title: `Harvesting ${count.toLocaleString('en')} items`,
    columns: ['what', 'figure', 'compared with', 'ratio'],
    rows,
    note: `Medians of ${runs} runs in one process. Notes lie anywhere in the frame, so many are on a border or stray.`,
  };
}
