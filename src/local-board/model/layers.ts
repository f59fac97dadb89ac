/** Which item covers which. Frames are behind everything else and take no part. */
import type { Draft } from './draft.ts';
import type { ItemData } from './item.ts';
import type { Scene } from './items.ts';
import { refuse } from './refusal.ts';
import { inOrder } from './state.ts';

type To = 'front' | 'back' | 'above' | 'below';

/** Layers closer than this are no longer told apart safely; then all are numbered anew. */
const closest = 1e-6;

/** Moves the items together, keeping their own order, between the layers of what stays where it is. */
export function restack(
  { draft }: Scene,
  ids: readonly string[],
  to: To,
  targetId: string | undefined,
): void {
  const moving = new Set(ids);
  for (const id of ids)
    if (draft.needItem(id).type === 'frame') refuse('input', 'Frames are always behind all other items.');
  if (to === 'above' || to === 'below') checkTarget(draft, moving, targetId);
  const moved = inOrder(
    [...moving].map((id) => draft.needItem(id)),
    draft.layer,
  );
  const gap = gapFor(draft, moving, to, targetId ?? '');
  const layers =
    gap &&
    layersIn(
      gap,
      moved.map(({ id }) => draft.layer(id)),
    );
  if (!layers) numberAnew(draft, moving, moved, to, targetId);
  else
    moved.forEach((item, index) => {
      const layer = layers[index];
      if (layer !== undefined && layer !== draft.layer(item.id)) draft.put(item, layer);
    });
}

function checkTarget(draft: Draft, moving: ReadonlySet<string>, targetId: string | undefined): void {
  if (targetId === undefined) refuse('input', 'Name the item to move in front of or behind.');
  if (draft.needItem(targetId).type === 'frame') refuse('input', 'Frames are always behind all other items.');
  if (moving.has(targetId)) refuse('input', 'An item cannot be moved in front of or behind itself.');
}

interface Gap {
  /** Layers of the neighbours that stay; infinite where there is none. */
  readonly under: number;
  readonly over: number;
}

/** Undefined where the target shares its layer with another, so that no layer lies just beside it. */
function gapFor(draft: Draft, moving: ReadonlySet<string>, to: To, targetId: string): Gap | undefined {
  const beside = draft.layer(targetId);
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [under, over] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const item of draft.allItems()) {
    if (item.type === 'frame' || moving.has(item.id)) continue;
    const layer = draft.layer(item.id);
    lowest = Math.min(lowest, layer);
    highest = Math.max(highest, layer);
    if (item.id === targetId) continue;
    if (layer === beside && (to === 'above' || to === 'below')) return undefined;
    if (layer < beside) under = Math.max(under, layer);
    else over = Math.min(over, layer);
  }
  if (to === 'front') return { under: highest, over: Number.POSITIVE_INFINITY };
  if (to === 'back') return { under: Number.NEGATIVE_INFINITY, over: lowest };
  return to === 'above' ? { under: beside, over } : { under, over: beside };
}

/** As many layers within the gap, rising; those they have where these do. Undefined where it is too narrow. */
function layersIn({ under, over }: Gap, present: readonly number[]): readonly number[] | undefined {
  const fits = present.every(
    (layer, index) => layer > (present[index - 1] ?? under) && layer < over && layer > under,
  );
  if (fits) return present;
  const count = present.length;
  if (over === Number.POSITIVE_INFINITY) {
    const base = under === Number.NEGATIVE_INFINITY ? 0 : under;
    return present.map((_, index) => base + index + 1);
  }
  if (under === Number.NEGATIVE_INFINITY) return present.map((_, index) => over - count + index);
  const step = (over - under) / (count + 1);
  return step < closest ? undefined : present.map((_, index) => under + step * (index + 1));
}

function numberAnew(
  draft: Draft,
  moving: ReadonlySet<string>,
  moved: readonly ItemData[],
  to: To,
  targetId: string | undefined,
): void {
  const rest = inOrder(draft.allItems(), draft.layer).filter(
    (item) => item.type !== 'frame' && !moving.has(item.id),
  );
  const at = rest.findIndex((item) => item.id === targetId);
  const place = to === 'above' ? at + 1 : at;
  [...rest.slice(0, place), ...moved, ...rest.slice(place)].forEach((item, index) => {
    if (draft.layer(item.id) !== index + 1) draft.put(item, index + 1);
  });
}
