/**
 * How a board's sheets go on: one that was just dropped, frames that were copied, came from another board, or were left
 * by a drop that broke off; and the wide view.
 */
import type { Signal } from '@preact/signals';
import type * as Y from 'yjs';
import type { SheetArchive } from '../../../annotations/archive.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { ItemId, SheetId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { MirrorKeeper } from '../board/mirrorKeeper.ts';
import type { PlacedSheet } from '../drop/dropping.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import type { RoundsPlace } from '../rounds/roundMoments.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { Tab } from '../tab.ts';
import type { TakingAlong } from '../takingAlong/takingAlong.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { CopiedSheet, FoundSheets, StrangeSheet } from './found.ts';

export interface GoingOnContext {
  readonly platform: Pick<Platform, 'screens'>;
  readonly found: FoundSheets;
  readonly list: SheetList;
  readonly keeper: MirrorKeeper;
  readonly along: TakingAlong;
  readonly starting: Signal<boolean>;
  readonly tab: Signal<Tab>;
  readonly sync: Sync;
  readonly lookAround: () => Promise<void>;
  readonly tell: (notice: NoticeContent) => void;
}

export function openGoingOn({
  platform,
  found,
  list,
  keeper,
  along,
  starting,
  tab,
  sync,
  lookAround,
  tell,
}: GoingOnContext) {
  const trying = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      tell({ tone: 'warn', message: refusalWords(error, what) });
    }
  };

  const settle = async (what: SheetId | StrangeSheet): Promise<SheetId | null> => {
    if (typeof what !== 'string') return found.settleHere(what);
    await found.goOnWith(what);
    return what;
  };

  return {
    lookAgain: () => trying('look at the board', lookAround),
    goOnHere: (what: SheetId | StrangeSheet, taken?: 'look' | SheetArchive) =>
      trying('go on with this sheet here', async () => {
        const id = await settle(what);
        if (id) await lookAround();
        const entry = list.entries.value.find((one) => one.id === id);
        if (!entry) return;
        starting.value = false;
        list.choose(entry.id);
        const sheet = list.current.value;
        sheet?.moveTo(entry.place);
        await keeper.reconcile();
        if (taken && sheet) along.begin(sheet, taken === 'look' ? undefined : taken);
      }),
    makeOwnSheet: (copy: CopiedSheet) =>
      trying('make it a sheet', async () => {
        const id = await found.makeOwn(copy);
        await lookAround();
        if (id) list.choose(id);
        else
          tell({ tone: 'warn', message: 'The frame is no longer on the board, or its sheet can’t be read.' });
      }),
    removeUnfinished: (frame: ItemId) =>
      trying('remove the unfinished sheet', async () => {
        // What was read a while ago may have been written on since.
        await lookAround();
        await found.remove(frame);
        await lookAround();
      }),
    /** `place`: what of the rounds to show there. */
    openWide: (place?: RoundsPlace) =>
      trying('open the wide view', async () => {
        const id = list.current.value?.id;
        if (!id) return;
        const moments = place?.kind === 'changes' ? `&before=${place.before}&after=${place.after}` : '';
        const address = `modal.html?sheet=${encodeURIComponent(id)}${moments}`;
        const shown = await platform.screens.openModal(address, { width: 960, height: 720 });
        if (!shown) tell({ tone: 'warn', message: 'Another window is open on this board. Close it first.' });
      }),
    /** A sheet that was just put on the board opens. `prepare`: before anybody hears of it. */
    async placed(
      { id, record, headers }: PlacedSheet,
      role: Role,
      prepare: (document: Y.Doc) => void,
    ): Promise<void> {
      // From what was written, not from a reading that may be refused: a sheet must not stay without its owner.
      const begun = list.add(id, record);
      await begun?.begin(role, headers);
      if (begun) prepare(begun.document);
      starting.value = false;
      tab.value = 'write';
      // Others find the sheet by its record at once, so what it says should be there as soon as can be.
      void sync.flush();
      // Refused, the outline is empty for now; so is the sheet.
      await keeper.reconcile().catch(() => undefined);
    },
    dispose: () => undefined,
  };
}
