/** One item of any kind. Drawn again only when its looks changed; where it lies is seen to by ItemSlot.tsx. */
import { Component, type ComponentChild, type JSX } from 'preact';
import { type ItemData, isPlaced } from '../../model/item.ts';
import { ConnectorItem } from '../connectors/ConnectorItem.tsx';
import { CardItem } from './CardItem.tsx';
import { DrawingItem } from './DrawingItem.tsx';
import { FrameItem } from './FrameItem.tsx';
import type { ItemProps } from './itemProps.ts';
import { LinkArrow } from './LinkArrow.tsx';
import { MindmapNode } from './MindmapNode.tsx';
import { EmbedItem, ImageItem, PreviewItem } from './media.tsx';
import { ShapeItem } from './ShapeItem.tsx';
import { StickyNote } from './StickyNote.tsx';
import { TextItem } from './TextItem.tsx';

type Props = ItemProps<ItemData>;

function Face({ item, ...rest }: Props): JSX.Element {
  switch (item.type) {
    case 'sticky_note':
      return <StickyNote {...rest} item={item} />;
    case 'text':
      return <TextItem {...rest} item={item} />;
    case 'shape':
      return <ShapeItem {...rest} item={item} />;
    case 'frame':
      return <FrameItem {...rest} item={item} />;
    case 'card':
    case 'app_card':
      return <CardItem {...rest} item={item} />;
    case 'image':
      return <ImageItem {...rest} item={item} />;
    case 'embed':
      return <EmbedItem {...rest} item={item} />;
    case 'preview':
      return <PreviewItem {...rest} item={item} />;
    case 'mindmap_node':
      return <MindmapNode {...rest} item={item} />;
    case 'unsupported':
      return <DrawingItem {...rest} item={item} />;
    case 'connector':
      return <ConnectorItem {...rest} item={item} />;
  }
}

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
    const { item } = props;
    const link = isPlaced(item) ? item.linkedTo : undefined;
    if (!link) return <Face {...props} />;
    return (
      <>
        <Face {...props} />
        <LinkArrow board={props.board} item={item} link={link} />
      </>
    );
  }
}
