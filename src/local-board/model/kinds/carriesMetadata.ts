/**
 * Which items apps may note something on (data guide: card, connector, embed, image, preview, shape, sticky note,
 * text; not frames, groups and unsupported items). App cards and mind-map nodes are missing from that list while
 * their own pages show the methods: we go by the pages.
 */
import type { ItemData } from '../item.ts';

export const carriesMetadata = ({ type }: Pick<ItemData, 'type'>): boolean =>
  type !== 'frame' && type !== 'unsupported';
