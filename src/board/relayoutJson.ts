/**
 * A re-layout as it lies in the sheet's document while it is under way, so that anybody can go on with it or take it
 * back. Lanes are kept beside it (annotations/relayoutRecord.ts), since they are what everybody reads by.
 */
import type { Box } from '../base/box.ts';
import type { Json } from '../base/json.ts';
import { type ItemId, itemId, type LaneId } from '../workshop/ids.ts';
import type { Lens } from '../workshop/sheet.ts';
import type { Move, Relayout } from './relayout.ts';

const boxJson = ({ x, y, width, height }: Box): Json => [x, y, width, height];

export const relayoutJson = ({ frame, moves, make, drop, loose }: Relayout): Json => ({
  v: 1,
  frame: [frame.from.width, frame.from.height, frame.to.width, frame.to.height],
  moves: [...moves].map(([id, { from, to, text }]) => [
    id,
    boxJson(from),
    boxJson(to),
    ...(text ? [text.from, text.to, text.bold] : []),
  ]),
  make: [...make].map(([key, box]) => [key, boxJson(box)]),
  drop: [...drop].map(([key, { id, box }]) => [key, id, boxJson(box)]),
  loose: [...loose],
});

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string';

function numbers(value: unknown): readonly [number, number, number, number] | null {
  const [a, b, c, d, ...rest] = list(value);
  const real = (one: unknown): one is number => typeof one === 'number' && Number.isFinite(one);
  return real(a) && real(b) && real(c) && real(d) && rest.length === 0 ? [a, b, c, d] : null;
}
function boxFrom(value: unknown): Box | null {
  const [x, y, width, height] = numbers(value) ?? [];
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? null
    : { x, y, width, height };
}

interface Around {
  readonly from: Lens;
  readonly to: Lens;
  readonly lanes: ReadonlyMap<ItemId, readonly LaneId[]>;
}

/** Null when it is another version's, or damaged: half of a plan would be worse than none. */
export function parseRelayout(value: unknown, around: Around): Relayout | null {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const frame = numbers(fields.frame);
  if (fields.v !== 1 || !frame) return null;
  let whole = true;
  const each = <T>(name: string, read: (entry: readonly unknown[]) => T | null): T[] =>
    list(fields[name]).flatMap((entry) => {
      const found = read(list(entry));
      if (found === null) whole = false;
      return found === null ? [] : [found];
    });
  const moves = each('moves', ([id, start, end, before, after, bold]): [ItemId, Move] | null => {
    const [from, to] = [boxFrom(start), boxFrom(end)];
    if (!isText(id) || !from || !to) return null;
    const text =
      isText(before) && isText(after) ? { text: { from: before, to: after, bold: bold === true } } : {};
    return [itemId(id), { from, to, ...text }];
  });
  const make = each('make', ([key, place]): [string, Box] | null => {
    const box = boxFrom(place);
    return isText(key) && box ? [key, box] : null;
  });
  const drop = each('drop', ([key, id, place]): [string, { id: ItemId; box: Box }] | null => {
    const box = boxFrom(place);
    return isText(key) && isText(id) && box ? [key, { id: itemId(id), box }] : null;
  });
  if (!whole) return null;
  return {
    ...around,
    frame: {
      from: { width: frame[0], height: frame[1] },
      to: { width: frame[2], height: frame[3] },
    },
    moves: new Map(moves),
    make: new Map(make),
    drop: new Map(drop),
    loose: new Set(list(fields.loose).filter(isText).map(itemId)),
  };
}
