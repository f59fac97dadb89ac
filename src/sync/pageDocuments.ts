/**
 * The shared documents as one page has them open: loaded from this browser's disk, kept there, and handed to and fro
 * between the pages of the device. What this page wrote itself is counted until the board has it.
 */
import * as Y from 'yjs';
import { disposers } from '../base/disposer.ts';
import type { DeviceMessage, Own } from './deviceMessages.ts';
import type { Leading } from './leading.ts';
import { leaderPatience, mostDocuments } from './limits.ts';
import type { LocalCopy } from './localCopy.ts';
import type { Problems } from './problems.ts';
import { isSource, type Replica, replica } from './replica.ts';
import type { DocumentName } from './sync.ts';
import type { Random, Timers } from './timers.ts';
import { applied, hasBeyond } from './updates.ts';

export interface PageDocuments {
  readonly replicas: ReadonlyMap<DocumentName, Replica>;
  /** The same document for the same name, until it is dropped. Throws when too many are open. */
  open(name: DocumentName): Replica;
  /** It is deleted: what is opened under its name from now on is empty, and nothing hears of it. */
  drop(name: DocumentName): void;
  /** Opens it, or reads it from the disk once more; null where that can't be. */
  reread(name: DocumentName): Promise<Replica | null>;
  /** Whether the board has all that this page wrote, as far as it was told. */
  readonly isSaved: boolean;
  acknowledge(name: DocumentName, own: readonly Own[]): void;
  /** Another page has opened this and holds that: it gets what it lacks. Null where it is not open here. */
  answer(to: string, name: DocumentName, vector: Uint8Array): Replica | null;
  takeGiven(name: DocumentName, update: Uint8Array, vector: Uint8Array): void;
  takeChange(name: DocumentName, update: Uint8Array, own: Own | null): void;
  /** Another page leads now: it is told what is open here, and gets what the board may lack. */
  introduce(): void;
  /** This page leads now. */
  handTo(leader: Leading): void;
  dispose(): void;
}

interface Context {
  readonly page: string;
  readonly local: LocalCopy;
  readonly timers: Timers;
  readonly random: Random;
  readonly problems: Problems;
  readonly post: (message: DeviceMessage) => void;
  /** While this page leads. */
  readonly leader: () => Leading | null;
  readonly isDeleted: (name: DocumentName) => boolean;
  /** This page wrote something, or the board has it. */
  readonly onChange: () => void;
}

export function pageDocuments(context: Context): PageDocuments {
  const { page, local, timers, random, problems, post, leader, isDeleted } = context;
  const owned = disposers();
  const replicas = new Map<DocumentName, Replica>();
  const dead = new Map<DocumentName, Replica>();
  /** Changes made in this page so far, in all documents. */
  let count = 0;
  const fresh = (name: DocumentName): Replica => replica(name, Math.floor(random() * 2 ** 32));

  function openDead(name: DocumentName): Replica {
    const present = dead.get(name) ?? fresh(name);
    dead.set(name, present);
    present.loaded.finish();
    present.joined.finish();
    return present;
  }

  async function load(one: Replica): Promise<void> {
    const { name, doc } = one;
    const { updates, damaged } = await local.load(name);
    if (timers.disposed || replicas.get(name) !== one) return;
    const unreadable = updates.filter((update) => !applied(doc, update, 'sync/browser')).length;
    if (damaged + unreadable > 0) problems.report({ kind: 'damaged', document: name, who: 'browser' });
    one.loaded.finish();
    post({ kind: 'ask', page, name, vector: Y.encodeStateVector(doc) });
  }

  function onUpdate(changed: Replica, update: Uint8Array, origin: unknown): void {
    const { name } = changed;
    if (replicas.get(name) !== changed) return; // deleted
    if (origin === 'sync/browser' || origin === 'sync/device') return; // it lies in this browser already
    if (isSource(origin)) {
      local.append(name, update);
      post({ kind: 'change', name, update, own: null });
      return;
    }
    count += 1;
    changed.unsaved.set(page, count);
    const own: Own = { page, count };
    local.appendOwn(name, update);
    post({ kind: 'change', name, update, own });
    leader()?.changed(name, update, own);
    context.onChange();
  }

  function open(name: DocumentName): Replica {
    const present = replicas.get(name);
    if (present) return present;
    if (isDeleted(name)) return openDead(name);
    if (replicas.size >= mostDocuments) throw new Error(`More than ${mostDocuments} documents are open`);
    const one = fresh(name);
    replicas.set(name, one);
    const listener = (update: Uint8Array, origin: unknown) => onUpdate(one, update, origin);
    one.doc.on('update', listener);
    owned.add(() => {
      one.doc.off('update', listener);
      one.loaded.finish();
      one.joined.finish();
    });
    void load(one);
    leader()?.take(one);
    // Should no page lead, or the leading one be asleep, going on without the board's copy is better than waiting.
    timers.after(leaderPatience, () => {
      if (!leader()) one.joined.finish();
    });
    return one;
  }

  /** For another page: the leading one opens what any of them has open, as long as there is room. */
  const openFor = (name: DocumentName): Replica | undefined =>
    leader() && replicas.size < mostDocuments && !isDeleted(name) ? open(name) : replicas.get(name);

  /** Documents of which the board may lack something, and up to where whose changes. */
  function* unsaved(): Iterable<{ readonly one: Replica; readonly own: Own }> {
    for (const one of replicas.values())
      for (const [by, last] of one.unsaved) yield { one, own: { page: by, count: last } };
  }

  return {
    replicas,
    open,
    drop(name) {
      const one = replicas.get(name);
      replicas.delete(name);
      one?.loaded.finish();
      one?.joined.finish();
    },
    async reread(name) {
      const present = replicas.get(name);
      if (!present) return openFor(name) ?? null;
      await present.loaded.promise;
      await load(present);
      return present;
    },
    get isSaved() {
      return [...replicas.values()].every((one) => one.unsaved.size === 0);
    },
    acknowledge(name, own) {
      const one = replicas.get(name);
      if (!one) return;
      for (const { page: by, count: last } of own) {
        if ((one.unsaved.get(by) ?? 0) > last) continue;
        one.unsaved.delete(by);
        if (by === page) local.forgetUnsaved(name);
      }
      context.onChange();
    },
    answer(to, name, vector) {
      const mine = openFor(name);
      if (!mine) return null;
      const update = Y.encodeStateAsUpdate(mine.doc, vector);
      post({ kind: 'give', to, name, update, vector: Y.encodeStateVector(mine.doc) });
      return mine;
    },
    takeGiven(name, update, vector) {
      const mine = replicas.get(name);
      if (!mine) return;
      applied(mine.doc, update, 'sync/device');
      if (hasBeyond(mine.doc, vector))
        post({ kind: 'change', name, update: Y.encodeStateAsUpdate(mine.doc, vector), own: null });
    },
    takeChange(name, update, own) {
      const mine = openFor(name);
      if (!mine) return;
      applied(mine.doc, update, 'sync/device');
      if (!own) return;
      // Said of the same changes once more, the board gets them once more.
      if (own.page !== page) mine.unsaved.set(own.page, own.count);
      leader()?.changed(name, update, own);
    },
    introduce() {
      for (const { name, doc } of replicas.values())
        post({ kind: 'ask', page, name, vector: Y.encodeStateVector(doc) });
      for (const { one, own } of unsaved())
        post({ kind: 'change', name: one.name, update: Y.encodeStateAsUpdate(one.doc), own });
    },
    handTo(led) {
      for (const one of replicas.values()) led.take(one);
      for (const { one, own } of unsaved()) led.changed(one.name, Y.encodeStateAsUpdate(one.doc), own);
    },
    dispose: owned.dispose,
  };
}
