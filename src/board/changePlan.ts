/**
 * A change to a sheet as a value: what moves where, so that people can look at it first, and how to undo it. Stages
 * follow each other; what is in one stage may happen at once. (A frame must grow before its children move down: Miro
 * refuses children outside, frame reference page.)
 */
import type { Box } from '../base/box.ts';
import type { ItemId, TagId } from '../workshop/ids.ts';
import type { ItemChange, NewItem } from './item.ts';

/** What an item has or should have; board coordinates. */
export interface ItemState {
  readonly box?: Box;
  readonly text?: string;
  readonly bold?: boolean;
  readonly tags?: readonly TagId[];
}

/** What an item is put in: a frame that is there, one made in an earlier stage of the same plan, or none. */
export type IntoFrame = ItemId | { readonly key: string } | null;

export type SheetChange =
  | {
      readonly kind: 'change';
      readonly id: ItemId;
      /** For the preview: what it says, or what it is. */
      readonly what: string;
      readonly from: ItemState;
      readonly to: ItemState;
    }
  | {
      readonly kind: 'create';
      readonly key: string;
      readonly what: string;
      readonly item: NewItem;
      readonly frame: IntoFrame;
    }
  | {
      readonly kind: 'remove';
      readonly id: ItemId;
      readonly what: string;
      /** What to put back when this is undone; null for what only undoing removes. */
      readonly restores: {
        readonly key: string;
        readonly item: NewItem;
        readonly frame: IntoFrame;
      } | null;
    };

export interface ChangePlan {
  readonly stages: readonly (readonly SheetChange[])[];
}

export const isEmpty = ({ stages }: ChangePlan): boolean => stages.every((stage) => stage.length === 0);

export const changesOf = ({ stages }: ChangePlan): readonly SheetChange[] => stages.flat();

/** The fields that really differ. A position is always given whole. */
export function itemChange(from: ItemState, to: ItemState): ItemChange {
  const was = from.box;
  const box = to.box;
  return {
    ...(box && (box.x !== was?.x || box.y !== was?.y) ? { x: box.x, y: box.y } : {}),
    ...(box && box.width !== was?.width ? { width: box.width } : {}),
    ...(box && box.height !== was?.height ? { height: box.height } : {}),
    ...(to.text === undefined || to.text === from.text
      ? {}
      : { text: to.text, ...(to.bold ? { bold: true } : {}) }),
    ...(to.tags === undefined ? {} : { tags: to.tags }),
  };
}

/** Undoes what was done, the last first. `ids` are those of created items, by key. */
export function inverse(
  stages: readonly (readonly SheetChange[])[],
  ids: ReadonlyMap<string, ItemId>,
): ChangePlan {
  const back = (change: SheetChange): SheetChange[] => {
    switch (change.kind) {
      case 'change':
        return [{ ...change, from: change.to, to: change.from }];
      case 'create': {
        const id = ids.get(change.key);
        const { key, item, frame, what } = change;
        return id === undefined ? [] : [{ kind: 'remove', id, what, restores: { key, item, frame } }];
      }
      case 'remove':
        return change.restores === null ? [] : [{ kind: 'create', what: change.what, ...change.restores }];
    }
  };
  return { stages: stages.toReversed().map((stage) => stage.flatMap(back)) };
}
