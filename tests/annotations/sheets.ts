/** A sheet and its desks with defaults, for the tests of rounds: documents are written by the app's own operations. */
import { webcrypto } from 'node:crypto';
import * as Y from 'yjs';
import { closeRound } from '../../src/annotations/closeRound.ts';
import type { Desk } from '../../src/annotations/desk.ts';
import type { DeskRecords } from '../../src/annotations/deskRecords.ts';
import type { GroundParts } from '../../src/annotations/ground/groundState.ts';
import { readHeld } from '../../src/annotations/heldWords.ts';
import { type PublicState, publicState } from '../../src/annotations/publicState.ts';
import type { RoundRecord } from '../../src/annotations/round.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import { markGone, mirrorItems, readSheet } from '../../src/annotations/sheetDocument.ts';
import { startSheet } from '../../src/annotations/sheetOperations.ts';
import type { WholeDesk } from '../../src/annotations/unseen.ts';
import { type ItemId, itemId, type LaneId, laneId, sheetId, userId } from '../../src/workshop/ids.ts';
import { engineer, erin, manager, noon } from './builders.ts';

export const { subtle } = webcrypto as Crypto;

export const glue = laneId('execution', 'glue');
export const exploration = laneId('execution', 'exploration');
export const strategy = laneId('thinking', 'strategy');

/** Text, lane and whether it is gone. */
export interface NoteHere {
  readonly text: string;
  readonly lane?: LaneId | null;
  readonly gone?: boolean;
}

export interface SheetHere {
  readonly notes?: Readonly<Record<string, NoteHere>>;
  readonly desks?: readonly Desk[];
  /** Desks that hold words back, besides the others. */
  readonly whole?: readonly WholeDesk[];
  readonly records?: readonly DeskRecords[];
  readonly ground?: GroundParts;
  readonly title?: string;
}

export const records = (owner: string, said: Partial<DeskRecords> = {}): DeskRecords => ({
  owner: userId(owner),
  retired: new Map(),
  devices: [],
  vouches: [],
  signOffs: [],
  unknown: 0,
  ...said,
});

export function sheetOf({ notes = {}, title = 'Staff Engineer' }: SheetHere = {}): Y.Doc {
  const doc = new Y.Doc();
  startSheet(doc, {
    details: {
      id: sheetId('s1'),
      template: 'staff-role',
      lens: 'pillars',
      title,
      team: 'Credit',
      level: 'L6',
      engineer: 'Erin Example',
      reviewers: ['Mona Example'],
      createdAt: noon,
    },
    engineer: erin,
    place: { frame: itemId('f1'), size: { width: 4000, height: 2400 }, anchors: new Map() },
  });
  const box = { x: 10, y: 20, width: 200, height: 200 };
  const sticky = { kind: 'sticky', box, colour: 'yellow', modifiedAt: noon, modifiedBy: 'erin' } as const;
  mirrorItems(
    doc,
    erin,
    Object.entries(notes).map(([id, { text }]) => ({ ...sticky, id: itemId(id), text })),
  );
  const gone = Object.entries(notes).filter(([, note]) => note.gone);
  markGone(
    doc,
    gone.map(([id]) => itemId(id)),
  );
  return doc;
}

/** A desk that holds nothing back. */
const inTheOpen = (desk: Desk): WholeDesk => ({ desk, ...readHeld(new Y.Doc()) });

export function stateHere(here: SheetHere = {}): PublicState {
  const content = readSheet(sheetOf(here));
  const lanes = new Map<ItemId, readonly LaneId[]>(
    Object.entries(here.notes ?? {}).map(([id, { lane = glue }]) => [itemId(id), lane ? [lane] : []]),
  );
  const state = publicState({
    content,
    desks: [...(here.desks ?? [engineer(), manager()]).map(inTheOpen), ...(here.whole ?? [])],
    records: here.records ?? [],
    ...(here.ground ? { ground: here.ground } : {}),
    lanes,
    columns: [
      { column: 'execution', lanes: [glue, exploration] },
      { column: 'thinking', lanes: [strategy] },
    ],
  });
  if (!state) throw new Error('The sheet has no header');
  return state;
}

export async function roundOf(
  state: PublicState,
  words: { readonly number?: number; readonly previous?: Hash | null; readonly note?: string } = {},
): Promise<RoundRecord> {
  const made = await closeRound(subtle, state, { number: 1, previous: null, note: '', ...words });
  if (!made.ok) throw new Error(`Not closed: ${made.error.kind}`);
  return made.value;
}
