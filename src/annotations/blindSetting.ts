/**
 * Whether the people of a sheet give their views unseen by each other first. One thing to know in the sheet document:
 *
 *   blind  setting → { on, step, by, at }   always written as one value, so no merge makes up a setting nobody chose
 *          shown:<step> → true              everybody who counts was done: never taken back, since it has been seen
 *
 * A step begins when somebody switches it on and has an id of its own, so that what was said unseen the last time is
 * never taken for what is unseen now.
 */
import type * as Y from 'yjs';
import { type UserId, userId } from '../workshop/ids.ts';
import { asText, field } from './entries.ts';

export interface BlindSetting {
  readonly on: boolean;
  /** The step that was begun last; null if there never was one. */
  readonly step: string | null;
  /** Who chose last; null while nobody has. */
  readonly by: UserId | null;
  /** Steps whose words everybody may see. */
  readonly shown: ReadonlySet<string>;
}

export const settingKey = 'setting';
export const shownPrefix = 'shown:';

/** `unknown` counts what lies there and can't be read. */
export function readBlind(root: Y.Map<unknown>): { readonly value: BlindSetting; readonly unknown: number } {
  const shown = [...root.keys()].filter((key) => key.startsWith(shownPrefix) && root.get(key) === true);
  const chosen = root.get(settingKey);
  const [step, by] = [asText(field(chosen, 'step')), asText(field(chosen, 'by'))];
  const on = field(chosen, 'on');
  const readable = step !== null && typeof on === 'boolean';
  const known = shown.length + (readable ? 1 : 0);
  return {
    value: {
      // What can't be read may ask for more quiet than we know of; words are never shown for that.
      on: readable ? on : chosen !== undefined,
      step: readable ? step || null : chosen === undefined ? null : '?',
      by: by === null ? null : userId(by),
      shown: new Set(shown.map((key) => key.slice(shownPrefix.length))),
    },
    unknown: root.size - known,
  };
}

/** The step in which people now speak unseen; null while they work in the open. */
export const blindStep = ({ on, step, shown }: BlindSetting): string | null =>
  on && step !== null && !shown.has(step) ? step : null;
