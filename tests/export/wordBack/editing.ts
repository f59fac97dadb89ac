/** Edits a .docx as a program that is not ours would: its zip by JSZip, its XML as a tree by linkedom. */
import JSZip from 'jszip';
import { DOMParser } from 'linkedom';
import type { JobDescription } from '../../../src/export/document.ts';
import { bookmarkName } from '../../../src/export/word/names.ts';
import { word } from '../../../src/export/word.ts';
import { compare } from '../../../src/export/wordBack/compare.ts';
import type { Here } from '../../../src/export/wordBack/here.ts';
import type { Findings, Proposal } from '../../../src/export/wordBack/proposals.ts';
import { readWord, type WordFile } from '../../../src/export/wordBack/read.ts';
import { hereOf } from './hereOf.ts';

type Element = ReturnType<InstanceType<typeof DOMParser>['parseFromString']>['documentElement'];

const main = 'word/document.xml';

export class Editing {
  readonly #zip: JSZip;
  readonly #xml = new Map<string, { documentElement: Element; toString(): string }>();

  constructor(zip: JSZip) {
    this.#zip = zip;
  }

  async load(path: string): Promise<void> {
    if (this.#xml.has(path)) return;
    const text = (await this.#zip.file(path)?.async('string')) ?? '';
    this.#xml.set(path, new DOMParser().parseFromString(text, 'text/xml') as never);
  }
  part(path: string) {
    const found = this.#xml.get(path);
    if (!found) throw new Error(`No ${path}`);
    return found;
  }
  remove(path: string): void {
    this.#zip.remove(path);
    this.#xml.delete(path);
  }
  all(name: string, within: Element = this.part(main).documentElement): Element[] {
    return [...within.getElementsByTagName(name)] as Element[];
  }
  make(markup: string): Element {
    const names = 'xmlns:w="urn:w" xmlns:w14="urn:w14"';
    return new DOMParser().parseFromString(`<x ${names}>${markup}</x>`, 'text/xml').documentElement
      .firstChild as never;
  }
  /** The paragraph in which a bookmark begins. */
  at(name: string): Element {
    const start = this.all('w:bookmarkStart').find((one) => one.getAttribute('w:name') === name);
    if (!start) throw new Error(`No bookmark ${name}`);
    return start.closest('w\\:p') as Element;
  }
  note(id: string): Element {
    return this.at(bookmarkName('note', id));
  }
  section(id: string): Element {
    return this.at(bookmarkName('section', id));
  }
  /** Types other words in place of a paragraph's own; bookmarks and comments stay where they are. */
  retype(paragraph: Element, words: string): void {
    const texts = this.all('w:t', paragraph);
    for (const [at, one] of texts.entries()) one.textContent = at === 0 ? words : '';
  }
  async save(): Promise<Uint8Array> {
    for (const [path, xml] of this.#xml) this.#zip.file(path, xml.toString());
    return this.#zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  }
}

export const paragraph = (words: string, style = 'Normal'): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

export const tracked = (kind: 'ins' | 'del', words: string, author: string): string =>
  `<w:${kind} w:id="9001" w:author="${author}" w:date="2026-12-01T08:00:00Z"><w:r><w:${kind === 'ins' ? 't' : 'delText'} xml:space="preserve">${words}</w:${kind === 'ins' ? 't' : 'delText'}></w:r></w:${kind}>`;

export const [comments, extended] = ['word/comments.xml', 'word/commentsExtended.xml'] as const;

export interface NewComment {
  readonly id: string;
  readonly words: string;
  readonly author?: string;
  readonly date?: string;
  /** The place among the document's comments of the one it answers. */
  readonly answers?: number;
}

/** As Word writes one: in the list of comments, in that of threads, and anchored in a paragraph. */
export async function writeComment(doc: Editing, at: Element, comment: NewComment): Promise<void> {
  const { id, words, author = 'Ines Invented', date = '2026-12-01T08:00:00Z', answers } = comment;
  await doc.load(comments);
  await doc.load(extended);
  const [list, threads] = [doc.part(comments).documentElement, doc.part(extended).documentElement];
  const attributes = `w:id="${id}" w:author="${author}" w:date="${date}"`;
  const parent =
    answers === undefined
      ? ''
      : ` w15:paraIdParent="${doc.all('w15:commentEx', threads)[answers]?.getAttribute('w15:paraId')}"`;
  list.append(
    doc.make(
      `<w:comment ${attributes}><w:p w14:paraId="7A0000${id}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`,
    ) as never,
  );
  threads.append(doc.make(`<w15:commentEx w15:paraId="7A0000${id}"${parent} w15:done="0"/>`) as never);
  at.append(doc.make(`<w:r><w:commentReference w:id="${id}"/></w:r>`) as never);
}

/** A document's bytes once somebody has changed it so. */
export async function editedBytes(
  bytes: Uint8Array,
  change: (editing: Editing) => void | Promise<void>,
): Promise<Uint8Array> {
  const editing = new Editing(await JSZip.loadAsync(bytes));
  await editing.load(main);
  await change(editing);
  return editing.save();
}

export function fileOf(bytes: Uint8Array): WordFile {
  const file = readWord(bytes);
  if (!file.ok) throw new Error(file.error.kind);
  return file.value;
}

/** What comes back of a document that somebody changed so; `here`: the sheet as it is by then. */
export async function comesBack(
  description: JobDescription,
  change: (editing: Editing) => void | Promise<void>,
  here: Here = hereOf(description),
): Promise<Findings> {
  return compare(fileOf(await editedBytes(await word(description), change)), here);
}

/** Without the ids, which say nothing to a reader. */
export const told = ({ proposals }: Findings): readonly Omit<Proposal, 'id'>[] =>
  proposals.map(({ id: _, ...rest }) => rest);
