/**
 * Showing a note's state on its sticky as a tag: off until a sheet switches it on. A plan for one client to carry out.
 * Only tags whose ids are on record are ours; nobody else's are ever taken off, renamed or removed. A sticky carries at
 * most 8 tags and a board 100 (tag reference page), so where no place is free it is said, not forced.
 */
import type { ItemId, TagId } from '../workshop/ids.ts';
import type { BoardTag, TagColour } from './port.ts';

/** The same values as a note's states (annotations/noteState.ts), which this room does not know. */
export const tagStates = ['open', 'change-proposed', 'disputed', 'agreed', 'changed'] as const;
export type TagState = (typeof tagStates)[number];

/** Says whose tag it is; titles are unique on a board. */
export const tagPrefix = 'RW · ';
const tagsPerSticky = 8;
const tagsPerBoard = 100;

const words: Readonly<Record<TagState, string>> = {
  open: 'open',
  'change-proposed': 'change proposed',
  disputed: 'disputed',
  agreed: 'agreed',
  changed: 'changed since',
};

/** Disagreement is what the workshop is for: no red. */
const colours: Readonly<Record<TagState, TagColour>> = {
  open: 'gray',
  'change-proposed': 'yellow',
  disputed: 'violet',
  agreed: 'green',
  changed: 'cyan',
};

export interface TaggedSticky {
  readonly id: ItemId;
  readonly tags: readonly TagId[];
}

/** Every tag the app made for this sheet, with its title: as the sheet document keeps it. */
export type TagRecord = ReadonlyMap<TagId, string>;
export type TagsByState = ReadonlyMap<TagState, TagId>;

export interface TagToCreate {
  readonly state: TagState;
  readonly title: string;
  readonly colour: TagColour;
}

export interface TagChange {
  readonly id: ItemId;
  /** Others' tags, in their order. */
  readonly keep: readonly TagId[];
  /** Ours, if any; put last. */
  readonly add: TagState | null;
}

export interface TagPlan {
  /** Those of ours that are on the board already. */
  readonly standing: TagsByState;
  readonly create: readonly TagToCreate[];
  readonly change: readonly TagChange[];
  /** Stickies that carry 8 tags of others: their state is shown in the panel only. */
  readonly full: readonly ItemId[];
  /** States that cannot be shown because the board has its 100 tags. */
  readonly unshown: readonly TagState[];
}

export interface TagSituation {
  /** What each note should show; notes not named show nothing. */
  readonly wanted: ReadonlyMap<ItemId, TagState>;
  readonly stickies: readonly TaggedSticky[];
  readonly boardTags: readonly BoardTag[];
  readonly record: TagRecord;
}

/** A title that nobody on the board has taken: theirs is theirs, even when it reads like ours. */
function freeTitle(state: TagState, taken: ReadonlySet<string>): string {
  const title = `${tagPrefix}${words[state]}`;
  let number = 2;
  let free = title;
  while (taken.has(free)) {
    free = `${title} ${number}`;
    number += 1;
  }
  return free;
}

/** The state a title of ours stands for, with or without a number after it. */
const stateOf = (title: string): TagState | undefined =>
  tagStates.find((state) => title.replace(/ \d+$/, '') === `${tagPrefix}${words[state]}`);

export function planStateTags({ wanted, stickies, boardTags, record }: TagSituation): TagPlan {
  // Everything we ever recorded is ours, also a tag that somebody has meanwhile removed from the board.
  const ours = new Set(record.keys());
  const onBoard = new Set(boardTags.map(({ id }) => id));
  const standing = new Map(
    [...record].flatMap(([id, title]) => {
      const state = onBoard.has(id) ? stateOf(title) : undefined;
      return state ? [[state, id] as const] : [];
    }),
  );

  const needed = tagStates.filter((state) => stickies.some(({ id }) => wanted.get(id) === state));
  const missing = needed.filter((state) => !standing.has(state));
  const room = Math.max(0, tagsPerBoard - boardTags.length);
  const unshown = missing.slice(room);
  const taken = new Set(boardTags.map(({ title }) => title));
  const create = missing.slice(0, room).map((state) => ({
    state,
    title: freeTitle(state, taken),
    colour: colours[state],
  }));

  const full: ItemId[] = [];
  const change = stickies.flatMap(({ id, tags }): TagChange[] => {
    const keep = tags.filter((tag) => !ours.has(tag));
    const present = tags.filter((tag) => ours.has(tag));
    const state = wanted.get(id) ?? null;
    const shown = state !== null && !unshown.includes(state) ? state : null;
    const fits = keep.length < tagsPerSticky;
    if (shown !== null && !fits) full.push(id);
    const add = fits ? shown : null;
    const already =
      add === null ? present.length === 0 : present.length === 1 && present[0] === standing.get(add);
    return already ? [] : [{ id, keep, add }];
  });
  return { standing, create, change, full, unshown };
}

/** The tags a sticky gets; `ids` are the standing ones and those just created. A state without an id adds nothing. */
export function tagsAfter({ keep, add }: TagChange, ids: TagsByState): readonly TagId[] {
  const own = add === null ? undefined : ids.get(add);
  return own === undefined ? keep : [...keep, own];
}

export interface TagRemoval {
  readonly change: readonly TagChange[];
  /** Ours, to be removed from the board once no sticky carries them. */
  readonly remove: readonly TagId[];
}

/** Takes away every tag of ours, and only those. */
export function planRemoveStateTags(
  stickies: readonly TaggedSticky[],
  boardTags: readonly BoardTag[],
  record: TagRecord,
): TagRemoval {
  const { change } = planStateTags({ wanted: new Map(), stickies, boardTags, record });
  return { change, remove: boardTags.flatMap(({ id }) => (record.has(id) ? [id] : [])) };
}
