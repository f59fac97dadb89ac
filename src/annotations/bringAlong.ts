/**
 * Other people's words, brought along from a board that was copied or restored: as records in the sheet document, for
 * all to read and for their owners to adopt. Nobody can put words on somebody else's desk.
 *
 * B1  Somebody who deleted their words here, or asked for none, has none brought, whoever tries and whenever.
 * B2  What is on its owner's desk here already, or in a record, is not brought again.
 * B3  Records of a sheet have room for `mostBrought`; whose words don't fit stay in the archive, and that is said.
 */
import type * as Y from 'yjs';
import { type ItemId, type UserId, userId } from '../workshop/ids.ts';
import type { SheetArchive } from './archive.ts';
import { takeToDesk, wordsHere } from './beside/besideWords.ts';
import { recordWords } from './beside/recordWords.ts';
import { type BesideWord, besideOf, fromJson, isNewer, nameOf, uniteWords } from './beside/word.ts';
import type { BroughtDesk } from './brought.ts';
import { broughtKey, readBroughtDesks, readRecord, recordFields } from './broughtEntries.ts';
import type { Desk } from './desk.ts';
import { dismissBrought, takeAway } from './dropBrought.ts';
import { sorted } from './entries.ts';
import { tidyDesk } from './plainDesk.ts';
import { operate } from './schema.ts';
import { type TakenOver, takeOver } from './takeOver.ts';
import { sameWords, uniteDesks } from './uniteDesks.ts';

/**
 * Bytes of JSON, of all records in a sheet together. Every device that writes to a sheet stores it whole, a document
 * has room for about 2,300,000 bytes (sync/limits.ts), and thirty people with six words on each of 300 notes say less.
 */
export const mostBrought = 1_000_000;

/** What else lay on each person's desk: what they said around the notes, reasons and signatures, and what had been brought. */
export function besidesIn({
  beside = [],
  records = [],
  brought,
}: Pick<SheetArchive, 'beside' | 'records' | 'brought'>): ReadonlyMap<UserId, readonly BesideWord[]> {
  const found = new Map<UserId, readonly BesideWord[]>();
  const add = (owner: UserId, words: readonly BesideWord[]): void => {
    if (words.length > 0) found.set(owner, uniteWords(found.get(owner) ?? [], words));
  };
  for (const { owner, words } of beside) add(owner, words);
  for (const { owner, ...rest } of records) add(owner, recordWords(rest));
  for (const { desk, beside: words = [] } of brought) add(desk.owner, words);
  return found;
}

/**
 * What all edit together. An answer to why the role is needed now was in no file before all were shown; files of earlier
 * versions don't say so besides.
 */
export function sharedIn({ beside = [], shared = [] }: Pick<SheetArchive, 'beside' | 'shared'>) {
  const mark: BesideWord = { root: 'whyNow', key: 'shown', value: 'true' };
  const answered = beside.some(({ words }) => words.some(({ root }) => root === mark.root));
  return answered ? uniteWords(shared, [mark]) : shared;
}

/** One desk for each person in the archive: what they said on that board and what had been brought there of theirs. */
export function desksIn(archive: Pick<SheetArchive, 'desks' | 'brought'>): readonly Desk[] {
  const found = new Map(archive.desks.map((desk) => [desk.owner, desk]));
  for (const { desk } of archive.brought) {
    const known = found.get(desk.owner);
    found.set(desk.owner, known ? uniteDesks(known, desk) : desk);
  }
  return [...found.values()];
}

export interface BringAlong {
  /** Whose words; those of `by` are left out, since they are taken over. */
  readonly desks: readonly Desk[];
  /** What else lay on their desks (`besidesIn`). */
  readonly besides?: ReadonlyMap<UserId, readonly BesideWord[]>;
  /** Notes of the archive → notes here (`idsOf`). Words about others stay about the old note. */
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  /** The desks of this sheet here. */
  readonly here: readonly Desk[];
  /** What else lies on them. */
  readonly besidesHere?: ReadonlyMap<UserId, readonly BesideWord[]>;
  readonly by: UserId;
  readonly at: string;
  /** The board they come from. */
  readonly board: string;
}

export interface BroughtAlong {
  readonly brought: readonly UserId[];
  /** Said nothing, or nothing that is not here already (B2). */
  readonly nothingNew: readonly UserId[];
  /** They want no words of theirs here (B1). */
  readonly unwanted: readonly UserId[];
  /** Their words don't fit (B3). */
  readonly tooLarge: readonly UserId[];
}

const brought = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('brought');
const unwanted = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('unwanted');

/** Null on a newer document: nothing was written. */
export function bringAlong(
  doc: Y.Doc,
  { desks, besides = new Map(), ids, here, besidesHere = new Map(), by, at, board }: BringAlong,
): BroughtAlong | null {
  const outcomes = { brought: [], nothingNew: [], unwanted: [], tooLarge: [] } as Record<
    keyof BroughtAlong,
    UserId[]
  >;
  const others = desks.filter(({ owner }) => owner !== by).toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
  const bring = (desk: Desk): keyof BroughtAlong => {
    if (unwanted(doc).has(desk.owner)) return 'unwanted';
    const words = withNotes(desk, ids);
    const records = readBroughtDesks(brought(doc), unwanted(doc)).values.filter(
      (record) => record.desk.owner === desk.owner,
    );
    const known = [...here, ...records.map((record) => record.desk)]
      .filter(({ owner }) => owner === desk.owner)
      .reduce<Desk>(uniteDesks, empty(desk));
    const there = uniteWords(
      besidesHere.get(desk.owner) ?? [],
      records.flatMap((record) => besideOf(record).words),
    );
    const beside = newTo(there, wordsHere(besides.get(desk.owner) ?? [], ids));
    if (beside.length === 0 && sameWords(known, uniteDesks(known, words))) return 'nothingNew';
    const key = broughtKey(desk.owner, by);
    const mine = readRecord(key, brought(doc).get(key));
    const all = mine ? uniteWords(beside, besideOf(mine).words) : beside;
    const record: BroughtDesk = {
      desk: mine ? uniteDesks(words, mine.desk) : words,
      ...(all.length > 0 ? { beside: all } : {}),
      ...{ by, at, board },
    };
    const plain = recordFields(record);
    if (sizeWithout(doc, key) + sizeOf(plain) > mostBrought) return 'tooLarge';
    brought(doc).set(key, plain);
    return 'brought';
  };
  const done = operate(doc, 'bring-along', () => {
    for (const owner of unwanted(doc).keys()) takeAway(doc, userId(owner));
    for (const desk of others) outcomes[bring(desk)].push(desk.owner);
  });
  return done ? outcomes : null;
}

/** Of these words, those that are not there in this form or a newer one. */
function newTo(there: readonly BesideWord[], words: readonly BesideWord[]): readonly BesideWord[] {
  const known = new Map(there.map((word) => [nameOf(word), word]));
  return words.filter((word) => {
    const present = known.get(nameOf(word));
    return !present || isNewer(fromJson(word.value), fromJson(present.value));
  });
}

const empty = (desk: Desk): Desk => ({ ...desk, stances: new Map(), remarks: [], verdicts: [] });

/** The same words, about the notes as they are called here. */
function withNotes(desk: Desk, ids: ReadonlyMap<ItemId, ItemId>): Desk {
  const moved = <T extends { readonly note: ItemId }>(word: T): T => ({
    ...word,
    note: ids.get(word.note) ?? word.note,
  });
  const stances = [...desk.stances.values()].map(moved);
  return {
    ...desk,
    stances: new Map(stances.map((stance) => [stance.note, stance])),
    remarks: desk.remarks.map(moved),
  };
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value) ?? '').length;
const sizeWithout = (doc: Y.Doc, key: string): number =>
  sorted(brought(doc)).reduce((sum, [other, value]) => (other === key ? sum : sum + sizeOf(value)), 0);

export interface Adoption {
  readonly sheet: Y.Doc;
  /** The owner's own desk. */
  readonly desk: Y.Doc;
  readonly owner: UserId;
  readonly engineer: UserId | null;
}

/** The owner of brought words makes them their own: they go to their desk, then the record goes. Null if there is none. */
export function adopt({ sheet, desk, owner, engineer }: Adoption): TakenOver | null {
  const found = readBroughtDesks(brought(sheet), unwanted(sheet)).values.find(
    (record) => record.desk.owner === owner,
  );
  if (!found) return null;
  const words = [...found.desk.stances.values(), ...found.desk.remarks];
  const ids = new Map(words.map(({ note }) => [note, note]));
  // Anybody could have written in the record, with tools of their own.
  const taken = takeOver(desk, { archived: tidyDesk(found.desk), ids, engineer });
  if (taken) takeToDesk(desk, { words: besideOf(found).words, ids, owner });
  // A record only goes once its words are on the desk; a desk of a newer version takes none.
  if (taken) dismissBrought(sheet, owner);
  return taken;
}
