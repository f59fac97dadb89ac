/**
 * What a desk or a sheet holds beside words about notes, taken along: out of documents, and onto one's own desk or into a
 * sheet. What roots there are is besideRoots.ts. What else a person said is taken over word by word (takeOver.ts).
 *
 * B1  Nothing that lies here is replaced by something older, or of which nobody knows how old it is; what was taken back
 *     here stays so. Doing it again changes nothing.
 * B2  What is about a note that is not here stays about the old one, as stances do, so that no word is lost;
 *     rememberNotes keeps what that note said. Whoever leaves a note behind leaves these words, too (`withoutNotes`).
 * B3  A root that says one thing in several keys (`whole`) is taken only where it is empty, so that no mixture arises.
 * B4  What the reader of its root can't read is not taken.
 */
import * as Y from 'yjs';
import { type ItemId, itemId, type UserId } from '../../workshop/ids.ts';
import { field, sorted } from '../entries.ts';
import { operate } from '../schema.ts';
import { deskRoots, type Root, sheetRoots } from './besideRoots.ts';
import { type BesideWord, fromJson, isNewer, longestValue, nameOf } from './word.ts';

const wordsIn = (doc: Y.Doc, roots: ReadonlyMap<string, Root>, sheet: Y.Doc): readonly BesideWord[] =>
  [...roots].flatMap(([root, { open }]) =>
    sorted(doc.getMap(root)).flatMap(([key, value]): BesideWord[] => {
      if (open && !open(key, sheet, doc)) return [];
      const json = value === null || value instanceof Y.AbstractType ? undefined : JSON.stringify(value);
      return json === undefined || key === '' || json.length > longestValue
        ? []
        : [{ root, key, value: json }];
    }),
  );

/** Steps whose notes everybody may read are shown there by their owner, too: the other board knows nothing of its steps. */
function withReleases(words: readonly BesideWord[]): readonly BesideWord[] {
  const known = new Set(words.map(nameOf));
  const steps = new Set(
    words.flatMap(({ root, key }) => (root === 'notes' ? [decodeURIComponent(key.split('/')[0] ?? '')] : [])),
  );
  const missing = [...steps]
    .map((step): BesideWord => ({ root: 'notesReleased', key: step, value: 'true' }))
    .filter((word) => !known.has(nameOf(word)));
  return [...words, ...missing];
}

const all = (desk: Y.Doc, sheet: Y.Doc): readonly BesideWord[] =>
  withReleases(wordsIn(desk, deskRoots, sheet));

/** What everybody may see (`sheet` says so), without what the file lists by itself, which holds what can be read only. */
export const besideOnDesk = (desk: Y.Doc, sheet: Y.Doc, owner: UserId): readonly BesideWord[] =>
  all(desk, sheet).filter((word) => {
    const root = deskRoots.get(word.root);
    return !root?.listed || !isReadable(root, word.root, [word], owner);
  });

/** The same with that. */
export const allBesideOnDesk = all;

export const besideInSheet = (sheet: Y.Doc): readonly BesideWord[] => wordsIn(sheet, sheetRoots, sheet);

export interface BesideTaken {
  /** How many are there now and were not before, by their roots. */
  readonly taken: ReadonlyMap<string, number>;
  /** Left out, since this version can't read them. */
  readonly unreadable: number;
  /** Takes back what is still as it was taken. */
  readonly undo: () => boolean;
}

type Ids = ReadonlyMap<ItemId, ItemId>;

export interface OwnBeside {
  readonly words: readonly BesideWord[];
  /** Notes over there → notes here. */
  readonly ids: Ids;
  /** Whose words they are. */
  readonly owner: UserId;
}

/** Onto the owner's desk, by them only. Null on a newer document: nothing was written. */
export const takeToDesk = (doc: Y.Doc, { words, ids, owner }: OwnBeside): BesideTaken | null =>
  take(doc, words, ids, deskRoots, owner);

/** Into a sheet, which all its people edit. */
export const takeToSheet = (doc: Y.Doc, { words, ids, owner }: OwnBeside): BesideTaken | null =>
  take(doc, words, ids, sheetRoots, owner);

/** What taking would do, without doing it. */
export function previewTaking(doc: Y.Doc, how: typeof takeToDesk, what: OwnBeside): number {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return [...(how(copy, what)?.taken.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

function take(
  doc: Y.Doc,
  words: readonly BesideWord[],
  ids: Ids,
  roots: ReadonlyMap<string, Root>,
  owner: UserId,
): BesideTaken | null {
  const taken = new Map<string, number>();
  let unreadable = 0;
  const done: { map: Y.Map<unknown>; key: string; before: unknown; after: unknown }[] = [];
  const wholes = new Set(
    [...roots].flatMap(([name, root]) =>
      root.whole && doc.getMap(name).size === 0 && isReadable(root, name, words, owner) ? [name] : [],
    ),
  );
  const written = operate(doc, 'take-beside', () => {
    for (const word of words) {
      const root = roots.get(word.root);
      if (!root || (root.whole && !wholes.has(word.root))) continue;
      const { key, value } = moved(root, word, ids);
      const after = fromJson(value);
      if (
        after === null ||
        after === undefined ||
        (!root.whole && !isReadable(root, word.root, [word], owner))
      ) {
        unreadable += 1;
        continue;
      }
      const map = doc.getMap<unknown>(word.root);
      const before = map.get(key);
      if (before !== undefined && !isNewer(after, before)) continue;
      map.set(key, after);
      done.push({ map, key, before, after });
      taken.set(word.root, (taken.get(word.root) ?? 0) + 1);
    }
  });
  if (!written) return null;
  const undo = () =>
    operate(doc, 'untake-beside', () => {
      for (const { map, key, before, after } of done) {
        if (JSON.stringify(map.get(key)) !== JSON.stringify(after)) continue;
        if (before === undefined) map.delete(key);
        else map.set(key, before);
      }
    });
  return { taken, unreadable, undo };
}

/** The note that a key is about; null where it names none. */
function noteIn({ note }: Root, key: string): readonly [string, ItemId, string] | null {
  const [, start = '', id, end = ''] = note?.exec(key) ?? [];
  return id ? [start, itemId(id), end] : null;
}

/** The same about the notes as they are called here (B2). */
function moved(root: Root, word: BesideWord, ids: Ids): BesideWord {
  const about = noteIn(root, word.key);
  const key = about ? `${about[0]}${ids.get(about[1]) ?? about[1]}${about[2]}` : word.key;
  if (root.noteField === undefined) return { ...word, key };
  const value = fromJson(word.value);
  const id = field(value, root.noteField);
  const here = typeof id === 'string' ? ids.get(itemId(id)) : undefined;
  return here === undefined
    ? { ...word, key }
    : { ...word, key, value: JSON.stringify({ ...Object(value), [root.noteField]: here }) };
}

/** As they are called here. Of roots that this version doesn't know nobody can tell, so they are as they were. */
export const wordsHere = (words: readonly BesideWord[], ids: Ids): readonly BesideWord[] =>
  words.map((word) => {
    const root = deskRoots.get(word.root);
    return root ? moved(root, word, ids) : word;
  });

/** Notes that such words of desks are about. */
export const notesIn = (words: readonly BesideWord[]): ReadonlySet<ItemId> =>
  new Set(
    words.flatMap(({ root, key }) => {
      const about = noteIn(deskRoots.get(root) ?? { unknown: () => 0 }, key);
      return about ? [about[1]] : [];
    }),
  );

/** Without those about notes that stay behind. */
export const withoutBeside = (
  words: readonly BesideWord[],
  behind: ReadonlySet<ItemId>,
): readonly BesideWord[] => words.filter((word) => [...notesIn([word])].every((note) => !behind.has(note)));

/** B4 */
function isReadable({ unknown }: Root, name: string, words: readonly BesideWord[], owner: UserId): boolean {
  const trial = new Y.Doc();
  for (const { root, key, value } of words) if (root === name) trial.getMap(name).set(key, fromJson(value));
  return unknown(trial, owner) === 0;
}

/** As a document of their own, for what reads desks. It is nobody's, and goes nowhere. */
export function deskOfWords(words: readonly BesideWord[]): Y.Doc {
  const doc = new Y.Doc();
  for (const { root, key, value } of words) {
    const said = fromJson(value);
    if (deskRoots.has(root) && said !== undefined && said !== null) doc.getMap(root).set(key, said);
  }
  return doc;
}
