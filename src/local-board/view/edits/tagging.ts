/** What a person can do with tags. */
import type { BoardClient } from '../../client/client.ts';
import { tagsPerItem } from '../../model/limits.ts';
import { tagColours } from '../../model/names.ts';
import type { Notices } from '../notices.ts';
import type { Edits } from './edits.ts';

interface Carrier {
  readonly id: string;
  readonly tagIds: readonly string[];
}

export interface Tagging {
  /** Puts a tag of this title on the items; makes it where the board has none. */
  add(items: readonly Carrier[], title: string): void;
  put(items: readonly Carrier[], tag: string, which: 'on' | 'off'): void;
  recolour(tag: string, color: string): void;
  /** From the board, and so from every item. */
  discard(tag: string): void;
}

export function createTagging(client: BoardClient, edits: Edits, notices: Notices): Tagging {
  const orSay = (what: string, work: Promise<unknown>) =>
    work.catch((error: unknown) =>
      notices.tell('error', error instanceof Error ? `${what} ${error.message}` : what),
    );

  const tagging: Tagging = {
    add(items, title) {
      if (title === '') return;
      if (items.some(({ tagIds }) => tagIds.length >= tagsPerItem))
        return notices.tell('info', `An item has at most ${tagsPerItem} tags. Take one off first.`);
      const { tags } = client.contents.get();
      const known = [...tags.values()].find((tag) => tag.title === title);
      if (known) return tagging.put(items, known.id, 'on');
      const color = tagColours[tags.size % tagColours.length] ?? 'red';
      const made = client.createTag({ title, color }).then(({ id }) => tagging.put(items, id, 'on'));
      void orSay('The tag could not be made.', made);
    },
    put(items, tag, which) {
      const changes = items
        .filter(({ tagIds }) => tagIds.includes(tag) !== (which === 'on'))
        .map(({ id, tagIds }) => ({
          id,
          tagIds: which === 'on' ? [...tagIds, tag] : tagIds.filter((one) => one !== tag),
        }));
      edits.change('The tags could not be changed.', changes);
    },
    recolour: (tag, color) => void orSay('The tag could not be coloured.', client.updateTag(tag, { color })),
    discard: (tag) => void orSay('The tag could not be removed.', client.remove([tag])),
  };
  return tagging;
}
