/**
 * What changed around the notes between two moments. As with notes, it reads the other way round when the two are
 * exchanged. What was not said is told as not said, also where a round is of a version that did not keep it.
 */
import { altitudeIds } from '../../workshop/altitude/altitudes.ts';
import type { Level } from '../../workshop/ladder/ladder.ts';
import { altitudeTexts } from '../altitude/altitudeDesk.ts';
import type { CiteChange, GroundChange, WhyChange } from '../changes.ts';
import { pairs } from '../pairs.ts';
import type { NoteGround, RoundAltitude, RoundAnswer, RoundGround, RoundMark, RoundPlace } from './ground.ts';

export function groundChanges(
  before: RoundGround | undefined,
  after: RoundGround | undefined,
): readonly GroundChange[] {
  return [
    ...placeChanges(before?.place, after?.place),
    ...answerChanges(before?.whyNow, after?.whyNow),
    ...altitudeChanges(before?.altitude, after?.altitude),
  ];
}

/** What it is called on the ladder of its time, or was when it was marked. */
const titleOf = (mark: RoundMark | null, levels: readonly Level[] = []): string | null =>
  mark && (levels.find(({ id }) => id === mark.level)?.title ?? mark.title);

function placeChanges(before?: RoundPlace, after?: RoundPlace): readonly GroundChange[] {
  const marks = pairs(before?.marks ?? [], after?.marks ?? [], ({ user, kind }) => `${user} ${kind}`).flatMap(
    ([, old, now]): GroundChange[] => {
      const one = old ?? now;
      if (!one || old?.level === now?.level) return [];
      const { user, kind } = one;
      const [was, is] = [titleOf(old, before?.levels), titleOf(now, after?.levels)];
      return [{ of: 'mark', user, kind, before: was, after: is }];
    },
  );
  const [was, is] = [before?.mode ?? null, after?.mode ?? null];
  const mode: readonly GroundChange[] = was === is ? [] : [{ of: 'mode', before: was, after: is }];
  return [...marks, ...mode, ...levelChanges(before, after)];
}

/** A level that is marked before and after, and is called otherwise or answers for something else by now. */
function levelChanges(before?: RoundPlace, after?: RoundPlace): readonly GroundChange[] {
  const marked = ({ marks, levels }: RoundPlace) =>
    levels.filter(({ id }) => marks.some(({ level }) => level === id));
  if (!before || !after) return [];
  return pairs(marked(before), marked(after), ({ id }) => id).flatMap(([, old, now]): GroundChange[] => {
    if (!old || !now) return [];
    const [was, is] = [inWords(old), inWords(now)];
    return was === is ? [] : [{ of: 'level', before: was, after: is }];
  });
}

const inWords = ({ title, scope }: Level): string => (scope === '' ? title : `${title}: ${scope}`);

const answerChanges = (
  before: readonly RoundAnswer[] = [],
  after: readonly RoundAnswer[] = [],
): readonly GroundChange[] =>
  pairs(before, after, ({ user }) => user).flatMap(([user, old, now]): GroundChange[] =>
    sameValues(old, now) ? [] : [{ of: 'why-now', user, before: old, after: now }],
  );

function altitudeChanges(before?: RoundAltitude, after?: RoundAltitude): readonly GroundChange[] {
  const said = (altitude: RoundAltitude | undefined) => ({
    ...{ problem: altitude?.problem ?? '' },
    ...Object.fromEntries(altitudeIds.map((id) => [id, altitude?.questions[id] ?? ''])),
  });
  const [old, now]: Record<string, string>[] = [said(before), said(after)];
  const words = altitudeTexts.flatMap((what): GroundChange[] => {
    const [was, is] = [old?.[what] ?? '', now?.[what] ?? ''];
    return was === is ? [] : [{ of: 'question', what, before: was, after: is }];
  });
  const [was, is] = [before?.today ?? null, after?.today ?? null];
  return [
    ...words,
    ...(was === is ? [] : [{ of: 'today' as const, before: was, after: is }]),
    ...pairs(before?.expected ?? [], after?.expected ?? [], ({ user }) => user).flatMap(
      ([user, one, other]): GroundChange[] => {
        const [then, later] = [one?.level ?? null, other?.level ?? null];
        return then === later ? [] : [{ of: 'expected', user, before: then, after: later }];
      },
    ),
  ];
}

export const whyChanges = (before: NoteGround, after: NoteGround): readonly WhyChange[] =>
  pairs(before.whys ?? [], after.whys ?? [], ({ user, question }) => `${user} ${question}`).flatMap(
    ([, old, now]): WhyChange[] => {
      const one = old ?? now;
      if (!one || old?.text === now?.text) return [];
      const { user, question } = one;
      return [{ user, question, before: old?.text ?? null, after: now?.text ?? null }];
    },
  );

export const citeChanges = (before: NoteGround, after: NoteGround): readonly CiteChange[] =>
  pairs(before.cites ?? [], after.cites ?? [], ({ user }) => user).flatMap(
    ([user, old, now]): CiteChange[] =>
      sameValues(old?.words, now?.words)
        ? []
        : [{ user, before: old?.words ?? null, after: now?.words ?? null }],
  );

/** Of plain values, whatever the order of their fields: those of a round that was read have another. */
const sameValues = <T extends object>(a: T | null | undefined, b: T | null | undefined): boolean =>
  canonical(a) === canonical(b);
const canonical = (value: object | null | undefined): string =>
  value ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : '';
