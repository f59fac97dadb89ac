/** What a page goes on hearing once the board has been read, and what it tells of itself. Loaded then. */
import type { Signal } from '@preact/signals';
import { parseSheetName } from '../../../annotations/names.ts';
import { parseSessionName } from '../../../annotations/sessionNames.ts';
import { disposers } from '../../../base/disposer.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { Person } from '../../../miro/people.ts';
import type { Leadership } from '../../../sync/ports.ts';
import type { Sync } from '../../../sync/sync.ts';
import { dropDeletedSheets } from '../found/deletedSheets.ts';
import type { FoundSheets } from '../found/found.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import { openPresence, type Presence, type PresenceContext } from '../presence/presence.ts';
import type { Disposable } from '../sheet/parts.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import { followFrames, followSelection } from './followBoard.ts';
import type { MirrorKeeper } from './mirrorKeeper.ts';
import { listenToBoard } from './mirrorListener.ts';

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
  readonly starting: Signal<boolean>;
  /** Whether this board has, or had, a live session for a group. */
  readonly hasLive: Signal<boolean>;
  readonly online: Signal<readonly Person[]>;
  /** One page of this person at a time. */
  readonly alone: (task: string) => Promise<Leadership>;
  readonly lookAround: () => Promise<void>;
  readonly tell: (notice: NoticeContent) => void;
}

export interface Watching extends Disposable {
  /** Keeps the tags of this sheet's notes. */
  tag(sheet: SheetModel): void;
  /** Null on a page that nobody sees. */
  readonly presence: Presence | null;
}

export function openWatching(context: WatchingContext): Watching {
  const { platform, sync, me, list, found, keeper, page, starting, hasLive, lookAround, tell } = context;
  const { board, people } = platform;
  const owned = disposers();
  const hear = (now: readonly Person[]): void => {
    context.online.value = now;
  };
  owned.add(people.onOnline(hear));
  // Asked only now, so that nobody is missed who comes while the board is read. Refused, the next one who comes tells.
  void people.online().then(hear, () => undefined);
  const openCard = (note: BoardItem): void => {
    keeper.take([note]);
    const model = list.models().find((one) => one.holds(note.id));
    if (!model) return;
    list.choose(model.id);
    starting.value = false;
    model.selected(note.id);
  };
  owned.add(
    dropDeletedSheets(sync, me.id, list, (labels) =>
      tell({ tone: 'info', message: `The owner has deleted this sheet: ${labels.join(', ')}.` }),
    ),
  );
  const lookForLive = (): void => {
    hasLive.value ||= sync.names.get().some((name) => parseSessionName(name) !== null);
  };
  lookForLive();
  owned.add(sync.names.subscribe(lookForLive));
  /** Another person's new sheet shows first as a document that nobody here knows. */
  const lookForSheets = (): void => {
    const known = new Set(list.entries.value.map(({ id }) => id));
    const fresh = sync.names
      .get()
      .map(parseSheetName)
      .some((id) => id !== null && !known.has(id));
    if (fresh) void lookAround().catch(() => undefined);
  };
  owned.add(sync.names.subscribe(lookForSheets));
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
  return {
    presence,
    tag({ id, document, shared: view }) {
      const { clock, hasRoom } = platform;
      const alone = context.alone(`tags/${id}`);
      void import('./tagWriter.ts').then(({ writeTags }) =>
        owned.add(
          writeTags({ board, clock, hasRoom, document, view, online: context.online, me: me.id, alone }),
        ),
      );
    },
    dispose: owned.dispose,
  };
}
