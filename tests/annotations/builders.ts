/** Desks and talks with defaults, so that a test shows only what matters to it. */
import * as Y from 'yjs';
import type { Desk, Remark, Stance, StanceValue, Verdict } from '../../src/annotations/desk.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { gatherTalk, type NoteText } from '../../src/annotations/talk.ts';
import { itemId, userId } from '../../src/workshop/ids.ts';

export const erin = userId('erin');
export const mona = userId('mona');
export const max = userId('max');
export const pia = userId('pia');
export const fay = userId('fay');

export const text = 'Cut the nightly job to two hours';
export const note: NoteText = { id: itemId('n1'), text };
export const noon = '2026-11-20T12:00:00.000Z';
export const one = '2026-11-20T13:00:00.000Z';
export const two = '2026-11-20T14:00:00.000Z';

export const desk = (owner: string, said: Partial<Desk> = {}): Desk => ({
  owner: userId(owner),
  name: `${owner} Example`,
  claim: null,
  confirmed: new Map(),
  stances: new Map(),
  remarks: [],
  verdicts: [],
  unknown: 0,
  newer: false,
  ...said,
});

export const stance = (value: StanceValue, about: Partial<Stance> = {}): Desk['stances'] => {
  const taken: Stance = { note: note.id, value, reason: '', text, at: noon, ...about };
  return new Map([[taken.note, taken]]);
};

export const remark = (id: string, said: Partial<Remark> = {}): Remark => ({
  id,
  note: note.id,
  text: `about ${id}`,
  answers: null,
  wording: null,
  at: noon,
  editedAt: null,
  ...said,
});

export const suggestion = (id: string, proposed: string, said: Partial<Remark> = {}): Remark =>
  remark(id, { wording: { proposed, original: text }, ...said });

export const verdict = (
  about: string,
  value: Verdict['value'],
  at = one,
  before: string | null = null,
): Verdict => ({ remark: about, value, before, at });

/** Erin is the engineer and has confirmed Mona as manager and Pia as peer. */
export const confirmed = new Map([
  [mona, 'manager'],
  [pia, 'peer'],
] as const);

export const engineer = (said: Partial<Desk> = {}) =>
  desk('erin', { claim: 'engineer', confirmed: new Map(confirmed), ...said });
export const manager = (said: Partial<Desk> = {}) => desk('mona', { claim: 'manager', ...said });
export const peer = (said: Partial<Desk> = {}) => desk('pia', { claim: 'peer', ...said });

export const talkOf = (...desks: Desk[]) => gatherTalk(desks, erin);

/** What another device reads that got the document's bytes. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

export const deskOf = (doc: Y.Doc): Desk => readDesk(doc, erin);
