/** What a page goes on hearing once the board has been read, and what it tells of itself. Loaded then. */
import { disposers } from '../../base/disposer.ts';
import type { BoardItem } from '../../board/item.ts';
import type { Person } from '../../miro/people.ts';
import type { Sync } from '../../sync/sync.ts';
import { dropDeletedSheets } from './deletedSheets.ts';
import { followFrames, followSelection } from './followBoard.ts';
import type { FoundSheets } from './found.ts';
import type { MirrorKeeper } from './mirrorKeeper.ts';
import { listenToBoard } from './mirrorListener.ts';
import type { NoticeContent } from './notice.ts';
import type { Disposable } from './parts.ts';
import type { Platform } from './platform.ts';
import { openPresence, type Presence, type PresenceContext } from './presence.ts';
import type { SheetList } from './sheetList.ts';

export interface WatchingContext extends PresenceContext {
  readonly platform: Platform;
  readonly sync: Sync;
  readonly me: Person;
  readonly list: SheetList;
  readonly found: FoundSheets;
  readonly keeper: MirrorKeeper;
  /** What this page is for. */
  readonly page: {
    readonly keepsMirror: boolean;
    readonly followsSelection: boolean;
    readonly seen: boolean;
  };
  readonly openCard: (note: BoardItem) => void;
  readonly lookAround: () => Promise<void>;
  readonly tell: (notice: NoticeContent) => void;
}

export interface Watching extends Disposable {
  /** Null on a page that nobody sees. */
  readonly presence: Presence | null;
}

export function openWatching(context: WatchingContext): Watching {
  const { platform, sync, me, list, found, keeper, page, openCard, lookAround, tell } = context;
  const { board } = platform;
  const owned = disposers();
  owned.add(
    dropDeletedSheets(sync, me.id, list, (labels) =>
      tell({ tone: 'info', message: `The owner has deleted this sheet: ${labels.join(', ')}.` }),
    ),
  );
  if (page.keepsMirror) owned.add(listenToBoard(platform, keeper));
  if (page.followsSelection) {
    owned.add(followSelection(board, openCard));
    owned.add(
      followFrames(board, {
        here: list.frames,
        someMissing: () => found.deleted.value.size > 0,
        lookAround: () => void lookAround().catch(() => undefined),
      }),
    );
  }
  const presence = page.seen ? openPresence(context) : null;
  if (presence) owned.add(presence.dispose);
  return { presence, dispose: owned.dispose };
}
