/**
 * Notes that people spoke about on another board and that are not on this one: what they said is put into the mirror
 * as gone, so that the words about them stand under something.
 */
import type * as Y from 'yjs';
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { ArchivedNote } from './archive.ts';
import type { Desk } from './desk.ts';
import { rememberGone } from './sheetOperations.ts';

interface Remembering {
  readonly by: UserId;
  readonly notes: readonly ArchivedNote[];
  /** Notes of the archive → notes here. */
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  /** Those whose words come along. */
  readonly desks: readonly Desk[];
  /** Notes of which something else is said that comes along. */
  readonly about?: ReadonlySet<ItemId>;
  /** Left where they are, with what was said about them. */
  readonly behind?: ReadonlySet<ItemId>;
}

/** False on a newer document: nothing was written. */
export function rememberNotes(
  doc: Y.Doc,
  { by, notes, ids, desks, about = new Set(), behind = new Set() }: Remembering,
): boolean {
  const spoken = new Set([
    ...about,
    ...desks.flatMap(({ stances, remarks }) => [...stances.keys(), ...remarks.map(({ note }) => note)]),
  ]);
  const lost = notes.filter(({ id }) => spoken.has(id) && !ids.has(id) && !behind.has(id));
  return rememberGone(
    doc,
    by,
    lost.map(({ gone: _, lanes: __, ...note }) => ({ ...note, kind: 'sticky' })),
  );
}
