/**
 * Pages drawn with pdfkit: each line as text that can be selected, tagged with what it is; bars, grounds and page edges
 * as artifacts, which nobody has read aloud.
 */
import type { Edge, edgesOf } from './edges.ts';
import type { FaceName } from './faces.ts';
import type { Box, Page, Placed } from './layout.ts';
import type { Fragment } from './lines.ts';
import type { PageSize } from './paper.ts';
import type { Tagged, Target } from './parts.ts';
import { colourOf, markHeight } from './picture.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

export const faceOf = (strong: boolean | undefined): FaceName => (strong ? 'strong' : 'regular');

/** Fragments of one paragraph on one page that are drawn, and read, as one. */
interface Stretch {
  readonly to: Target | undefined;
  readonly mark: 'added' | 'removed' | undefined;
  readonly drawn: { readonly placed: Placed; readonly fragment: Fragment }[];
}

function stretchesOf(lines: readonly Placed[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const placed of lines)
    for (const fragment of placed.line.fragments) {
      const { to, mark } = fragment.piece;
      const last = stretches.at(-1);
      if (last && last.to === to && last.mark === mark) last.drawn.push({ placed, fragment });
      else stretches.push({ to, mark, drawn: [{ placed, fragment }] });
    }
  return stretches;
}

/** Lines that follow each other and belong together. */
function runsOf(lines: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const placed of lines) {
    const last = runs.at(-1);
    if (last?.[0]?.para === placed.para && last[0].again === placed.again) last.push(placed);
    else runs.push([placed]);
  }
  return runs;
}

export function paint(
  doc: Document,
  pages: readonly Page[],
  size: PageSize,
  edges: ReturnType<typeof edgesOf>,
): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const elements = new Map<Tagged, Element>();
  let colour = '';

  const use = (next: string): void => {
    if (next !== colour) doc.fillColor(`#${next}`);
    colour = next;
  };
  const text = (words: string, x: number, baseline: number): void => {
    doc.text(words, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  };

  /** What the last line belonged to. */
  let open: readonly Tagged[] = [];

  const elementOf = (owners: readonly Tagged[]): Element => {
    // What is left is written, and needs no memory any more; but a row may go on, cell by cell, on the next page.
    for (const [at, left] of open.entries())
      if (left !== owners[at] && left.tag !== 'TH' && left.tag !== 'TD') elements.get(left)?.end();
    open = owners;
    let parent = root;
    for (const owner of owners) {
      let own = elements.get(owner);
      if (!own) {
        // pdfkit's types do not know of scopes.
        const scope: object = 'scope' in owner && owner.scope ? { scope: owner.scope } : {};
        own = doc.struct(owner.tag, scope);
        parent.add(own);
        elements.set(owner, own);
      }
      parent = own;
    }
    return parent;
  };

  const draw = ({ placed, fragment }: Stretch['drawn'][number]): void => {
    const { para, line, baseline } = placed;
    const { piece, width } = fragment;
    const x = placed.x + fragment.x;
    doc.font(faceOf(piece.strong)).fontSize(para.size);
    use(colourOf(placed, line.fragments.indexOf(fragment)));
    text(fragment.text, x, baseline);
    if (piece.mark) doc.rect(x, baseline + markHeight(piece.mark, para.size), width, 0.6).fill();
  };

  /** What leads somewhere: one element for each line it is on, since each has a place of its own to click. */
  const link = (element: Element, to: Target, one: Stretch['drawn'][number]): void => {
    const { placed, fragment } = one;
    const own = doc.struct('Link');
    element.add(own);
    own.add(() => draw(one));
    const { size: high } = placed.para;
    const at = [placed.x + fragment.x, placed.baseline - high, fragment.width, high * 1.3] as const;
    // pdfkit takes strings that are objects for text, and its types do not know of structure here.
    const more = { structParent: own, Contents: new String(fragment.piece.text.trim()) } as unknown as object;
    if (to.kind === 'web') doc.link(...at, to.address, more);
    else doc.goTo(...at, to.name, more);
    own.end();
  };

  const stretch = (element: Element, { to, mark, drawn }: Stretch): void => {
    const all = (): void => drawn.forEach(draw);
    if (to) for (const one of drawn) link(element, to, one);
    else if (mark) {
      const span = doc.struct('Span', { title: mark });
      element.add(span);
      span.add(all);
      span.end();
    } else element.add(all);
  };

  const artifact = (type: 'Layout' | 'Pagination', run: () => void): void => {
    doc.markContent('Artifact', { type });
    run();
    doc.endMarkedContent();
  };
  const box = ({ x, y, width, height, colour: own }: Box): void => {
    use(own);
    doc.rect(x, y, width, height).fill();
  };

  const edge = ({ text: words, x, baseline, size: own, strong, colour: ink }: Edge): void => {
    doc.font(faceOf(strong)).fontSize(own);
    use(ink);
    text(words, x, baseline);
  };

  // Headings of the first level, to hang those of the second on.
  let chapter: PDFKit.PDFOutline | null = null;

  pages.forEach((page, index) => {
    doc.addPage();
    colour = '';
    if (page.boxes.length > 0) artifact('Layout', () => page.boxes.forEach(box));
    for (const { name, y } of page.names) doc.addNamedDestination(name, 'XYZ', size.left, y - 6, null);
    for (const { level, title, y } of page.headings) {
      // pdfkit counts `left` from the right.
      const place = { expanded: true, left: size.width, top: Math.max(0, y - 12) };
      if (level === 1) chapter = doc.outline.addItem(title, place);
      else (chapter ?? doc.outline).addItem(title, place);
    }
    for (const run of runsOf(page.lines)) {
      const [first] = run;
      if (!first) continue;
      const stretches = stretchesOf(run);
      if (first.again)
        artifact('Pagination', () => {
          for (const { drawn } of stretches) drawn.forEach(draw);
        });
      else {
        const element = elementOf(first.owners);
        for (const one of stretches) stretch(element, one);
      }
    }
    artifact('Pagination', () => edges(index + 1, pages.length).forEach(edge));
  });
  root.end();
}
