/** Items as the SDK hands them out: the stored data and the few properties that follow from it. */
import type { ItemData, TagData } from '../model/item.ts';

export type MiroData = ReturnType<typeof itemAsMiro> | TagData;

export const itemAsMiro = (item: ItemData) => ({
  ...item,
  origin: 'center' as const,
  relativeTo: item.parentId === null ? ('canvas_center' as const) : ('parent_top_left' as const),
});
