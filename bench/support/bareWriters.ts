/**
 * The bare libraries writing what an export has in it, without anything of ours. `same`: the same text in the same
 * elements, runs, comments and changes, in no style, not cleaned and not judged: the least that a program must do which
 * wants what we give. `plain`: each piece of text as a plain paragraph, as if nothing were said about anything.
 */
import { stringify } from 'csv-stringify/browser/esm/sync';
import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  HeadingLevel,
  type ICommentOptions,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Element, ElementContent, Root as Html } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import PDFDocument from 'pdfkit';
import type { Block, JobDescription, Line, Note, Spoken } from '../../src/export/document.ts';
import { factsOf } from '../../src/export/facts.ts';
import type { FaceBytes } from '../../src/export/pdf/faces.ts';
import { sectionsOf } from '../../src/export/sections.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const packed = async (children: (Paragraph | Table)[], comments: ICommentOptions[] = []) =>
  new Uint8Array(
    await Packer.toArrayBuffer(new Document({ comments: { children: comments }, sections: [{ children }] })),
  );

/** Every piece of text of a tree. */
export const textsIn = (node: Nodes): string[] =>
  'children' in node ? node.children.flatMap(textsIn) : 'value' in node ? [node.value] : [];

const runsOf = (line: Line): TextRun[] =>
  line.map(({ text, look }) => new TextRun(look === 'strong' ? { text, bold: true } : text));

/** The Word document without styles, borders, colours and directions. */
function sameWord(description: JobDescription) {
  const comments: ICommentOptions[] = [];
  let bookmarks = 0;
  let changes = 0;
  const comment = (one: Spoken, more: Partial<ICommentOptions> = {}): number => {
    const id = comments.length;
    const words = [one.text, ...(one.wording === null ? [] : [one.wording])];
    comments.push({
      ...{ id, author: one.who.name, initials: 'AB', date: new Date(one.at) },
      ...{ children: words.map((text) => new Paragraph(text)), ...more },
    });
    return id;
  };
  const note = ({ text, details, state, stances, threads }: Note): Paragraph[] => {
    const ids = threads.flatMap((thread) => {
      const first = comment(thread);
      return [first, ...thread.answers.map((answer) => comment(answer, { parentId: first }))];
    });
    const waiting = threads.find(({ proposes, wording }) => proposes && wording !== null);
    const change = () => {
      changes += 2;
      const by = { author: waiting?.who.name ?? '', date: waiting?.at ?? '' };
      return [
        new DeletedTextRun({ text, id: changes - 1, ...by }),
        new InsertedTextRun({ text: waiting?.wording ?? '', id: changes, ...by }),
      ];
    };
    bookmarks += 1;
    // As in our own margin: the library's type forgets these two.
    const mark = (one: BookmarkStart | BookmarkEnd) => one as unknown as ParagraphChild;
    return [
      new Paragraph({
        children: [
          mark(new BookmarkStart(`note_${bookmarks}`, bookmarks)),
          ...ids.map((id) => new CommentRangeStart(id)),
          ...(waiting ? change() : [new TextRun(text)]),
          ...ids.map((id) => new CommentRangeEnd(id)),
          mark(new BookmarkEnd(bookmarks)),
          ...ids.map((id) => new TextRun({ children: [new CommentReference(id)] })),
        ],
      }),
      ...details.map(
        ({ name, words }) => new Paragraph({ children: [new TextRun(name), new TextRun(words)] }),
      ),
      ...(state === null ? [] : [new Paragraph({ children: [new TextRun({ text: state, bold: true })] })]),
      ...stances.map(
        ({ who, value, reason }) =>
          new Paragraph({
            children: [
              new TextRun(`${who.name} (${who.role}): `),
              new TextRun({ text: value, bold: true }),
              new TextRun(` – ${reason}`),
            ],
          }),
      ),
      new Paragraph(''),
    ];
  };
  const table = (rows: readonly (readonly string[])[]) =>
    new Table({
      rows: rows.map(
        (cells) =>
          new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
      ),
    });
  const block = (one: Block): (Paragraph | Table)[] => {
    switch (one.kind) {
      case 'line':
        return [new Paragraph({ children: runsOf(one.line) })];
      case 'words':
        return one.text.split('\n').map((text) => new Paragraph(text));
      case 'list':
        return one.lines.map((line) => new Paragraph({ children: runsOf(line), bullet: { level: 0 } }));
      case 'table':
        return [table(one.rows)];
      case 'note':
        return note(one.note);
    }
  };
  const children = [
    new Paragraph({ text: description.title, heading: HeadingLevel.TITLE }),
    table(factsOf(description).map(({ name, values }) => [name, values.join(', ')])),
    ...sectionsOf(description).flatMap(({ title, level, blocks }) => [
      new Paragraph({
        text: title,
        heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      }),
      ...blocks.flatMap(block),
    ]),
  ];
  return packed(children, comments);
}

/** The same elements with no more than their names. */
function bareElement({ tagName, children }: Element): Element {
  return { type: 'element', tagName, properties: {}, children: children.map(bareContent) };
}
const bareContent = (one: ElementContent): ElementContent =>
  one.type === 'element' ? bareElement(one) : { ...one };
const sameHtml = ({ children }: Html): string =>
  toHtml({
    type: 'root',
    children: children.map((one) => (one.type === 'element' ? bareElement(one) : { ...one })),
  });

const bareNode = <N extends Nodes>(node: N): N =>
  // A copy of the same kind of node.
  ('children' in node ? { ...node, children: node.children.map(bareNode) } : { ...node }) as N;
const sameMarkdown = (tree: Root): string => toMarkdown(bareNode(tree), { extensions: [gfmToMarkdown()] });

/** What an element is to whoever has it read aloud; what is inside a line has none of its own. */
const tags: Readonly<Record<string, string>> = {
  ...{ root: 'Document', heading: 'H2', paragraph: 'P', blockquote: 'BlockQuote' },
  ...{ list: 'L', listItem: 'LI', table: 'Table', tableRow: 'TR', tableCell: 'TD' },
};

function drawTagged(doc: PDFKit.PDFDocument, markdown: Root): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const draw = (node: Nodes, into: PDFKit.PDFStructureElement): void => {
    if (!('children' in node)) {
      if ('value' in node) into.add(() => void doc.text(node.value));
      return;
    }
    const tag = tags[node.type];
    const own = tag ? doc.struct(tag) : into;
    if (tag) into.add(own);
    for (const child of node.children) draw(child, own);
    if (tag) own.end();
  };
  for (const child of markdown.children) draw(child, root);
  root.end();
}

/** The same text in the same order, each piece a paragraph; with its elements as tags, or without. */
async function barePdf({ markdown, faces }: Bare, tagged: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({ font: null as unknown as string, tagged, pdfVersion: '1.7' });
  if (faces) doc.font(faces.regular as Buffer).fontSize(10);
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  if (tagged) drawTagged(doc, markdown);
  else for (const text of textsIn(markdown)) doc.text(text);
  doc.end();
  await new Promise((resolve) => doc.on('end', resolve));
  return new Uint8Array(Buffer.concat(chunks));
}

export interface Bare {
  readonly description: JobDescription;
  readonly html: Html;
  readonly markdown: Root;
  readonly faces: FaceBytes | null;
  readonly table: readonly (readonly string[])[];
  readonly json: unknown;
}

type Write = (of: Bare) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

const tableBytes: Write = ({ table }) =>
  bytesOf(stringify([...table], { escape_formulas: true, record_delimiter: 'windows' }));
const jsonBytes: Write = ({ json }) => bytesOf(JSON.stringify(json, null, 1));

export const same: Readonly<Record<string, Write>> = {
  word: ({ description }) => sameWord(description),
  pdf: (of) => barePdf(of, true),
  html: ({ html }) => bytesOf(sameHtml(html)),
  markdown: ({ markdown }) => bytesOf(sameMarkdown(markdown)),
  csv: tableBytes,
  json: jsonBytes,
};

export const plain: Readonly<Record<string, Write>> = {
  pdf: (of) => barePdf(of, false),
  word: ({ markdown }) => packed(textsIn(markdown).map((text) => new Paragraph(text))),
  html: ({ markdown }) =>
    bytesOf(
      toHtml({
        type: 'root',
        children: textsIn(markdown).map((value) => ({
          ...{ type: 'element', tagName: 'p', properties: {} },
          children: [{ type: 'text', value }],
        })),
      }),
    ),
  markdown: ({ markdown }) =>
    bytesOf(
      toMarkdown({
        type: 'root',
        children: textsIn(markdown).map((value) => ({
          type: 'paragraph',
          children: [{ type: 'text', value }],
        })),
      }),
    ),
  csv: tableBytes,
  json: jsonBytes,
};
