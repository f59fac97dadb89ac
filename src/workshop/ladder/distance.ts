/**
 * How far a role is from where somebody is now, and what follows from it: whether they describe the job they do or
 * the one they stretch for.
 *
 * D1  Heights count from the lowest level of the trunk; after the fork the two paths go on side by side.
 * D2  On one way up, the distance is the levels in between: none is *at level*, a higher role is *ahead*, a lower
 *     one *behind*.
 * D3  From one path to the other is a change of path, whatever the heights: nobody does that job already.
 * D4  *My job* is what somebody at or above the role describes, *my stretch* what anybody else does. Without both
 *     marks there is no mode, and prompts ask as they always did.
 */
import { type Ladder, type Level, levelOf, levelsOn, type Path } from './ladder.ts';

export type Mode = 'job' | 'stretch';

export type Distance =
  | { readonly kind: 'at-level' }
  /** `by`: 1 or more levels. */
  | { readonly kind: 'ahead' | 'behind'; readonly by: number }
  /** `by`: levels that the role is higher than where they are; below 0 where it is lower. */
  | { readonly kind: 'across'; readonly from: Path; readonly to: Path; readonly by: number };

/** From here on it is more than one step of a career (the workshop is made for one to two levels). */
export const farAhead = 3;

function heightOf(ladder: Ladder, level: Level): number {
  const place = levelsOn(ladder, level.path).findIndex(({ id }) => id === level.id);
  return level.path === 'common' ? place : levelsOn(ladder, 'common').length + place;
}

/** Null where one of the two is not on this ladder. */
export function distanceOn(ladder: Ladder, now: string, role: string): Distance | null {
  const [from, to] = [levelOf(ladder, now), levelOf(ladder, role)];
  if (!from || !to) return null;
  const by = heightOf(ladder, to) - heightOf(ladder, from);
  if (from.path !== to.path && from.path !== 'common' && to.path !== 'common')
    return { kind: 'across', from: from.path, to: to.path, by };
  if (by === 0) return { kind: 'at-level' };
  return by > 0 ? { kind: 'ahead', by } : { kind: 'behind', by: -by };
}

export const modeOf = (distance: Distance | null): Mode | null =>
  distance && (distance.kind === 'at-level' || distance.kind === 'behind' ? 'job' : 'stretch');
