/**
 * Tags that say on the board whose a note is, in words: `from Erin Example`. Colour means pillar there, and the note's
 * own text is what gets exported, so neither may carry it. Only tags on record are ever taken off.
 */
import type * as Y from 'yjs';
import { forgetSideTag, readPlacing, recordSideTag } from '../../../annotations/noteDrafts/placements.ts';
import type { BoardPort } from '../../../board/port.ts';
import type { TagId } from '../../../workshop/ids.ts';

/** UTF-16 units; a tag is a small label. */
const longestName = 40;
/** A board can have so many tags, and a sticky so many (tag reference page). */
const mostOnBoard = 100;
const mostOnSticky = 8;

export const tagTitle = (name: string): string => `from ${name.slice(0, longestName).toWellFormed()}`;

interface Options {
  readonly board: BoardPort;
  readonly document: Y.Doc;
}

/** For one run: the tags of people so called, made where they are missing. None where the board gives none. */
export function sideTags({
  board,
  document,
}: Options): (names: readonly string[]) => Promise<readonly TagId[]> {
  let byTitle: Map<string, TagId> | null = null;
  let refused = false;
  const tagOf = async (name: string): Promise<TagId | null> => {
    if (name === '' || refused) return null;
    byTitle ??= new Map((await board.readTags()).map(({ id, title }) => [title, id]));
    const title = tagTitle(name);
    const known = byTitle.get(title);
    if (known) return known;
    if (byTitle.size >= mostOnBoard) return null;
    const made = await board.createTag(title, 'gray');
    recordSideTag(document, made.id, title);
    byTitle.set(title, made.id);
    return made.id;
  };
  return async (names) => {
    const tags: TagId[] = [];
    for (const name of new Set(names)) {
      try {
        const tag = await tagOf(name);
        if (tag) tags.push(tag);
      } catch {
        // A note without a label is a note all the same; the panel says whose it is.
        refused = true;
      }
    }
    return tags.slice(0, mostOnSticky);
  };
}

/** Takes our labels off every sticky and off the board. Rejects with a `BoardRefusal`. */
export async function takeSideTagsOff({ board, document }: Options): Promise<void> {
  const ours = new Set(readPlacing(document).tags.keys());
  const items = (await board.readAll()).filter(({ tags }) => tags.some((tag) => ours.has(tag)));
  for (const { id, tags } of items) await board.change(id, { tags: tags.filter((tag) => !ours.has(tag)) });
  for (const id of ours) {
    await board.removeTag(id);
    forgetSideTag(document, id);
  }
}
