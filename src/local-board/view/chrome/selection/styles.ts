/** Reading and setting one property of the style of all selected items that have it. */
import type { ItemData } from '../../../model/item.ts';
import type { Board } from '../../board.ts';

const styleOf = (item: ItemData): Readonly<Record<string, unknown>> =>
  'style' in item ? (item.style as unknown as Readonly<Record<string, unknown>>) : {};

/** Of the first item that has it. */
export function styleValue(items: readonly ItemData[], key: string): unknown {
  const item = items.find((one) => key in styleOf(one));
  return item && styleOf(item)[key];
}

export const hasStyle = (items: readonly ItemData[], key: string): boolean =>
  items.some((item) => key in styleOf(item));

export function setStyle(board: Board, items: readonly ItemData[], key: string, value: unknown): void {
  const those = items.filter((item) => key in styleOf(item));
  board.edits.change(
    'That could not be changed.',
    those.map(({ id }) => ({ id, style: { [key]: value } })),
  );
}
