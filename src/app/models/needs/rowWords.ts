/** A note's state in a list, in the words of noteWords.ts where it asks something of a manager; few lists hold such a note. */
import { signal } from '@preact/signals';
import type { NoteView } from '../sheet/sheetView.ts';
import { stateWords } from '../words/stateWords.ts';

const others = signal<((note: NoteView) => string) | null>(null);
let asked = false;

export function rowWordsOf(note: NoteView): string {
  if (!note.lane?.asks) return stateWords[note.state];
  if (!asked) {
    asked = true;
    import('./noteWords.ts').then(
      ({ stateWordsOf }) => {
        others.value = stateWordsOf;
      },
      // Not reachable now; the next list asks again.
      () => {
        asked = false;
      },
    );
  }
  return others.value?.(note) ?? stateWords[note.state];
}
