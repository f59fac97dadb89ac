/** A sheet on which everybody has taken a stance on each note, and talks about some. Larger than any real one if need be. */

import * as Y from 'yjs';
import type { Desk, Remark, Stance } from '../../src/annotations/desk.ts';
import { stanceValues } from '../../src/annotations/desk.ts';
import { readHeld } from '../../src/annotations/heldWords.ts';
import { type PublicState, publicState } from '../../src/annotations/publicState.ts';
import { mirrorItems, readSheet, type SheetContent } from '../../src/annotations/sheetDocument.ts';
import { startSheet } from '../../src/annotations/sheetOperations.ts';
import type { StateParts } from '../../src/annotations/sheetState.ts';
import { type ItemId, itemId, type LaneId, laneId, userId } from '../../src/workshop/ids.ts';
import { details } from '../../tests/support/sheets.ts';
import { seeded } from '../../tests/support/syncWorld.ts';

export interface HowMany {
  readonly people: number;
  readonly notes: number;
}
/** What every figure has to cope with. */
export const most: HowMany = { people: 30, notes: 300 };
/** The part of notes whose text was edited after people had taken a stance on it. */
const edited = 0.1;
/** Remarks and suggestions per note. */
const remarksPerNote = 3;
const words = 'who decides when the search index is rebuilt and what it costs us in nights'.split(' ');

export interface LargeSheet {
  readonly content: SheetContent;
  readonly desks: readonly Desk[];
  readonly lanes: ReadonlyMap<ItemId, readonly LaneId[]>;
  readonly columns: StateParts['columns'];
}

export function largeSheet({ people, notes }: HowMany): LargeSheet {
  const random = seeded(20_261_123);
  const some = <T>(all: readonly T[], instead: T): T => all[Math.floor(random() * all.length)] ?? instead;
  const sentence = (length: number): string => {
    let text = some(words, '');
    while (text.length < length) text += ` ${some(words, '')}`;
    return text.slice(0, length);
  };
  const at = '2026-11-23T09:00:00.000Z';
  const users = Array.from({ length: people }, (_, index) =>
    userId(`30744573461234${index}`.padEnd(19, '7')),
  );
  const ids = Array.from({ length: notes }, (_, index) => itemId(`34587640000${index}`));
  const texts = new Map(ids.map((id) => [id, sentence(40 + random() * 80)]));
  const doc = new Y.Doc();
  const [engineer = userId('nobody')] = users;
  startSheet(doc, {
    details,
    engineer,
    place: { frame: itemId('frame'), size: { width: 3_000, height: 2_000 }, anchors: new Map() },
  });
  mirrorItems(
    doc,
    engineer,
    ids.map((id, index) => ({
      ...{ id, kind: 'sticky', text: texts.get(id) ?? '', colour: 'light_yellow' },
      ...{
        box: { x: index * 9, y: index * 6, width: 199, height: 228 },
        modifiedAt: at,
        modifiedBy: engineer,
      },
    })),
  );
  const old = new Set(ids.filter(() => random() < edited));
  const lanesThere = Array.from({ length: 6 }, (_, index) => laneId(`pillar${index % 3}`, `lane${index}`));
  const lanes = new Map(ids.map((id, index) => [id, [lanesThere[index % 6] ?? laneId('', '')]] as const));
  const desks = users.map((owner, index): Desk => {
    const stances = ids.map((note): Stance => {
      const text = texts.get(note) ?? '';
      const value = random() < 0.8 ? 'agree' : some(stanceValues, 'agree');
      return { note, value, reason: sentence(30), text: old.has(note) ? `${text} then` : text, at };
    });
    const remarks = ids
      .filter((_, note) => (note + index) % people < remarksPerNote)
      .map((note): Remark => {
        const wording = random() < 0.2 ? { proposed: sentence(80), original: texts.get(note) ?? '' } : null;
        return {
          id: `${owner}${note}`,
          note,
          text: sentence(110),
          answers: null,
          wording,
          at,
          editedAt: null,
        };
      });
    return {
      ...{ owner, name: `Person ${index} Example`, claim: index === 0 ? 'engineer' : 'manager' },
      confirmed: index === 0 ? new Map(users.map((user) => [user, 'manager' as const])) : new Map(),
      stances: new Map(stances.map((stance) => [stance.note, stance])),
      ...{ remarks, verdicts: [], unknown: 0, newer: false },
    };
  });
  const columns = ['pillar0', 'pillar1', 'pillar2'].map((column) => ({
    column,
    lanes: lanesThere.filter((lane) => lane.startsWith(`${column}/`)),
  }));
  return { content: readSheet(doc), desks, lanes, columns };
}

/** One person changes their mind about one note. */
export function oneChange(sheet: LargeSheet, turn: number): LargeSheet {
  const at = turn % sheet.desks.length;
  const desks = sheet.desks.map((desk, index): Desk => {
    const [note, stance] = [...desk.stances][turn % desk.stances.size] ?? [];
    if (index !== at || !note || !stance) return desk;
    const value = stanceValues[turn % 4] ?? 'agree';
    return { ...desk, stances: new Map(desk.stances).set(note, { ...stance, value }) };
  });
  return { ...sheet, desks };
}

const held = readHeld(new Y.Doc());

/** As closing a round takes it. */
export function publicStateOf({ content, desks, lanes, columns }: LargeSheet): PublicState {
  const whole = desks.map((desk) => ({ desk, ...held }));
  const state = publicState({ content, lanes, columns, records: [], desks: whole });
  if (!state) throw new Error('The sheet has no header');
  return state;
}
