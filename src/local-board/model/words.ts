/** The words on an item, whichever of its properties holds them. */
import type { ItemData } from './item.ts';

/** What writing on an item sets; undefined where it has no words, or has several. */
export function writtenFields(item: ItemData, words: string): Readonly<Record<string, unknown>> | undefined {
  switch (item.type) {
    case 'sticky_note':
    case 'text':
    case 'shape':
      return { content: words };
    case 'frame':
    case 'card':
      return { title: words };
    case 'mindmap_node':
      return { nodeView: { ...item.nodeView, content: words } };
    default:
      return undefined;
  }
}

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
