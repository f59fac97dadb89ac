/** Everything in a sheet, as a file to take along; loaded when somebody asks for it. */
import { archiveJson, archiveOf } from '../../annotations/makeArchive.ts';
import { fileName } from '../../export/fileName.ts';
import type { Person } from '../../miro/people.ts';
import type { ItemId, LaneId } from '../../workshop/ids.ts';
import type { SheetView } from './sheetView.ts';

export interface Archiving {
  readonly board: string;
  readonly by: Person;
  /** ISO 8601. */
  readonly at: string;
  /** IANA name, for the date in the file's name. */
  readonly timeZone: string;
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The lanes of each note that lies in one, or between some. */
export function lanesOfNotes({ harvest }: SheetView): ReadonlyMap<ItemId, readonly LaneId[]> {
  const clear = harvest.lanes.flatMap(({ lane, notes }) => notes.map(({ id }) => [id, [lane.id]] as const));
  const border = harvest.border.map(({ note, between }) => [note.id, between] as const);
  return new Map<ItemId, readonly LaneId[]>([...clear, ...border]);
}

/** Null while the sheet's header has not arrived. */
export function archiveFile(view: SheetView, { board, by, at, timeZone }: Archiving): TextFile | null {
  const { content, details, talk } = view;
  const archive = archiveOf({
    board,
    at,
    by: { user: by.id, name: by.name },
    content,
    desks: [...talk.desks.values()],
    lanes: lanesOfNotes(view),
  });
  if (!archive) return null;
  const { title, team } = details;
  const name = fileName({ title, team, status: { at }, timeZone }, 'rolewright.json');
  return { name, text: archiveJson(archive) };
}
