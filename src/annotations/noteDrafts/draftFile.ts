/**
 * Somebody's notes as a file of their own, which its owner alone may make: to be kept, or taken in again in another
 * browser. How it looks is told in docs/file-format.md.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { type LaneId, type SheetId, sheetId, type UserId, userId } from '../../workshop/ids.ts';
import { asText, field, longest } from '../entries.ts';
import type { ArchiveFailure } from '../parseArchive.ts';
import { id, list, looking, number, type Reader, record, text, time } from '../plainValues.ts';
import type { DraftNote } from './draftNote.ts';

/** What such a file says of itself. The version goes up only when an older reader would misread it. */
export const draftFormat = 'rolewright-notes';
const draftVersion = 1;

/** Characters: far more than anybody writes. */
export const longestDraft = 5_000_000;

export interface DraftFile {
  readonly sheet: SheetId;
  /** How the sheet is called. */
  readonly title: string;
  readonly by: { readonly user: UserId; readonly name: string };
  readonly at: string;
  readonly notes: readonly DraftNote[];
}

export type DraftFailure = ArchiveFailure;

const words: Reader<string> = (value, path, look) => {
  const found = text(longest.text)(value, path, look);
  if (found.trim() === '') look.wrong ??= path;
  return found;
};

const readDraftFile: Reader<DraftFile> = record<DraftFile>({
  sheet: id(sheetId),
  title: text(longest.line),
  by: record<DraftFile['by']>({ user: id(userId), name: text(longest.name) }),
  at: time,
  notes: list(
    record<DraftNote>({
      id: id((own) => own),
      lane: id((lane) => lane as LaneId),
      text: words,
      order: number,
      at: time,
    }),
    (note) => note.id,
  ),
});

/** The text of the file. */
export const draftJson = ({ sheet, title, by, at, notes }: DraftFile): string =>
  `${JSON.stringify({ format: draftFormat, version: draftVersion, sheet, title, by, at, notes }, null, 1)}\n`;

export function parseDraftFile(file: string): Result<DraftFile, DraftFailure> {
  if (file.length > longestDraft) return fail({ kind: 'too-large' });
  const value = fromJson(file);
  if (value === undefined) return fail({ kind: 'not-json' });
  if (asText(field(value, 'format')) !== draftFormat) return fail({ kind: 'not-ours' });
  const version = field(value, 'version');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return fail({ kind: 'damaged', path: 'version' });
  if (version > draftVersion) return fail({ kind: 'newer', version });
  const look = looking('strict');
  const { format: _, version: __, ...rest } = Object(value); // an object: it has a format
  const draft = readDraftFile(rest, '', look);
  return look.wrong === null ? ok(draft) : fail({ kind: 'damaged', path: look.wrong });
}

/** Undefined where it is no JSON; a byte order mark, which some editors write, is none of its business. */
function fromJson(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
