/**
 * What sync asks of the world. `src/miro` and `src/app` implement these; tests command them.
 * Everything may fail: calls reject or never answer, messages are lost, doubled, late or out of order.
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
 * A rejected call may say why in a field `reason`: `rate` (wait), `no-access` (this person may not), `offline` (no
 * connection), anything else is a plain no. Read by failureOf in calls.ts.
 */
export interface Refusal {
  readonly reason: string;
}

/**
 * This browser's own storage (IndexedDB), one per board. `append` and `write` resolve when the bytes are on disk, not
 * before: the panel says "saved" because of it. They reject when the disk is full.
 */
export interface LocalStore {
  /** False when the browser denies storage and words are only in memory. Known after the first load or write. */
  readonly durable: boolean;
  load(document: string): Promise<StoredDocument>;
  /** With a fact, both are on disk in the same moment or neither is. */
  append(document: string, update: Uint8Array, fact?: Fact): Promise<void>;
  /** Takes all records of the document away, readable or not. */
  erase(document: string): Promise<void>;
  /** Small facts beside documents, e.g. which of them this device has written to. */
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
  /** Takes the fact away if it still says so, looking and taking in one moment. */
  drop(fact: Fact): Promise<void>;
  /** The keys of all facts that begin so. */
  keys(prefix: string): Promise<readonly string[]>;
  /** Takes everything away, documents and facts. */
  clear(): Promise<void>;
}

export interface Fact {
  readonly key: string;
  readonly value: string | number | boolean;
}

export interface StoredDocument {
  readonly updates: readonly Uint8Array[];
  /** Records that hold no bytes. They are set aside, never deleted. */
  readonly damaged: number;
}

/** BroadcastChannel: the other pages of this app in this browser. Delivers to all but the sender. */
export interface DeviceChannel {
  /** False when the browser denies it: then each page is a device of its own. */
  readonly shared: boolean;
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): Disposer;
}

/** Web Locks: who of the pages of this browser talks to the board. */
export interface Leadership {
  /** False when the browser denies locks: every page leads at once, and each is a device of its own. */
  readonly exclusive: boolean;
  /** Calls `lead` when this page may speak for the device, and holds that until the disposer is called. */
  seek(lead: () => void): Disposer;
}

/** One call's worth of use, or a refusal for using too much. */
export interface Used {
  readonly credits: number;
  readonly refused: boolean;
}

/** Counts all SDK calls of the app and says how fast to go on (meter.ts). Holds no call back by itself. */
export interface Meter {
  /** Makes a call, counts it, and learns from how it went. */
  run<T>(credits: number, call: () => Promise<T>): Promise<T>;
  /** Counts a call of which no outcome is told, such as a subscription. */
  count(credits: number): void;
  /** Credits a second that may be spent for now. */
  pace(): number;
  /** After a refusal: milliseconds until trying again makes sense. */
  pause(): number;
  /** Whether a plain no may well be one about the limit. */
  near(): boolean;
  /** Whether there is room for background work. */
  free(): boolean;
  /** A message of somebody else was heard, who spent these credits for it. */
  saw(user: string, credits: number): void;
  /** How many people are here, as far as was heard. At least one. */
  present(): number;
  /** Another page of this browser used this. */
  elsewhere(used: Used): void;
  onUse(listener: (used: Used) => void): Disposer;
  usage(): { readonly calls: number; readonly credits: number };
  /** The part of Miro's budgets taken to be ours, in credits. */
  share(): { readonly minute: number; readonly hour: number };
}
