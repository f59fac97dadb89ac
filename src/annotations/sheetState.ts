/**
 * How a sheet stands now, in the form in which a round keeps it, so that the two can be compared. Everything in it has
 * an order of its own, so it is the same whatever arrived first.
 */
import type { ItemId, LaneId } from '../workshop/ids.ts';
import type { DeskRecords } from './deskRecords.ts';
import { type GroundParts, groundState, noteGround } from './ground/groundState.ts';
import { stateOf } from './noteState.ts';
import type { RetiredBecause, RoundNote, RoundStance, RoundThread, Share, SheetState } from './round.ts';
import type { SheetContent } from './sheetDocument.ts';
import { type NoteText, type Talk, threadsOn } from './talk.ts';
import { remarksIn, type SpokenRemark } from './threads.ts';

export interface StateParts {
  readonly content: SheetContent;
  /** `gatherTalk(desks, content.engineer)` */
  readonly talk: Talk;
  /** What else lies on the same desks. */
  readonly records: readonly DeskRecords[];
  /** What is said before and around the notes; left out where only the notes matter. */
  readonly ground?: GroundParts;
  /** The lanes of each note that lies in one, or between some; what is not named lies in none. */
  readonly lanes: ReadonlyMap<ItemId, readonly LaneId[]>;
  /** What to count agreement by: the columns of the template by pillar, say. */
  readonly columns: readonly { readonly column: string; readonly lanes: readonly LaneId[] }[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Null while the sheet's header has not arrived: nobody could tell what it is the state of. */
export function sheetState(parts: StateParts): SheetState | null {
  const { content, talk, lanes, columns } = parts;
  if (!content.details) return null;
  const spokenAbout = notesSpokenAbout(parts);
  const notes: RoundNote[] = [];
  for (const { id, kind, text, gone } of content.items.values()) {
    if (kind !== 'sticky' || gone || (isBlank(text) && !spokenAbout.has(id))) continue;
    notes.push({ ...noteState({ id, text }, parts), lanes: [...(lanes.get(id) ?? [])].sort(byText) });
  }
  const found = new Set(notes.map(({ id }) => id));
  for (const [id, text] of spokenAbout) {
    if (found.has(id)) continue;
    const note = { id, text: content.items.get(id)?.text ?? text };
    notes.push({ ...noteState(note, parts), lanes: [], gone: true, state: null });
  }
  const { desks, participants } = talk;
  const ground =
    parts.ground && groundState(parts.ground, { desks, participants, engineer: content.engineer });
  const placed = notes.filter(({ state, lanes: own }) => state !== null && own.length === 1);
  const share = (own: readonly RoundNote[]): Share => ({
    agreed: own.filter(({ state }) => state === 'agreed').length,
    total: own.length,
  });
  return {
    details: content.details,
    engineer: content.engineer,
    people: [...talk.participants].sort((a, b) => byText(a.user, b.user)),
    notes: notes.sort((a, b) => byText(a.id, b.id)),
    agreed: {
      all: share(placed),
      columns: columns
        .map(({ column, lanes: own }) => ({
          column,
          ...share(placed.filter((note) => isIn(note.lanes, own))),
        }))
        .sort((a, b) => byText(a.column, b.column)),
    },
    ...(ground ? { ground } : {}),
  };
}

/** Spaces that look like nothing count as nothing, as they do in a harvest. */
const isBlank = (text: string): boolean => /^[\s\u200b-\u200d\u2060]*$/u.test(text);

const isIn = ([lane]: readonly LaneId[], own: readonly LaneId[]): boolean =>
  lane !== undefined && own.includes(lane);

/** Notes that carry somebody's words, with their text as far as those words tell it. */
function notesSpokenAbout({ talk, records }: StateParts): ReadonlyMap<ItemId, string> {
  const found = new Map<ItemId, string>();
  const add = (note: ItemId, text: string) => found.set(note, found.get(note) || text);
  for (const { stances, remarks } of talk.desks.values()) {
    for (const { note, text } of stances.values()) add(note, text);
    for (const { note, wording } of remarks) add(note, wording?.original ?? '');
  }
  for (const { retired } of records) for (const note of retired.keys()) add(note, '');
  return found;
}

function noteState(note: NoteText, { talk, records, ground }: StateParts): RoundNote {
  const stances = [...talk.desks].flatMap(([user, { stances: own }]): RoundStance[] => {
    const stance = own.get(note.id);
    if (!stance) return [];
    const { value, reason, at } = stance;
    return [{ user, value, reason, text: stance.text === note.text ? null : stance.text, at }];
  });
  return {
    ...note,
    lanes: [],
    gone: false,
    state: isBlank(note.text) ? null : stateOf(note, talk),
    stances: stances.sort((a, b) => byText(a.user, b.user)),
    threads: threadsOn(note.id, talk)
      .filter(({ resolved }) => !resolved)
      .map((thread): RoundThread => ({ remarks: remarksIn(thread).map(plainRemark) })),
    retired: reasons(note.id, records),
    ...(ground ? noteGround(note.id, ground) : {}),
  };
}

const plainRemark = ({ id, author, text, wording, proposes, from, at }: SpokenRemark) => ({
  id,
  by: author,
  text,
  wording,
  proposes,
  ...(from ? { from } : {}),
  at,
});

const reasons = (note: ItemId, records: readonly DeskRecords[]): readonly RetiredBecause[] =>
  records
    .flatMap(({ owner, retired }): RetiredBecause[] => {
      const because = retired.get(note);
      return because ? [{ by: owner, ...because }] : [];
    })
    .sort((a, b) => byText(a.by, b.by));
