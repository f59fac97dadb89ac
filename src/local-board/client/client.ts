/**
 * One person's connection to one board, as the board page and the SDK host see it. The server is the authority: a
 * call resolves when the server has accepted (and stored) it, and rejects with the SDK's documented error otherwise
 * (a plain `Error`; `groupOf` in model/refusal.ts tells the kind).
 */
import type { Disposer } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import type { Observable } from '../../base/observable.ts';
import type { Command, Question, TagFields } from '../model/command.ts';
import type { ItemData, TagData } from '../model/item.ts';
import type { Relations } from '../model/relations.ts';
import type { SomeSwitches } from '../switches.ts';
import type { Layered } from './layered.ts';
import type { Live } from './live.ts';
import type { Peer } from './peer.ts';
import type { Answer, Bill, Happening, Spent } from './protocol.ts';

export type { Peer };

/** How the board is now, at every moment: it changes in place. Copy out of it what must stay as it was. */
export interface BoardContents {
  /** Bottom to top; frames are always below everything else. */
  readonly items: Layered;
  readonly tags: ReadonlyMap<string, TagData>;
  /** Which connectors hang on an item, and whom a group joins. */
  readonly relations: Relations;
}

export interface LivingContents {
  get(): BoardContents;
  /** Calls `listener` after each change with the ids of items and tags that came, went or changed; not at once. */
  subscribe(listener: (contents: BoardContents, changed: ReadonlySet<string>) => void): Disposer;
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
  /** The tags that the copies carry; those that the board has none like are made. */
  readonly tags?: readonly TagFields[];
}

export interface BoardClient {
  readonly board: string;
  /** Known once the first connection stands; empty strings before. */
  readonly me: {
    readonly connection: string;
    readonly userId: string;
    readonly name: string;
    readonly access: 'edit' | 'view';
  };
  readonly info: { readonly createdAt: string; readonly updatedAt: string };
  /** `refused`: the server will not have this window; `reason` says why. */
  readonly connection: Observable<'connecting' | 'live' | 'offline' | 'refused'>;
  readonly reason: Observable<string>;
  /** What people call the board; its id while nobody has named it. */
  readonly boardName: Observable<string>;
  readonly contents: LivingContents;
  /** Everybody else's windows, this person's other tabs included. */
  readonly others: Observable<readonly Peer[]>;
  /** What the server and this window's address say about switches, the address first. */
  readonly switches: Observable<SomeSwitches>;
  /** What the server says for everybody; empty before the first connection. */
  readonly everybodysSwitches: () => SomeSwitches;
  /** What people share while they are here together: timer, sessions, following, votes. */
  readonly live: Live;
  /** What this window's address says. */
  readonly ownSwitches: () => SomeSwitches;
  /** From now on this window's address says these, and no others. */
  setSwitches(own: SomeSwitches): void;
  /** By hand. */
  create(
    items: readonly Readonly<Record<string, unknown>>[],
    options?: CreateOptions,
  ): Promise<readonly ItemData[]>;
  /** By hand. */
  update(changes: readonly ItemFields[], options?: UpdateOptions): Promise<readonly ItemData[]>;
  /** By hand; items and tags. Removing a frame leaves its children. */
  remove(ids: readonly string[]): Promise<void>;
  /** By hand. Makes a group of at least two items that are in none; resolves to its id. */
  group(ids: readonly string[]): Promise<string>;
  /** By hand. Lets go the items of these groups; an item stands for its group. Resolves to their ids. */
  ungroup(ids: readonly string[]): Promise<readonly string[]>;
  /** By hand. */
  restack(ids: readonly string[], to: 'front' | 'back'): Promise<void>;
  /** By hand. */
  updateTag(id: string, fields: { readonly title?: string; readonly color?: string }): Promise<void>;
  createTag(tag: { readonly title: string; readonly color?: string }): Promise<TagData>;
  /** Take back or repeat this person's own last change; resolve to false when there is nothing to. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Tell the other windows what is selected here and where the pointer is. Fire and forget. */
  present(state: { readonly selection: readonly string[]; readonly cursor: Peer['cursor'] }): void;
  /** Resolves once the board is there; rejects when the server will not have this window. */
  ready(): Promise<void>;
  /** Cuts or mends the connection, as a lost network would. */
  setOnline(online: 'yes' | 'no'): void;
  dispose(): void;

  // For the SDK host.
  /** A command by an app. Resolves when it is stored and visible in `contents`. */
  perform(command: Command, bill?: Bill): Promise<Answer>;
  ask(question: Question, bill?: Bill): Promise<Answer>;
  /** To all other windows on this board. */
  broadcast(app: string, name: string, payload: Json | undefined, bill?: Bill): Promise<void>;
  onBroadcast(listener: (app: string, name: string, payload: Json | undefined) => void): Disposer;
  /** Calls at once when the key has a value, then at every change, also this window's own. */
  watch(
    key: { readonly app: string; readonly collection: string; readonly key: string },
    listener: (value: Json | undefined, version: number) => void,
  ): Disposer;
  /** Every accepted command, after `contents` has it; `before` holds the items it changed or removed as they were. */
  onHappening(listener: (happening: Happening, before: ReadonlyMap<string, ItemData>) => void): Disposer;
  /** What an app has used up in the running minute and hour, as of its last call from here. */
  spent(app: string): Spent;
}
