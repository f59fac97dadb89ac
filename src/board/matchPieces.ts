/**
 * Which item is which piece of a sheet: by the ids on record first, then by what it says and where it lies. The second
 * way finds the pieces no record names, and all pieces of a copied sheet, where every id is new.
 */
import type { Box } from '../base/box.ts';
import type { ItemId } from '../workshop/ids.ts';
import { layoutSheet } from '../workshop/layout.ts';
import type { Piece } from '../workshop/piece.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import { privateNotice, type Writing } from '../workshop/sheetWords.ts';
import type { Template } from '../workshop/template.ts';
import { tidyDetails } from '../workshop/tidyDetails.ts';
import type { HarvestItem } from './harvest.ts';

/** How far off (dp) an item with other words may lie and still be taken for a piece whose words somebody changed. */
const near = 60;

const distance = (a: Box, b: Box): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The anchors of a sheet that no record names, a copied one: what is there of its header items, by key. */
export function findAnchors(
  template: Template,
  details: SheetDetails,
  items: readonly HarvestItem[],
): ReadonlyMap<string, ItemId> {
  const { pieces } = layoutSheet(template, tidyDetails(details), { writing: writingOf(items) });
  return new Map([...matchPieces(pieces, items, new Map())].map(([key, { id }]) => [key, id]));
}

/** Whether a sheet was dropped for private writing: then its prompts say so. */
export const writingOf = (items: readonly HarvestItem[]): Writing =>
  items.some(({ text }) => text.trimEnd().endsWith(privateNotice)) ? 'panel' : 'board';

export function matchPieces(
  pieces: readonly Piece[],
  items: readonly HarvestItem[],
  anchors: ReadonlyMap<string, ItemId>,
): ReadonlyMap<string, HarvestItem> {
  const byId = new Map(items.filter(({ gone }) => gone !== true).map((item) => [item.id, item]));
  const found = new Map<string, HarvestItem>();
  const take = (key: string, item: HarvestItem | undefined) => {
    if (!item) return;
    found.set(key, item);
    byId.delete(item.id);
  };
  const wanted = pieces.filter(({ appearance }) => appearance.kind !== 'sticky');
  for (const { key } of wanted) {
    const id = anchors.get(key);
    if (id !== undefined) take(key, byId.get(id));
  }
  const nearest = (piece: Piece, fits: (item: HarvestItem) => boolean): HarvestItem | undefined =>
    [...byId.values()]
      .filter((item) => item.kind === piece.appearance.kind && fits(item))
      .sort((a, b) => distance(a.box, piece.appearance.box) - distance(b.box, piece.appearance.box))[0];
  const rules: readonly ((piece: Piece) => (item: HarvestItem) => boolean)[] = [
    ({ appearance }) =>
      ({ text }) =>
        text.trim() === appearance.text.trim(),
    ({ appearance }) =>
      ({ box }) =>
        distance(box, appearance.box) < near && Math.abs(box.width - appearance.box.width) < near,
  ];
  for (const rule of rules)
    for (const piece of wanted) if (!found.has(piece.key)) take(piece.key, nearest(piece, rule(piece)));
  return found;
}
