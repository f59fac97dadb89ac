/** A PDF as Mozilla's reader sees it: its text by what it is tagged as, its outline, its links. Not ours. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What is tagged, with what is in it. */
export interface PdfElement {
  readonly role: string;
  readonly text: string;
  readonly children: readonly PdfElement[];
}

export interface PdfLine {
  readonly y: number;
  readonly text: string;
  readonly size: number;
  /** How far to the right it goes. */
  readonly end: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order of the tags. */
  readonly tree: PdfElement;
  /** What nobody has read aloud: at the page's edges. */
  readonly artifacts: string;
  /** What can be selected, line by line from the top. */
  readonly lines: readonly PdfLine[];
  readonly links: readonly { readonly url: string | null; readonly place: boolean; readonly says: string }[];
}

interface Heading {
  readonly title: string;
  readonly page: number;
  readonly items: readonly Heading[];
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

interface Item {
  readonly type?: string;
  readonly id?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly hasEOL?: boolean;
}

interface OutlineItem {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineItem[];
}

function element(node: Node, words: ReadonlyMap<string, string>): PdfElement {
  const children = (node.children ?? []).map((each) =>
    each.type === 'content'
      ? { role: '', text: words.get(each.id ?? '') ?? '', children: [] }
      : element(each, words),
  );
  return {
    role: node.role ?? '',
    text: children.map(({ text }) => text).join(''),
    children: children.filter(({ role }) => role !== ''),
  };
}

export async function readPdf(bytes: Uint8Array) {
  // It takes the bytes for itself.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = (await page.getTextContent({ includeMarkedContent: true })) as { items: Item[] };
    const words = new Map<string, string>();
    const inside: string[] = [];
    const lines = new Map<number, PdfLine>();
    let artifacts = '';
    for (const { type, id, tag, str, transform, width: wide = 0, hasEOL } of items) {
      if (type?.startsWith('beginMarkedContent')) inside.push(id ?? tag ?? '');
      else if (type === 'endMarkedContent') inside.pop();
      else if (str !== undefined) {
        const own = inside.at(-1) ?? '';
        // The space that ends a line is not told, only that it ends, and that sometimes where the next thing begins.
        const said = hasEOL && (str !== '' || words.has(own)) ? `${str} ` : str;
        if (own === 'Artifact') artifacts += said;
        else words.set(own, (words.get(own) ?? '') + said);
        const [size = 0, , , , x = 0, at = 0] = transform ?? [];
        const y = Math.round(at);
        const line = lines.get(y) ?? { y, text: '', size, end: 0 };
        lines.set(y, { ...line, text: line.text + str, end: Math.max(line.end, str.trim() ? x + wide : 0) });
      }
    }
    const annotations = (await page.getAnnotations()) as {
      subtype: string;
      url?: string;
      dest?: unknown;
      contentsObj?: { str: string };
    }[];
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({
      width,
      height,
      tree: element((await page.getStructTree()) as Node, words),
      artifacts,
      lines: [...lines.values()].sort((a, b) => b.y - a.y),
      links: annotations
        .filter(({ subtype }) => subtype === 'Link')
        .map(({ url, dest, contentsObj }) => ({
          url: url ?? null,
          place: typeof dest === 'string',
          says: contentsObj?.str ?? '',
        })),
    });
  }
  const pageOf = async (dest: unknown): Promise<number> => {
    const [ref] = Array.isArray(dest) ? dest : [];
    return (await document.getPageIndex(ref)) + 1;
  };
  const headings = (all: readonly OutlineItem[]): Promise<Heading[]> =>
    Promise.all(
      all.map(async ({ title, dest, items }) => ({
        title,
        page: await pageOf(dest),
        items: await headings(items),
      })),
    );
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
  const outline = await headings(((await document.getOutline()) ?? []) as OutlineItem[]);
  const marked = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const names = [...(await document.getDestinations()).keys()];
  await task.destroy();
  return { pages, info, outline, marked, names };
}

export type ReadPdf = Awaited<ReturnType<typeof readPdf>>;

/** All that can be selected, line after line, with single spaces. */
export const textOf = ({ pages }: Pick<ReadPdf, 'pages'>): string =>
  pages.flatMap(({ lines }) => lines.map(({ text }) => text.trim())).join(' ');

/** Every element of a role, in reading order; one that goes on to the next page comes in parts. */
export function all({ pages }: ReadPdf, ...roles: readonly string[]): readonly PdfElement[] {
  const found = (one: PdfElement): PdfElement[] => [
    ...(roles.includes(one.role) ? [one] : []),
    ...one.children.flatMap(found),
  ];
  return pages.flatMap(({ tree }) => found(tree));
}
