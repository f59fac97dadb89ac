/**
 * What an interrupted drop left where a sheet was to stand: its frame, by place and title, and what lies in it. Only
 * where nobody has written anything; what somebody wrote on is left alone and keeps its place.
 */
import { type Box, left, top } from '../../base/box.ts';
import type { ItemId } from '../../workshop/ids.ts';
import { itemsInFrame } from '../inFrame.ts';
import type { BoardItem, NewItem } from '../item.ts';
import { near } from '../near.ts';

const standsAt = (item: BoardItem, box: Box): boolean =>
  near(left(item.box), left(box)) && near(top(item.box), top(box));

/**
 * Things of a drop that were made before its frame was there, or that never got into it: each stands exactly where the
 * plan puts it, says what the plan says, and is in no frame.
 */
export function straysOf(planned: readonly NewItem[], items: readonly BoardItem[]): readonly ItemId[] {
  const left = items.filter(({ frame, kind }) => frame === null && kind !== 'frame');
  return planned.flatMap((item) => {
    if (item.kind === 'frame') return [];
    const at = left.findIndex(
      ({ kind, text, box }) =>
        kind === item.kind &&
        text.trim() === item.text.trim() &&
        near(box.x, item.box.x) &&
        // A text’s height is the board’s to choose.
        (kind === 'text' || near(box.y, item.box.y)),
    );
    return at < 0 ? [] : left.splice(at, 1).map(({ id }) => id);
  });
}

export interface Leftover {
  /** In the order in which they go: the frame last. */
  readonly items: readonly ItemId[];
  /** Somebody wrote in it. */
  readonly written: boolean;
}

/** Frames on record are sheets, whatever they look like. */
export function leftoversAt(
  box: Box,
  title: string,
  items: readonly BoardItem[],
  recorded: ReadonlySet<string>,
): readonly Leftover[] {
  return items
    .filter(
      (item) => item.kind === 'frame' && !recorded.has(item.id) && item.text === title && standsAt(item, box),
    )
    .map((frame) => {
      const inside = itemsInFrame(frame, items);
      return {
        items: [...inside.map(({ id }) => id), frame.id],
        written: inside.some(
          ({ kind, text }) => kind === 'other' || (kind === 'sticky' && text.trim() !== ''),
        ),
      };
    });
}
