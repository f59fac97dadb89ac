/** What people say before and around the notes, for tests: written by the app's own operations. */
import * as Y from 'yjs';
import { markAltitude, writeAltitude } from '../../../src/annotations/altitude/altitudeDesk.ts';
import { answerClarity } from '../../../src/annotations/clarity/clarityDesk.ts';
import { readGroundDesk, readGroundSheet } from '../../../src/annotations/ground/groundDesk.ts';
import type { GroundParts } from '../../../src/annotations/ground/groundState.ts';
import { citeLine, markLevel } from '../../../src/annotations/place/placeDesk.ts';
import { type Choice, giveAnswer, showAnswers } from '../../../src/annotations/whyNow/answer.ts';
import type { AltitudeId } from '../../../src/workshop/altitude/altitudes.ts';
import { type ItemId, itemId, userId } from '../../../src/workshop/ids.ts';
import { noon } from '../builders.ts';

export const n1: ItemId = itemId('n1');

export interface Said {
  readonly now?: string;
  readonly role?: string;
  readonly answer?: Partial<Choice>;
  readonly problem?: string;
  readonly today?: AltitudeId;
  readonly expected?: AltitudeId;
  readonly why?: string;
  readonly cites?: string;
}

export const caged: Choice = {
  ...{ situation: 'caged', words: '', horizon: 'years', horizonWords: '' },
  sign: 'A release without a freeze',
};

export function say(doc: Y.Doc, said: Said): void {
  const { now, role, answer, problem, today, expected, why, cites } = said;
  if (now) markLevel(doc, 'now', { level: now, title: now, at: noon });
  if (role) markLevel(doc, 'role', { level: role, title: role, at: noon });
  if (answer) giveAnswer(doc, { ...caged, ...answer, at: noon, wasShown: false });
  if (problem !== undefined) writeAltitude(doc, 'problem', problem);
  if (today) markAltitude(doc, 'today', { level: today, at: noon });
  if (expected) markAltitude(doc, 'expected', { level: expected, at: noon });
  if (why !== undefined) answerClarity(doc, { note: n1, question: 'importance', text: why, at: noon });
  if (cites)
    citeLine(doc, {
      note: n1,
      line: { level: 'staff', dimension: null },
      words: { level: 'Staff', dimension: '', text: cites },
      at: noon,
    });
}

export interface Ground {
  readonly said: Readonly<Record<string, Said>>;
  /** Whether all answers to why the role is needed now are shown. */
  readonly shown?: boolean;
  readonly sheet?: (doc: Y.Doc) => void;
}

export function groundOf({ said, shown = false, sheet }: Ground): GroundParts {
  const doc = new Y.Doc();
  if (shown) showAnswers(doc);
  sheet?.(doc);
  const desks = Object.entries(said).map(([owner, words]) => {
    const desk = new Y.Doc();
    say(desk, words);
    return readGroundDesk(desk, userId(owner));
  });
  return { ...readGroundSheet(doc), desks };
}
