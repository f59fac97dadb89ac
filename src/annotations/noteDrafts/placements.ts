/**
 * Which notes written unseen are which stickies by now, and what is to become of look-alikes. In the sheet document,
 * since whoever is there may put them on the board:
 *
 *   placing  "note:<user>/<note id>@<run>" → { item, also, at }   item null: about to be put there
 *            "alike:<note>+<note>…" → { keep, by, at }            what somebody chose for look-alikes
 *            "run" → { run, by, beat }                            who is putting notes on the board just now
 *            "tag:<tag id>" → title                               tags that say whose a note is
 *
 * Each run writes keys of its own, so of two that put the same note there unaware of each other neither record is lost:
 * everybody agrees which sticky counts, and knows the double.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, type TagId, tagId, type UserId, userId } from '../../workshop/ids.ts';
import { asNumber, asText, clip, field, longest, put, sorted } from '../entries.ts';
import { operate } from '../schema.ts';
import { compareTimes } from '../times.ts';

/** `<user>/<note id>`, escaped: names one note of one person. */
export type NoteKey = string;

const part = (id: string): string => encodeURIComponent(id.toWellFormed());
export const noteKey = ({ user, id }: { readonly user: UserId; readonly id: string }): NoteKey =>
  `${part(user)}/${part(id)}`;

export interface Placement {
  readonly note: NoteKey;
  readonly user: UserId;
  readonly run: string;
  /** Null while it is about to be put on the board. */
  readonly item: ItemId | null;
  /** Its words are not on that sticky: somebody kept another wording for both. */
  readonly also: boolean;
  readonly at: string;
}

/** What becomes of look-alikes: each on the board, side by side or as different notes; or one wording for all of them. */
export type Keep =
  | { readonly kind: 'side-by-side' }
  | { readonly kind: 'apart' }
  | { readonly kind: 'one'; readonly note: NoteKey };

export interface Run {
  readonly run: string;
  readonly by: UserId;
  /** Goes up while it is alive. */
  readonly beat: number;
}

export interface Placing {
  readonly placements: readonly Placement[];
  readonly choices: ReadonlyMap<string, Keep>;
  readonly run: Run | null;
  readonly tags: ReadonlyMap<TagId, string>;
  readonly unknown: number;
}

const placingIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('placing');

export const alikeKey = (notes: readonly NoteKey[]): string => notes.toSorted().join('+');

function parsePlacement(key: string, value: unknown): Placement | null {
  const found = /^note:([^/@]+)\/([^/@]+)@([^@]+)$/.exec(key);
  const [at, item] = [asText(field(value, 'at')), field(value, 'item')];
  if (!found || at === null || (item !== null && typeof item !== 'string')) return null;
  try {
    const [user, run] = [decodeURIComponent(found[1] ?? ''), decodeURIComponent(found[3] ?? '')];
    const note = `${found[1]}/${found[2]}`;
    const also = field(value, 'also') === true;
    return { note, user: userId(user), run, item: item === null ? null : itemId(item), also, at };
  } catch {
    return null; // not escaped as ours are
  }
}

function keepFrom(value: unknown): Keep | null {
  const keep = asText(field(value, 'keep'));
  if (keep === 'side-by-side' || keep === 'apart') return { kind: keep };
  return keep?.includes('/') ? { kind: 'one', note: keep } : null;
}

function runFrom(value: unknown): Run | null {
  const [run, by] = [asText(field(value, 'run')), asText(field(value, 'by'))];
  const beat = asNumber(field(value, 'beat'));
  return run === null || by === null || beat === null ? null : { run, by: userId(by), beat };
}

export function readPlacing(doc: Y.Doc): Placing {
  const placements: Placement[] = [];
  const choices = new Map<string, Keep>();
  const tags = new Map<TagId, string>();
  let run: Run | null = null;
  let unknown = 0;
  for (const [key, value] of sorted(placingIn(doc))) {
    if (value === null) continue;
    const [kind = '', ...rest] = key.split(':');
    const name = rest.join(':');
    const [placement, keep] = [
      kind === 'note' ? parsePlacement(key, value) : null,
      kind === 'alike' ? keepFrom(value) : null,
    ];
    if (placement) placements.push(placement);
    else if (keep) choices.set(name, keep);
    else if (kind === 'tag' && typeof value === 'string') tags.set(tagId(name), value);
    else if (key === 'run') run = runFrom(value);
    else unknown += 1;
  }
  return { placements, choices, run, tags, unknown };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The sticky of each note, as everybody decides alike: what is still on the board comes first, then the one put there
 * first. `isGone`: as the mirror knows.
 */
export function stickiesOf(
  placements: readonly Placement[],
  isGone: (item: ItemId) => boolean,
): ReadonlyMap<NoteKey, Placement & { readonly item: ItemId }> {
  const best = new Map<NoteKey, Placement & { readonly item: ItemId }>();
  for (const one of placements) {
    if (one.item === null) continue;
    const placed = { ...one, item: one.item };
    const known = best.get(one.note);
    const better = known
      ? Number(isGone(placed.item)) - Number(isGone(known.item)) ||
        compareTimes(placed.at, known.at) ||
        compare(placed.item, known.item) ||
        Number(placed.also) - Number(known.also)
      : -1;
    if (better < 0) best.set(one.note, placed);
  }
  return best;
}

/** Stickies that were put there for a note which has another one: two did it unaware of each other. */
export function doublesOf(
  placements: readonly Placement[],
  isGone: (item: ItemId) => boolean,
): readonly (Placement & { readonly item: ItemId })[] {
  const counting = stickiesOf(placements, isGone);
  const needed = new Set([...counting.values()].map(({ item }) => item));
  return placements.flatMap((one) =>
    one.item === null || one.also || needed.has(one.item) || isGone(one.item)
      ? []
      : [{ ...one, item: one.item }],
  );
}

/** What a sticky was made from: whose notes, and whether their words are the ones on it. */
export interface Origin {
  readonly note: NoteKey;
  readonly user: UserId;
  readonly also: boolean;
}

/** By sticky, each side once, those whose words it carries first. */
export function originsOf(
  placements: readonly Placement[],
  isGone: (item: ItemId) => boolean,
): ReadonlyMap<ItemId, readonly Origin[]> {
  const origins = new Map<ItemId, Origin[]>();
  for (const { item, note, user, also } of stickiesOf(placements, isGone).values())
    origins.set(item, [...(origins.get(item) ?? []), { note, user, also }]);
  for (const list of origins.values())
    list.sort((a, b) => Number(a.also) - Number(b.also) || compare(a.note, b.note));
  return origins;
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

export interface Placed {
  readonly note: NoteKey;
  readonly run: string;
  readonly item: ItemId | null;
  readonly also: boolean;
  readonly at: string;
}

const keyOf = ({ note, run }: Pick<Placed, 'note' | 'run'>): string => `note:${note}@${part(run)}`;

export const recordPlaced = (doc: Y.Doc, placed: readonly Placed[]): boolean =>
  operate(doc, 'record-placed', () => {
    for (const { item, also, at, ...key } of placed) placingIn(doc).set(keyOf(key), { item, also, at });
  });

/** They are not on the board after all, or no longer. */
export const forgetPlaced = (doc: Y.Doc, placed: readonly Pick<Placed, 'note' | 'run'>[]): boolean =>
  operate(doc, 'forget-placed', () => {
    for (const key of placed) placingIn(doc).delete(keyOf(key));
  });

export const chooseForAlike = (
  doc: Y.Doc,
  choice: {
    readonly notes: readonly NoteKey[];
    readonly keep: Keep;
    readonly by: UserId;
    readonly at: string;
  },
): boolean =>
  operate(doc, 'choose-for-alike', () => {
    const { notes, keep, by, at } = choice;
    const said = keep.kind === 'one' ? keep.note : keep.kind;
    placingIn(doc).set(`alike:${alikeKey(notes)}`, { keep: said, by, at });
  });

export const announceRun = (doc: Y.Doc, run: Run): boolean =>
  operate(doc, 'announce-run', () => placingIn(doc).set('run', { ...run }));

/** Only one's own run: another's may have begun meanwhile. */
export const endRun = (doc: Y.Doc, run: string): boolean =>
  operate(doc, 'end-run', () => {
    if (asText(field(placingIn(doc).get('run'), 'run')) === run) placingIn(doc).delete('run');
  });

/** Puts a tag the app made on record, before it is used: only those are ever removed. */
export const recordSideTag = (doc: Y.Doc, id: TagId, title: string): boolean =>
  operate(doc, 'record-side-tag', () => put(placingIn(doc), `tag:${id}`, clip(title, longest.name)));

export const forgetSideTag = (doc: Y.Doc, id: TagId): boolean =>
  operate(doc, 'forget-side-tag', () => placingIn(doc).delete(`tag:${id}`));
