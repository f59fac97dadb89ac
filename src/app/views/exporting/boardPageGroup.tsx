/** The job description as a frame of text on the board: put there, brought up to date, taken away. */
import type { HandEdit } from '../../../board/page/planPage.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { BoardPage, PageState } from '../../models/boardPage/boardPage.ts';
import { boardPagePart } from '../../models/boardPage/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { takeFocus } from '../parts/takeFocus.ts';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  /** Of which moment it is made: `as it is now, marked as a draft`. */
  readonly moment: string;
}

export function BoardPageGroup({ sheet, view, moment }: Props) {
  const page = sheet.part(boardPagePart).value;
  const state = page?.state.value ?? { kind: 'idle' };
  const there = page?.frame.value != null;
  const busy = !page || state.kind === 'looking' || state.kind === 'running';
  const put = there ? 'Update it on the board' : 'Put it on the board';
  return (
    <section class="group exporting" aria-labelledby="board-page-title">
      <h2 class="group-title" id="board-page-title">
        For those who stay on the board
      </h2>
      <p class="hint">
        {there
          ? `Its frame is on the board, as it was last written. Updated, it shows the job description ${moment}.`
          : `The job description alone as a frame of text beside the sheet, ${moment}.`}{' '}
        Nobody’s views or remarks are in it.
      </p>
      <div class="stack">
        {page && state.kind === 'asking' ? (
          <Asking page={page} edits={state.edits} />
        ) : (
          <button
            type="button"
            class="button button-secondary"
            data-testid="board-page-put"
            disabled={!view.canWrite}
            aria-disabled={busy}
            onClick={() => void page?.put()}
          >
            {state.kind === 'looking' ? 'Looking at the board…' : put}
          </button>
        )}
        {page && state.kind === 'running' && <Running page={page} state={state} />}
        {page && there && state.kind === 'idle' && (
          <div class="actions">
            <button
              type="button"
              class="link-button"
              data-testid="board-page-show"
              onClick={() => void page.show()}
            >
              Show it
            </button>
            <button
              type="button"
              class="link-button"
              data-testid="board-page-take-away"
              disabled={!view.canWrite}
              onClick={() => void page.takeAway()}
            >
              Take it off the board
            </button>
          </div>
        )}
      </div>
    </section>
  );
}

const doing: Readonly<Record<Extract<PageState, { kind: 'running' }>['what'], string>> = {
  put: 'Writing on the board…',
  'take-away': 'Taking it off the board…',
  'take-back': 'Taking it back…',
};

function Running({
  page,
  state: { what, done, total, slowed },
}: {
  readonly page: BoardPage;
  readonly state: Extract<PageState, { kind: 'running' }>;
}) {
  return (
    <div class="export-progress" data-testid="board-page-running">
      <progress max={Math.max(1, total)} value={done} aria-label="Texts placed" />
      <span>
        {done} of {total}
      </span>
      <button type="button" class="link-button" data-testid="board-page-stop" onClick={() => page.stop()}>
        Stop
      </button>
      <span role="status">
        {slowed ? 'Miro asks us to slow down. It goes on by itself, within about a minute.' : doing[what]}
      </span>
    </div>
  );
}

const focused = (element: HTMLElement | null): void => void takeFocus(element);

/** How many lines of a question are worth reading. */
const mostLines = 5;
/** Enough of a text to know it by. */
const mostCharacters = 60;

const how: Readonly<Record<HandEdit['how'], string>> = {
  reworded: 'was reworded',
  moved: 'was moved',
  deleted: 'was deleted',
};

function shortened(text: string): string {
  const characters = [...cleanLine(text)];
  return characters.length > mostCharacters
    ? `${characters
        .slice(0, mostCharacters - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}

function Asking({ page, edits }: { readonly page: BoardPage; readonly edits: readonly HandEdit[] }) {
  const more = edits.length - mostLines;
  return (
    <section
      class="callout"
      aria-label="Changed by hand"
      data-testid="board-page-asking"
      // In the place of the button that was pressed.
      tabIndex={-1}
      ref={focused}
    >
      <p>Somebody has changed that frame by hand since it was written:</p>
      <ul class="hand-edits">
        {edits.slice(0, mostLines).map((edit, at) => (
          <li key={`${at}`}>
            <bdi>{shortened(edit.what) || 'A text without words'}</bdi> {how[edit.how]}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
      <div class="actions">
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="board-page-anew"
          onClick={() => void page.put('anew')}
        >
          Keep it, and make another
        </button>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="board-page-over"
          onClick={() => void page.put('over')}
        >
          Write over it
        </button>
        <button type="button" class="link-button" data-testid="board-page-leave" onClick={() => page.leave()}>
          Leave it
        </button>
      </div>
    </section>
  );
}
