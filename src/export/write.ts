/**
 * A document as the bytes of a file, or several as one zip. Each format's code is loaded when it is asked for. Runs in a
 * page, in a worker and in Node alike.
 */
import type { Paper } from './choice.ts';
import type { JobDescription } from './document.ts';
import type { FaceBytes, FontFiles } from './pdf/faces.ts';
import type { PdfPicture } from './pdf.ts';

export const formats = ['word', 'pdf', 'html', 'markdown', 'csv'] as const;
export type Format = (typeof formats)[number];

/** A fragment is HTML without a page around it, for pasting. */
export type Rendering = Format | 'fragment';

export interface WritingOptions {
  readonly paper: Paper;
  /** Facts at the start of Markdown. */
  readonly withFrontMatter: boolean;
  /** A mark at the start of a table, by which Excel knows UTF-8. */
  readonly withBom: boolean;
}

/** A file that is to be written, or one that is written already. */
export type ToWrite =
  | {
      readonly name: string;
      readonly format: Rendering;
      readonly description: JobDescription;
      readonly options: WritingOptions;
    }
  | { readonly name: string; readonly text: string };

export type Bytes = Uint8Array<ArrayBuffer>;

/** The text of those formats that are text. */
export async function textOf(
  format: Exclude<Rendering, 'word' | 'pdf'>,
  description: JobDescription,
  { paper, withFrontMatter, withBom }: WritingOptions,
): Promise<string> {
  switch (format) {
    case 'html':
      return (await import('./html.ts')).html(description, { paper });
    case 'fragment':
      return (await import('./html.ts')).htmlFragment(description);
    case 'markdown':
      return (await import('./markdown.ts')).markdown(description, { withFrontMatter });
    case 'csv':
      return (await import('./csv.ts')).csv(description, { withBom });
  }
}

/** A file that could not be what was asked for: a PDF whose faces lack signs. What is in its place is a web page. */
export interface Instead {
  readonly name: string;
  /** Each once, in the order in which they come. */
  readonly signs: readonly string[];
}

interface One {
  readonly bytes: Bytes;
  readonly instead?: Instead;
}

async function write(file: ToWrite, faces: () => Promise<FaceBytes>): Promise<One> {
  // Made in one piece first, without which a text just put together is encoded piece by piece, in many times the time.
  const bytesOf = (text: string): Bytes => new TextEncoder().encode(text.toWellFormed());
  if ('text' in file) return { bytes: bytesOf(file.text) };
  const { name, format, description, options } = file;
  switch (format) {
    case 'word':
      return { bytes: await (await import('./word.ts')).word(description, options) };
    case 'pdf': {
      const [{ pdf }, own] = await Promise.all([import('./pdf.ts'), faces()]);
      const made = await pdf(description, { paper: options.paper, faces: own });
      if (made.kind === 'pdf') return made;
      const instead = { name: name.replace(/(?:\.pdf)?$/, '.html'), signs: made.signs };
      return { bytes: bytesOf(await textOf('html', description, options)), instead };
    }
    default:
      return { bytes: bytesOf(await textOf(format, description, options)) };
  }
}

/** Names in a zip are told apart, since a second file of one name would hide the first. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const [, start = name, end = ''] = /^(.*?)(\.[^/]*)?$/s.exec(name) ?? [];
    let own = name;
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${start}-${number}${end}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

export interface Writing {
  /** Told after each file of several. */
  readonly written?: (count: number) => void;
  /** Asked before each; writing ends there. */
  readonly stopped?: () => boolean;
  /** What a PDF is set in. */
  readonly fonts?: FontFiles;
}

export interface Written {
  readonly bytes: Bytes;
  readonly instead: readonly Instead[];
}

/** Read once, however many documents are set in them. */
function facesFrom(fonts: FontFiles | undefined): () => Promise<FaceBytes> {
  let faces: Promise<FaceBytes> | null = null;
  return () => {
    if (!fonts) throw new Error('A PDF was asked for where there are no fonts');
    faces ??= import('./pdf/faces.ts').then(({ readFaces }) => readFaces(fonts));
    return faces;
  };
}

/** One file as it is, several as a zip. Null when it was stopped. */
export async function writeAll(
  files: readonly ToWrite[],
  { written = () => undefined, stopped = () => false, fonts }: Writing = {},
): Promise<Written | null> {
  const faces = facesFrom(fonts);
  const [only] = files;
  if (only && files.length === 1) {
    const { bytes, instead } = await write(only, faces);
    return stopped() ? null : { bytes, instead: instead ? [instead] : [] };
  }
  const { zipSync } = await import('fflate');
  const made: (One & { readonly name: string })[] = [];
  for (const [at, file] of files.entries()) {
    if (stopped()) return null;
    const one = await write(file, faces);
    made.push({ ...one, name: one.instead?.name ?? file.name });
    written(at + 1);
  }
  const names = distinctNames(made.map(({ name }) => name));
  const parts: Record<string, Bytes | [Bytes, { level: 0 }]> = Object.create(null);
  for (const [at, { name: wished, bytes }] of made.entries()) {
    const name = names[at] ?? wished;
    // These are packed already: doing it again takes time and gains nothing.
    parts[name] = /\.(docx|pdf)$/.test(name) ? [bytes, { level: 0 }] : bytes;
  }
  if (stopped()) return null;
  const instead = made.flatMap((one, at) =>
    one.instead ? [{ ...one.instead, name: names[at] ?? one.name }] : [],
  );
  return { bytes: zipSync(parts), instead };
}

/** A PDF's pages to be looked at, or the signs for which there is no glyph. */
export async function pictureOf(
  description: JobDescription,
  paper: Paper,
  fonts: FontFiles,
): Promise<PdfPicture> {
  const [{ pdfPicture }, faces] = await Promise.all([import('./pdf.ts'), facesFrom(fonts)()]);
  return pdfPicture(description, { paper, faces });
}
