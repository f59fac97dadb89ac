/** What the check asks about each note, and who sees it where. Pure: from what was found and what people set aside. */
import { type Dismissal, stillHolds } from '../../../annotations/ours/dismissals.ts';
import { isStillGeneric, type Seed } from '../../../annotations/shelf/seeds.ts';
import type { Finding, QuestionId } from '../../../workshop/ours/finding.ts';
import { voices } from '../../../workshop/ours/voices.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';

export interface Asked {
  readonly note: NoteView;
  readonly finding: Finding;
  /** At least one. */
  readonly questions: readonly QuestionId[];
  /** It is still the example it began as. */
  readonly generic: boolean;
  /** This person wrote the note last. */
  readonly own: boolean;
  /** This person has set the questions aside for the words as they are. */
  readonly setAside: boolean;
  /** Others who have, by name. */
  readonly setAsideBy: readonly string[];
}

/** One line below a note's row. */
export interface RowMark {
  readonly kind: 'generic' | 'asks';
  readonly words: string;
}

interface Inputs {
  readonly view: SheetView;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly seeds: ReadonlyMap<string, Seed>;
  /** Examples of the shelf, told by their words: a copied board has other ids. */
  readonly isExample: (text: string) => boolean;
  /** By whose desk it lies on. */
  readonly dismissals: ReadonlyMap<string, ReadonlyMap<string, Dismissal>>;
}

/** Notes that were not checked yet, and notes with nothing to ask, are absent. */
export function askedAbout({ view, findings, seeds, isExample, dismissals }: Inputs): readonly Asked[] {
  const { me, content, participants } = view;
  return [...view.notes.values()].flatMap((note): Asked[] => {
    const finding = findings.get(note.text);
    if (!finding || note.place === 'gone') return [];
    const seed = seeds.get(note.id);
    const generic = (seed !== undefined && isStillGeneric(seed.text, note.text)) || isExample(note.text);
    const questions: readonly QuestionId[] =
      finding.questions.length > 0 ? finding.questions : generic ? ['place'] : [];
    if (questions.length === 0) return [];
    const setAsideBy = [...dismissals].flatMap(([user, theirs]) =>
      user !== me.user && stillHolds(theirs.get(note.id), note.text)
        ? [participants.find((one) => one.user === user)?.name || 'Somebody']
        : [],
    );
    return [
      {
        ...{ note, finding, questions, generic },
        own: content.items.get(note.id)?.modifiedBy === me.user,
        setAside: stillHolds(dismissals.get(me.user)?.get(note.id), note.text),
        setAsideBy: setAsideBy.sort(),
      },
    ];
  });
}

/** That a note is still an example stays said, whatever was set aside. */
export function markOf({ generic, finding, questions, setAside }: Asked): RowMark | null {
  if (generic) return { kind: 'generic', words: 'generic: an example, make it yours' };
  const [first] = questions;
  return setAside || !first ? null : { kind: 'asks', words: voices[finding.language].short[first] };
}
