/** What crosses the wire between a window and the board's room, as JSON text. Both ends import this file. */
import type { Json } from '../../base/json.ts';
import type { Command, Question } from '../model/command.ts';
import type { ItemData, TagData } from '../model/item.ts';
import type { Refusal } from '../model/refusal.ts';
import type { VisibleChange } from '../model/state.ts';
import type { LiveAct, LiveNews, Looked } from './liveProtocol.ts';
import type { Peer } from './peer.ts';

/** Changes when an older window could misunderstand a newer server. */
export const protocolVersion = 1;

/** Bytes of one message. Snapshots of large boards go the other way and are not bounded by it. */
export const largestMessage = 1024 * 1024;

/** What an SDK call costs, and whose app made it. */
export interface Bill {
  readonly app: string;
  readonly credits: number;
}

export interface Spent {
  readonly app: string;
  readonly minute: number;
  readonly hour: number;
}

/** One accepted command, as every window hears of it. */
export interface Happening {
  /** Rises by one with each. */
  readonly number: number;
  readonly connection: string;
  readonly userId: string;
  readonly by: 'hand' | 'app';
  readonly how: 'create' | 'copy' | 'change' | 'remove';
  readonly changes: readonly VisibleChange[];
}

export interface Hello {
  readonly say: 'hello';
  readonly version: number;
  readonly board: string;
  readonly user: string;
  /** Unguessable, made by the window; its calls are told apart by it after a reconnect. */
  readonly window: string;
  readonly switches: readonly (readonly [string, string])[];
  /** Where the window stood before it lost the connection. */
  readonly since?: { readonly epoch: string; readonly number: number };
}

export type FromWindow =
  | Hello
  | {
      readonly say: 'do';
      readonly call: number;
      readonly command: Command;
      readonly by: 'hand' | 'app';
      readonly bill?: Bill;
    }
  | { readonly say: 'ask'; readonly call: number; readonly question: Question; readonly bill?: Bill }
  | {
      readonly say: 'broadcast';
      readonly call: number;
      readonly app: string;
      readonly name: string;
      readonly payload?: Json;
      readonly bill?: Bill;
    }
  | { readonly say: 'live'; readonly call: number; readonly act: LiveAct; readonly bill?: Bill }
  | {
      readonly say: 'watch' | 'unwatch';
      readonly app: string;
      readonly collection: string;
      readonly key: string;
    }
  /** What the window's address now says; all of it, not what changed. */
  | { readonly say: 'switches'; readonly switches: Hello['switches'] }
  | {
      readonly say: 'present';
      readonly selection: readonly string[];
      readonly cursor: Peer['cursor'];
      /** What this window shows; only while somebody follows it. */
      readonly viewport?: Looked;
    }
  | { readonly say: 'ping' };

export interface Answer {
  readonly ids: readonly string[];
  readonly values?: Readonly<Record<string, Json>>;
  readonly value?: Json;
  readonly version?: number;
  /** Undo, redo: whether there was something to do. */
  readonly did?: boolean;
  readonly canUndo?: boolean;
  readonly canRedo?: boolean;
}

export interface Welcome {
  readonly say: 'welcome';
  readonly connection: string;
  readonly userId: string;
  /** The person's. */
  readonly name: string;
  readonly boardName: string;
  readonly access: 'edit' | 'view';
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The server's own switches, as pairs. */
  readonly switches: readonly (readonly [string, string])[];
  /** Another epoch: the server started anew, and what was pending may or may not have been done. */
  readonly epoch: string;
  readonly number: number;
  readonly board:
    | {
        readonly fresh: {
          readonly items: readonly (readonly [ItemData, number])[];
          readonly tags: readonly TagData[];
        };
      }
    | { readonly missed: readonly Happening[] };
  readonly peers: readonly Peer[];
}

export type FromRoom =
  | Welcome
  | { readonly say: 'happened'; readonly happening: Happening }
  | { readonly say: 'done'; readonly call: number; readonly answer: Answer; readonly spent?: Spent }
  | { readonly say: 'refused'; readonly call: number; readonly refusal: Refusal }
  | {
      readonly say: 'stored';
      readonly app: string;
      readonly collection: string;
      readonly key: string;
      readonly value?: Json;
      readonly version: number;
    }
  | { readonly say: 'broadcast'; readonly app: string; readonly name: string; readonly payload?: Json }
  | { readonly say: 'live'; readonly live: LiveNews }
  | { readonly say: 'peers'; readonly peers: readonly Peer[] }
  | { readonly say: 'peer'; readonly peer: Peer }
  | { readonly say: 'board-name'; readonly name: string }
  | { readonly say: 'pong' }
  /** The room will not have this window; it should not come back by itself. */
  | { readonly say: 'goodbye'; readonly message: string };
