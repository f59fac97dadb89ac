/** A document with just what somebody chose: done to the document itself, so that every rendering shows the same. */
import { type Chapter, type Choice, chapters } from './choice.ts';
import type { JobDescription, Note } from './document.ts';

const bare = <N extends Note>(note: N): N => ({
  ...note,
  details: note.details.filter(({ said }) => !said),
  ...{ state: null, answered: undefined, stances: [], threads: [] },
});

/** The same document with just what was chosen. Nothing of what was left out is in it any more. */
export function chosen(description: JobDescription, { variant, chapters: wished }: Choice): JobDescription {
  const has = (chapter: Chapter): boolean => wished.includes(chapter);
  const when = <T>(chapter: Chapter, list: readonly T[]): readonly T[] => (has(chapter) ? list : []);
  const own = <N extends Note>(note: N): N => (variant === 'clean' ? bare(note) : note);
  const withNotes = <S extends { readonly notes: readonly Note[] }>(section: S): S => ({
    ...section,
    notes: section.notes.map(own),
  });
  return {
    ...description,
    variant,
    chapters: chapters.filter(has),
    tops: when('purpose', description.tops).map(withNotes),
    // A part of which nothing is left is none.
    around: when('around', description.around).flatMap(({ said, ...telling }) =>
      variant === 'annotated' && said ? [{ ...telling, said }] : telling.blocks.length > 0 ? [telling] : [],
    ),
    pillars: when('pillars', description.pillars).map((pillar) => ({
      ...pillar,
      responsibilities: pillar.responsibilities.map(withNotes),
    })),
    sides: when('sides', description.sides).map(withNotes),
    // What is open is told by its state, whatever else is left out.
    open: when('open', description.open).map(({ note, place }) => ({
      place,
      note: variant === 'clean' ? { ...bare(note), state: note.state } : note,
    })),
    rounds:
      has('rounds') || has('signatures') || description.status.kind === 'round' ? description.rounds : [],
    unplaced: when('leftOver', description.unplaced).map(own),
    gone: when('leftOver', description.gone).map(own),
    sources: when('sources', description.sources),
  };
}
