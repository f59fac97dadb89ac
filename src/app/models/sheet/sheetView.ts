/** Everything the panel shows of one sheet, as one plain value computed from the documents. No effects, no signals. */
import type { Desk, Remark, Stance, StanceValue } from '../../../annotations/desk.ts';
import type { MirroredItem } from '../../../annotations/mirror.ts';
import { type NoteState, stateOf } from '../../../annotations/noteState.ts';
import type { Participant } from '../../../annotations/participants.ts';
import type { SheetContent } from '../../../annotations/sheetDocument.ts';
import { gatherTalk, type NoteText, positionsOn, type Talk, threadsOn } from '../../../annotations/talk.ts';
import type { Thread } from '../../../annotations/threads.ts';
import { type Harvest, harvest } from '../../../board/harvest.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import { type Column, type Lane, sheetColumns } from '../../../workshop/lens.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import type { Template } from '../../../workshop/template.ts';
import { templateOf } from '../templates/templates.ts';
import type { SheetEntry } from './sheetEntries.ts';
import { sheetLabel } from './sheetLabel.ts';

export interface StanceView {
  readonly person: Participant;
  readonly value: StanceValue;
  readonly reason: string;
  readonly at: string;
  /** Whether it is about the text as it stands now. */
  readonly current: boolean;
}

/** What somebody said about a note on another board, brought along by somebody else. */
export interface BroughtView {
  readonly owner: UserId;
  readonly name: string;
  /** The name of who brought it. */
  readonly by: string;
  readonly stance: Stance | null;
  readonly remarks: readonly Remark[];
}

export interface NoteView extends NoteText {
  readonly state: NoteState;
  /** Null for notes that lie in no lane. */
  readonly lane: Lane | null;
  readonly place: 'lane' | 'border' | 'stray' | 'gone';
  /** Lanes between which a note on a border lies. */
  readonly between: readonly Lane[];
  readonly mine: StanceView | null;
  readonly others: readonly StanceView[];
  readonly threads: readonly Thread[];
  readonly remarkCount: number;
  /** To be read, and counted nowhere. */
  readonly brought: readonly BroughtView[];
  readonly modifiedAt: string;
  /** The name of who last changed the sticky, as far as their desk tells it. */
  readonly modifiedBy: string;
}

export interface LaneView {
  readonly lane: Lane;
  readonly notes: readonly NoteView[];
}

export interface ColumnView {
  readonly column: Column;
  readonly lanes: readonly LaneView[];
  readonly agreed: number;
  readonly total: number;
}

export interface SheetView {
  readonly label: string;
  readonly details: SheetDetails;
  readonly template: Template;
  readonly engineer: UserId | null;
  readonly me: Pick<Participant, 'user' | 'role' | 'confirmed'>;
  readonly participants: readonly Participant[];
  readonly columns: readonly ColumnView[];
  /** Notes that lie on a border or in no lane; asked about, never guessed. */
  readonly unplaced: readonly NoteView[];
  /** No longer on the board, but people have spoken about them. */
  readonly gone: readonly NoteView[];
  readonly notes: ReadonlyMap<ItemId, NoteView>;
  readonly agreed: number;
  readonly total: number;
  readonly harvest: Harvest<MirroredItem>;
  readonly content: SheetContent;
  readonly talk: Talk;
  readonly tagsOn: boolean;
  /** Entries that this version can't read; kept, shown as a number. */
  readonly unknown: number;
  readonly newer: boolean;
  readonly canWrite: boolean;
}

interface SheetInputs {
  readonly entry: SheetEntry;
  readonly content: SheetContent;
  readonly desks: readonly Desk[];
  readonly me: UserId;
  /** Notes to keep in sight when they leave the board although nobody spoke of them: I may be in the middle of it. */
  readonly minding?: (note: ItemId) => boolean;
}

const agreedAmong = (notes: readonly NoteView[]): number =>
  notes.filter(({ state }) => state === 'agreed').length;

/** Null when the sheet was dropped from a template that this version doesn't have. */
export function sheetView({
  entry,
  content,
  desks,
  me,
  minding = () => false,
}: SheetInputs): SheetView | null {
  const details = content.details ?? entry.details;
  const template = templateOf(details.template);
  if (!template) return null;
  const columns = sheetColumns(template, details.lens);
  const reading = harvest({
    columns,
    anchors: content.anchors.size > 0 ? content.anchors : entry.place.anchors,
    frame: content.size ?? entry.place.size,
    items: [...content.items.values()],
    fixed: content.relayout?.lanes,
  });
  // A name may hold anything, and stands inside sentences of ours that it could turn around.
  const named = desks.map((desk) => ({ ...desk, name: cleanLine(desk.name) }));
  const talk = gatherTalk(named, content.engineer);
  const lanes = new Map(columns.flatMap((column) => column.lanes.map((lane) => [lane.id, lane] as const)));
  const names = new Map(talk.participants.map(({ user, name }) => [user, name]));

  const broughtTo = (note: ItemId): readonly BroughtView[] =>
    content.brought.flatMap(({ desk, by }): BroughtView[] => {
      const stance = desk.stances.get(note) ?? null;
      const remarks = desk.remarks.filter((remark) => remark.note === note);
      if (!stance && remarks.length === 0) return [];
      return [{ owner: desk.owner, name: cleanLine(desk.name), by: names.get(by) ?? '', stance, remarks }];
    });
  const noteView = (
    item: MirroredItem,
    place: Pick<NoteView, 'lane' | 'place'> & { between?: readonly Lane[] },
  ): NoteView => {
    const note = { id: item.id, text: item.text };
    const said = positionsOn(note, talk).flatMap(({ person, stance, current }): StanceView[] =>
      stance ? [{ person, value: stance.value, reason: stance.reason, at: stance.at, current }] : [],
    );
    const threads = threadsOn(item.id, talk);
    return {
      ...note,
      lane: place.lane,
      place: place.place,
      between: place.between ?? [],
      state: stateOf(note, talk),
      mine: said.find(({ person }) => person.user === me) ?? null,
      others: said.filter(({ person }) => person.user !== me),
      threads,
      brought: broughtTo(item.id),
      remarkCount: threads.reduce((count, { answers }) => count + 1 + answers.length, 0),
      modifiedAt: item.modifiedAt,
      modifiedBy: names.get(item.modifiedBy as UserId) ?? '',
    };
  };

  const byLane = new Map(
    reading.lanes.map(({ lane, notes }) => [
      lane.id,
      notes.map((item) => noteView(item, { lane, place: 'lane' })),
    ]),
  );
  const groups = columns.map((column) => ({
    key: column,
    notes: column.lanes.flatMap((lane) => byLane.get(lane.id) ?? []),
  }));
  const unplaced = [
    ...reading.border.map(({ note, between }) =>
      noteView(note, { lane: null, place: 'border', between: between.flatMap((id) => lanes.get(id) ?? []) }),
    ),
    ...reading.strays.map((item) => noteView(item, { lane: null, place: 'stray' })),
  ];
  const gone = [...content.items.values()]
    .filter((item) => item.gone && item.kind === 'sticky' && item.text.trim() !== '')
    .map((item) => noteView(item, { lane: null, place: 'gone' }))
    .filter(
      ({ id, mine, others, threads, brought }) =>
        mine !== null || others.length > 0 || threads.length > 0 || brought.length > 0 || minding(id),
    );
  const placed = groups.flatMap(({ notes }) => notes);
  const present = [...placed, ...unplaced];
  // A note that stands in two columns is counted once.
  const counted = [...new Map(present.map((note) => [note.id, note])).values()];
  const notes = new Map([...present, ...gone].map((note) => [note.id, note]));
  const self = talk.participants.find(({ user }) => user === me);
  // Two said they are the engineer, at the same moment; one owns the sheet now, the other is asked again who they are.
  const cameSecond = self?.role === 'engineer' && content.engineer !== null && content.engineer !== me;
  const newer = content.newer || desks.some((desk) => desk.owner === me && desk.newer);

  return {
    label: sheetLabel(details),
    details,
    template,
    engineer: content.engineer,
    me: { user: me, role: cameSecond ? null : (self?.role ?? null), confirmed: self?.confirmed ?? false },
    // Somebody who has not said who they are yet has only looked.
    participants: talk.participants.filter(({ role }) => role !== null),
    columns: groups.map(({ key: column, notes: own }) => ({
      column,
      lanes: column.lanes.map((lane) => ({ lane, notes: byLane.get(lane.id) ?? [] })),
      agreed: agreedAmong(own),
      total: own.length,
    })),
    unplaced,
    gone,
    notes,
    agreed: agreedAmong(counted),
    total: counted.length,
    harvest: reading,
    content,
    talk,
    tagsOn: content.tags.on,
    unknown: content.unknown + desks.reduce((count, desk) => count + desk.unknown, 0),
    newer,
    canWrite: !newer,
  };
}
