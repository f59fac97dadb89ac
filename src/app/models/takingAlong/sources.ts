/** Where words can be taken along from: what this browser keeps of other boards, and files. */
import type { SheetArchive } from '../../../annotations/archive.ts';
import { desksIn } from '../../../annotations/bringAlong.ts';
import type { Person } from '../../../miro/people.ts';
import { hasWords, type Words, wordsOf } from './takenPairs.ts';

export interface Source {
  readonly kind: 'browser' | 'file';
  readonly archive: SheetArchive;
  /** What this person said in it. */
  readonly mine: Words;
}

export const none: Words = { stances: 0, remarks: 0, last: '' };

export const sourceOf = (kind: Source['kind'], archive: SheetArchive, me: Person): Source => {
  const mine = desksIn(archive).find(({ owner }) => owner === me.id);
  return { kind, archive, mine: mine ? wordsOf(mine) : none };
};

/** What this browser keeps of this person's words in a sheet of other boards, newest first. */
export const keptSources = (archives: readonly SheetArchive[], me: Person): readonly Source[] =>
  archives
    .map((archive) => sourceOf('browser', archive, me))
    .filter(({ mine }) => hasWords(mine))
    .sort((a, b) => (a.mine.last < b.mine.last ? 1 : -1));
