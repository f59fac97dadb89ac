/**
 * A person takes their own words along: from an archive, or from a record that somebody brought, onto their desk on
 * this board. Nothing said here is replaced by something older, doing it again changes nothing, and words about notes
 * that are not here stay about the old note, so that no word is lost; rememberNotes keeps what those notes said.
 *
 * T1  A claim comes along unless one was made here; that of being the engineer only if they are that here.
 * T2  Roles confirmed for others come along only for the engineer of this sheet, whose word alone they are; what was
 *     confirmed or withdrawn here stays.
 */
import * as Y from 'yjs';
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Role } from '../workshop/roles.ts';
import type { Desk } from './desk.ts';
import { clip, longest, put } from './entries.ts';
import { operate } from './schema.ts';
import { letGo, takenAbout, takenFields } from './takenAbout.ts';
import { idOf, saidAt, type TakenWord, takenKey, takenRoot, timeOf } from './takenWords.ts';
import { compareTimes } from './times.ts';

export interface TakenOver {
  /** Stances, remarks and decisions that are on the desk now and were not before. */
  readonly taken: number;
  /** Left out, since the person has said something newer here. */
  readonly newerHere: number;
  /** Stances and remarks about notes that are not on this board; they are among those above, under the old note's id. */
  readonly aboutGone: number;
  /** What the person says to be here now and did not before. */
  readonly claim: Role | null;
  /** Whose roles are confirmed here now and were not before. */
  readonly confirmed: readonly UserId[];
}

export interface TakeOver {
  readonly archived: Desk;
  /** Notes of the archive → notes here (`idsOf`). */
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  /** Who owns this sheet. */
  readonly engineer: UserId | null;
}

/** Writes on the desk of `archived.owner`, by that person only. Null on a newer document: nothing was written. */
export function takeOver(doc: Y.Doc, { archived, ids, engineer }: TakeOver): TakenOver | null {
  let [taken, newerHere] = [0, 0];
  let claim: Role | null = null;
  const confirmed: UserId[] = [];
  const done = operate(doc, 'take-over', () => {
    if (archived.name && !doc.getMap('about').has('name'))
      doc.getMap('about').set('name', clip(archived.name, longest.name));
    for (const [word, note] of wordsOf(archived, ids)) {
      const outcome = takeWord(doc, word, note);
      if (outcome === 'taken') taken += 1;
      if (outcome === 'newer here') newerHere += 1;
    }
    claim = takeClaim(doc, archived, engineer);
    if (archived.owner === engineer) confirmed.push(...takeConfirmations(doc, archived));
  });
  const said = [...archived.stances.values(), ...archived.remarks];
  const aboutGone = said.filter(({ note }) => !ids.has(note)).length;
  return done ? { taken, newerHere, aboutGone, claim, confirmed } : null;
}

/** What taking over would do, without doing it. */
export function previewTakeOver(doc: Y.Doc, what: TakeOver): TakenOver | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return takeOver(copy, what);
}

/** Every word with its note here, beside the note it was about there. */
function wordsOf(
  { stances, remarks, verdicts }: Desk,
  ids: ReadonlyMap<ItemId, ItemId>,
): readonly (readonly [TakenWord, ItemId | null])[] {
  const here = (note: ItemId): ItemId => ids.get(note) ?? note;
  return [
    ...[...stances.values()].map(
      (word) => [{ kind: 'stance', word: { ...word, note: here(word.note) } }, word.note] as const,
    ),
    ...remarks.map(
      (word) => [{ kind: 'remark', word: { ...word, note: here(word.note) } }, word.note] as const,
    ),
    ...verdicts.map((word) => [{ kind: 'verdict', word }, null] as const),
  ];
}

const rootOf = { stance: 'stances', remark: 'remarks', verdict: 'verdicts' } as const;

function takeWord(doc: Y.Doc, word: TakenWord, before: ItemId | null): 'taken' | 'there' | 'newer here' {
  moveFrom(doc, word, before);
  const entry = doc.getMap(rootOf[word.kind]).get(idOf(word));
  const present = takenAbout(doc, word.kind, idOf(word));
  const times = [saidAt(entry), present && timeOf(present)].filter((time) => time !== null);
  const age = Math.max(-1, ...times.map((time) => compareTimes(time, timeOf(word))));
  if (age > 0) return 'newer here';
  const key = takenKey(word);
  if (age === 0) {
    // The same word; it may have been about a note that is known again only now.
    if (takenRoot(doc).has(key) && !same(takenRoot(doc).get(key), takenFields(word)))
      takenRoot(doc).set(key, takenFields(word));
    return 'there';
  }
  if (takenRoot(doc).has(key)) return 'there'; // in a form of a newer version
  letGo(doc, word.kind, idOf(word));
  takenRoot(doc).set(key, takenFields(word));
  return 'taken';
}

/** The note it was about is known again, after it was taken over once for gone: it leaves the old note. */
function moveFrom(doc: Y.Doc, word: TakenWord, before: ItemId | null): void {
  if (word.kind === 'stance' && before !== null && before !== word.word.note) {
    const old = takenAbout(doc, 'stance', before);
    if (old && timeOf(old) === timeOf(word)) letGo(doc, 'stance', before);
  }
  if (word.kind === 'remark' && before !== null && before !== word.word.note) {
    const entry = doc.getMap('remarks').get(word.word.id);
    if (entry instanceof Y.Map && entry.get('note') === before) put(entry, 'note', word.word.note);
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function takeClaim(doc: Y.Doc, { owner, claim }: Desk, engineer: UserId | null): Role | null {
  if (claim === null || doc.getMap('about').has('claim')) return null;
  if (claim === 'engineer' && owner !== engineer) return null;
  doc.getMap('about').set('claim', claim);
  return claim;
}

function takeConfirmations(doc: Y.Doc, archived: Desk): readonly UserId[] {
  const here = doc.getMap('confirmed');
  const missing = [...archived.confirmed].filter(([user]) => !here.has(user));
  for (const [user, role] of missing) here.set(user, role);
  return missing.map(([user]) => user);
}
