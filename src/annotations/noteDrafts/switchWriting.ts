/** Beginning and ending a step in which people write their notes unseen by each other (blindSetting.ts has its form). */
import type * as Y from 'yjs';
import { operate } from '../schema.ts';
import { type BlindChoice, chooseIn, engineerOf, showIn } from '../switchBlind.ts';

/** Where notes are written from now on: the engineer's choice, or anybody's while the sheet is nobody's. */
export const switchWriting = (doc: Y.Doc, choice: BlindChoice): boolean =>
  operate(doc, 'switch-writing', () => chooseIn(doc.getMap('writing'), engineerOf(doc), choice));

/** Everybody who counts is done: both sides' notes are shown, for good. */
export const showNotes = (doc: Y.Doc, step: string): boolean =>
  operate(doc, 'show-notes', () => showIn(doc.getMap('writing'), step));
