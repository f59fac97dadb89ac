/**
 * Copied items as text, in a format of our own beside plain text for other programs. What comes back from a clipboard
 * may be anybody's, so it is read carefully; the server checks every field again when the copies are made.
 */
import type { Box } from '../../../base/box.ts';
import type { TagFields } from '../../model/command.ts';
import { type ItemData, isTagged } from '../../model/item.ts';
import type { BoardState } from '../state/boardState.ts';

export const itemsFormat = 'application/x-board-items+json';

export interface Copied {
  readonly items: readonly ItemData[];
  /** Where they lay on the board. */
  readonly places: ReadonlyMap<string, Box>;
  /** Those that the items carry, for boards that do not know them. */
  readonly tags: readonly TagFields[];
}

/** The chosen items, what lies in chosen frames or hangs on chosen nodes, and the lines between any of them. */
export function copied(
  ids: readonly string[],
  {
    items,
    places,
    tags,
    inLine,
    linesBetween,
  }: Pick<BoardState, 'items' | 'places' | 'tags' | 'inLine' | 'linesBetween'>,
): Copied {
  // Grows while it is gone through: children of children come along.
  const those = new Set(ids);
  for (const id of those) {
    const item = items.get(id);
    if (item && 'childrenIds' in item) for (const child of item.childrenIds) those.add(child);
  }
  const found = inLine(new Set([...those, ...linesBetween(those)]));
  const taken = found.flatMap((id) => items.get(id) ?? []);
  const carried = new Set(taken.flatMap((item) => (isTagged(item) ? item.tagIds : [])));
  return {
    items: taken,
    tags: [...carried].flatMap((id) => tags.value.get(id) ?? []),
    places: new Map(
      found.flatMap((id) => {
        const box = places.get(id);
        return box ? [[id, box] as const] : [];
      }),
    ),
  };
}

export const writeCopied = ({ items, places, tags }: Copied): string =>
  JSON.stringify({ items, places: [...places], tags });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBox = (value: unknown): value is Box =>
  isRecord(value) && ['x', 'y', 'width', 'height'].every((key) => Number.isFinite(value[key]));

const isTag = (value: unknown): value is TagFields =>
  isRecord(value) && ['id', 'title', 'color'].every((key) => typeof value[key] === 'string');

/** As a table, so that a new kind cannot be forgotten. (The model's own list would bring all its rules along.) */
const types: { readonly [Type in ItemData['type']]: true } = {
  sticky_note: true,
  text: true,
  shape: true,
  frame: true,
  card: true,
  app_card: true,
  image: true,
  embed: true,
  preview: true,
  mindmap_node: true,
  unsupported: true,
  connector: true,
};

const isType = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(types, value);

export function readCopied(text: string): Copied | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(read) || !Array.isArray(read.items) || !Array.isArray(read.places)) return undefined;
  const places = new Map<string, Box>();
  for (const entry of read.places as readonly unknown[])
    if (Array.isArray(entry) && typeof entry[0] === 'string' && isBox(entry[1]))
      places.set(entry[0], entry[1]);
  const items = (read.items as readonly unknown[]).filter(
    (item): item is ItemData =>
      isRecord(item) &&
      typeof item.id === 'string' &&
      isType(item.type) &&
      (item.type !== 'connector' || (isRecord(item.start) && isRecord(item.end))) &&
      places.has(item.id),
  );
  const tags = Array.isArray(read.tags) ? read.tags.filter(isTag) : [];
  return items.length > 0 ? { items, places, tags } : undefined;
}
