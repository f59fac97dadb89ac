/** The words on an item, whichever of its properties holds them. */
import type { ItemData } from './item.ts';

/** The property a person writes in; none where an item has no words, or they are part of something larger. */
export const writtenField = (type: ItemData['type']): 'content' | 'title' | undefined => {
  if (type === 'sticky_note' || type === 'text' || type === 'shape') return 'content';
  return type === 'frame' || type === 'card' ? 'title' : undefined;
};

/** HTML as cleaned, except on frames and images, whose titles are plain. */
export function wordsOf(item: ItemData): string {
  switch (item.type) {
    case 'sticky_note':
    case 'text':
    case 'shape':
      return item.content;
    case 'frame':
    case 'image':
    case 'card':
    case 'app_card':
      return item.title;
    case 'mindmap_node':
      return item.nodeView.content;
    case 'connector':
      return item.captions.map(({ content }) => content).join(' ');
    case 'embed':
    case 'preview':
      return item.url;
    case 'unsupported':
      return '';
  }
}
