/** Beginning and ending a step in which people speak unseen by each other (blindSetting.ts). */
import type * as Y from 'yjs';
import type { UserId } from '../workshop/ids.ts';
import { blindStep, readBlind, settingKey, shownPrefix } from './blindSetting.ts';
import { asText, clip, longest, put } from './entries.ts';
import { operate } from './schema.ts';

export interface BlindChoice {
  readonly on: boolean;
  /** A new id where it is switched on. */
  readonly step: string;
  readonly by: UserId;
  readonly at: string;
}

/**
 * Inside a transaction. Switching off ends the step that is on; what was said in it stays unseen. Only the engineer may
 * choose, or anybody while the sheet is nobody's.
 */
export function chooseIn(root: Y.Map<unknown>, engineer: string | null, choice: BlindChoice): void {
  if (engineer !== null && engineer !== choice.by) return;
  const { value } = readBlind(root);
  // That somebody chose to work in the open is worth knowing, too: nobody need be asked again.
  if (value.by !== null && choice.on === (blindStep(value) !== null)) return;
  const step = choice.on ? clip(choice.step, longest.name) : (value.step ?? '');
  root.set(settingKey, { ...choice, step });
}

/** Inside a transaction. */
export function showIn(root: Y.Map<unknown>, step: string): void {
  if (blindStep(readBlind(root).value) === step) put(root, shownPrefix + step, true);
}

export const engineerOf = (doc: Y.Doc): string | null => asText(doc.getMap('about').get('engineer'));

/** How views are given from now on. */
export const switchBlind = (doc: Y.Doc, choice: BlindChoice): boolean =>
  operate(doc, 'switch-blind', () => chooseIn(doc.getMap('blind'), engineerOf(doc), choice));

/** Everybody who counts is done: both sides are shown, for good. */
export const showStep = (doc: Y.Doc, step: string): boolean =>
  operate(doc, 'show-step', () => showIn(doc.getMap('blind'), step));
