/** The bytes of a .docx as what is in it, plain values only, so that a worker can hand it over. */
import { fail, ok, type Result } from '../../base/result.ts';
import { cleanLine } from '../cleanText.ts';
import { type Exported, exportedFrom, exportedName, exportedVersion, untouched } from '../word/exported.ts';
import { nameIn } from './authors.ts';
import { commentsIn, type WordComment } from './comments.ts';
import { type Paragraph, paragraphsIn } from './paragraphs.ts';
import { type Parts, type Refusal, unpack } from './unpack.ts';
import { attributeOf, childOf, childrenOf, type Element, nameOf, xmlFrom } from './xml.ts';

export interface WordFile {
  /** The sheet that it says to be of. */
  readonly sheet: string | null;
  /** Null where it doesn't say what it said when it was saved. */
  readonly exported: Exported | null;
  /** It was made by a version whose notes about itself this one doesn't understand. */
  readonly newer: boolean;
  /** Who saved it last, as their program has it; empty where nobody did or nobody knows. */
  readonly savedBy: string;
  /** ISO 8601; empty where it doesn't say. */
  readonly savedAt: string;
  readonly paragraphs: readonly Paragraph[];
  readonly comments: readonly WordComment[];
}

/** The part that another one is tied to, by the end of the kind's name: `…/officeDocument`. */
function tied(parts: Parts, from: string, kind: string): string | null {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const ties = xmlFrom(parts.get(`${folder}_rels/${from.slice(folder.length)}.rels`));
  const found = (ties ? childrenOf(ties) : []).find((one) => attributeOf(one, 'Type')?.endsWith(`/${kind}`));
  const target = found && attributeOf(found, 'Target');
  if (!target) return null;
  return target.startsWith('/') ? target.slice(1) : folder + target;
}

const textIn = (parts: Parts, path: string, name: string): string =>
  cleanLine(childOf(xmlFrom(parts.get(path)), name)?.text ?? '');

function propertyOf(parts: Parts, wanted: string): string | null {
  const custom = xmlFrom(parts.get('docProps/custom.xml'));
  const found = (custom ? childrenOf(custom) : []).find((one) => attributeOf(one, 'name') === wanted);
  const text = found?.text.trim() ?? '';
  return text === '' ? null : text;
}

function exportedIn(parts: Parts): { readonly exported: Exported | null; readonly newer: boolean } {
  for (const [path, text] of parts) {
    if (!/^customXml\/[^/]+\.xml$/i.test(path) || !text.includes(exportedName)) continue;
    const root = xmlFrom(text);
    if (!root || nameOf(root) !== 'exported') continue;
    const newer = Number(attributeOf(root, 'version')) > exportedVersion;
    return { exported: newer ? null : exportedFrom(root.text), newer };
  }
  return { exported: null, newer: false };
}

export function readWord(bytes: Uint8Array): Result<WordFile, Refusal> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const main = tied(parts, '', 'officeDocument') ?? 'word/document.xml';
  const text = parts.get(main);
  if (text === undefined) return fail({ kind: 'other-document' });
  const document = xmlFrom(text);
  if (!document) return fail({ kind: 'broken' });
  const body = nameOf(document) === 'document' ? childOf(document, 'body') : null;
  if (!body) return fail({ kind: 'other-document' });
  const part = (kind: string): Element | null => xmlFrom(parts.get(tied(parts, main, kind) ?? ''));
  const savedBy = nameIn(textIn(parts, 'docProps/core.xml', 'lastModifiedBy'));
  return ok({
    sheet: propertyOf(parts, 'Rolewright sheet'),
    ...exportedIn(parts),
    savedBy: savedBy === untouched ? '' : savedBy,
    savedAt: textIn(parts, 'docProps/core.xml', 'modified'),
    paragraphs: paragraphsIn(body),
    comments: commentsIn({
      comments: part('comments'),
      extended: part('commentsExtended'),
      ids: part('commentsIds'),
      extensible: part('commentsExtensible'),
    }),
  });
}
