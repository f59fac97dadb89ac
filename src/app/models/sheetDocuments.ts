/**
 * The documents of one sheet as signals: the sheet itself and every participant's desk, parsed again when they change.
 * Only one's own desk is handed out for writing.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import type { Desk } from '../../annotations/desk.ts';
import { readDesk } from '../../annotations/deskDocument.ts';
import { deskName, parseDeskName, sheetName } from '../../annotations/names.ts';
import { readSheet, type SheetContent } from '../../annotations/sheetDocument.ts';
import { disposers } from '../../base/disposer.ts';
import type { Sync } from '../../sync/sync.ts';
import type { SheetId, UserId } from '../../workshop/ids.ts';

export interface SheetDocuments {
  readonly content: ReadonlySignal<SheetContent>;
  readonly desks: ReadonlySignal<readonly Desk[]>;
  /** The sheet and my desk have been read from this browser and, as far as it answers, from the board. */
  readonly ready: ReadonlySignal<boolean>;
  readonly sheet: Y.Doc;
  readonly myDesk: Y.Doc;
  dispose(): void;
}

/** Many updates in a row are read once, right after the last. */
function whenCalm(task: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    void Promise.resolve().then(() => {
      waiting = false;
      task();
    });
  };
}

export function sheetDocuments(sync: Sync, id: SheetId, me: UserId): SheetDocuments {
  const owned = disposers();
  const opened = sync.open(sheetName(id));
  const mine = sync.open(deskName(id, me));
  const content = signal(readSheet(opened.doc));
  const desks = signal<ReadonlyMap<UserId, Desk>>(new Map());
  const list = signal<readonly Desk[]>([]);
  const ready = signal(false);

  const follow = (doc: Y.Doc, task: () => void): void => {
    const onUpdate = whenCalm(task);
    doc.on('update', onUpdate);
    owned.add(() => doc.off('update', onUpdate));
    task();
  };

  const followed = new Set<UserId>();
  const followDesk = (user: UserId, doc: Y.Doc): void => {
    if (followed.has(user)) return;
    followed.add(user);
    follow(doc, () => {
      desks.value = new Map(desks.peek()).set(user, readDesk(doc, user));
      list.value = [...desks.peek().values()];
    });
  };
  const findDesks = (): void => {
    for (const name of sync.names.get()) {
      const desk = parseDeskName(name);
      if (desk?.sheet === id) followDesk(desk.user, sync.open(name).doc);
    }
  };

  follow(opened.doc, () => {
    content.value = readSheet(opened.doc);
  });
  followDesk(me, mine.doc);
  findDesks();
  owned.add(sync.names.subscribe(findDesks));
  void Promise.all([opened.loaded, opened.joined, mine.loaded, mine.joined]).then(() => {
    ready.value = true;
  });

  return { content, desks: list, ready, sheet: opened.doc, myDesk: mine.doc, dispose: owned.dispose };
}
