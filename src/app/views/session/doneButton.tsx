/** *I'm done* with the stage. Where notes are written unseen, it also says so of them: nobody should have to say it twice. */
import { notesCounted } from '../../models/noteDrafts/draftWords.ts';
import { noteDraftsPart } from '../../models/noteDrafts/part.ts';
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

/** What was, or is, written unseen on the sheet that is open; null where nothing ever was. */
function useUnseenNotes({ sheet }: Workshop) {
  const open = sheet.value;
  const writing = open?.view.value?.content.writing;
  return open && writing && writing.step !== null ? open.part(noteDraftsPart).value : null;
}

export function DoneButton({ workshop, live }: Props) {
  const done = live.iAmDone.value;
  // Who has not said yet who they are does that first.
  const first = !done && Boolean(workshop.sheet.value?.view.value?.me.role);
  return (
    <button
      type="button"
      class={first ? 'button button-primary button-small' : 'button button-secondary button-small'}
      aria-pressed={done}
      data-testid="session-done"
      onClick={() => {
        live.sayDone(!done);
        if (live.stage.value?.writing === 'private') void live.sayNotesDone(!done);
      }}
    >
      {done ? '✓ You are done' : 'I’m done'}
    </button>
  );
}

/** Both sides are shown: whoever may put them on the board does it now, or everybody waits. */
export function PutOnBoard({ workshop }: Pick<Props, 'workshop'>) {
  const sheet = workshop.sheet.value;
  const notes = useUnseenNotes(workshop);
  const view = sheet?.view.value;
  if (!sheet || notes?.stage.value !== 'open' || !view?.canWrite || view.me.role === null) return null;
  const waiting = notes.revealed.value.waiting;
  if (waiting === 0 || (sheet.step.value === 'drafts' && !workshop.atSession.value)) return null;
  return (
    <div class="session-offer" data-testid="session-put">
      <p>{`${notesCounted(waiting)} written unseen can go on the board now.`}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          onClick={() => {
            workshop.atSession.value = false;
            workshop.show('write');
            sheet.step.value = 'drafts';
          }}
        >
          Look at them
        </button>
      </div>
    </div>
  );
}

/** The stage for writing unseen is over, and this person's notes are still theirs alone. */
export function ShowMine({ workshop, live }: Props) {
  const notes = useUnseenNotes(workshop);
  const stage = live.stage.value;
  if (!notes || !stage || stage.writing === 'private') return null;
  if (notes.stage.value !== 'drafting' || notes.mine.value.length === 0) return null;
  const count = notes.mine.value.length;
  return (
    <div class="session-offer for-my-eyes" data-testid="session-show-mine">
      <p>
        {count === 1 ? 'A note of yours is' : `${count} notes of yours are`} still in this browser only. Both
        sides are shown when both are done.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary button-small"
          onClick={() => void live.sayNotesDone(true)}
        >
          Show mine
        </button>
      </div>
    </div>
  );
}
