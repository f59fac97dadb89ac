/** Making an archive of a sheet from what its documents say, and the file of it. */
import type { ItemId, LaneId } from '../workshop/ids.ts';
import {
  type ArchivedBeside,
  type ArchivedLayout,
  archiveFormat,
  archiveVersion,
  type SheetArchive,
} from './archive.ts';
import type { ArchivedRecords, ArchivedRound } from './archivedRounds.ts';
import { readArchive } from './archiveValues.ts';
import { type BesideWord, besideOf } from './beside/word.ts';
import type { Desk } from './desk.ts';
import { plainDesk } from './plainDesk.ts';
import { looking } from './plainValues.ts';
import type { SheetContent } from './sheetDocument.ts';

export interface ArchiveParts {
  readonly board: string;
  readonly at: string;
  readonly by: SheetArchive['by'];
  readonly content: SheetContent;
  readonly desks: readonly Desk[];
  /** The lanes of each note that lies in one, or between some; what is not named lies in none. */
  readonly lanes: ReadonlyMap<ItemId, readonly LaneId[]>;
  /** Closed rounds, and what lies on desks beside what people say; left out where only words are to come along. */
  readonly rounds?: readonly ArchivedRound[];
  readonly records?: readonly ArchivedRecords[];
  readonly beside?: readonly ArchivedBeside[];
  readonly shared?: readonly BesideWord[];
}

/** Null where it can't be told: a frame that nobody has seen has no size, and on the way places mean nothing. */
function layoutOf({ size, anchors, items, relayout }: SheetContent): ArchivedLayout | null {
  const headers = [...anchors].flatMap(([key, id]) => {
    const item = items.get(id);
    return item && !item.gone ? [{ key, box: item.box }] : [];
  });
  return size && headers.length > 0 && !relayout ? { ...size, headers } : null;
}

/** Null while the sheet's header has not arrived: nobody could tell what the archive is of. */
export function archiveOf({
  content,
  lanes,
  rounds = [],
  records = [],
  beside = [],
  shared = [],
  ...parts
}: ArchiveParts): SheetArchive | null {
  if (!content.details) return null;
  const notes = [...content.items.values()]
    .filter(({ kind }) => kind === 'sticky')
    .map(({ kind: _, ...note }) => ({ ...note, lanes: lanes.get(note.id) ?? [] }));
  const { brought } = content;
  const besides = brought.map(besideOf);
  const layout = layoutOf(content);
  const archive: SheetArchive = {
    ...parts,
    details: content.details,
    engineer: content.engineer,
    notes,
    ...(layout ? { layout } : {}),
    brought: brought.map(({ beside: _, ...one }, at) => {
      const words = besides[at]?.words ?? [];
      return words.length > 0 ? { ...one, beside: words } : one;
    }),
    ...(rounds.length > 0 ? { rounds } : {}),
    ...(records.length > 0 ? { records } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    ...(shared.length > 0 ? { shared } : {}),
    unknown: content.unknown + besides.reduce((sum, { unknown }) => sum + unknown, 0),
  };
  // What lies in documents may be longer or stranger than a file may be; whatever is made can so be read again.
  const look = looking('lenient');
  const made = readArchive(plainArchive(archive), '', look);
  return look.wrong === null ? { ...made, unknown: made.unknown + look.unknown } : null;
}

const plainArchive = ({ desks, brought, ...rest }: SheetArchive) => ({
  ...rest,
  desks: desks.map(plainDesk),
  brought: brought.map((one) => ({ ...one, desk: plainDesk(one.desk) })),
});

/** The text of the file. */
export const archiveJson = (archive: SheetArchive): string => {
  const { unknown, layout, rounds, records, beside, shared, brought, ...rest } = plainArchive(archive);
  const { board, at, by, details, engineer, notes, desks } = rest;
  const file = { format: archiveFormat, version: archiveVersion, board, at, by, details, engineer };
  const all = { ...file, notes, layout, desks, brought, rounds, records, beside, shared, unknown };
  // Without a line break at the end: adding one would copy it all, which takes as long as writing it.
  return JSON.stringify(all, null, 1);
};
