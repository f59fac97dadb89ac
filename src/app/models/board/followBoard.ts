/** What this person does on the board, where the panel should follow. */
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { BoardEvents } from '../../../board/port.ts';
import type { ItemId } from '../../../workshop/ids.ts';

/** Tells of each single note that the person selects to see its card. */
export function followSelection(
  board: Pick<BoardEvents, 'onSelection'>,
  onNote: (note: BoardItem) => void,
): Disposer {
  let selected: ItemId | null = null;
  return board.onSelection((items) => {
    const [only] = items;
    const before = selected;
    selected = items.length === 1 && only ? only.id : null;
    // Told again of the same sticky, because something about it changed: the person has not asked for its card.
    if (items.length !== 1 || only?.kind !== 'sticky' || only.id === before) return;
    // A blank one is about to be written on; there is nothing to say about it yet.
    if (only.text.trim() !== '') onNote(only);
  });
}

interface Frames {
  /** Frames of the sheets on this board. */
  readonly here: () => ReadonlySet<ItemId>;
  /** Whether any sheet's frame is missing. */
  readonly someMissing: () => boolean;
  readonly lookAround: () => void;
}

/** A sheet's frame that this person deletes, or brings back, is told about at once. */
export function followFrames(board: BoardEvents, { here, someMissing, lookAround }: Frames): Disposer {
  // An undo on the board is told to nobody; whoever brought a frame back will touch something next.
  const isItBack = (items: readonly BoardItem[]): void => {
    if (someMissing() && items.length > 0) lookAround();
  };
  const owned = disposers();
  owned.add(
    board.onDeleted((ids) => {
      if (ids.some((id) => here().has(id))) lookAround();
    }),
  );
  owned.add(board.onSelection(isItBack));
  owned.add(board.onTouched(isItBack));
  return owned.dispose;
}
