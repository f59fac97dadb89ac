/**
 * A document as the bytes of a file, or several as one zip. Each format's code is loaded when it is asked for. Runs in a
 * page, in a worker and in Node alike.
 */
import type { Paper } from './choice.ts';
import type { JobDescription } from './document.ts';

export const formats = ['word', 'html', 'markdown', 'csv'] as const;
export type Format = (typeof formats)[number];

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
      readonly format: Format;
      readonly description: JobDescription;
      readonly options: WritingOptions;
    }
  | { readonly name: string; readonly text: string };

export type Bytes = Uint8Array<ArrayBuffer>;

/** The text of those formats that are text. */
export async function textOf(
  format: Exclude<Format, 'word'>,
  description: JobDescription,
  { paper, withFrontMatter, withBom }: WritingOptions,
): Promise<string> {
  switch (format) {
    case 'html':
      return (await import('./html.ts')).html(description, { paper });
    case 'markdown':
      return (await import('./markdown.ts')).markdown(description, { withFrontMatter });
    case 'csv':
      return (await import('./csv.ts')).csv(description, { withBom });
  }
}

async function write(file: ToWrite): Promise<Bytes> {
  if ('text' in file) return new TextEncoder().encode(file.text);
  const { format, description, options } = file;
  if (format === 'word') return (await import('./word.ts')).word(description, options);
  return new TextEncoder().encode(await textOf(format, description, options));
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
}

/** One file as it is, several as a zip. Null when it was stopped. */
export async function writeAll(
  files: readonly ToWrite[],
  { written = () => undefined, stopped = () => false }: Writing = {},
): Promise<Bytes | null> {
  const [only] = files;
  if (only && files.length === 1) {
    const bytes = await write(only);
    return stopped() ? null : bytes;
  }
  const { zipSync } = await import('fflate');
  const names = distinctNames(files.map(({ name }) => name));
  const parts: Record<string, Bytes | [Bytes, { level: 0 }]> = Object.create(null);
  for (const [at, file] of files.entries()) {
    if (stopped()) return null;
    const bytes = await write(file);
    const name = names[at] ?? file.name;
    // A Word file is a zip itself: packing it again takes time and gains nothing.
    parts[name] = name.endsWith('.docx') ? [bytes, { level: 0 }] : bytes;
    written(at + 1);
  }
  return stopped() ? null : zipSync(parts);
}
