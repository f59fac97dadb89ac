/** Which class of item the board's data becomes in an app's hands. */
import type { Transport } from '../transport.ts';
import { AppCard, Card } from './cards.ts';
import { Connector } from './connector.ts';
import { Frame } from './frame.ts';
import { Group } from './group.ts';
import { type Data, type Face, type Source, show } from './held.ts';
import { Shape, StickyNote, Text, Unsupported } from './item.ts';
import { Embed, Image, Preview } from './media.ts';
import { MindmapNode } from './mindmapNode.ts';
import { Tag } from './tag.ts';

const classes: Readonly<Record<string, new () => object>> = {
  sticky_note: StickyNote,
  text: Text,
  shape: Shape,
  frame: Frame,
  card: Card,
  app_card: AppCard,
  connector: Connector,
  group: Group,
  image: Image,
  embed: Embed,
  preview: Preview,
  tag: Tag,
};

/** Miro's stable board has no class for nodes of mind maps. */
const classesOf: Readonly<Record<Face, typeof classes>> = {
  stable: classes,
  experimental: { ...classes, mindmap_node: MindmapNode },
};

export function itemSource(transport: Transport, face: Face): Source {
  const known = classesOf[face];
  const source: Source = {
    transport,
    face,
    knows: (type) => known[type] !== undefined,
    asItem(data: Data) {
      const item = new (known[data.type] ?? Unsupported)();
      show(item, source, data);
      return item;
    },
  };
  return source;
}
