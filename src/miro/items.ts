/** Miro's item classes in, the app's plain items out. */
import type { Box, Point } from '../base/box.ts';
import type { BoardItem, ItemKind } from '../board/item.ts';
import { type ItemId, itemId, tagId } from '../workshop/ids.ts';
import { type ParseHtml, textOf } from './content.ts';
import type { SdkItem } from './sdk.ts';

const kinds: Record<string, ItemKind> = {
  frame: 'frame',
  sticky_note: 'sticky',
  text: 'text',
  shape: 'shape',
};

/** What says what an item is about, where that is not its content; of a card its first line. */
const saidIn: Record<string, string> = { frame: 'title', card: 'title', app_card: 'title' };

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Tags, groups and connectors have no place of their own. */
export const hasPlace = (item: SdkItem): boolean => 'x' in item && 'y' in item;

export const parentOf = (item: SdkItem): ItemId | null => {
  const parent = 'parentId' in item ? item.parentId : null;
  // Miro's pages disagree on whether "no parent" is null or the text 'null' (sdk reference, common properties).
  return typeof parent === 'string' && parent !== '' && parent !== 'null' ? itemId(parent) : null;
};

/** `frameCorner` is the top-left corner of the item's parent frame on the board, if it has one. */
export function boardItem(item: SdkItem, frameCorner: Point | null, parse: ParseHtml): BoardItem {
  // Every class is read through one loose view: an unsupported item may lack any of these.
  const raw = item as unknown as Record<string, unknown>;
  const style = (raw.style ?? {}) as Record<string, unknown>;
  const kind = kinds[item.type] ?? 'other';
  const local: Box = {
    x: number(raw.x),
    y: number(raw.y),
    width: number(raw.width),
    height: number(raw.height),
  };
  const said = string(raw[saidIn[item.type] ?? 'content']);
  const text = kind === 'frame' ? said : textOf(said, parse);
  return {
    id: itemId(item.id),
    kind,
    local,
    box: frameCorner ? { ...local, x: local.x + frameCorner.x, y: local.y + frameCorner.y } : local,
    frame: parentOf(item),
    text,
    colour: string(style.fillColor),
    tags: Array.isArray(raw.tagIds) ? raw.tagIds.filter((id) => typeof id === 'string').map(tagId) : [],
    modifiedAt: string(raw.modifiedAt),
    modifiedBy: string(raw.modifiedBy),
    createdBy: string(raw.createdBy),
  };
}
