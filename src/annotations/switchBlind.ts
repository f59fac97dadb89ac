/** Beginning and ending a step in which people give their views unseen by each other (blindSetting.ts). */
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
 * How views are given from now on: the engineer's choice, or anybody's while the sheet is nobody's. Switching off ends
 * the step that is on; what was said in it stays unseen.
 */
export const switchBlind = (doc: Y.Doc, choice: BlindChoice): boolean =>
  operate(doc, 'switch-blind', () => {
    const engineer = asText(doc.getMap('about').get('engineer'));
    if (engineer !== null && engineer !== choice.by) return;
    const root: Y.Map<unknown> = doc.getMap('blind');
    const { value } = readBlind(root);
    // That somebody chose to work in the open is worth knowing, too: nobody need be asked again.
    if (value.by !== null && choice.on === (blindStep(value) !== null)) return;
    const step = choice.on ? clip(choice.step, longest.name) : (value.step ?? '');
    root.set(settingKey, { ...choice, step });
  });

/** Everybody who counts is done: both sides are shown, for good. */
export const showStep = (doc: Y.Doc, step: string): boolean =>
  operate(doc, 'show-step', () => {
    const root: Y.Map<unknown> = doc.getMap('blind');
    if (blindStep(readBlind(root).value) === step) put(root, shownPrefix + step, true);
  });
