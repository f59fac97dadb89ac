/**
 * The job description as a Word document (.docx): real styles, headings and bookmarks, what people said as comments and
 * changes in its margin, no macros, the same in browser and Node. This file pulls in `docx`, which is large: import it
 * only when somebody exports.
 */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Tab, TabStopType, TextRun } from 'docx';
import type { Paper } from './choice.ts';
import { cleanLine } from './cleanText.ts';
import type { JobDescription } from './document.ts';
import { sectionsOf } from './sections.ts';
import { body } from './word/body.ts';
import { exportedXml, untouched } from './word/exported.ts';
import { exportedOf } from './word/exportedOf.ts';
import { front } from './word/front.ts';
import * as look from './word/look.ts';
import { openMargin } from './word/margin.ts';
import { pageOf, textWidthOf } from './word/paper.ts';
import { withPart } from './word/part.ts';
import { line, paragraph } from './word/text.ts';
import * as say from './wording.ts';

export interface WordOptions {
  readonly paper?: Paper;
}

const pageNumber = () => [
  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
];

function written(description: JobDescription, { paper = 'a4' }: WordOptions) {
  const width = textWidthOf(paper);
  const title = say.titleOf(description);
  const engineer = cleanLine(description.engineer);
  const [status, word] = [say.statusLine(description), say.statusWord(description)];
  const sections = sectionsOf(description);
  const margin = openMargin();
  const edge = (children: (TextRun | Tab)[], tabs = true) =>
    paragraph(children as TextRun[], {
      style: 'PageEdge',
      ...(tabs
        ? { tabStops: [{ type: TabStopType.RIGHT, position: width }] }
        : { alignment: AlignmentType.RIGHT }),
    });
  const mark = { bold: true, color: look.accent, characterSpacing: 40 };
  const footer = new Footer({
    children: [
      edge([
        ...line(`${status} · ${say.headings.madeWith}`),
        new TextRun({ children: [new Tab()] }),
        ...pageNumber(),
      ]),
    ],
  });
  const children = [...front(description, width), ...body(sections, { width, margin })];
  const document = new Document({
    title: description.status.kind === 'draft' ? `${title} (draft)` : `${title} (${cleanLine(word)})`,
    ...(engineer ? { creator: engineer } : {}),
    // Once somebody edits it, their program writes their name here.
    lastModifiedBy: untouched,
    description: status,
    styles: look.styles([...new Set(description.pillars.map(({ colour }) => colour))]),
    comments: { children: margin.comments() },
    // What whoever brings it back must know: which sheet it is of, and what it is a picture of.
    customProperties: [
      { name: 'Rolewright sheet', value: cleanLine(description.sheet) },
      {
        name: 'Rolewright round',
        value: description.status.kind === 'round' ? description.status.hash : 'draft',
      },
      { name: 'Rolewright variant', value: description.variant },
    ],
    sections: [
      {
        properties: { page: pageOf(paper), titlePage: true },
        headers: {
          first: new Header({ children: [edge(line(word, mark), false)] }),
          default: new Header({
            children: [
              edge([
                ...line([title, engineer].filter((part) => part !== '').join(' · ')),
                new TextRun({ ...mark, children: [new Tab(), word] }),
              ]),
            ],
          }),
        },
        footers: { first: footer, default: footer },
        children,
      },
    ],
  });
  return { document, exported: exportedOf(description, sections, margin) };
}

export async function word(
  description: JobDescription,
  options: WordOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { document, exported } = written(description, options);
  return new Uint8Array(
    await Packer.toArrayBuffer(document, undefined, withPart(document, exportedXml(exported))),
  );
}
