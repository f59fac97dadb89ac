/**
 * Leaving no trace when asked: deleting one's own words in a sheet, a whole sheet that one owns, or what this browser
 * keeps. None of it can be undone, so each is asked about first, in words that say what goes and what stays elsewhere.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { dropBrought } from '../../annotations/dropBrought.ts';
import {
  parseDeskName,
  parseRoundName,
  parseSheetName,
  privateNames,
  sheetName,
} from '../../annotations/names.ts';
import { remarksIn } from '../../annotations/threads.ts';
import type { Clock } from '../../base/clock.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { BoardWriter } from '../../board/port.ts';
import type { Sync } from '../../sync/sync.ts';
import type { SheetId, UserId } from '../../workshop/ids.ts';
import type { Drafts } from './drafts.ts';
import type { NoticeContent } from './notice.ts';
import { refusalWords } from './refusalWords.ts';
import type { SheetList } from './sheetList.ts';
import type { SheetModel } from './sheetModel.ts';

export type Farewell = 'my words' | 'this browser' | 'the sheet';

export interface Leaving {
  /** What the person is asked about now. */
  readonly asking: ReadonlySignal<Farewell | null>;
  readonly working: ReadonlySignal<boolean>;
  ask(what: Farewell): void;
  keep(): void;
  /** Does what was asked about, after the answer was yes. */
  goAhead(sheet: SheetModel): Promise<void>;
}

interface Options {
  readonly board: Pick<BoardWriter, 'writeSheetRecord'>;
  readonly sync: () => Sync | null;
  readonly me: () => UserId | null;
  readonly clock: Pick<Clock, 'now'>;
  readonly drafts: () => Drafts | null;
  readonly list: SheetList;
  readonly tell: (notice: NoticeContent) => void;
}

export function leaving({ board, sync, me, clock, drafts, list, tell }: Options): Leaving {
  const asking = signal<Farewell | null>(null);
  const working = signal(false);

  /** Everything that a draft's key may name in this sheet. */
  const idsIn = (sheet: SheetModel): readonly string[] => {
    const notes = [...(sheet.view.value?.notes.values() ?? [])];
    const remarks = notes.flatMap(({ threads }) => threads.flatMap(remarksIn)).map(({ id }) => id);
    return [sheet.id, ...notes.map(({ id }) => id), ...remarks];
  };

  /** Everything about this sheet that is in this browser only. */
  const throwDraftsAway = async (documents: Sync, sheet: SheetModel): Promise<void> => {
    const myself = me();
    await sheet.unseen.value?.throwDraftAway();
    const names = myself ? privateNames(sheet.id, myself) : [];
    await Promise.all(names.map((name) => documents.discardPrivate(name)));
  };

  const deleteWords = async (documents: Sync, sheet: SheetModel): Promise<void> => {
    const mine = sheet.documentNames().at(-1);
    const myself = me();
    // Also what others brought of mine from another board; and they bring nothing more.
    if (myself) dropBrought(sheet.document, myself, new Date(clock.now()).toISOString());
    sheet.openNote.value = null;
    drafts()?.forget(idsIn(sheet));
    await throwDraftsAway(documents, sheet);
    if (mine) await documents.delete(mine);
    tell({ tone: 'info', message: 'What you said in this sheet is deleted.' });
  };

  const deleteSheet = async (documents: Sync, sheet: SheetModel): Promise<void> => {
    const names = sheet.documentNames();
    drafts()?.forget(idsIn(sheet));
    await throwDraftsAway(documents, sheet);
    list.drop(new Set([sheet.id]));
    await Promise.all(names.map((name) => documents.delete(name)));
    try {
      await board.writeSheetRecord(sheet.id, null);
      tell({ tone: 'info', message: 'The sheet is deleted. Its frame and notes are still on the board.' });
    } catch (error) {
      // What people said is gone all the same; only the board's note that there was a sheet is left.
      tell({ tone: 'warn', message: refusalWords(error, 'remove the entry of the deleted sheet') });
    }
  };

  const forgetBrowser = async (documents: Sync): Promise<void> => {
    drafts()?.forget();
    await documents.forgetHere().catch(() =>
      tell({
        tone: 'warn',
        message:
          'This browser would not delete its copies. Clear this site’s data in the browser’s settings.',
      }),
    );
  };

  return {
    asking,
    working,
    ask(what) {
      asking.value = what;
    },
    keep() {
      asking.value = null;
    },
    async goAhead(sheet) {
      const [what, documents] = [asking.value, sync()];
      if (!what || !documents || working.value) return;
      working.value = true;
      try {
        if (what === 'my words') await deleteWords(documents, sheet);
        else if (what === 'the sheet') await deleteSheet(documents, sheet);
        else await forgetBrowser(documents);
      } finally {
        working.value = false;
        asking.value = null;
      }
    },
  };
}

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

export const isSheetDeleted = (sync: Sync, id: SheetId): boolean =>
  sync.deleted.get().includes(sheetName(id));
