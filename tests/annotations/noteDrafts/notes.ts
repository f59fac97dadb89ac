/** Notes written unseen, with defaults, so that a test shows only what matters to it. */
import type { SideNote } from '../../../src/annotations/noteDrafts/revealed.ts';
import { laneId, userId } from '../../../src/workshop/ids.ts';
import { noon } from '../builders.ts';

export const direction = laneId('big-picture', 'technical-direction');
export const exploration = laneId('execution', 'exploration');

export const sideNote = (user: string, id: string, text: string, more: Partial<SideNote> = {}): SideNote => ({
  user: userId(user),
  id,
  step: 's',
  lane: direction,
  text,
  order: 1,
  at: noon,
  ...more,
});
