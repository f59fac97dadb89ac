/**
 * What is told of a sheet as it is now: what was read from the board, and all that was said. It sees shared desks only,
 * so that a private draft can be in nobody's document but by its owner's own hand.
 */
import { stateOf } from '../annotations/noteState.ts';
import type { Participant } from '../annotations/participants.ts';
import { type NoteText, positionsOn, type Talk, threadsOn } from '../annotations/talk.ts';
import type { SpokenRemark } from '../annotations/threads.ts';
import type { ItemId, LaneId, UserId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import { cleanLine } from './cleanText.ts';
import type { Detail, GoneNote, Note, Person, Spoken } from './document.ts';
import type { Told } from './told.ts';

export interface SheetNote extends NoteText {
  readonly modifiedAt?: string;
  readonly modifiedBy?: string;
}

/** What was read from the board, whatever lens it is laid out by: lane ids are the same in all. */
export interface SheetNotes {
  readonly lanes: ReadonlyMap<LaneId, readonly SheetNote[]>;
  /** Inside the frame, in no lane. */
  readonly strays: readonly SheetNote[];
  readonly onBorder: readonly { readonly note: SheetNote; readonly between: readonly LaneId[] }[];
  /** Mirrored once, no longer on the board. */
  readonly gone: readonly SheetNote[];
}

export interface SheetNow {
  readonly details: SheetDetails;
  readonly notes: SheetNotes;
  readonly talk: Talk;
  /** Why notes went, by the ids of who said so. */
  readonly retired?: ReadonlyMap<ItemId, readonly { readonly by: UserId; readonly reason: string }[]>;
  /** What belongs to a note and is no remark. */
  readonly detailsOf?: (note: ItemId) => readonly Detail[];
  /** Notes that somebody spoke about on another board. */
  readonly alsoAbout?: ReadonlySet<ItemId>;
}

const nobody: Person = { name: '', role: null, confirmed: false };

const isBlank = ({ text }: NoteText): boolean => cleanLine(text) === '';

const personOf = ({ name, role, confirmed }: Participant): Person => ({ name, role, confirmed });

export function sheetNow({
  details,
  notes,
  talk,
  retired = new Map(),
  detailsOf = () => [],
  alsoAbout = new Set(),
}: SheetNow): Told {
  const people = new Map(
    talk.participants.map((one): [UserId, Person] => {
      // The engineer's desk may not have arrived; the sheet itself knows their name.
      const name = one.name || (one.user === talk.engineer ? details.engineer : '');
      return [one.user, { ...personOf(one), name }];
    }),
  );
  const personBy = (user: UserId): Person => people.get(user) ?? nobody;
  const spokenAbout = new Map([
    ...[...alsoAbout].map((note) => [note, ''] as const),
    ...notesSpokenAbout(talk),
  ]);
  // Blank stickies wait for words and count for nothing, but what was said about one is never dropped.
  const shown = (some: readonly SheetNote[]): readonly Note[] =>
    some
      .filter((note) => !isBlank(note) || spokenAbout.has(note.id))
      .map((note) => entry(note, isBlank(note) ? null : stateOf(note, talk)));

  const entry = (note: SheetNote, state: Note['state']): Note => ({
    id: note.id,
    text: note.text,
    details: detailsOf(note.id),
    state,
    stances: positionsOn(note, talk).flatMap(({ person, stance, current }) =>
      stance === null
        ? []
        : [
            {
              who: personBy(person.user),
              value: stance.value,
              reason: stance.reason,
              earlierText: !current,
            },
          ],
    ),
    threads: threadsOn(note.id, talk).map(({ first, answers, resolved }) => ({
      ...spoken(first),
      resolved,
      answers: answers.map(spoken),
    })),
    changedBy: note.modifiedBy === undefined ? '' : personBy(note.modifiedBy as UserId).name,
    changedAt: note.modifiedAt ?? '',
  });

  const spoken = (remark: SpokenRemark): Spoken => ({
    id: remark.id,
    who: personBy(remark.author),
    ...(remark.from ? { from: remark.from } : {}),
    at: remark.at,
    text: remark.text,
    wording: remark.wording?.proposed ?? null,
    proposes: remark.proposes,
    verdict: remark.verdict?.value ?? null,
    reason: remark.verdict?.reason ?? '',
    countered: remark.counteredBy !== null,
  });

  return {
    details,
    people: [...people.values()],
    lanes: new Map([...notes.lanes].map(([lane, found]) => [lane, shown(found)])),
    unplaced: [
      ...notes.onBorder.flatMap(({ note, between }) =>
        shown([note]).map((one) => ({ ...one, between: [], lanes: between })),
      ),
      ...shown(notes.strays).map((one) => ({ ...one, between: [], lanes: [] })),
    ],
    gone: goneNotes(notes, spokenAbout).map(
      (note): GoneNote => ({
        ...entry(note, null),
        because: (retired.get(note.id) ?? []).map(({ by, reason }) => ({ who: personBy(by), reason })),
      }),
    ),
    unknown: [...talk.desks.values()].reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

/** Notes that carry words of somebody, with the text they were said about as far as it is known. */
function notesSpokenAbout(talk: Talk): ReadonlyMap<ItemId, string> {
  const found = new Map<ItemId, string>();
  const add = (note: ItemId, text: string) => found.set(note, found.get(note) || text);
  for (const desk of talk.desks.values()) {
    for (const { note, text } of desk.stances.values()) add(note, text);
    for (const { note, wording } of desk.remarks) add(note, wording?.original ?? '');
  }
  return found;
}

/** Also those the mirror has lost: their words may be on the desks only. */
function goneNotes(notes: SheetNotes, spokenAbout: ReadonlyMap<ItemId, string>): readonly SheetNote[] {
  const here = new Set(
    [...[...notes.lanes.values()].flat(), ...notes.strays, ...notes.onBorder.map(({ note }) => note)].map(
      ({ id }) => id,
    ),
  );
  const mirrored = new Map(notes.gone.map((note) => [note.id, note]));
  return [...spokenAbout]
    .filter(([id]) => !here.has(id))
    .map(([id, text]) => ({ ...mirrored.get(id), id, text: mirrored.get(id)?.text || text }));
}
