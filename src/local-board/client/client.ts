/**
 * One person's connection to one board, as the board page and the SDK host see it. The server is the authority: a
 * call resolves when the server has accepted (and stored) it, and rejects with the SDK's documented error otherwise.
 */
import type { Observable } from '../../base/observable.ts';
import type { ItemData, TagData } from '../model/item.ts';

/** One window on the board. The same person in two tabs is two of these. */
export interface Peer {
  readonly connection: string;
  readonly userId: string;
  readonly name: string;
  /** Ids of the items this window has selected. */
  readonly selection: readonly string[];
  /** Board coordinates, or null when the pointer is elsewhere. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
}

export interface BoardContents {
  /** Bottom to top; frames are always below everything else. */
  readonly items: ReadonlyMap<string, ItemData>;
  readonly tags: ReadonlyMap<string, TagData>;
}

/** Fields to set on one item; `x`, `y` as stored (relative to the parent frame where there is one). */
export type ItemFields = { readonly id: string } & Readonly<Record<string, unknown>>;

export interface UpdateOptions {
  /** A hand let go here: frames take in what lies in them (and let go what does not), as the switches say. */
  readonly settle?: boolean;
}

export interface CreateOptions extends UpdateOptions {
  /** Ids that the new items are copies of, in the same order; what apps noted on them is copied along. */
  readonly copyOf?: readonly (string | null)[];
}

export interface BoardClient {
  readonly board: string;
  readonly me: { readonly connection: string; readonly userId: string; readonly name: string };
  readonly connection: Observable<'connecting' | 'live' | 'offline'>;
  readonly contents: Observable<BoardContents>;
  readonly others: Observable<readonly Peer[]>;
  create(
    items: readonly Readonly<Record<string, unknown>>[],
    options?: CreateOptions,
  ): Promise<readonly ItemData[]>;
  update(changes: readonly ItemFields[], options?: UpdateOptions): Promise<readonly ItemData[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Take back or repeat this person's own last change; resolve to false when there is nothing to. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Tell the other windows what is selected here and where the pointer is. Fire and forget. */
  present(state: { readonly selection: readonly string[]; readonly cursor: Peer['cursor'] }): void;
  dispose(): void;
}
