/**
 * One document in one page: the Yjs document, what has been read into it, and how many of this page's own changes are
 * on the board. Counting changes, not setting a flag: a change made during a save is not saved by it.
 */
import * as Y from 'yjs';
import type { DocumentName } from './sync.ts';

/** `origin` of changes that come from elsewhere; any other origin is this page's own change. */
export type Source = 'sync/browser' | 'sync/device' | 'sync/wire' | 'sync/board';
const sources = new Set<unknown>(['sync/browser', 'sync/device', 'sync/wire', 'sync/board']);
export const isSource = (origin: unknown): origin is Source => sources.has(origin);

export interface Replica {
  readonly name: DocumentName;
  readonly doc: Y.Doc;
  readonly loaded: Signal;
  readonly joined: Signal;
  /** By page of this browser: the last of its changes that the board may lack. One that closes leaves them to the others. */
  readonly unsaved: Map<string, number>;
}

/** A promise with its key. Turning the key again does nothing. */
export interface Signal {
  readonly promise: Promise<void>;
  readonly done: boolean;
  finish(): void;
}

function signal(): Signal {
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = false;
  return {
    promise,
    get done() {
      return done;
    },
    finish() {
      done = true;
      resolve();
    },
  };
}

export function replica(name: DocumentName, client: number): Replica {
  const doc = new Y.Doc();
  doc.clientID = client;
  return { name, doc, loaded: signal(), joined: signal(), unsaved: new Map() };
}
