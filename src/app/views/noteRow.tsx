/** One note as a line: its state, its words, and a click that opens its card and takes the board there. */
import type { NoteView } from '../models/sheetView.ts';
import { StateMark } from './stateMark.tsx';

interface Props {
  readonly note: NoteView;
  readonly hint?: string;
  readonly onOpen: (note: NoteView) => void;
}

export function NoteRow({ note, hint, onOpen }: Props) {
  const remarks = note.remarkCount;
  return (
    <li>
      <button type="button" class="note-row" data-testid="note-row" onClick={() => onOpen(note)}>
        <StateMark state={note.state} />
        <span class="note-words" dir="auto">
          {note.text}
        </span>
        {remarks > 0 && (
          <span class="count" title={remarks === 1 ? '1 remark' : `${remarks} remarks`}>
            {remarks}
          </span>
        )}
        {hint && <span class="note-hint">{hint}</span>}
      </button>
    </li>
  );
}
