/** What every item's view is given, and the attributes every item has. */
import type { RefObject } from 'preact';
import type { Box } from '../../../base/box.ts';
import type { ItemData, TagData } from '../../model/item.ts';
import { wordsOf } from '../../model/words.ts';
import type { Board } from '../board.ts';
import type { Written } from '../content/Editor.tsx';
import { plainText } from '../content/richText.ts';

export interface ItemProps<Item extends ItemData> {
  readonly board: Board;
  readonly item: Item;
  readonly box: Box;
  readonly editing: boolean;
  readonly selected: boolean;
  /** Whether the Tab key stops here. */
  readonly tabStop: boolean;
  readonly tags: readonly TagData[];
  /** Board units per pixel, in steps of two. */
  readonly grain: number;
  /** The item's outermost element, so that it can be moved without being drawn again. */
  readonly element: RefObject<HTMLElement | SVGElement | null>;
  /** Called once, when editing ends. */
  readonly onWritten: Written;
}

const kinds: Readonly<Record<ItemData['type'], string>> = {
  sticky_note: 'Sticky note',
  text: 'Text',
  shape: 'Shape',
  frame: 'Frame',
  card: 'Card',
  app_card: 'App card',
  image: 'Image',
  embed: 'Embed',
  preview: 'Link preview',
  mindmap_node: 'Mind map node',
  unsupported: 'Drawing',
  connector: 'Connector',
};

const isPlain = (item: ItemData): boolean => ['frame', 'image', 'embed', 'preview'].includes(item.type);

export function labelOf(item: ItemData): string {
  const words = item.type === 'image' ? item.alt || item.title : wordsOf(item);
  const said = isPlain(item) ? words : plainText(words);
  return `${kinds[item.type]}: ${said.trim() || 'empty'}`;
}

export function itemAttributes(
  { item, box, selected, tabStop, element }: ItemProps<ItemData>,
  label = labelOf(item),
) {
  return {
    // Every kind's element has what is used of it: a style.
    ref: element as RefObject<never>,
    'data-item': item.id,
    'data-type': item.type,
    'data-testid': `item-${item.id}`,
    role: 'group' as const,
    'aria-roledescription': kinds[item.type].toLowerCase(),
    'aria-label': label,
    'data-selected': selected ? 'yes' : undefined,
    'aria-description': selected ? 'selected' : undefined,
    tabIndex: tabStop ? 0 : -1,
    style: {
      left: `${box.x - box.width / 2}px`,
      top: `${box.y - box.height / 2}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
      ...('rotation' in item && item.rotation !== 0 ? { transform: `rotate(${item.rotation}deg)` } : {}),
    },
  };
}

export const fontOf = (family: string): string =>
  /^[a-z0-9_]+$/i.test(family)
    ? `${family.replace(/_/g, ' ')}, 'Open Sans', 'Noto Sans', system-ui, sans-serif`
    : "'Open Sans', 'Noto Sans', system-ui, sans-serif";
