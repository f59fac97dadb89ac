/**
 * What sync asks of the world. `src/miro` and `src/app` implement these; tests command them.
 * Everything may fail: calls reject, messages are lost, doubled, late or out of order.
 */
import type { Disposer } from '../base/disposer.ts';
import type { Json } from '../base/json.ts';

/** `board.events`: reaches all other people and other tabs of this one, never the sender's own tab. 50 credits a call. */
export interface Wire {
  broadcast(message: Json): Promise<void>;
  onMessage(listener: (message: unknown) => void): Disposer;
}

/** One `board.storage` collection: no listing, no compare-and-set, last write wins. Values under 64 KB of JSON. */
export interface BoardStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: Json): Promise<void>;
  /** Delivers the present value at once if there is one, then every change, the writer's own included. */
  watch(key: string, listener: (value: unknown) => void): Disposer;
}

/**
 * This browser's own storage (IndexedDB). `append` resolves when the bytes are on disk, not before: the panel says
 * "saved" because of it.
 */
export interface LocalStore {
  /** False when the browser denies storage and words are only in memory. */
  readonly durable: boolean;
  load(document: string): Promise<readonly Uint8Array[]>;
  append(document: string, update: Uint8Array): Promise<void>;
  /** Small facts beside documents, e.g. which of them this device has written to. */
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
}

/** BroadcastChannel: the other pages of this app in this browser. Delivers to all but the sender. */
export interface DeviceChannel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): Disposer;
}

/** Web Locks: calls `lead` when this page may speak for the device, and holds that until the disposer is called. */
export type Leadership = (lead: () => void) => Disposer;
