/**
 * What a person takes along from an archive, note by note: which note of the other board is which one here, by what it
 * is known again, and what is said about it. Pure; the person's choices come in as values.
 */
import type { ArchivedNote, SheetArchive } from '../../../annotations/archive.ts';
import { desksIn } from '../../../annotations/bringAlong.ts';
import type { Desk, StanceValue } from '../../../annotations/desk.ts';
import { type How, type PresentNote, rematch } from '../../../annotations/rematch.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import { lanesIn } from '../layout/lanesIn.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface Words {
  readonly stances: number;
  readonly remarks: number;
  /** ISO 8601; empty when nothing was said. */
  readonly last: string;
}

/** What somebody said about notes. */
export function wordsOf({ stances, remarks }: Pick<Desk, 'stances' | 'remarks'>): Words {
  const times = [...stances.values(), ...remarks].map(({ at }) => at);
  return {
    stances: stances.size,
    remarks: remarks.length,
    last: times.reduce((a, b) => (b > a ? b : a), ''),
  };
}

export const hasWords = ({ stances, remarks }: Words): boolean => stances + remarks > 0;

/** A person's answer about one note; what is not answered is as it was found. */
export interface Choice {
  /** The note here, or none of them. */
  readonly to: ItemId | null;
  /** Whether what was said about it comes along at all. */
  readonly along: boolean;
}

export interface Row extends Choice {
  readonly from: ItemId;
  /** What the note said over there. */
  readonly text: string;
  /** What it says here; null when it is none of those here. */
  readonly here: string | null;
  /** How it was found by itself; null when it was not. */
  readonly found: How | null;
  readonly mine: { readonly stance: StanceValue | null; readonly remarks: number };
  /** Whether somebody else said something about it. */
  readonly others: boolean;
}

/** Notes here, as they can be known again. */
export function notesHere(view: SheetView): readonly PresentNote[] {
  const lanes = lanesIn(view.content);
  return [...view.content.items.values()]
    .filter(({ kind, gone, text }) => kind === 'sticky' && !gone && text.trim() !== '')
    .map(({ id, text, box }) => ({ id, text, box, lanes: lanes.get(id) ?? [] }));
}

export interface Found {
  readonly to: ItemId;
  readonly how: How;
}

/** What was found by itself, by the note over there. */
export const foundIn = (archive: SheetArchive, here: readonly PresentNote[]): ReadonlyMap<ItemId, Found> =>
  new Map(rematch(archive.notes, here).pairs.map(({ from, to, how }) => [from, { to, how }]));

interface RowsOf {
  readonly archive: SheetArchive;
  readonly me: UserId;
  readonly here: readonly PresentNote[];
  readonly found: ReadonlyMap<ItemId, Found>;
  readonly choices: ReadonlyMap<ItemId, Choice>;
}

/** The notes about which somebody said something. */
export function rowsOf({ archive, me, here, found, choices }: RowsOf): readonly Row[] {
  const desks = desksIn(archive);
  const mine = desks.find(({ owner }) => owner === me);
  const others = new Set(
    desks
      .filter(({ owner }) => owner !== me)
      .flatMap(({ stances, remarks }) => [...stances.keys(), ...remarks.map(({ note }) => note)]),
  );
  const texts = new Map(here.map(({ id, text }) => [id, text]));
  const known = new Map(archive.notes.map((note) => [note.id, note]));
  const spokenOf = new Set([
    ...(mine?.stances.keys() ?? []),
    ...(mine?.remarks.map(({ note }) => note) ?? []),
    ...others,
  ]);
  const rows = [...spokenOf].map((from): Row => {
    const by = found.get(from);
    const choice = choices.get(from) ?? { to: by?.to ?? null, along: true };
    const to = choice.to !== null && texts.has(choice.to) ? choice.to : null;
    return {
      from,
      text: textOf(known.get(from), mine, from),
      here: to && (texts.get(to) ?? null),
      to,
      along: choice.along,
      found: by?.how ?? null,
      mine: {
        stance: mine?.stances.get(from)?.value ?? null,
        remarks: mine?.remarks.filter(({ note }) => note === from).length ?? 0,
      },
      others: others.has(from),
    };
  });
  return rows.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.from < b.from ? -1 : 1));
}

/** A note that the archive has lost may still be told by the words a stance was given for. */
const textOf = (note: ArchivedNote | undefined, mine: Desk | undefined, id: ItemId): string =>
  note?.text || mine?.stances.get(id)?.text || '';

/** Without what was said about notes that stay behind. */
export function withoutNotes(desk: Desk, behind: ReadonlySet<ItemId>): Desk {
  const remarks = desk.remarks.filter(({ note }) => !behind.has(note));
  const dropped = new Set(desk.remarks.filter(({ note }) => behind.has(note)).map(({ id }) => id));
  return {
    ...desk,
    remarks,
    stances: new Map([...desk.stances].filter(([note]) => !behind.has(note))),
    verdicts: desk.verdicts.filter(({ remark }) => !dropped.has(remark)),
  };
}
