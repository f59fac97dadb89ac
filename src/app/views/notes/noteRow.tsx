/** One note as a line: its state, its words, and a click that opens its card and takes the board there. */
import type { ComponentChildren } from 'preact';
import { rowWordsOf } from '../../models/needs/rowWords.ts';
import type { RowMark } from '../../models/ours/asked.ts';
import type { Companion } from '../../models/presence/whereabouts.ts';
import type { NoteView } from '../../models/sheet/sheetView.ts';
import { Faces } from '../parts/faces.tsx';
import { lazyView } from '../parts/lazyView.tsx';
import { StateMark } from '../parts/stateMark.tsx';

const AskMark = lazyView(async () => (await import('../ours/askMark.tsx')).AskMark);

interface Props {
  readonly note: NoteView;
  /** Who is on the sheet; whoever has this note open is shown. */
  readonly company: readonly Companion[];
  readonly onOpen: (note: NoteView) => void;
  /** Others said something since this person last looked. */
  readonly news?: boolean | undefined;
  /** What make-it-ours asks about it. */
  readonly mark?: RowMark | undefined;
  /** Stands below the line. */
  readonly children?: ComponentChildren;
}

export function NoteRow({ note, company, onOpen, news, mark, children }: Props) {
  const remarks = note.remarkCount;
  return (
    <li>
      <button
        type="button"
        class="note-row"
        data-testid="note-row"
        data-note={note.id}
        onClick={() => onOpen(note)}
      >
        <StateMark state={note.state} words={rowWordsOf(note)} />
        <span class="note-words" dir="auto">
          {note.text}
        </span>
        <Faces company={company} note={note.id} />
        {news && (
          <span class="news" title="New since you looked">
            <span class="visually-hidden">new since you looked</span>
          </span>
        )}
        {remarks > 0 && (
          <span class="count" title={remarks === 1 ? '1 remark' : `${remarks} remarks`}>
            {remarks}
            <span class="visually-hidden">{remarks === 1 ? ' remark' : ' remarks'}</span>
          </span>
        )}
        {mark && <AskMark mark={mark} />}
      </button>
      {children}
    </li>
  );
}
