/**
 * One export in a process of its own, so that its peak memory is its own: `exportOnce.ts FORMAT ours|bare NOTES REMARKS
 * SHEETS`. Prints one line of JSON: milliseconds (median), MB by which the process grew, KB of the file.
 */

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';
import { Document, Packer, Paragraph } from 'docx';
import { zipSync } from 'fflate';
import type { Root as Html } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import PDFDocument from 'pdfkit';
import { fontFiles } from '../../scripts/fontFiles.ts';
import { csv } from '../../src/export/csv.ts';
import { markdownTree } from '../../src/export/markdown.ts';
import { readFaces } from '../../src/export/pdf/faces.ts';
import { type Format, type ToWrite, writeAll } from '../../src/export/write.ts';
import { documentOf, talkedAbout } from './exportSheets.ts';

/** Every piece of text of a document, for the bare library to write. */
const words = (node: Nodes): string[] =>
  'children' in node ? node.children.flatMap(words) : 'value' in node ? [node.value] : [];

const [format = 'word', whose = 'ours', ...numbers] = process.argv.slice(2);
const [notes = 0, remarksPerNote = 0, sheets = 1] = numbers.map(Number);

const description = documentOf(talkedAbout({ notes, remarksPerNote }));
const options = { paper: 'a4', withFrontMatter: false, withBom: false } as const;
const files = Array.from(
  { length: sheets },
  (_, index): ToWrite => ({
    name: `sheet-${index}.${format === 'word' ? 'docx' : format}`,
    format: format as Format, // the caller names one of them
    description,
    options,
  }),
);
const texts = words(markdownTree(description));
const table: string[][] = format === 'csv' ? parse(csv(description), { record_delimiter: '\r\n' }) : [];

/** Read once for all files, as ours are. */
const faces = format === 'pdf' ? await readFaces(fontFiles) : null;

async function barePdf(): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({ font: null as unknown as string });
  if (faces) doc.font(faces.regular as Buffer).fontSize(10);
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  for (const text of texts) doc.text(text);
  doc.end();
  await new Promise((resolve) => doc.on('end', resolve));
  return new Uint8Array(Buffer.concat(chunks));
}

async function bareOne(): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'word': {
      const children = texts.map((text) => new Paragraph(text));
      return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
    }
    case 'pdf':
      return barePdf();
    case 'markdown': {
      const root: Root = {
        type: 'root',
        children: texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
      };
      return new TextEncoder().encode(toMarkdown(root));
    }
    case 'html': {
      const root: Html = {
        type: 'root',
        children: texts.map((value) => ({
          ...{ type: 'element', tagName: 'p', properties: {} },
          children: [{ type: 'text', value }],
        })),
      };
      return new TextEncoder().encode(toHtml(root));
    }
    default:
      return new TextEncoder().encode(
        stringify(table, { escape_formulas: true, record_delimiter: 'windows' }),
      );
  }
}

async function bare(): Promise<Uint8Array> {
  const [first] = files;
  if (files.length === 1 && first) return bareOne();
  const parts: Record<string, [Uint8Array, { level: 0 | 6 }]> = {};
  for (const { name } of files)
    parts[name] = [await bareOne(), { level: format === 'word' || format === 'pdf' ? 0 : 6 }];
  return zipSync(parts);
}

const run = async (): Promise<Uint8Array> =>
  whose === 'ours' ? ((await writeAll(files, { fonts: fontFiles }))?.bytes ?? new Uint8Array()) : bare();

const runs = sheets > 1 ? 1 : 5;
globalThis.gc?.();
const before = process.memoryUsage.rss();
const taken: number[] = [];
let size = 0;
// The first run of a small one warms up, and is not counted.
for (let turn = runs > 1 ? 0 : 1; turn <= runs; turn += 1) {
  const start = performance.now();
  size = (await run()).length;
  if (turn > 0) taken.push(performance.now() - start);
}
const grown = process.resourceUsage().maxRSS * 1024 - before;
const [median = 0] = taken.sort((a, b) => a - b).slice(Math.floor(taken.length / 2));
console.log(JSON.stringify({ ms: median, mb: grown / 1e6, kb: size / 1024, pieces: texts.length }));
