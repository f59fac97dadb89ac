/**
 * What an export costs: a large sheet that has been talked about, and a cohort, beside the bare library writing the same
 * words as plain paragraphs (or the same cells) in the same run. The ratio is the price of styles, states and structure.
 * Each is a process of its own, so that its memory is its own.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { formats } from '../src/export/write.ts';
import type { Report } from './main.ts';
import { documentOf, type HowMuch, talkedAbout } from './support/exportSheets.ts';

const sheet: HowMuch = { notes: 300, remarksPerNote: 6 };
const cohort = { notes: 100, remarksPerNote: 2, sheets: 50 };
const once = fileURLToPath(new URL('./support/exportOnce.ts', import.meta.url));

interface Cost {
  readonly ms: number;
  readonly mb: number;
  readonly kb: number;
}

const cost = (...what: readonly (string | number)[]): Cost =>
  JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', once, ...what.map(String)], {
      encoding: 'utf8',
      maxBuffer: 1_000_000,
    }),
  );

function row(what: string, format: string, { notes, remarksPerNote }: HowMuch, sheets = 1): string[] {
  const [own, bare] = ['ours', 'bare'].map((whose) => cost(format, whose, notes, remarksPerNote, sheets));
  if (!own || !bare) throw new Error(`Not measured: ${format}`);
  return [
    what,
    format,
    own.ms.toFixed(0),
    bare.ms.toFixed(0),
    (own.ms / bare.ms).toFixed(2),
    own.mb.toFixed(0),
    bare.mb.toFixed(0),
    own.kb.toFixed(0),
  ];
}

/** What happens in the page itself, which must not stand still: the document, and handing it to the worker. */
function inThePage(): string[] {
  const now = talkedAbout(sheet);
  const taken = Array.from({ length: 15 }, () => {
    const start = performance.now();
    structuredClone(documentOf(now));
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return [
    'one sheet',
    'in the page',
    (taken[Math.floor(taken.length / 2)] ?? 0).toFixed(0),
    ...['', '', '', '', ''],
  ];
}

export async function bench(): Promise<Report> {
  const remarks = sheet.notes * sheet.remarksPerNote;
  const all = cohort.notes * cohort.sheets;
  return {
    title: `Export of a sheet with ${sheet.notes} notes and ${remarks} remarks, and of a cohort of ${all} notes`,
    columns: ['what', 'format', 'ours ms', 'bare ms', 'ratio', 'ours +MB', 'bare +MB', 'file KB'],
    rows: [
      ...formats.map((format) => row('one sheet', format, sheet)),
      ...formats.map((format) => row(`${cohort.sheets} sheets`, format, cohort, cohort.sheets)),
      inThePage(),
    ],
    note: 'Median of five, the cohort once; memory is what the process grew by at most. Bare: docx, hast-util-to-html and mdast-util-to-markdown writing the same pieces of text as plain paragraphs, csv-stringify the same cells; several as a zip by fflate. In the page: making the document and handing it to the worker, which is all that the panel waits for (goal: below 50 ms).',
  };
}
