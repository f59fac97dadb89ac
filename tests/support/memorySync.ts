/** Documents shared between people in memory, at once and without loss: for tests of what stands on top of sync. */
import * as Y from 'yjs';
import type { Json } from '../../src/base/json.ts';
import { observable, type Source } from '../../src/base/observable.ts';
import type { Connection, DocumentName, Other, SavedState, Sync } from '../../src/sync/sync.ts';

export interface MemoryHub {
  join(user: string): Sync;
}

export function memoryHub(): MemoryHub {
  const peers = new Map<DocumentName, Set<Y.Doc>>();
  const names = observable<readonly DocumentName[]>([]);
  const deleted = observable<readonly DocumentName[]>([]);
  const doings = new Map<string, Json | null>();
  const company = new Map<string, Source<readonly Other[]>>();
  const tellAll = (): void => {
    for (const [user, others] of company)
      others.set([...doings].flatMap(([one, doing]) => (one === user ? [] : [{ user: one, doing }])));
  };
  return {
    join(user) {
      const others = company.get(user) ?? observable<readonly Other[]>([]);
      company.set(user, others);
      doings.set(user, doings.get(user) ?? null);
      tellAll();
      const own = new Map<DocumentName, Y.Doc>();
      const drafts = new Map<DocumentName, Y.Doc>();
      const forgotten = observable(false);
      return {
        open(name) {
          let doc = deleted.get().includes(name) ? new Y.Doc() : own.get(name);
          if (!doc) {
            doc = new Y.Doc();
            const joined = doc;
            const all = peers.get(name) ?? new Set();
            for (const other of all) Y.applyUpdate(joined, Y.encodeStateAsUpdate(other), 'remote');
            all.add(joined);
            peers.set(name, all);
            own.set(name, joined);
            joined.on('update', (update: Uint8Array, origin: unknown) => {
              if (origin === 'remote') return;
              for (const other of all) if (other !== joined) Y.applyUpdate(other, update, 'remote');
              // As on a board: a document is known to others once something was written to it.
              if (!names.get().includes(name)) names.set([...names.get(), name].sort());
            });
          }
          return { doc, loaded: Promise.resolve(), joined: Promise.resolve() };
        },
        openPrivate(name) {
          const doc = drafts.get(name) ?? new Y.Doc();
          drafts.set(name, doc);
          return { doc, loaded: Promise.resolve() };
        },
        async discardPrivate(name) {
          drafts.get(name)?.destroy();
          drafts.delete(name);
        },
        saved: observable<SavedState>({ browser: 'saved', board: 'saved' }),
        connection: observable<Connection>({ reach: 'well', behind: 0 }),
        names,
        others,
        device: user,
        clocks: observable<ReadonlyMap<string, number>>(new Map()),
        tell(doing) {
          doings.set(user, doing);
          tellAll();
        },
        problems: observable<readonly never[]>([]),
        deleted,
        async delete(name) {
          if (deleted.get().includes(name)) return;
          peers.delete(name);
          deleted.set([...new Set([...deleted.get(), name])].sort());
          names.set(names.get().filter((known) => known !== name));
        },
        forgetHere: async () => forgotten.set(true),
        forgotten,
        flush: async () => undefined,
        refresh: async () => undefined,
        dispose: () => undefined,
      };
    },
  };
}
