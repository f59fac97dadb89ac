/**
 * What a desk or a sheet holds beside words about notes, as a file takes it along: plain values under keys of a few roots,
 * each as its JSON text. One way for all of them: a root is named here once, with how its keys name a note and what reads
 * it. What else a person said is taken over word by word (takeOver.ts).
 *
 * B1  Nothing that lies here is replaced by something older, or of which nobody knows how old it is; what was taken back
 *     here stays so. Doing it again changes nothing.
 * B2  What is about a note comes along with that note only.
 * B3  A root that says one thing in several keys (`whole`) is taken only where it is empty, so that no mixture arises.
 * B4  What the reader of its root can't read is not taken.
 */
import * as Y from 'yjs';
import { type ItemId, itemId, userId } from '../../workshop/ids.ts';
import { readAltitude } from '../altitude/altitudeDesk.ts';
import { readClarity } from '../clarity/clarityDesk.ts';
import { asText, field, sorted } from '../entries.ts';
import { readDismissals } from '../ours/dismissals.ts';
import { readNames } from '../ours/teamNames.ts';
import { readLadder } from '../place/ladderDocument.ts';
import { readPlaceDesk } from '../place/placeDesk.ts';
import { operate } from '../schema.ts';
import { readSeeds } from '../shelf/seeds.ts';
import { readThemeMarks } from '../themes/themeMarks.ts';
import { compareTimes } from '../times.ts';
import { isShown, readAnswered } from '../whyNow/answer.ts';

export interface BesideWord {
  readonly root: string;
  readonly key: string;
  /** As JSON. */
  readonly value: string;
}

/** Characters: more than a ladder of thirty levels and twelve dimensions has. */
export const longestValue = 500_000;

interface Root {
  /** What it says that this version can't read. */
  readonly unknown: (doc: Y.Doc) => number;
  /** Where the note's id stands in a key; absent where keys name none. */
  readonly note?: RegExp;
  readonly whole?: true;
}

const everything = /^()(.+)()$/s;
const place = (doc: Y.Doc) => readPlaceDesk(doc, userId('')).unknown;

const deskRoots: ReadonlyMap<string, Root> = new Map<string, Root>([
  ['marks', { unknown: place }],
  ['citations', { unknown: place, note: everything }],
  ['dismissed', { unknown: (doc) => readDismissals(doc).unknown, note: everything }],
  // Both kinds of keys; those about the role name no note.
  ['themes', { unknown: (doc) => readThemeMarks(doc).unknown, note: /^(note:[^/]+\/)(.+)()$/s }],
  ['altitude', { unknown: (doc) => readAltitude(doc).unknown }],
  ['clarity', { unknown: (doc) => readClarity(doc).unknown, note: /^()(.+)(:[^:]+)$/s }],
  ['whyNow', { unknown: (doc) => readAnswered(doc).unknown, whole: true }],
]);

const sheetRoots: ReadonlyMap<string, Root> = new Map<string, Root>([
  ['ladder', { unknown: (doc) => readLadder(doc).unknown, whole: true }],
  ['names', { unknown: (doc) => readNames(doc).unknown }],
  ['seeds', { unknown: (doc) => readSeeds(doc).unknown, note: everything }],
]);

const wordsIn = (doc: Y.Doc, roots: Iterable<string>): readonly BesideWord[] =>
  [...roots].flatMap((root) =>
    sorted(doc.getMap(root)).flatMap(([key, value]): BesideWord[] => {
      const json = value === null || value instanceof Y.AbstractType ? undefined : JSON.stringify(value);
      return json === undefined || key === '' || json.length > longestValue
        ? []
        : [{ root, key, value: json }];
    }),
  );

/** Answers to why the role is needed now come along only once all are shown (`sheet` says so). */
export const besideOnDesk = (desk: Y.Doc, sheet: Y.Doc): readonly BesideWord[] =>
  wordsIn(
    desk,
    [...deskRoots.keys()].filter((root) => root !== 'whyNow' || isShown(sheet)),
  );

export const besideInSheet = (sheet: Y.Doc): readonly BesideWord[] => wordsIn(sheet, sheetRoots.keys());

export interface BesideTaken {
  /** How many are there now and were not before, by their roots. */
  readonly taken: ReadonlyMap<string, number>;
  /** Takes back what is still as it was taken. */
  readonly undo: () => boolean;
}

type Ids = ReadonlyMap<ItemId, ItemId>;

/** Onto the owner's desk, by them only. Null on a newer document: nothing was written. */
export const takeToDesk = (doc: Y.Doc, words: readonly BesideWord[], ids: Ids): BesideTaken | null =>
  take(doc, words, ids, deskRoots);

/** Into a sheet, which all its people edit. */
export const takeToSheet = (doc: Y.Doc, words: readonly BesideWord[], ids: Ids): BesideTaken | null =>
  take(doc, words, ids, sheetRoots);

/** What taking would do, without doing it. */
export function previewTaking(
  doc: Y.Doc,
  how: typeof takeToDesk,
  words: readonly BesideWord[],
  ids: Ids,
): number {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return [...(how(copy, words, ids)?.taken.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

function take(
  doc: Y.Doc,
  words: readonly BesideWord[],
  ids: Ids,
  roots: ReadonlyMap<string, Root>,
): BesideTaken | null {
  const taken = new Map<string, number>();
  const done: { map: Y.Map<unknown>; key: string; before: unknown; after: unknown }[] = [];
  const wholes = new Set(
    [...roots].flatMap(([name, root]) =>
      root.whole && doc.getMap(name).size === 0 && isReadable(root, name, words) ? [name] : [],
    ),
  );
  const written = operate(doc, 'take-beside', () => {
    for (const word of words) {
      const root = roots.get(word.root);
      const key = root && keyHere(root, word.key, ids);
      if (!root || key == null || (root.whole && !wholes.has(word.root))) continue;
      const after = fromJson(word.value);
      if (after === null || after === undefined) continue;
      if (!root.whole && !isReadable(root, word.root, [word])) continue;
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
  return { taken, undo };
}

/** Null where it is about a note that does not come along. */
function keyHere({ note }: Root, key: string, ids: Ids): string | null {
  const [, start = '', id, end = ''] = note?.exec(key) ?? [];
  if (id === undefined) return key;
  const here = ids.get(itemId(id));
  return here === undefined ? null : `${start}${here}${end}`;
}

/** B4 */
function isReadable({ unknown }: Root, name: string, words: readonly BesideWord[]): boolean {
  const trial = new Y.Doc();
  for (const { root, key, value } of words) if (root === name) trial.getMap(name).set(key, fromJson(value));
  return unknown(trial) === 0;
}

const timeOf = (value: unknown): string | null => asText(field(value, 'at'));

function isNewer(after: unknown, before: unknown): boolean {
  const [mine, theirs] = [timeOf(after), timeOf(before)];
  return mine !== null && theirs !== null && compareTimes(mine, theirs) > 0;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
