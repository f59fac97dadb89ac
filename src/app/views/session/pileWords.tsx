/** What a pile of notes says: the group's name or its first note, and below it the notes that were put together. */
import type { Pile } from '../../models/session/tools/grouping.ts';

export const pileWords = ({ name, notes }: Pile): string => name || notes[0]?.text || '';

export function PileWords({ pile }: { readonly pile: Pile }) {
  const { name, notes } = pile;
  const below = name ? notes : notes.slice(1);
  return (
    <span class="tool-words">
      <span dir="auto">{pileWords(pile)}</span>
      {below.map(({ id, text }) => (
        <span key={id} class="hint tool-like" dir="auto">
          {text}
        </span>
      ))}
    </span>
  );
}
