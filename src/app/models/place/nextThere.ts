/** What somebody should do about where the role stands; null where nothing waits for them. */
import type { Standing } from '../../../annotations/place/standing.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { engineerIn } from './placeWords.ts';

interface Next {
  readonly words: string;
  readonly action: string;
}

export function nextThere(
  { me, canWrite, engineer: owner }: Pick<SheetView, 'me' | 'canWrite' | 'engineer'>,
  standing: Standing,
): Next | null {
  const { engineer, others, mode } = standing;
  if (!canWrite || !engineer) return null;
  if (me.user === owner) {
    if (mode !== null) return null;
    if ([engineer.now, engineer.role].some((seen) => seen && !seen.level))
      return { words: 'A level that you marked is no longer on the ladder.', action: 'Mark it again' };
    return {
      words: 'Mark where you are now and where this role stands. It sets how the questions are put.',
      action: 'Mark the two',
    };
  }
  const mine = others.find(({ person }) => person.user === me.user);
  if (me.role !== 'manager' || !me.confirmed || mode === null || mine?.role) return null;
  return {
    words: `${engineerIn(standing)} has marked where the role stands. Do you see it there, too?`,
    action: 'Look at it',
  };
}
