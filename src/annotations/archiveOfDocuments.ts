/** Archives from documents that were loaded from elsewhere, such as another board's copy in this browser. */
import type * as Y from 'yjs';
import type { ItemId, LaneId, SheetId, UserId } from '../workshop/ids.ts';
import type { SheetArchive } from './archive.ts';
import { archivedRecords, archivedRounds } from './archivedRounds.ts';
import { besideInSheet, besideOnDesk } from './beside/besideWords.ts';
import type { BlindSetting } from './blindSetting.ts';
import { readBroughtRounds } from './broughtRounds.ts';
import type { Desk } from './desk.ts';
import { readDeskRecords } from './deskRecords.ts';
import { readHeld } from './heldWords.ts';
import { type ArchiveParts, archiveOf } from './makeArchive.ts';
import { parseDeskName, parseSheetName, roundName, sheetName } from './names.ts';
import { roundsOf } from './numberedRounds.ts';
import { readDesk } from './readDesk.ts';
import { roundTextIn } from './roundDocument.ts';
import { readSheet, type SheetContent } from './sheetDocument.ts';
import { visibleDesks } from './unseen.ts';

/** By document name. Deleted ones are not among them. */
export type Documents = ReadonlyMap<string, Y.Doc>;

/** The sheets of which there is a document. */
export const sheetsIn = (documents: Documents): readonly SheetId[] =>
  [...documents.keys()].flatMap((name) => parseSheetName(name) ?? []);

/** Each person's newest desk: who deleted one goes on with another. */
function newestDesks(documents: Documents, sheet: SheetId): readonly (readonly [UserId, Y.Doc])[] {
  const newest = new Map<UserId, { readonly edition: number; readonly doc: Y.Doc }>();
  for (const [name, doc] of documents) {
    const desk = parseDeskName(name);
    if (desk?.sheet !== sheet || desk.edition < (newest.get(desk.user)?.edition ?? 1)) continue;
    newest.set(desk.user, { edition: desk.edition, doc });
  }
  return [...newest].map(([user, { doc }]) => [user, doc]);
}

/** As `viewer` sees them. */
export function desksOf(
  documents: Documents,
  sheet: SheetId,
  setting: BlindSetting,
  viewer: UserId,
): readonly Desk[] {
  const desks = newestDesks(documents, sheet).map(([user, doc]) => ({
    desk: readDesk(doc, user),
    ...readHeld(doc),
  }));
  return visibleDesks({ setting, desks, viewer });
}

interface Found extends Pick<ArchiveParts, 'board' | 'at' | 'by'> {
  readonly sheet: SheetId;
  /** Where its notes lie, which only somebody with its template can tell. */
  readonly lanesOf: (content: SheetContent) => ReadonlyMap<ItemId, readonly LaneId[]>;
}

/** Null when there is no such sheet among them, or its header is missing. */
export function archiveOfDocuments(
  documents: Documents,
  { sheet, lanesOf, ...made }: Found,
): SheetArchive | null {
  const doc = documents.get(sheetName(sheet));
  if (!doc) return null;
  const content = readSheet(doc);
  return archiveOf({
    ...made,
    content,
    lanes: lanesOf(content),
    desks: desksOf(documents, sheet, content.blind, made.by.user),
    beside: newestDesks(documents, sheet)
      .map(([owner, desk]) => ({ owner, words: besideOnDesk(desk, doc, owner) }))
      .filter(({ words }) => words.length > 0),
    shared: besideInSheet(doc),
    records: archivedRecords(
      newestDesks(documents, sheet).map(([owner, desk]) => readDeskRecords(desk, owner)),
    ),
    rounds: archivedRounds(
      roundsOf(content.closings),
      (hash) => roundTextIn(documents.get(roundName(sheet, hash))),
      readBroughtRounds(doc).values,
    ),
  });
}
