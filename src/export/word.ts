/**
 * The job description as a Word document (.docx): real styles and headings, no macros, the same in browser and Node.
 * This file pulls in `docx`, which is large: import it only when somebody exports.
 */
import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Tab, TabStopType, TextRun } from 'docx';
import { cleanLine } from './cleanText.ts';
import type { JobDescription } from './document.ts';
import { front, textWidth } from './word/front.ts';
import * as look from './word/look.ts';
import { body } from './word/sections.ts';
import { line, paragraph } from './word/text.ts';
import * as say from './wording.ts';

/** A4 with margins of 23 mm at the sides, 22 mm above and below (twentieths of a point). */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { left: 1304, right: 1304, top: 1247, bottom: 1247, header: 620, footer: 620 },
};

const edgeTabs = [{ type: TabStopType.RIGHT, position: textWidth }];

const pageNumber = () => [
  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
];

export function wordDocument(description: JobDescription): Document {
  const title = say.titleOf(description);
  const engineer = cleanLine(description.engineer);
  const draft = say.draftLine(description);
  return new Document({
    title: `${title} (draft)`,
    ...(engineer ? { creator: engineer, lastModifiedBy: engineer } : {}),
    description: draft,
    styles: look.styles,
    sections: [
      {
        properties: { page, titlePage: true },
        headers: {
          first: new Header({
            children: [
              paragraph([...line('DRAFT', { bold: true, color: look.accent, characterSpacing: 40 })], {
                style: 'PageEdge',
                alignment: AlignmentType.RIGHT,
              }),
            ],
          }),
          default: new Header({
            children: [
              paragraph(
                [
                  ...line([title, engineer].filter((part) => part !== '').join(' · ')),
                  new TextRun({
                    children: [new Tab(), 'DRAFT'],
                    bold: true,
                    color: look.accent,
                    characterSpacing: 40,
                  }),
                ],
                { style: 'PageEdge', tabStops: edgeTabs },
              ),
            ],
          }),
        },
        footers: { first: footer(draft), default: footer(draft) },
        children: [...front(description), ...body(description)],
      },
    ],
  });
}

const footer = (draft: string) =>
  new Footer({
    children: [
      paragraph(
        [
          ...line(`${draft} · ${say.headings.madeWith}`),
          new TextRun({ children: [new Tab()] }),
          ...pageNumber(),
        ],
        { style: 'PageEdge', tabStops: edgeTabs },
      ),
    ],
  });

export async function word(description: JobDescription): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await Packer.toArrayBuffer(wordDocument(description)));
}
