/** Sheets that were deleted somewhere: gone here as well. */
import { parseDeskName, parseRoundName, parseSheetName } from '../../../annotations/names.ts';
import { privateNames } from '../../../annotations/privateNames.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { SheetId, UserId } from '../../../workshop/ids.ts';
import type { SheetList } from '../sheet/sheetList.ts';

/**
 * Sheets that their owners deleted leave the list, wherever they are open. Whoever knows of a desk or a round in one deletes
 * that too: it was written by somebody who had not heard of it yet, and nobody could ever see it again.
 */
export function dropDeletedSheets(
  sync: Sync,
  me: UserId,
  list: SheetList,
  onDropped: (labels: readonly string[]) => void,
): Disposer {
  const look = (): void => {
    const gone = new Set<SheetId>(sync.deleted.get().flatMap((name) => parseSheetName(name) ?? []));
    if (gone.size === 0) return;
    const here = list.entries.value.filter(({ id }) => gone.has(id));
    list.drop(gone);
    // What somebody had not shown yet goes with the sheet that it was about.
    for (const { id } of here) for (const name of privateNames(id, me)) void sync.discardPrivate(name);
    if (here.length > 0) onDropped(here.map(({ label }) => label));
    const left = sync.names.get().filter((name) => {
      const sheet = (parseDeskName(name) ?? parseRoundName(name))?.sheet;
      return sheet !== undefined && gone.has(sheet) && !sync.deleted.get().includes(name);
    });
    for (const name of left) void sync.delete(name);
  };
  const owned = disposers();
  owned.add(sync.deleted.subscribe(look));
  owned.add(sync.names.subscribe(look));
  look();
  return owned.dispose;
}
