/** Where the role stands, in words. */
import type { MarkKind } from '../../../annotations/place/placeDesk.ts';
import type { Difference, Standing } from '../../../annotations/place/standing.ts';
import type { UserId } from '../../../workshop/ids.ts';
import { farAhead } from '../../../workshop/ladder/distance.ts';
import { distanceWords } from '../../../workshop/ladder/distanceWords.ts';
import type { Path } from '../../../workshop/ladder/ladder.ts';

export const pathWords: Record<Path, string> = {
  common: 'Common',
  technical: 'Technical path',
  management: 'Management path',
};

export const nameOf = ({ name }: { readonly name: string }): string => name || 'Somebody';
export const engineerIn = ({ engineer }: Standing): string =>
  engineer?.person.name ? engineer.person.name : 'The engineer';

/** `Senior → Staff`; null until the engineer has marked both. */
export function wayWords({ engineer, distance }: Standing): string | null {
  const [now, role] = [engineer?.now?.level, engineer?.role?.level];
  if (!now || !role || !distance) return null;
  return distance.kind === 'at-level' ? role.title : `${now.title} → ${role.title}`;
}

/** `my stretch`, to the engineer themselves; to others, whose it is goes without saying. */
export function modeName({ mode, engineer }: Standing, me: UserId): string {
  const mine = engineer?.person.user === me;
  if (mode === 'job') return mine ? 'my job' : 'a job that is there';
  return mine ? 'my stretch' : 'a stretch';
}

/** What follows from it, to the engineer themselves or to somebody else. */
export function modeWords(standing: Standing, me: UserId): string | null {
  const { distance, engineer } = standing;
  if (!distance || !engineer) return null;
  const mine = engineer.person.user === me;
  const describes = mine ? 'You describe' : `${engineerIn(standing)} describes`;
  switch (distance.kind) {
    case 'at-level':
      return `${describes} a job that is there: the questions ask what ${mine ? 'you do' : 'they do'}.`;
    case 'behind':
      return `The role is below where ${mine ? 'you are' : 'they are'} now. ${describes} a job that ${mine ? 'you know' : 'they know'}; if that is not what you mean, look at the two marks again.`;
    case 'across':
      return `A change of path. ${describes} a stretch: the questions ask what ${mine ? 'you would' : 'they would'} do.`;
    case 'ahead':
      return distance.by < farAhead
        ? `${describes} a stretch: the questions ask what ${mine ? 'you would' : 'they would'} do.`
        : `${describes} a stretch, and a long one. It may help to mark a level on the way first.`;
  }
}

/** `Max sees this role at Staff, you at Senior Staff.` */
export function differenceWords(
  { person, kind, theirs, ours }: Difference,
  standing: Standing,
  me: UserId,
): string {
  const they = person.user === me ? 'You see' : `${nameOf(person)} sees`;
  const owner = standing.engineer?.person.user === me;
  const name = engineerIn(standing);
  if (kind === 'role')
    return `${they} this role at ${theirs.title}, ${owner ? 'you' : name} at ${ours.title}.`;
  return owner
    ? `${they} you at ${theirs.title} now, you see yourself at ${ours.title}.`
    : `${they} ${name} at ${theirs.title} now; ${name} says ${ours.title}.`;
}

/** What a mark is called for this person. */
export const markWords = (kind: MarkKind, owner: boolean): string =>
  kind === 'role' ? 'This role' : owner ? 'Me now' : 'Engineer now';

/** In the line that leads there: what was said, or what it is for. */
export function summaryWords(standing: Standing, me: UserId): string {
  const way = wayWords(standing);
  if (way && standing.distance) {
    const [first, ...rest] = standing.differences;
    const differs = first
      ? ` ${differenceWords(first, standing, me)}${rest.length > 0 ? ' And more.' : ''}`
      : '';
    return `${way}, ${distanceWords(standing.distance)}: ${modeName(standing, me)}.${differs}`;
  }
  return standing.engineer?.person.user === me
    ? 'Where you are now and where this role is, on the career ladder.'
    : 'Where the engineer is now and where this role is, on the career ladder.';
}
