/**
 * Which lanes a name means that stood above some notes elsewhere: a heading, a column of a CSV, the title of a frame.
 * People shorten names and number them, so "2. Execution (us)" is Execution, and "Mentorship" is a lane of that.
 */
import type { LaneId } from '../ids.ts';
import type { Column } from '../lens.ts';
import { wordsOf } from '../ours/words.ts';

export interface LaneName {
  readonly title: string;
  /** All that go by this name, in the order of the sheet. */
  readonly lanes: readonly LaneId[];
}

/** Columns mean each of their lanes; a name that two lanes have means both. */
export function laneNames(columns: readonly Column[]): readonly LaneName[] {
  const names = new Map<string, { title: string; lanes: LaneId[] }>();
  const add = (title: string, lanes: readonly LaneId[]): void => {
    const key = bare(title);
    if (key === '') return;
    const known = names.get(key) ?? { title, lanes: [] };
    names.set(key, known);
    for (const lane of lanes) if (!known.lanes.includes(lane)) known.lanes.push(lane);
  };
  for (const column of columns) {
    add(
      column.title,
      column.lanes.map(({ id }) => id),
    );
    for (const lane of column.lanes) {
      add(lane.title, [lane.id]);
      if (lane.title !== column.title) add(`${column.title} ${lane.title}`, [lane.id]);
    }
  }
  return [...names.values()];
}

const bare = (text: string): string =>
  wordsOf(text)
    .map(({ plain }) => plain)
    .join(' ');

/** Too small to tell a name by. */
const little = new Set(
  'a an and as at by each for from i if in is it me my of on or our than that the this to us we what why how when will with you your e de da do o os as que por para um uma'.split(
    ' ',
  ),
);

const telling = (text: string): readonly string[] =>
  wordsOf(text).flatMap(({ plain, kind }) => (kind === 'letters' && !little.has(plain) ? [plain] : []));

/** The name that is meant, or null; `exactly`: only one that is written out. */
export function nameMeant(
  said: string,
  names: readonly LaneName[],
  how: 'exactly' | 'roughly' = 'roughly',
): LaneName | null {
  const words = bare(said);
  if (words === '') return null;
  const same = names.find(({ title }) => bare(title) === words);
  if (same || how === 'exactly') return same ?? null;
  const own = telling(said);
  if (own.length === 0) return null;
  // The whole name with more around it; the longest says most.
  const within = names
    .map((name) => ({ name, parts: telling(name.title) }))
    .filter(({ parts }) => parts.length > 0 && parts.every((part) => own.includes(part)))
    .toSorted((a, b) => b.parts.length - a.parts.length);
  if (within[0]) return within[0].name;
  const shortened = names.filter(({ title }) => {
    const parts = telling(title);
    return own.every((word) => parts.includes(word));
  });
  // Short for several, it is the shortest of them, if that means all the others do; else it is no name.
  const [first, ...others] = shortened.toSorted((a, b) => bare(a.title).length - bare(b.title).length);
  const covers = (lane: LaneId): boolean => first?.lanes.includes(lane) ?? false;
  return first && others.every((name) => name.lanes.every(covers)) ? first : null;
}
