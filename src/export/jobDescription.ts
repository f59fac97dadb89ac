/**
 * Builds the document from a sheet: its facts, its template, what was read from the board, and all that was said.
 * Pure. It sees shared desks only, so that a private draft can be in nobody's document but by its owner's own hand.
 */
import { type Count, meter } from '../annotations/agreement.ts';
import { stateOf } from '../annotations/noteState.ts';
import type { Participant } from '../annotations/participants.ts';
import { type NoteText, positionsOn, type Talk, threadsOn } from '../annotations/talk.ts';
import type { SpokenRemark } from '../annotations/threads.ts';
import { type ItemId, type LaneId, laneId, type UserId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { SideColumn, Source, Template } from '../workshop/template.ts';
import { cleanLine } from './cleanText.ts';
import type { Agreement, JobDescription, Note, Person, SideSection, Spoken } from './document.ts';

/** What was read from the board, whatever lens it is laid out by: lane ids are the same in all. */
export interface SheetNotes {
  readonly lanes: ReadonlyMap<LaneId, readonly NoteText[]>;
  /** Inside the frame, in no lane. */
  readonly strays: readonly NoteText[];
  readonly onBorder: readonly { readonly note: NoteText; readonly between: readonly LaneId[] }[];
  /** Mirrored once, no longer on the board. */
  readonly gone: readonly NoteText[];
}

export interface JobDescriptionInput {
  readonly details: SheetDetails;
  readonly template: Template;
  readonly notes: SheetNotes;
  readonly talk: Talk;
  /** Now, ISO 8601. */
  readonly at: string;
  /** IANA name, e.g. `Europe/Lisbon`; UTC unless told. */
  readonly timeZone?: string;
}

const isBlank = ({ text }: NoteText): boolean => cleanLine(text) === '';

const personOf = ({ name, role, confirmed }: Participant): Person => ({ name, role, confirmed });

const agreementOf = ({ agreed, total }: Count): Agreement => ({ notes: total, agreed });

export function jobDescription(input: JobDescriptionInput): JobDescription {
  const { details, template, talk } = input;
  const people = new Map(talk.participants.map((one) => [one.user, namedPerson(one, input)]));
  const spokenAbout = notesSpokenAbout(talk);
  const places = placesOf(template);
  // Blank stickies wait for words and count for nothing, but what was said about one is never dropped.
  const shown = (notes: readonly NoteText[]) =>
    notes.filter((note) => !isBlank(note) || spokenAbout.has(note.id));
  const inLane = (lane: LaneId) => shown(input.notes.lanes.get(lane) ?? []);
  const entry = (note: NoteText) => noteEntry(note, talk, people);

  const pillars = template.pillars.map((pillar) => {
    const serving = template.responsibilities.filter((one) => one.pillars.includes(pillar.id));
    const lanes = serving.map((one) => ({ one, found: inLane(laneId(pillar.id, one.id)) }));
    return {
      pillar,
      found: lanes.flatMap(({ found }) => found),
      responsibilities: lanes.map(({ one, found }) => ({
        title: one.title,
        meaning: one.meaning,
        prompt: one.prompts[pillar.id] ?? '',
        notes: found.map(entry),
      })),
    };
  });
  const sideLane = (side: SideColumn) => inLane(laneId('side', side.id));
  const sidesAt = (place: SideColumn['place']): SideSection[] =>
    template.sides
      .filter((side) => side.place === place)
      .map((side) => ({ title: side.title, prompt: side.prompt, notes: sideLane(side).map(entry) }));

  const worded = (notes: readonly NoteText[]) => notes.filter((note) => !isBlank(note));
  const around = { key: 'around', notes: worded(template.sides.flatMap(sideLane)) };
  const meters = meter(
    [...pillars.map(({ pillar, found }) => ({ key: pillar.id, notes: worded(found) })), around],
    talk,
  );
  const agreement = (key: string): Agreement =>
    agreementOf(meters.groups.find((group) => group.key === key) ?? meters.all);

  const titleOfLane = (lane: LaneId) => places.get(lane) ?? lane;
  const homeless = [...input.notes.lanes].flatMap(([lane, notes]) => (places.has(lane) ? [] : notes));
  return {
    title: details.title,
    team: details.team,
    level: details.level,
    engineer: details.engineer,
    participants: [...people.values()],
    reviewers: details.reviewers,
    status: { draft: true, at: input.at },
    timeZone: input.timeZone ?? 'UTC',
    tops: sidesAt('top'),
    pillars: pillars.map(({ pillar, responsibilities }) => ({
      title: pillar.title,
      meaning: pillar.meaning,
      colour: pillar.colour,
      agreement: agreement(pillar.id),
      responsibilities,
    })),
    sides: sidesAt('side'),
    agreement: agreementOf(meters.all),
    agreementAround: agreement('around'),
    empty: [...places].filter(([lane]) => inLane(lane).length === 0).map(([, title]) => title),
    unplaced: [
      ...input.notes.onBorder
        .filter(({ note }) => shown([note]).length > 0)
        .map(({ note, between }) => ({ ...entry(note), between: between.map(titleOfLane) })),
      ...shown([...input.notes.strays, ...homeless]).map((note) => ({ ...entry(note), between: [] })),
    ],
    gone: goneNotes(input.notes, spokenAbout).map((note) => ({ ...entry(note), state: null })),
    sources: distinct([
      template.source,
      ...template.pillars.map(({ source }) => source),
      ...template.responsibilities.map(({ source }) => source),
      ...template.sides.map(({ source }) => source),
    ]),
    unknown: [...talk.desks.values()].reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

/** The engineer's desk may not have arrived; the sheet itself knows their name. */
const namedPerson = (one: Participant, { details, talk }: JobDescriptionInput): Person => ({
  ...personOf(one),
  name: one.name || (one.user === talk.engineer ? details.engineer : ''),
});

/** Every place for notes with the title a reader knows it by, in reading order. */
function placesOf(template: Template): ReadonlyMap<LaneId, string> {
  const sides = (place: SideColumn['place']) =>
    template.sides
      .filter((side) => side.place === place)
      .map((side) => [laneId('side', side.id), side.title] as const);
  const main = template.pillars.flatMap((pillar) =>
    template.responsibilities
      .filter((one) => one.pillars.includes(pillar.id))
      .map((one) => [laneId(pillar.id, one.id), `${pillar.title} › ${one.title}`] as const),
  );
  return new Map([...sides('top'), ...main, ...sides('side')]);
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
function goneNotes(notes: SheetNotes, spokenAbout: ReadonlyMap<ItemId, string>): readonly NoteText[] {
  const here = new Set(
    [...[...notes.lanes.values()].flat(), ...notes.strays, ...notes.onBorder.map(({ note }) => note)].map(
      ({ id }) => id,
    ),
  );
  const mirrored = new Map(notes.gone.map(({ id, text }) => [id, text]));
  return [...spokenAbout]
    .filter(([id]) => !here.has(id))
    .map(([id, text]) => ({ id, text: mirrored.get(id) || text }));
}

function noteEntry(note: NoteText, talk: Talk, people: ReadonlyMap<UserId, Person>): Note {
  const spoken = ({ author, at, text, wording, verdict, counteredBy }: SpokenRemark): Spoken => ({
    who: people.get(author) ?? { name: '', role: null, confirmed: false },
    at,
    text,
    wording: wording?.proposed ?? null,
    verdict: verdict?.value ?? null,
    reason: verdict?.reason ?? '',
    countered: counteredBy !== null,
  });
  return {
    id: note.id,
    text: note.text,
    state: stateOf(note, talk),
    stances: positionsOn(note, talk).flatMap(({ person, stance, current }) =>
      stance === null
        ? []
        : [
            {
              who: people.get(person.user) ?? personOf(person),
              value: stance.value,
              reason: stance.reason,
              earlierText: !current,
            },
          ],
    ),
    threads: threadsOn(note.id, talk).map(({ first, answers }) => ({
      ...spoken(first),
      answers: answers.map(spoken),
    })),
  };
}

/** The same page once, however many ideas come from it. */
const distinct = (sources: readonly Source[]): readonly Source[] => [
  ...new Map(sources.map((source) => [source.url, source])).values(),
];
