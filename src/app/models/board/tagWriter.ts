/**
 * Writes the notes' states as tags on their stickies while a sheet has that switched on, and takes them away when it is
 * switched off. One page of all that are open does it: of the person who switched it, as long as they are here.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import type * as Y from 'yjs';
import { forgetTag, recordTag, reportFullStickies } from '../../../annotations/sheetOperations.ts';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardPort } from '../../../board/port.ts';
import { planRemoveStateTags, planStateTags, type TagState, tagsAfter } from '../../../board/stateTags.ts';
import type { Person } from '../../../miro/people.ts';
import type { Leadership } from '../../../sync/ports.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import type { SheetView } from '../sheet/sheetView.ts';

/** Milliseconds of quiet before tags are written: people change their minds, and each pass costs two large reads. */
const calm = 1500;
/** Milliseconds before a refused pass, or one for which the budget has no room, is tried again. */
const patience = 30_000;

interface Options {
  readonly board: BoardPort;
  readonly clock: Clock;
  /** Whether the board's budget has room for work that can wait. */
  readonly hasRoom: () => boolean;
  readonly document: Y.Doc;
  readonly view: ReadonlySignal<SheetView | null>;
  readonly online: ReadonlySignal<readonly Person[]>;
  readonly me: UserId;
  /** Among the pages of this person. */
  readonly alone: Promise<Leadership>;
}

/** Who writes: whoever switched it, else the first by id of those on the sheet who are here. */
export function tagWriterOf(view: SheetView, online: readonly Person[]): UserId | null {
  const here = new Set(online.map(({ id }) => id));
  const { by } = view.content.tags;
  if (by && here.has(by)) return by;
  const others = view.participants.map(({ user }) => user).filter((user) => here.has(user));
  return others.sort()[0] ?? null;
}

export function writeTags({ board, clock, hasRoom, document, view, online, me, alone }: Options): Disposer {
  const owned = disposers();
  let leading = false;
  /** What the board shows already, so that a pass without news makes no calls. */
  let shown = '';
  let waiting: Disposer | null = null;
  let running = false;
  let disposed = false;
  owned.add(() => {
    disposed = true;
  });

  const wantedIn = (current: SheetView): ReadonlyMap<ItemId, TagState> =>
    current.tagsOn
      ? new Map(
          [...current.notes.values()].flatMap(({ id, place, state }) =>
            place === 'gone' ? [] : [[id, state]],
          ),
        )
      : new Map();
  const keyOf = (current: SheetView): string => JSON.stringify([current.tagsOn, ...wantedIn(current)]);

  const pass = async (current: SheetView): Promise<void> => {
    const record = current.content.tags.ids;
    const known = current.content.items;
    const stickies = (await board.readAll()).filter(({ id, kind }) => kind === 'sticky' && known.has(id));
    const boardTags = await board.readTags();
    if (!current.tagsOn) {
      const { change, remove } = planRemoveStateTags(stickies, boardTags, record);
      for (const one of change) await board.change(one.id, { tags: tagsAfter(one, new Map()) });
      for (const id of remove) await board.removeTag(id);
      for (const id of record.keys()) forgetTag(document, id);
      reportFullStickies(document, 0);
      return;
    }
    const wanted = wantedIn(current);
    const { standing, create, change, full } = planStateTags({ wanted, stickies, boardTags, record });
    const ids = new Map(standing);
    for (const { state, title, colour } of create) {
      const tag = await board.createTag(title, colour);
      // On record before it is used: only what is on record is ever taken away again.
      recordTag(document, tag.id, tag.title);
      ids.set(state, tag.id);
    }
    for (const one of change) await board.change(one.id, { tags: tagsAfter(one, ids) });
    reportFullStickies(document, full.length);
  };

  const run = async (): Promise<void> => {
    const current = view.value;
    if (!current || running) return;
    if (!hasRoom()) {
      waitForBetter();
      return;
    }
    const key = keyOf(current);
    running = true;
    try {
      await pass(current);
      shown = key;
    } catch {
      // Tags are a courtesy: the panel has the states. A refusal is tried again later, when it may pass.
      shown = '';
      waitForBetter();
    } finally {
      running = false;
    }
    plan();
  };

  function waitForBetter(): void {
    waiting = clock.after(patience, () => {
      waiting = null;
      plan();
    });
  }

  function lead(): void {
    leading = true;
    plan();
  }

  function plan(): void {
    const current = view.value;
    if (disposed || !leading || !current || waiting || running || !current.canWrite) return;
    if (tagWriterOf(current, online.value) !== me) return;
    const nothing = !current.tagsOn && current.content.tags.ids.size === 0;
    if (nothing || keyOf(current) === shown) return;
    waiting = clock.after(calm, () => {
      waiting = null;
      void run();
    });
  }

  void alone.then((leadership) => owned.add(leadership.seek(lead)));
  owned.add(
    effect(() => {
      if (view.value && online.value) plan();
    }),
  );
  owned.add(() => waiting?.());
  return owned.dispose;
}
