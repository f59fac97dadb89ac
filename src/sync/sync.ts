/** The one interface that documents hang on to, whatever carries them (through Miro now, a server later). */

import type * as Y from 'yjs';
import type { Json } from '../base/json.ts';
import type { Observable } from '../base/observable.ts';

/** `desk/<sheet>/<user>`, `sheet/<sheet>` or `session`. Opaque to sync. */
export type DocumentName = string;

/** Where the words written in this browser are. A person's own words, not other people's. */
export interface SavedState {
  /**
   * `memory`: this browser denies storage, so closing the tab before the board has them loses them.
   * `failed`: it has storage, but the last write did not go through (full, for example); it is tried again.
   */
  readonly browser: 'saved' | 'saving' | 'memory' | 'failed';
  /**
   * `saving`: not on the board yet, all goes well. `slow`: the board asks us to wait (its limit), or an answer takes
   * long. `offline`: the board can't be reached. `refused`: it keeps saying no, e.g. to somebody who may only view.
   */
  readonly board: 'saved' | 'saving' | 'offline' | 'slow' | 'refused';
}

/** How other people's words come here. A person's own are in `SavedState`. */
export interface Connection {
  /**
   * `joining`: the board is being read, for the first time or after it could not be reached. `slow`: it asks us to wait,
   * or answers take long. `offline`: it can't be reached. `refused`: it keeps saying no.
   */
  readonly reach: 'joining' | 'well' | 'slow' | 'offline' | 'refused';
  /**
   * In how many of the open documents somebody is known to have said more than is here: stored states not read yet,
   * changes whose beginning is missing, and what others say they hold. While offline nobody knows of all.
   */
  readonly behind: number;
}

/**
 * Something that was left aside so that the rest could go on. It is shown and counted, never an exception.
 * - `damaged`: a stored state can't be read (torn, cut, not ours).
 * - `missing`: a state the registry promises isn't there, or a part of it isn't, or it could not be read yet.
 * - `newer`: written by a newer version of the app, which this one can't read: reload.
 * - `strange`: a message that is no message of ours.
 * - `too-large`: a document has outgrown what can be stored; it is kept in this browser.
 */
export interface SyncProblem {
  readonly kind: 'damaged' | 'missing' | 'newer' | 'strange' | 'too-large';
  readonly document: DocumentName | null;
  /** The device whose state or message it is, `browser` for this browser's own copy, `registry/…`, or null if unknown. */
  readonly who: string | null;
}

/** Somebody else who is here, as far as was heard lately. Never stored. */
export interface Other {
  readonly user: string;
  /** What they do just now, e.g. in which note they type, in the app's words; null for nothing in particular. */
  readonly doing: Json | null;
}

export interface OpenDocument {
  readonly doc: Y.Doc;
  /** Resolves when this browser's copy is in `doc`. */
  readonly loaded: Promise<void>;
  /** Resolves when the board's copy has been read (or could not be; `saved` and `problems` tell). */
  readonly joined: Promise<void>;
}

export interface Sync {
  /** The same document for the same name until `dispose`. */
  open(name: DocumentName): OpenDocument;
  /**
   * A document that never leaves this browser: its pages share it, and nothing of it is sent or stored elsewhere. Not
   * the shared document of that name. `saved.browser` speaks of it too.
   */
  openPrivate(name: DocumentName): Pick<OpenDocument, 'doc' | 'loaded'>;
  /** Takes a private document off this browser; every page's `doc` is destroyed (Yjs event). Opened again, it is empty. */
  discardPrivate(name: DocumentName): Promise<void>;
  readonly saved: Observable<SavedState>;
  /** The same in all pages of a browser. */
  readonly connection: Observable<Connection>;
  /** All names the board's registry knows, so that desks and sheets of others are found. Sorted. */
  readonly names: Observable<readonly DocumentName[]>;
  /** Who else is here, one entry for each person. Sorted by user. */
  readonly others: Observable<readonly Other[]>;
  /** This browser's name for itself, as others know it from its messages. */
  readonly device: string;
  /**
   * How far the clocks of other browsers are ahead of this one's, in milliseconds by device, as their messages tell.
   * Good to a message's way, mostly a fraction of a second.
   */
  readonly clocks: Observable<ReadonlyMap<string, number>>;
  /**
   * Tells others what this person does just now; null when it is over. To be said again every few seconds while it
   * lasts (it fades after 20 seconds). Travels with the words; costs a message of its own only where no words go, when
   * it changes and every 12 seconds.
   */
  tell(doing: Json | null): void;
  /** What had to be left aside, each once. An entry leaves the list when it is well again. */
  readonly problems: Observable<readonly SyncProblem[]>;
  /**
   * Documents that somebody deleted, as far as is known here; sorted. They never come back, and their names never stand
   * for another document: what is opened under such a name is empty, and what is written there goes nowhere.
   */
  readonly deleted: Observable<readonly DocumentName[]>;
  /**
   * Deletes a document for everybody, for good: every client drops what it holds, also one that comes back after days.
   * Resolves when this browser holds nothing of it any more, or its disk refused; `saved` tells that, and whether the
   * board knows.
   */
  delete(name: DocumentName): Promise<void>;
  /**
   * Takes away everything that this browser keeps for this person on this board, documents and facts; what the board
   * has stays there. All pages of the app in this browser stop syncing until they are loaded again. Rejects when the
   * disk refuses.
   */
  forgetHere(): Promise<void>;
  /** Whether this page has stopped for good, because this browser was asked to keep nothing (here or by another page). */
  readonly forgotten: Observable<boolean>;
  /**
   * Resolves when everything written so far is in this browser and, if it can be reached, on the board.
   * When it can't be reached it resolves after one try; `saved` tells. Call it when the page is hidden.
   */
  flush(): Promise<void>;
  /** Looks at the board again for everything that may have been missed. */
  refresh(): Promise<void>;
  /** Ends all timers, watches and channels. What was not saved yet stays in this browser for the next page. */
  dispose(): void;
}
