/** Every kind of item the board knows, and what holds for items of all kinds. Defaults and ranges: Miro's item pages. */
import * as check from '../check.ts';
import type { ItemBase, ItemData } from '../item.ts';
import { isPlaced } from '../item.ts';
import { longestAddress } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { appCard, card } from './card.ts';
import { connector } from './connector.ts';
import { frame } from './frame.ts';
import type { Kind } from './kind.ts';
import { embed, image, preview } from './media.ts';
import { mindmapNode } from './mindmapNode.ts';
import { shape } from './shape.ts';
import { stickyNote } from './stickyNote.ts';
import { text } from './text.ts';
import { unsupported } from './unsupported.ts';

const kinds: { readonly [Name in ItemData['type']]: Kind<Extract<ItemData, { readonly type: Name }>> } = {
  sticky_note: stickyNote,
  text,
  shape,
  frame,
  card,
  app_card: appCard,
  image,
  embed,
  preview,
  mindmap_node: mindmapNode,
  unsupported,
  connector,
};

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as KindName[];

export const isKind = (value: unknown): value is KindName =>
  typeof value === 'string' && Object.hasOwn(kinds, value);

/** Properties of every item that nobody may write. */
export const readOnly = [
  'id',
  'type',
  'parentId',
  'groupId',
  'connectorIds',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
  'childrenIds',
  'isRoot',
  'owned',
];

/** Said to be writable in Miro's types, without a documented effect: `origin` has one value only. */
const passive = ['origin', 'relativeTo'];
const ofPlaced = ['x', 'y', 'linkedTo'];

export const settableOf = (type: KindName, when: 'making' | 'changing'): readonly string[] => [
  ...passive,
  ...(type === 'connector' ? [] : ofPlaced),
  ...kinds[type].settable,
  ...(when === 'making' ? (kinds[type].once ?? []) : []),
];

export const followsIn = (type: KindName): readonly string[] => kinds[type].follows ?? [];

export const needsIn = (type: KindName): readonly string[] => kinds[type].needs ?? [];

/** Read by the kind as it comes: its own table knows which kind it is for. */
const kindOf = (type: KindName) => kinds[type] as unknown as Kind<ItemData>;

/** An item of this kind before anything was said about it. */
export function blankItem(type: KindName, base: Omit<ItemBase, 'width' | 'height'>): ItemData {
  const { x, y, linkedTo: _, ...marks } = base;
  // The union is taken apart by `type` and put together again from the same kind.
  return { ...marks, ...(type === 'connector' ? {} : { x, y }), ...kindOf(type).blank } as ItemData;
}

/** The item with these fields set. Position, parent, tags' and ends' existence are checked elsewhere. */
export function changedItem(item: ItemData, fields: check.Fields): ItemData {
  if (fields.origin !== undefined && fields.origin !== 'center')
    refuse('input', "The only value of origin is 'center'.");
  const { id, parentId, groupId, createdAt, createdBy, modifiedAt, modifiedBy } = item;
  const own = kindOf(item.type).change(item, fields);
  const marks = {
    id,
    parentId,
    ...(groupId === undefined ? {} : { groupId }),
    createdAt,
    createdBy,
    modifiedAt,
    modifiedBy,
  };
  if (!isPlaced(item)) return { ...marks, ...own } as ItemData;
  const link =
    'linkedTo' in fields
      ? fields.linkedTo === undefined
        ? ''
        : check.text('linkedTo', fields.linkedTo, longestAddress)
      : item.linkedTo;
  return {
    ...marks,
    ...own,
    ...(link === undefined ? {} : { linkedTo: link }),
    x: fields.x === undefined ? item.x : check.number('x', fields.x),
    y: fields.y === undefined ? item.y : check.number('y', fields.y),
  } as ItemData;
}
