/** Everything that can be asked of a board's authority, by a hand on the board page or by an app through the SDK. */
import type { Json } from '../../base/json.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A tag as copies bring it along. */
export interface TagFields {
  readonly id: string;
  readonly title: string;
  readonly color: string;
}

export type Command =
  | {
      readonly do: 'create';
      readonly items: readonly Fields[];
      /** Ids that the new items are copies of, in the same order; metadata is copied along. */
      readonly copyOf?: readonly (string | null)[];
      /** The tags that copies carry: they may come from another board, or be gone here meanwhile. */
      readonly tags?: readonly TagFields[];
      /** A hand let go here: frames take in what lies in them. */
      readonly settle?: boolean;
    }
  | { readonly do: 'update'; readonly changes: readonly Fields[]; readonly settle?: boolean }
  | { readonly do: 'remove'; readonly ids: readonly string[] }
  | { readonly do: 'frame-add'; readonly frame: string; readonly item: string }
  | { readonly do: 'frame-remove'; readonly frame: string; readonly item: string }
  /** Hangs a node of a mind map under another. */
  | { readonly do: 'mindmap-add'; readonly node: string; readonly item: string }
  | { readonly do: 'group'; readonly items: readonly string[] }
  /** Ids of groups, or of any of their items. */
  | { readonly do: 'ungroup'; readonly ids: readonly string[] }
  | {
      readonly do: 'layer';
      readonly ids: readonly string[];
      readonly to: 'front' | 'back' | 'above' | 'below';
      readonly target?: string;
    }
  | { readonly do: 'tag-create'; readonly tag: Fields }
  | { readonly do: 'tag-update'; readonly id: string; readonly fields: Fields }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | {
      readonly do: 'metadata-set';
      readonly item: string;
      readonly app: string;
      readonly key: string;
      readonly value: Json | undefined;
    }
  | {
      readonly do: 'app-data-set';
      readonly app: string;
      readonly key: string;
      readonly value: Json | undefined;
    }
  | {
      readonly do: 'store';
      readonly app: string;
      readonly collection: string;
      readonly key: string;
      readonly value: Json | undefined;
    }
  | { readonly do: 'unstore'; readonly app: string; readonly collection: string; readonly key: string };

/** Questions whose answers a window does not hold itself. */
export type Question =
  | { readonly ask: 'metadata'; readonly item: string; readonly app: string }
  | { readonly ask: 'app-data'; readonly app: string }
  | { readonly ask: 'stored'; readonly app: string; readonly collection: string; readonly key: string }
  | { readonly ask: 'history' }
  /** When the board was made and last changed. */
  | { readonly ask: 'info' }
  /** Answers nothing; it only pays, and waits until everything earlier has arrived. */
  | { readonly ask: 'nothing' };
