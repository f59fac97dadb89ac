/** Deletes what somebody asked to be deleted (leaving.ts asks). Loaded when they are asked whether they mean it. */
import { dropBrought } from '../../../annotations/dropBrought.ts';
import { privateNames } from '../../../annotations/privateNames.ts';
import { remarksIn } from '../../../annotations/threads.ts';
import type { Person } from '../../../miro/people.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import type { Drafts } from '../talk/drafts.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Farewell } from './leaving.ts';

export interface FarewellContext {
  readonly platform: Pick<Platform, 'board' | 'clock'>;
  readonly sync: Sync;
  readonly me: Person;
  readonly drafts: Drafts;
  readonly list: SheetList;
  readonly tell: (notice: NoticeContent) => void;
}

export function openFarewell({ platform: { board, clock }, sync, me, drafts, list, tell }: FarewellContext) {
  /** Everything that a draft's key may name in this sheet. */
  const idsIn = (sheet: SheetModel): readonly string[] => {
    const notes = [...(sheet.view.value?.notes.values() ?? [])];
    const remarks = notes.flatMap(({ threads }) => threads.flatMap(remarksIn)).map(({ id }) => id);
    return [sheet.id, ...notes.map(({ id }) => id), ...remarks];
  };

  /** Everything about this sheet that is in this browser only. */
  const throwDraftsAway = async (sheet: SheetModel): Promise<void> => {
    await sheet.unseen.value?.throwDraftAway();
    const names = privateNames(sheet.id, me.id);
    await Promise.all(names.map((name) => sync.discardPrivate(name)));
  };

  const deleteWords = async (sheet: SheetModel): Promise<void> => {
    const mine = sheet.documentNames().at(-1);
    // Also what others brought of mine from another board; and they bring nothing more.
    dropBrought(sheet.document, me.id, new Date(clock.now()).toISOString());
    sheet.openNote.value = null;
    drafts.forget(idsIn(sheet));
    await throwDraftsAway(sheet);
    if (mine) await sync.delete(mine);
    tell({ tone: 'info', message: 'What you said in this sheet is deleted.' });
  };

  const deleteSheet = async (sheet: SheetModel): Promise<void> => {
    const names = sheet.documentNames();
    drafts.forget(idsIn(sheet));
    await throwDraftsAway(sheet);
    list.drop(new Set([sheet.id]));
    await Promise.all(names.map((name) => sync.delete(name)));
    try {
      await board.writeSheetRecord(sheet.id, null);
      tell({ tone: 'info', message: 'The sheet is deleted. Its frame and notes are still on the board.' });
    } catch (error) {
      // What people said is gone all the same; only the board's note that there was a sheet is left.
      tell({ tone: 'warn', message: refusalWords(error, 'remove the entry of the deleted sheet') });
    }
  };

  const forgetBrowser = async (): Promise<void> => {
    drafts.forget();
    await sync.forgetHere().catch(() =>
      tell({
        tone: 'warn',
        message:
          'This browser would not delete its copies. Clear this site’s data in the browser’s settings.',
      }),
    );
  };

  return {
    async carryOut(what: Farewell, sheet: SheetModel): Promise<void> {
      if (what === 'my words') await deleteWords(sheet);
      else if (what === 'the sheet') await deleteSheet(sheet);
      else await forgetBrowser();
    },
    dispose: () => undefined,
  };
}
