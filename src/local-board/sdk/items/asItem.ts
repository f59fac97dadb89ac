/** Which class of item the board's data becomes in an app's hands. */
import type { Transport } from '../transport.ts';
import { AppCard, Card } from './cards.ts';
import { Connector } from './connector.ts';
import { Frame } from './frame.ts';
import { Group } from './group.ts';
import { type Data, type Face, type Source, show } from './held.ts';
import { Shape, StickyNote, Text, Unsupported } from './item.ts';
import { Embed, Image, Preview } from './media.ts';
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

export function itemSource(transport: Transport, face: Face): Source {
  const source: Source = {
    transport,
    face,
    asItem(data: Data) {
      const item = new (classes[data.type] ?? Unsupported)();
      show(item, source, data);
      return item;
    },
  };
  return source;
}
