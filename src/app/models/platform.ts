/** What the app needs of the world around it. `main` files put it together from the browser; tests and the demo from theirs. */
import type * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import type { BoardPort } from '../../board/port.ts';
import type { Attending } from '../../miro/attending.ts';
import type { People } from '../../miro/people.ts';
import type { Screens } from '../../miro/screens.ts';
import type { Leadership } from '../../sync/ports.ts';
import type { Sync } from '../../sync/sync.ts';
import type { UserId } from '../../workshop/ids.ts';
import type { Writer } from './exporting/writer.ts';
import type { Vault } from './rounds/vault.ts';
import type { DraftShelf } from './talk/drafts.ts';
import type { WordReader } from './wordBack/reader.ts';

export interface PlatformFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface RichText {
  readonly html: string;
  readonly text: string;
}

export interface OtherCopy {
  readonly board: string;
  /** Its documents by name, deleted ones aside. Nothing is written by it. Null when it can't be read after all. */
  read(): Promise<ReadonlyMap<string, Y.Doc> | null>;
}

export interface Platform {
  readonly board: BoardPort;
  readonly people: People;
  readonly screens: Screens;
  /**
   * Documents and unsent words of one person on one board, kept apart from those of anybody else who uses this
   * browser; made once it is known who is here.
   */
  readonly openDocuments: (
    me: UserId,
    board: string,
  ) => Promise<{
    readonly sync: Sync;
    readonly shelf: DraftShelf;
    /** One page of this person at a time, for what must not be done twice. */
    readonly alone: (task: string) => Promise<Leadership>;
  }>;
  /**
   * What this browser keeps for the same person of other boards, e.g. of the one that this board is a copy of. Empty
   * where the browser doesn't tell what it keeps.
   */
  readonly otherCopies: (me: UserId, board: string) => Promise<readonly OtherCopy[]>;
  /** For this person; null where the page gets no WebCrypto (not over https). Loaded when it is asked for. */
  readonly openVault: (me: UserId) => Promise<Vault | null>;
  /** What a session asks of the board; loaded where there is one. */
  readonly openAttending: () => Promise<Attending>;
  readonly clock: Clock;
  /** Whether the board's budget has room for work that can wait. */
  readonly hasRoom: () => boolean;
  /** A new id that nobody else makes. */
  readonly newId: () => string;
  /** Where the board is, e.g. `https://miro.com`. */
  readonly boardOrigin: string;
  /** IANA name, for the dates in documents. */
  readonly timeZone: string;
  /** Rejects where the iframe may not write to the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  /**
   * The same as formatted and as plain text, for what takes formats. What is to be copied may still be in the making:
   * browsers let only what begins with a click use the clipboard. Rejects where the iframe may not.
   */
  readonly copyRich: (content: Promise<RichText>) => Promise<void>;
  readonly save: (file: PlatformFile) => void;
  /** In a tab of its own; false where the iframe may open none. */
  readonly openTab: (file: PlatformFile) => boolean;
  /** Loaded when it is asked for. */
  readonly openWriter: () => Promise<Writer>;
  /** Reads Word files; loaded when it is asked for. */
  readonly openReader: () => Promise<WordReader>;
}
