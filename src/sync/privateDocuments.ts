/**
 * Documents that never leave this browser, such as what somebody writes before they are ready to show it. They lie on its
 * disk, and its pages share them. This file is given no way to the board, so nothing of them can get there.
 */
import * as Y from 'yjs';
import { disposers } from '../base/disposer.ts';
import type { DeviceMessage } from './deviceMessages.ts';
import type { LocalCopy } from './localCopy.ts';
import type { Problems } from './problems.ts';
import { isSource, type Replica, replica } from './replica.ts';
import type { Random } from './timers.ts';
import { applied } from './updates.ts';

/** Where they lie on the disk, beside documents of the same name that are shared. */
const onDisk = (name: string): string => `private/${name}`;

export type PrivateMessage = Extract<DeviceMessage, { kind: 'private' | 'private ask' | 'private gone' }>;

export interface PrivateDocuments {
  /** The same document for the same name until it is discarded. */
  open(name: string): Replica;
  /** Takes it off this browser's disk and away from all its pages: their `doc` is destroyed (Yjs event). */
  discard(name: string): Promise<void>;
  receive(message: PrivateMessage): void;
  dispose(): void;
}

interface Context {
  readonly local: Pick<LocalCopy, 'load' | 'appendPrivate' | 'discard' | 'settled'>;
  readonly post: (message: PrivateMessage) => void;
  readonly random: Random;
  readonly problems: Problems;
}

export function privateDocuments({ local, post, random, problems }: Context): PrivateDocuments {
  const documents = new Map<string, Replica>();
  const owned = disposers();
  let over = false;

  async function load({ name, doc, loaded }: Replica): Promise<void> {
    const { updates, damaged } = await local.load(onDisk(name));
    if (over) return;
    const unreadable = updates.filter((update) => !applied(doc, update, 'sync/browser')).length;
    if (damaged + unreadable > 0) problems.report({ kind: 'damaged', document: name, who: 'browser' });
    loaded.finish();
    // Another page may have written while this one was reading.
    post({ kind: 'private ask', name, vector: Y.encodeStateVector(doc) });
  }

  function drop(name: string): void {
    const gone = documents.get(name);
    documents.delete(name);
    gone?.loaded.finish();
    gone?.doc.destroy();
  }

  return {
    open(name) {
      const present = documents.get(name);
      if (present) return present;
      const fresh = replica(name, Math.floor(random() * 2 ** 32));
      documents.set(name, fresh);
      const onUpdate = (update: Uint8Array, origin: unknown): void => {
        if (isSource(origin) || documents.get(name) !== fresh) return;
        local.appendPrivate(onDisk(name), update);
        post({ kind: 'private', name, update });
      };
      fresh.doc.on('update', onUpdate);
      owned.add(() => {
        fresh.doc.off('update', onUpdate);
        fresh.loaded.finish();
      });
      void load(fresh);
      return fresh;
    },
    async discard(name) {
      drop(name);
      local.discard(onDisk(name));
      post({ kind: 'private gone', name });
      await local.settled();
    },
    receive(message) {
      const { name } = message;
      const doc = documents.get(name)?.doc;
      if (!doc) return;
      if (message.kind === 'private gone') drop(name);
      else if (message.kind === 'private') applied(doc, message.update, 'sync/device');
      else post({ kind: 'private', name, update: Y.encodeStateAsUpdate(doc, message.vector) });
    },
    dispose() {
      over = true;
      owned.dispose();
    },
  };
}
