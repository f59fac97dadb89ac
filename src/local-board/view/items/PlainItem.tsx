/** An item without a face of its own yet: its box and its words. */
import type { JSX } from 'preact';
import type { ItemData } from '../../model/item.ts';
import { type ItemProps, itemAttributes, labelOf } from './itemProps.ts';

export function PlainItem(props: ItemProps<ItemData>): JSX.Element {
  return (
    <div class="item plain-item" {...itemAttributes(props)}>
      {labelOf(props.item)}
    </div>
  );
}
