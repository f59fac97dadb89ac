/** Giving dots to the notes of a sheet, and, once the stage is over, what came of it. */
import type { NoteView, SheetView } from '../../models/sheetView.ts';
import type { ToolProps } from './toolProps.ts';

const notesOf = ({ columns, unplaced }: SheetView): readonly NoteView[] => [
  ...columns.flatMap(({ lanes }) => lanes.flatMap(({ notes }) => notes)),
  ...unplaced,
];

export function DotsTool({ sheet, view, live }: ToolProps) {
  const dots = live.dots.value;
  if (!dots) return null;
  const stage = dots.stage.value;
  const lead = live.iHold.value ? live.lead() : null;
  const votes = lead && (
    <button type="button" class="link-button" data-testid="dots-votes" onClick={() => void lead.takeVotes()}>
      Count what Miro’s own voting counted
    </button>
  );
  if (stage === 'over') {
    const counted = dots.counted(sheet.id, view);
    return (
      <>
        {votes}
        <p class="hint">
          Most dots first. Of equal ones, what people differ on most; then what stands first on the sheet.
        </p>
        {counted.length === 0 && <p class="empty">Nobody gave dots here.</p>}
        <ol class="tool-list" data-testid="dots-counted">
          {counted.map(({ note, dots: count }) => (
            <li key={note} class="tool-note">
              <span class="tool-words" dir="auto">
                {view.notes.get(note)?.text}
              </span>
              <b class="tool-figure" title={count === 1 ? 'One dot' : `${count} dots`}>
                <span aria-hidden="true">● {count}</span>
                <span class="visually-hidden">{count === 1 ? 'one dot' : `${count} dots`}</span>
              </b>
            </li>
          ))}
        </ol>
      </>
    );
  }
  const left = dots.left(sheet.id);
  return (
    <>
      <p role="status" data-testid="dots-left">
        {left === 0
          ? 'You have given all your dots.'
          : `You have ${left} of ${dots.each} dots left for this sheet.`}
      </p>
      <p class="hint">
        {stage === 'done'
          ? 'They are given. Nobody sees them in Rolewright before this stage is over.'
          : 'They stay in this browser until you say that you are done, or the stage is over.'}
      </p>
      <ul class="tool-list for-my-eyes">
        {notesOf(view).map((note) => {
          const mine = dots.mine(sheet.id, note.id);
          return (
            <li key={note.id} class="tool-note" data-testid="dots-note">
              <span class="tool-words" dir="auto">
                {note.text}
              </span>
              <span class="tool-dots">
                <button
                  type="button"
                  class="icon-button"
                  disabled={mine === 0}
                  aria-label={`One dot fewer for: ${note.text}`}
                  onClick={() => dots.take(sheet.id, note.id)}
                >
                  −
                </button>
                <span class="tool-figure" aria-hidden="true">
                  {'●'.repeat(mine) || '○'}
                </span>
                <span class="visually-hidden">
                  {mine === 1 ? 'one dot of yours' : `${mine} dots of yours`}
                </span>
                <button
                  type="button"
                  class="icon-button"
                  disabled={left === 0}
                  aria-label={`A dot for: ${note.text}`}
                  data-testid="dots-give"
                  onClick={() => dots.give(sheet.id, note.id)}
                >
                  +
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
