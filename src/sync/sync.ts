/** The one interface that documents hang on to, whatever carries them (through Miro now, a server later). */

import type * as Y from 'yjs';
import type { Observable } from '../base/observable.ts';

/** `desk/<sheet>/<user>`, `sheet/<sheet>` or `session`. Opaque to sync. */
export type DocumentName = string;

/** Where this page's words are. A person's own words, not other people's. */
export interface SavedState {
  /** `memory`: this browser denies storage, so closing the tab before the board has them loses them. */
  readonly browser: 'saved' | 'saving' | 'memory' | 'failed';
  readonly board: 'saved' | 'saving' | 'offline' | 'slow' | 'refused';
}

export interface OpenDocument {
  readonly doc: Y.Doc;
  /** Resolves when this browser's copy is in `doc`. */
  readonly loaded: Promise<void>;
  /** Resolves when the board's copy has been read (or could not be; `status` tells). */
  readonly joined: Promise<void>;
}

export interface Sync {
  /** The same document for the same name until `dispose`. */
  open(name: DocumentName): OpenDocument;
  readonly saved: Observable<SavedState>;
  /** All names the board's registry knows, so that desks and sheets of others are found. */
  readonly names: Observable<readonly DocumentName[]>;
  /** Resolves when everything written so far is in this browser and, if it can be reached, on the board. */
  flush(): Promise<void>;
  /** Looks at the board again for everything that may have been missed. */
  refresh(): Promise<void>;
  dispose(): void;
}
