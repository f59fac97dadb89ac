/**
 * The job description as a PDF: pages as they will be printed, text that can be selected, tags for whoever has it read
 * aloud, an outline, its faces inside. Latin, Greek and Cyrillic are set; a document with signs that the faces do not
 * have is not made, and what they lack is told. Pulls in pdfkit, which is large: import it only when somebody exports.
 */
import PDFDocument from 'pdfkit';
import type { Paper } from './choice.ts';
import { cleanLine } from './cleanText.ts';
import type { JobDescription } from './document.ts';
import { partsOf } from './pdf/body.ts';
import { edgesOf } from './pdf/edges.ts';
import { type FaceBytes, type Faces, openFaces } from './pdf/faces.ts';
import { type MeasureAt, type Page, pagesOf } from './pdf/layout.ts';
import { missingIn } from './pdf/missing.ts';
import { faceOf, paint } from './pdf/paint.ts';
import { type PageSize, pageOf } from './pdf/paper.ts';
import { type Picture, pictureOf } from './pdf/picture.ts';
import { printed } from './pdf/text.ts';
import * as say from './wording.ts';

export interface PdfOptions {
  readonly paper?: Paper;
  readonly faces: FaceBytes;
}

/** A PDF, or the signs for which there is no glyph. */
export type Pdf = { readonly kind: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> } | Missing;

export interface Missing {
  readonly kind: 'missing';
  readonly signs: readonly string[];
}

export type PdfPicture = ({ readonly kind: 'pages' } & Picture) | Missing;

function openDocument(description: JobDescription, size: PageSize, faces: Faces): PDFKit.PDFDocument {
  const title = say.titleOf(description);
  const made = new Date(description.status.at);
  const word = description.status.kind === 'draft' ? 'draft' : cleanLine(say.statusWord(description));
  const doc = new PDFDocument({
    autoFirstPage: false,
    // No font of the library's own.
    font: null as unknown as string, // its types want a name
    size: [size.width, size.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: printed(`${title} (${word})`),
      Author: printed(cleanLine(description.engineer)),
      Subject: printed(say.statusLine(description)),
      Creator: 'Rolewright',
      // The same document is the same file, whenever it is made.
      CreationDate: Number.isNaN(made.getTime()) ? new Date(0) : made,
    },
  });
  // It takes a face that is open already.
  doc.registerFont('regular', faces.regular as unknown as string);
  doc.registerFont('strong', faces.strong as unknown as string);
  return doc;
}

/** Words come again and again, and a width is in proportion to the size. */
function measureOf(doc: PDFKit.PDFDocument): MeasureAt {
  const known = { regular: new Map<string, number>(), strong: new Map<string, number>() };
  return (size) => (text, strong) => {
    const face = faceOf(strong);
    let width = known[face].get(text);
    if (width === undefined) {
      width = doc.font(face).fontSize(1000).widthOfString(text) / 1000;
      known[face].set(text, width);
    }
    return width * size;
  };
}

async function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await ended;
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

interface Laid {
  readonly doc: PDFKit.PDFDocument;
  readonly size: PageSize;
  readonly pages: readonly Page[];
  readonly edges: ReturnType<typeof edgesOf>;
}

function laidOut(description: JobDescription, { paper = 'a4', faces: bytes }: PdfOptions): Laid | Missing {
  const faces = openFaces(bytes);
  const parts = partsOf(description);
  const signs = missingIn(parts, faces);
  if (signs.length > 0) return { kind: 'missing', signs };
  const size = pageOf(paper);
  const doc = openDocument(description, size, faces);
  const measureAt = measureOf(doc);
  return { doc, size, pages: pagesOf(parts, size, measureAt), edges: edgesOf(description, size, measureAt) };
}

export async function pdf(description: JobDescription, options: PdfOptions): Promise<Pdf> {
  const laid = laidOut(description, options);
  if ('kind' in laid) return laid;
  paint(laid.doc, laid.pages, laid.size, laid.edges);
  return { kind: 'pdf', bytes: await bytesOf(laid.doc) };
}

/** The same pages as a picture, for whoever wants to look at them first. */
export function pdfPicture(description: JobDescription, options: PdfOptions): PdfPicture {
  const laid = laidOut(description, options);
  if ('kind' in laid) return laid;
  return { kind: 'pages', ...pictureOf(laid.pages, laid.size, laid.edges) };
}
