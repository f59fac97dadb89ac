/**
 * The documents of one sheet as signals: the sheet itself and every participant's desk, parsed again when they change.
 * Only one's own desk is handed out for writing.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import type { Desk } from '../../../annotations/desk.ts';
import { deskName, parseDeskName, parseRoundName, sheetName } from '../../../annotations/names.ts';
import { readDesk } from '../../../annotations/readDesk.ts';
import { readSheet, type SheetContent } from '../../../annotations/sheetDocument.ts';
import { disposers } from '../../../base/disposer.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { SheetId, UserId } from '../../../workshop/ids.ts';

export interface DeskSource {
  readonly desk: Desk;
  readonly doc: Y.Doc;
}

export interface SheetDocuments {
  readonly content: ReadonlySignal<SheetContent>;
  readonly desks: ReadonlySignal<readonly Desk[]>;
  /** The same desks with their documents, for what else lies on them. */
  readonly sources: ReadonlySignal<readonly DeskSource[]>;
  /** Whose desks were deleted, and who has none since. */
  readonly left: ReadonlySignal<ReadonlySet<UserId>>;
  /** The sheet and my desk have been read from this browser and, as far as it answers, from the board. */
  readonly ready: ReadonlySignal<boolean>;
  readonly sheet: Y.Doc;
  /** A deleted desk is followed by a new one. */
  myDesk(): Y.Doc;
  /** The names of all its documents that are known here; my own desk's comes last. */
  names(): readonly string[];
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
  const myName = (): string => {
    let edition = 1;
    while (sync.deleted.get().includes(deskName(id, me, edition))) edition += 1;
    return deskName(id, me, edition);
  };
  const mine = sync.open(myName());
  const content = signal(readSheet(opened.doc));
  /** By document name: after a deletion somebody may have two for a moment. */
  const desks = signal<ReadonlyMap<string, DeskSource>>(new Map());
  const list = signal<readonly DeskSource[]>([]);
  const left = signal<ReadonlySet<UserId>>(new Set());
  const ready = signal(false);

  const follow = (doc: Y.Doc, task: () => void): void => {
    const onUpdate = whenCalm(task);
    doc.on('update', onUpdate);
    owned.add(() => doc.off('update', onUpdate));
    task();
  };

  /** Each one's newest desk that is not deleted. */
  const listDesks = (): void => {
    const gone = new Set(sync.deleted.get());
    const newest = new Map<UserId, { edition: number; source: DeskSource }>();
    for (const [name, source] of desks.peek()) {
      const [edition, { owner }] = [parseDeskName(name)?.edition ?? 1, source.desk];
      if (!gone.has(name) && edition >= (newest.get(owner)?.edition ?? 1))
        newest.set(owner, { edition, source });
    }
    list.value = [...newest.values()].map(({ source }) => source);
    const deleted = [...gone].map(parseDeskName).filter((desk) => desk?.sheet === id);
    left.value = new Set(deleted.flatMap((desk) => (desk && !newest.has(desk.user) ? [desk.user] : [])));
  };

  const followed = new Set<string>();
  const followDesk = (name: string): void => {
    const user = parseDeskName(name)?.user;
    if (followed.has(name) || user === undefined) return;
    followed.add(name);
    const { doc } = sync.open(name);
    follow(doc, () => {
      desks.value = new Map(desks.peek()).set(name, { desk: readDesk(doc, user), doc });
      listDesks();
    });
  };
  const deskNames = (): readonly string[] =>
    sync.names.get().filter((name) => parseDeskName(name)?.sheet === id);
  const roundNames = (): readonly string[] =>
    sync.names.get().filter((name) => parseRoundName(name)?.sheet === id);
  const findDesks = (): void => deskNames().forEach(followDesk);
  const onDeleted = (): void => {
    followDesk(myName());
    // What was read of a deleted desk is not kept for the sake of this page either.
    desks.value = new Map([...desks.peek()].filter(([name]) => !sync.deleted.get().includes(name)));
    listDesks();
  };

  follow(opened.doc, () => {
    content.value = readSheet(opened.doc);
  });
  followDesk(myName());
  findDesks();
  owned.add(sync.deleted.subscribe(onDeleted));
  owned.add(sync.names.subscribe(findDesks));
  void Promise.all([opened.loaded, opened.joined, mine.loaded, mine.joined]).then(() => {
    ready.value = true;
  });

  return {
    content,
    desks: computed(() => list.value.map(({ desk }) => desk)),
    sources: list,
    left,
    ready,
    sheet: opened.doc,
    myDesk: () => sync.open(myName()).doc,
    names: () => {
      const others = deskNames().filter((name) => name !== myName());
      return [...new Set([sheetName(id), ...roundNames(), ...others, myName()])];
    },
    dispose: owned.dispose,
  };
}
