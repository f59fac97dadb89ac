/** Builds the document from what is told of a sheet and from its template. Pure. */
import { distanceBetween } from '../annotations/agreement.ts';
import { needState } from '../annotations/needs/needs.ts';
import type { NoteState } from '../annotations/noteState.ts';
import { type LaneId, laneId } from '../workshop/ids.ts';
import type { SideColumn, Source, Template } from '../workshop/template.ts';
import { chapters } from './choice.ts';
import type {
  Agreement,
  JobDescription,
  Note,
  OpenPoint,
  PastRound,
  Person,
  SideSection,
  Status,
  Telling,
} from './document.ts';
import { needWordsOf } from './needWords.ts';
import { placesOf } from './places.ts';
import type { Told } from './told.ts';

export interface JobDescriptionInput {
  readonly told: Told;
  readonly template: Template;
  readonly status: Status;
  readonly rounds?: readonly PastRound[];
  readonly around?: readonly Telling[];
  /** IANA name, e.g. `Europe/Lisbon`; UTC unless told. */
  readonly timeZone?: string;
}

/** With all there is to say; what somebody wants of it is choice.ts. */
export function jobDescription(input: JobDescriptionInput): JobDescription {
  const { told, template } = input;
  const { details } = told;
  const places = placesOf(template);
  const asking = new Set(template.sides.flatMap(({ id, asks }) => (asks ? [laneId('side', id)] : [])));
  const inLane = (lane: LaneId): readonly Note[] => {
    const notes = told.lanes.get(lane) ?? [];
    return asking.has(lane) ? notes.map(asNeed) : notes;
  };
  const pillars = template.pillars.map((pillar) => {
    const responsibilities = template.responsibilities
      .filter((one) => one.pillars.includes(pillar.id))
      .map((one) => ({
        id: laneId(pillar.id, one.id),
        title: one.title,
        meaning: one.meaning,
        prompt: one.prompts[pillar.id] ?? '',
        notes: inLane(laneId(pillar.id, one.id)),
      }));
    const { id, title, meaning, colour } = pillar;
    const agreement = agreementOf(responsibilities.flatMap(({ notes }) => notes));
    return { id, title, meaning, colour, agreement, responsibilities };
  });
  const sidesAt = (place: SideColumn['place']): SideSection[] =>
    template.sides
      .filter((side) => side.place === place)
      .map(({ id, title, prompt }) => {
        const lane = laneId('side', id);
        return { id: lane, title, prompt, notes: inLane(lane) };
      });
  const [tops, sides] = [sidesAt('top'), sidesAt('side')];
  const homeless = [...told.lanes].flatMap(([lane, notes]) => (places.has(lane) ? [] : notes));
  const placed = [...places.keys()].flatMap(inLane);
  const around = [...tops, ...sides].flatMap(({ notes }) => notes);
  return {
    sheet: details.id,
    variant: 'annotated',
    chapters,
    title: details.title,
    team: details.team,
    level: details.level,
    engineer: details.engineer,
    participants: told.people,
    reviewers: details.reviewers,
    status: input.status,
    timeZone: input.timeZone ?? 'UTC',
    tops,
    around: input.around ?? [],
    pillars,
    sides,
    agreement: agreementOf(placed),
    agreementAround: agreementOf(around),
    empty: [...places].filter(([lane]) => inLane(lane).length === 0).map(([, title]) => title),
    open: openPoints(
      [...places].flatMap(([lane, place]) => inLane(lane).map((note) => ({ note, place }))),
      told.people.filter(counts),
    ),
    rounds: input.rounds ?? [],
    unplaced: [
      ...told.unplaced.map(({ lanes, ...note }) => ({
        ...note,
        between: lanes.map((lane) => places.get(lane) ?? lane),
      })),
      ...homeless.map((note) => ({ ...note, between: [] })),
    ],
    gone: told.gone,
    sources: distinct([
      template.source,
      ...template.pillars.map(({ source }) => source),
      ...template.responsibilities.map(({ source }) => source),
      ...template.sides.map(({ source }) => source),
    ]),
    unknown: told.unknown,
  };
}

/** A note that asks something of a manager, with everybody's stance called as that. */
const asNeed = (note: Note): Note => ({
  ...note,
  answered: needState(
    note.state,
    note.stances.flatMap(({ who, value, earlierText }) =>
      who.confirmed && who.role === 'manager' && !earlierText ? [value] : [],
    ),
  ),
  stances: note.stances.map((stance) => {
    const words = needWordsOf(stance.who.role);
    return words ? { ...stance, called: words[stance.value] } : stance;
  }),
});

function agreementOf(notes: readonly Note[]): Agreement {
  const counting = notes.filter(({ state }) => state !== null);
  return { notes: counting.length, agreed: counting.filter(({ state }) => state === 'agreed').length };
}

/** Between equal mismatches: what needs talk most. */
const urgency: Readonly<Record<NoteState, number>> = {
  disputed: 0,
  'change-proposed': 1,
  changed: 2,
  open: 3,
  agreed: 4,
};

const counts = ({ role, confirmed }: Person): boolean =>
  confirmed && (role === 'engineer' || role === 'manager');

/** How far apart those are whose word counts, as the panel has it. */
function mismatchOn({ stances }: Note, counting: readonly Person[]): number {
  const values = counting.map((person) => {
    const stance = stances.find(({ who, earlierText }) => who === person && !earlierText);
    return stance?.value ?? null;
  });
  return Math.max(0, ...values.flatMap((a, at) => values.slice(at + 1).map((b) => distanceBetween(a, b))));
}

/** Widest mismatch first; equal ones stay in the order of the sheet. */
const openPoints = (points: readonly OpenPoint[], counting: readonly Person[]): readonly OpenPoint[] =>
  points
    .filter(({ note }) => note.state !== null && note.state !== 'agreed')
    .map((point) => ({ point, gap: mismatchOn(point.note, counting) }))
    .sort((a, b) => b.gap - a.gap || urgencyOf(a.point) - urgencyOf(b.point))
    .map(({ point }) => point);

const urgencyOf = ({ note }: OpenPoint): number => urgency[note.state ?? 'agreed'];

/** The same page once, however many ideas come from it. */
const distinct = (sources: readonly Source[]): readonly Source[] => [
  ...new Map(sources.map((source) => [source.url, source])).values(),
];
