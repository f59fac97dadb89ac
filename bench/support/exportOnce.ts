/**
 * One export in a process of its own, so that its peak memory is its own: `exportOnce.ts FORMAT ours|same|plain NOTES
 * REMARKS SHEETS`. Prints one line of JSON: milliseconds of the processor (median), which a busy machine spoils less than
 * those of the clock; MB by which the process grew; KB of the file.
 */
import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import { fontFiles } from '../../scripts/fontFiles.ts';
import { archiveJson, archiveOf } from '../../src/annotations/makeArchive.ts';
import { csv } from '../../src/export/csv.ts';
import { htmlTree } from '../../src/export/html.ts';
import { markdownTree } from '../../src/export/markdown.ts';
import { readFaces } from '../../src/export/pdf/faces.ts';
import { type Format, type ToWrite, writeAll } from '../../src/export/write.ts';
import { type Bare, plain, same } from './bareWriters.ts';
import { archiveParts, documentOf, talkedAbout } from './exportSheets.ts';

const [format = 'word', whose = 'ours', ...numbers] = process.argv.slice(2);
const [notes = 0, remarksPerNote = 0, sheets = 1] = numbers.map(Number);

const now = talkedAbout({ notes, remarksPerNote });
const description = documentOf(now);
const parts = archiveParts(now);
const options = { paper: 'a4', withFrontMatter: false, withBom: false } as const;
const name = (index: number): string => `sheet-${index}.${format === 'word' ? 'docx' : format}`;

/** As the panel does it: the file with everything is written before it goes to whoever packs it. */
const files = (): ToWrite[] =>
  Array.from({ length: sheets }, (_, index): ToWrite => {
    if (format !== 'json')
      // The caller names one of them.
      return { name: name(index), format: format as Format, description, options };
    const archive = archiveOf(parts);
    if (!archive) throw new Error('No archive was made');
    return { name: name(index), text: archiveJson(archive) };
  });

/**
 * What the bare writers are given, made before anything is measured. Nothing of it where we write: nobody holds such trees
 * before an export, and from one that is held the engine learns to allocate all later ones where only a full collection
 * clears them away, which takes twice the memory and a third more time.
 */
const given = async (): Promise<Bare> => {
  const archive = archiveOf(parts);
  return {
    description,
    html: htmlTree(description),
    markdown: markdownTree(description),
    /** Read once for all files, as ours are. */
    faces: format === 'pdf' ? await readFaces(fontFiles) : null,
    table: format === 'csv' ? parse(csv(description), { record_delimiter: '\r\n' }) : [],
    json: archive && JSON.parse(archiveJson(archive)),
  };
};
const what = whose === 'ours' ? null : await given();

async function bare(what: Bare): Promise<Uint8Array> {
  const write = (whose === 'plain' ? plain : same)[format];
  if (!write) throw new Error(`No format is called ${format}`);
  if (sheets === 1) return write(what);
  const all: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  for (let index = 0; index < sheets; index += 1)
    all[name(index)] = [await write(what), { level: format === 'word' || format === 'pdf' ? 0 : 6 }];
  return zipSync(all);
}

const run = async (): Promise<Uint8Array> =>
  what ? bare(what) : ((await writeAll(files(), { fonts: fontFiles }))?.bytes ?? new Uint8Array());

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What takes a few milliseconds is repeated until the compiler is done with it. */
const runs = sheets > 1 ? 1 : format === 'csv' || format === 'json' ? 100 : 5;
globalThis.gc?.();
const before = process.memoryUsage.rss();
const taken: number[] = [];
let size = 0;
const one = async (): Promise<number> => {
  const start = processor();
  size = (await run()).length;
  return processor() - start;
};
if (sheets === 1) await one(); // warms up
for (let left = runs; left > 0; left -= 1) taken.push(await one());
const grown = process.resourceUsage().maxRSS * 1024 - before;
const [median = 0] = taken.sort((a, b) => a - b).slice(Math.floor(taken.length / 2));
console.log(JSON.stringify({ ms: median, mb: grown / 1e6, kb: size / 1024 }));
