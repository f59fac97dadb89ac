/** Items as the SDK hands them out to one app: the stored data and the few properties that follow from it. */
import type { ItemData, TagData } from '../model/item.ts';

export type MiroData = ReturnType<typeof itemAsMiro> | TagData;

/** An app is told whether an app card is its own, not whose else it is. */
function told(item: ItemData, app: string) {
  if (item.type !== 'app_card') return item;
  const { app: owner, ...rest } = item;
  return { ...rest, owned: owner === app };
}

export const itemAsMiro = (item: ItemData, app: string) => ({
  ...told(item, app),
  origin: 'center' as const,
  relativeTo: item.parentId === null ? ('canvas_center' as const) : ('parent_top_left' as const),
});
