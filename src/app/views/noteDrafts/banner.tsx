/** Above the outline, while notes are written unseen: where they are, how far everybody is, what comes next. Loaded on demand. */
import { notesCounted, othersInWords, untilReveal } from '../../models/noteDrafts/draftWords.ts';
import type { NoteDrafts } from '../../models/noteDrafts/noteDrafts.ts';
import { noteDraftsPart } from '../../models/noteDrafts/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import '../styles/noteDrafts.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  /** A session is on: its bar leads to what can go on the board. */
  readonly led: boolean;
}

export function DraftBanner({ sheet, view, led }: Props) {
  const notes = sheet.part(noteDraftsPart).value;
  if (!notes || !view.canWrite) return null;
  const stage = notes.stage.value;
  const waiting = notes.revealed.value.waiting;
  if (stage === 'open' && (waiting === 0 || led) && !notes.left.value) return null;
  const open = () => {
    sheet.step.value = 'drafts';
  };
  return (
    <section class="ask for-my-eyes" data-testid="draft-banner" aria-label="Notes written unseen">
      <BannerWords notes={notes} view={view} />
      <span id="draft-keys" hidden>
        Alt with the arrows moves it in its lane.
      </span>
      <div class="actions">
        {stage === 'drafting' && notes.mine.value.length > 0 && (
          <button
            type="button"
            class="button button-primary button-small"
            data-testid="drafts-done-here"
            onClick={open}
          >
            I’m done…
          </button>
        )}
        <button
          type="button"
          id="step-drafts"
          class={
            stage === 'drafting'
              ? 'button button-tertiary button-small'
              : 'button button-secondary button-small'
          }
          data-testid="drafts-open"
          onClick={open}
        >
          {stage === 'open' ? (waiting > 0 ? 'Look at them' : 'Decide') : 'How it works'}
        </button>
      </div>
    </section>
  );
}

function BannerWords({ notes, view }: { readonly notes: NoteDrafts; readonly view: SheetView }) {
  const [stage, people] = [notes.stage.value, notes.people.value];
  const others = people ? othersInWords(people, view.me.user) : '';
  const count = notes.mine.value.length;
  if (stage === 'open')
    return (
      <p>
        {notes.left.value
          ? 'Some notes of yours have been seen by nobody.'
          : `${notesCounted(notes.revealed.value.waiting)} written unseen can go on the board.`}
      </p>
    );
  return (
    <>
      <p data-testid="drafts-mine">
        {stage === 'drafting'
          ? `Your notes stay in this browser until you say done. ${count === 0 ? 'Write the first one below.' : `${notesCounted(count)} so far.`}`
          : `You are done, with ${notesCounted(count)}. ${people ? untilReveal(people, view.me.user) : ''}`}
      </p>
      {others && (
        <p data-testid="drafts-others" dir="auto">
          {others}
        </p>
      )}
    </>
  );
}
