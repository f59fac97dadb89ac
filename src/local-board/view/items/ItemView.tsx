/** One item of any kind. Drawn again only when its looks changed; where it lies is seen to by ItemSlot.tsx. */
import { Component, type ComponentChild } from 'preact';
import type { ItemData } from '../../model/item.ts';
import { FrameItem } from './FrameItem.tsx';
import type { ItemProps } from './itemProps.ts';
import { PlainItem } from './PlainItem.tsx';
import { ShapeItem } from './ShapeItem.tsx';
import { StickyNote } from './StickyNote.tsx';
import { TextItem } from './TextItem.tsx';

type Props = ItemProps<ItemData>;

export class ItemView extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const now = this.props;
    return (
      next.item !== now.item ||
      next.editing !== now.editing ||
      next.selected !== now.selected ||
      next.tabStop !== now.tabStop ||
      next.box.width !== now.box.width ||
      next.box.height !== now.box.height ||
      next.grain !== now.grain ||
      next.tags !== now.tags
    );
  }

  override render(props: Props): ComponentChild {
    const { item, ...rest } = props;
    switch (item.type) {
      case 'sticky_note':
        return <StickyNote {...rest} item={item} />;
      case 'text':
        return <TextItem {...rest} item={item} />;
      case 'shape':
        return <ShapeItem {...rest} item={item} />;
      case 'frame':
        return <FrameItem {...rest} item={item} />;
      default:
        return <PlainItem {...rest} item={item} />;
    }
  }
}
