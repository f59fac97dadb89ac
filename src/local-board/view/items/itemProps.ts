/** What every item's view is given, and the attributes every item has. */
import type { RefObject } from 'preact';
import type { Box } from '../../../base/box.ts';
import type { ItemData, TagData } from '../../model/item.ts';
import { wordsOf } from '../../model/words.ts';
import type { Written } from '../content/Editor.tsx';
import { plainText } from '../content/richText.ts';

export interface ItemProps<Item extends ItemData> {
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

export function labelOf(item: ItemData): string {
  const said = item.type === 'frame' ? item.title : plainText(wordsOf(item));
  return `${kinds[item.type]}: ${said.trim() || 'empty'}`;
}

export function itemAttributes({ item, box, selected, tabStop, element }: ItemProps<ItemData>) {
  return {
    // Every kind's element has what is used of it: a style.
    ref: element as RefObject<never>,
    'data-item': item.id,
    'data-type': item.type,
    'data-testid': `item-${item.id}`,
    role: 'group' as const,
    'aria-roledescription': kinds[item.type].toLowerCase(),
    'aria-label': labelOf(item),
    'data-selected': selected ? 'yes' : undefined,
    'aria-description': selected ? 'selected' : undefined,
    tabIndex: tabStop ? 0 : -1,
    style: {
      left: `${box.x - box.width / 2}px`,
      top: `${box.y - box.height / 2}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    },
  };
}

export const fontOf = (family: string): string =>
  /^[a-z0-9_]+$/i.test(family)
    ? `${family.replace(/_/g, ' ')}, 'Open Sans', 'Noto Sans', system-ui, sans-serif`
    : "'Open Sans', 'Noto Sans', system-ui, sans-serif";
