/** Which item covers which. Frames are behind everything else and take no part. */
import type { Draft } from './draft.ts';
import type { Scene } from './items.ts';
import { refuse } from './refusal.ts';
import { inOrder } from './state.ts';

const movable = (draft: Draft) =>
  inOrder(draft.allItems(), draft.layer).filter((item) => item.type !== 'frame');

/** Moves the items together, keeping their own order, and numbers everything anew from the bottom. */
export function restack(
  { draft }: Scene,
  ids: readonly string[],
  to: 'front' | 'back' | 'above' | 'below',
  targetId: string | undefined,
): void {
  const moving = new Set(ids);
  for (const id of ids)
    if (draft.needItem(id).type === 'frame') refuse('input', 'Frames are always behind all other items.');
  const stack = movable(draft);
  const moved = stack.filter((item) => moving.has(item.id));
  const rest = stack.filter((item) => !moving.has(item.id));
  const at = (): number => {
    if (to === 'front') return rest.length;
    if (to === 'back') return 0;
    if (targetId === undefined) refuse('input', 'Name the item to move in front of or behind.');
    if (draft.needItem(targetId).type === 'frame')
      refuse('input', 'Frames are always behind all other items.');
    const index = rest.findIndex((item) => item.id === targetId);
    if (index < 0) refuse('input', 'An item cannot be moved in front of or behind itself.');
    return to === 'above' ? index + 1 : index;
  };
  const place = at();
  const next = [...rest.slice(0, place), ...moved, ...rest.slice(place)];
  next.forEach((item, index) => {
    if (draft.layer(item.id) !== index + 1) draft.put(item, index + 1);
  });
}
