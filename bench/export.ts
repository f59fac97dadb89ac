/**
 * What an export costs: a large sheet that has been talked about, and a cohort, beside the bare library in the same run.
 * Twice: writing the same text in the same elements, runs, comments and changes but in no style, and writing each piece
 * of text as a plain paragraph. The first ratio is the price of our code, the second that of the structure, too. Each is
 * a process of its own, so that its memory is its own.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { archiveJson, archiveOf } from '../src/annotations/makeArchive.ts';
import type { Clock } from '../src/base/clock.ts';
import { inSlices } from '../src/base/slices.ts';
import { systemClock } from '../src/base/systemClock.ts';
import { word } from '../src/export/word.ts';
import { comparing } from '../src/export/wordBack/compare.ts';
import { formats } from '../src/export/write.ts';
import { editedBytes, fileOf } from '../tests/export/wordBack/editing.ts';
import { hereOf } from '../tests/export/wordBack/hereOf.ts';
import type { Report } from './main.ts';
import { archiveParts, documentOf, type HowMuch, talkedAbout } from './support/exportSheets.ts';
import { quantile } from './support/running.ts';

const sheet: HowMuch = { notes: 300, remarksPerNote: 6 };
const cohort = { notes: 100, remarksPerNote: 2, sheets: 50 };
const all = [...formats, 'json'] as const;
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

const writers = ['ours', 'same', 'plain'] as const;

/** In turns, since a machine that others use, too, may be slow for a while. */
function row(what: string, format: string, { notes, remarksPerNote }: HowMuch, sheets = 1): string[] {
  const rounds = Array.from({ length: 3 }, () => {
    const [own, same, plain] = writers.map((whose) => cost(format, whose, notes, remarksPerNote, sheets));
    if (!own || !same || !plain) throw new Error(`Not measured: ${format}`);
    return { own, same, plain };
  });
  const of = (pick: (round: (typeof rounds)[number]) => number, digits = 0) =>
    quantile(rounds.map(pick), 0.5).toFixed(digits);
  return [
    what,
    format,
    of(({ own }) => own.ms),
    of(({ same }) => same.ms),
    of(({ own, same }) => own.ms / same.ms, 2),
    of(({ plain }) => plain.ms),
    of(({ own, plain }) => own.ms / plain.ms, 2),
    of(({ own }) => own.mb),
    of(({ same }) => same.mb),
    of(({ own }) => own.kb),
  ];
}

/**
 * What happens in the page itself, which must not stand still: for documents making the model and handing it to the
 * worker, for the file with everything making its text.
 */
function inThePage(what: string, format: string, task: () => unknown): string[] {
  const taken = Array.from({ length: 15 }, () => {
    const start = process.cpuUsage().user;
    task();
    return (process.cpuUsage().user - start) / 1000;
  });
  const [first = 0] = taken;
  const median = quantile(taken, 0.5);
  return [what, format, `${median.toFixed(0)} (first ${first.toFixed(0)})`, ...Array(7).fill('')];
}

/** A document that comes back with every note changed: the longest that the page stands still while it is compared. */
async function backRow(): Promise<string[]> {
  const description = documentOf(talkedAbout(sheet));
  const bytes = await editedBytes(await word(description), (doc) => {
    for (let note = 0; note < sheet.notes; note += 1)
      doc.retype(doc.note(`${note}`), `Cut the backfill to ${note} minutes, and tell the desk before summer`);
  });
  const [file, here] = [fileOf(bytes), hereOf(description)];
  const stretches: number[] = [];
  let start = process.cpuUsage().user;
  const ends = () => stretches.push((process.cpuUsage().user - start) / 1000);
  const clock: Clock = {
    now: systemClock.now,
    after(delay, task) {
      ends();
      return systemClock.after(delay, () => {
        start = process.cpuUsage().user;
        task();
      });
    },
  };
  await inSlices(comparing(file, here), clock);
  ends();
  const all = stretches.reduce((sum, one) => sum + one, 0);
  const told = `${Math.max(...stretches).toFixed(0)} (in all ${all.toFixed(0)})`;
  return ['in the page', 'word back', told, ...Array(7).fill('')];
}

function pageRows(): string[][] {
  const one = talkedAbout(sheet);
  const some = talkedAbout(cohort);
  const parts = archiveParts(one);
  return [
    inThePage('in the page', 'one sheet', () => structuredClone(documentOf(one))),
    inThePage('in the page', 'json', () => {
      const archive = archiveOf(parts);
      return archive && archiveJson(archive);
    }),
    // One of many, since each is made and handed over in a turn of its own.
    inThePage('in the page', 'one of 50 sheets', () => structuredClone(documentOf(some))),
  ];
}

export async function bench(): Promise<Report> {
  const remarks = sheet.notes * sheet.remarksPerNote;
  const notes = cohort.notes * cohort.sheets;
  return {
    title: `Export of a sheet with ${sheet.notes} notes and ${remarks} remarks, and of a cohort of ${notes} notes`,
    columns: [
      ...['what', 'format', 'ours ms', 'same ms', 'ratio', 'plain ms', 'ratio'],
      ...['ours +MB', 'same +MB', 'file KB'],
    ],
    rows: [
      ...all.map((format) => row('one sheet', format, sheet)),
      ...all.map((format) => row(`${cohort.sheets} sheets`, format, cohort, cohort.sheets)),
      ...pageRows(),
      await backRow(),
    ],
    note: 'Milliseconds of the processor, the median of three processes in turns, each of which takes the median of five (of CSV and JSON a hundred; the cohort once); memory is what the process grew by at most. Same: docx, hast-util-to-html and mdast-util-to-markdown (with GFM) writing the same text in the same elements, runs, comments, changes and lists, without styles, classes, cleaning and word-by-word changes; pdfkit the same text in one face with the same kinds of tags; csv-stringify the same cells, JSON.stringify the same value; several as a zip by fflate. Plain: each piece of text as a plain paragraph. In the page: what the panel itself does, the rest happens in a worker (goal: below 50 at a stretch); a document that comes back is compared in slices, of which the longest is told.',
  };
}
