/** What the board itself should say about where notes are written: looked at first, one click, one to undo. */
import type { DraftsProps } from './props.ts';

export function BoardOffer({ view, notes }: DraftsProps) {
  const { preview, working } = notes.board;
  const changes = preview.value;
  if (!changes || !view.canWrite) return null;
  const unseen = notes.stage.value !== 'open';
  const { blanks, texts } = changes;
  return (
    <section class="callout" data-testid="drafts-board">
      <p>
        {unseen
          ? 'The board still asks people to write there.'
          : 'The board still says that notes are private.'}
      </p>
      <ul class="preview-list">
        {blanks > 0 && (
          <li>
            {blanks === 1 ? 'One blank sticky is' : `${blanks} blank stickies are`} taken away; notes with
            words stay
          </li>
        )}
        {texts > 0 && (
          <li>
            {texts === 1 ? 'One text says' : `${texts} texts say`}{' '}
            {unseen ? 'that notes are written in the panel' : 'so no longer'}
          </li>
        )}
      </ul>
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="drafts-board-apply"
        disabled={working.value}
        onClick={() => void notes.board.apply()}
      >
        {working.value ? 'Changing the board…' : 'Do it'}
      </button>
    </section>
  );
}
