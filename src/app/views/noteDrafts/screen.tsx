/** Writing notes unseen first, as a screen: what it is, done and not done, what was left behind, both sides. */
import { useState } from 'preact/hooks';
import type { DraftNote } from '../../../annotations/noteDrafts/draftNote.ts';
import { notesCounted, othersInWords, untilReveal } from '../../models/noteDrafts/draftWords.ts';
import type { LeftNotes } from '../../models/noteDrafts/noteDrafts.ts';
import { noteDraftsPart } from '../../models/noteDrafts/part.ts';
import { BoardOffer } from './boardOffer.tsx';
import { DraftFiles } from './files.tsx';
import type { DraftsProps } from './props.ts';
import { Sides } from './sides.tsx';
import '../styles/noteDrafts.css';

export function NoteDraftsScreen({ sheet, view }: Omit<DraftsProps, 'notes'>) {
  const notes = sheet.part(noteDraftsPart).value;
  if (!notes) return <p class="hint">Reading your notes…</p>;
  const props = { sheet, view, notes };
  const stage = notes.stage.value;
  const { comparison } = notes.revealed.value;
  const any = comparison.alike.length + comparison.alone.length > 0;
  const left = notes.left.value;
  return (
    <div class="drafts" data-testid="drafts">
      {left && view.canWrite && <Left {...props} left={left} />}
      {stage === 'open' && any && <Sides {...props} />}
      {stage === 'open' && <Begin {...props} again={any} />}
      {stage === 'drafting' && <Drafting {...props} />}
      {stage === 'waiting' && <Waiting {...props} />}
      {(stage !== 'open' || view.content.writing.by !== null) && <BoardOffer {...props} />}
      {stage === 'drafting' && view.canWrite && <DraftFiles {...props} />}
      {stage !== 'open' && notes.maySwitch.value && <InTheOpen {...props} />}
      {doublesOffer(props)}
    </div>
  );
}

function doublesOffer({ notes, view }: DraftsProps) {
  const count = notes.doubles.value;
  if (count === 0 || !view.canWrite) return null;
  return (
    <section class="callout" data-testid="drafts-doubles">
      <p>
        {count === 1 ? 'One note is' : `${count} notes are`} on the board twice: two of you put{' '}
        {count === 1 ? 'it' : 'them'} there at the same moment.
      </p>
      <button
        type="button"
        class="button button-secondary button-small"
        onClick={() => void notes.takeDoublesAway()}
      >
        Take the doubles away
      </button>
    </section>
  );
}

function Begin({ view, notes, again }: DraftsProps & { readonly again: boolean }) {
  const may = notes.maySwitch.value;
  return (
    <section class="drafts-part">
      <p>
        {again
          ? 'You can write unseen once more, for what is still missing.'
          : 'Each of you writes down what this role is about, without seeing the other’s notes. Both sides are shown once both of you are done; then you see what both of you said, and what only one of you did.'}
      </p>
      {!again && (
        <p class="hint">
          Until you say done, your notes stay in your own browser; others learn only how many there are. You
          need not be here at the same time.
          {view.total > 0 && ' Notes that are on the board already stay there.'}
        </p>
      )}
      {may ? (
        <div class="actions">
          <button
            type="button"
            class={again ? 'button button-secondary button-small' : 'button button-primary'}
            data-testid="drafts-begin"
            onClick={() => notes.switchOn(true)}
          >
            {again ? 'Write unseen again' : 'Write unseen first'}
          </button>
        </div>
      ) : (
        <p class="hint">
          {view.canWrite ? 'The engineer of this sheet can begin it.' : 'A newer version wrote this sheet.'}
        </p>
      )}
    </section>
  );
}

function Drafting({ sheet, view, notes }: DraftsProps) {
  const people = notes.people.value;
  const count = notes.mine.value.length;
  const others = people ? othersInWords(people, view.me.user) : '';
  const alone = people !== null && !people.hasManager && notes.maySwitch.value;
  return (
    <section class="drafts-part" data-testid="drafts-drafting">
      <p>
        <b>{count === 0 ? 'You have written nothing yet.' : `You have ${notesCounted(count)}.`}</b>{' '}
        {count === 0
          ? 'Write in the columns: each one asks a question.'
          : `${count === 1 ? 'It is' : 'They are'} only in this browser.`}
      </p>
      {others && <p dir="auto">{others}</p>}
      {view.canWrite && (
        <div class="actions">
          <button
            type="button"
            class={
              count === 0 ? 'button button-primary button-small' : 'button button-secondary button-small'
            }
            data-testid="drafts-write"
            onClick={() => {
              sheet.step.value = null;
            }}
          >
            {count === 0 ? 'Write' : 'Go on writing'}
          </button>
          <button
            type="button"
            class={
              count === 0 ? 'button button-secondary button-small' : 'button button-primary button-small'
            }
            data-testid="drafts-done"
            onClick={() => notes.done()}
          >
            {count === 0 ? 'I have nothing to add' : 'I’m done'}
          </button>
        </div>
      )}
      <p class="hint">
        At done, your notes go to your place on this board, and the app shows them once others are done, too.
        From then on, somebody with tools of their own could read them there.
      </p>
      {alone && view.canWrite && (
        <>
          <p class="hint">
            {people.people.length > 1
              ? 'No manager is confirmed on this sheet, so nobody else’s done is waited for yet.'
              : 'Nobody else is on this sheet yet. You can wait for them, or go on alone.'}
          </p>
          {count > 0 && (
            <button
              type="button"
              class="button button-tertiary button-small"
              data-testid="drafts-alone"
              onClick={() => notes.endAlone()}
            >
              Go on alone: put my notes on the board
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Waiting({ view, notes }: DraftsProps) {
  const people = notes.people.value;
  const alone = people !== null && !people.hasManager && notes.maySwitch.value;
  return (
    <section class="drafts-part" data-testid="drafts-waiting">
      <p>
        <b>You are done</b>, with {notesCounted(notes.mine.value.length)}.{' '}
        {people && untilReveal(people, view.me.user)}
      </p>
      {people && <p dir="auto">{othersInWords(people, view.me.user)}</p>}
      <div class="actions">
        {view.me.user === view.engineer && (
          <button
            type="button"
            class="button button-primary button-small"
            data-testid="drafts-ask"
            onClick={() => void notes.ask()}
          >
            Copy a message
          </button>
        )}
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="drafts-not-done"
          onClick={() => notes.notDone()}
        >
          Not done after all
        </button>
        {alone && (
          <button
            type="button"
            class="button button-tertiary button-small"
            data-testid="drafts-alone"
            onClick={() => notes.endAlone()}
          >
            Go on alone: put my notes on the board
          </button>
        )}
      </div>
      <p class="hint">
        The app shows your notes to nobody before that. They are on this board now, where somebody with tools
        of their own could read them.
      </p>
    </section>
  );
}

function InTheOpen({ notes }: DraftsProps) {
  return (
    <section class="drafts-part">
      <button
        type="button"
        class="link-button"
        data-testid="drafts-open"
        onClick={() => notes.switchOn(false)}
      >
        Write in the open instead
      </button>
      <p class="hint">What nobody has seen so far stays so: each of you is asked what should become of it.</p>
    </section>
  );
}

function Left({ view, notes, left }: DraftsProps & { readonly left: LeftNotes }) {
  const [throwing, setThrowing] = useState(false);
  const stage = notes.stage.value;
  const count = notesCounted(left.notes.length);
  const [are, them] = left.notes.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return (
    <section class="ask" data-testid="drafts-left" aria-label="Notes nobody has seen">
      {throwing ? (
        <p>Throw {count} away? This can’t be undone.</p>
      ) : (
        <p>
          {count} of yours {are} {left.onDesk ? 'on your place on this board' : 'only in this browser'}, and
          nobody else sees {them}.{' '}
          {stage === 'open'
            ? 'By now, notes of this sheet are written in the open.'
            : stage === 'waiting'
              ? 'You said you are done in another browser.'
              : `${left.notes.length === 1 ? 'It goes' : 'They go'} along when you say done.`}
        </p>
      )}
      {!throwing && <LeftList notes={left.notes} />}
      <div class="actions">
        {throwing ? (
          <>
            <Small testid="drafts-left-keep" run={() => setThrowing(false)} primary>
              Keep
            </Small>
            <Small
              testid="drafts-left-throw-yes"
              run={() => {
                notes.throwLeftAway();
                setThrowing(false);
              }}
            >
              Throw away
            </Small>
          </>
        ) : (
          <>
            <Small testid="drafts-left-show" run={() => notes.showLeft()} primary>
              {stage === 'open'
                ? 'Show to everybody'
                : stage === 'waiting'
                  ? 'Add to what I wrote'
                  : 'Take back into this browser'}
            </Small>
            {view.canWrite && stage !== 'drafting' && (
              <Small testid="drafts-left-throw" run={() => setThrowing(true)}>
                Throw away…
              </Small>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function LeftList({ notes }: { readonly notes: readonly DraftNote[] }) {
  return (
    <details>
      <summary>Look at {notes.length === 1 ? 'it' : 'them'}</summary>
      <ul class="stack">
        {notes.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface SmallProps {
  readonly testid: string;
  readonly run: () => void;
  readonly primary?: boolean;
  readonly children: string;
}

function Small({ testid, run, primary = false, children }: SmallProps) {
  return (
    <button
      type="button"
      class={primary ? 'button button-secondary button-small' : 'button button-tertiary button-small'}
      data-testid={testid}
      onClick={run}
    >
      {children}
    </button>
  );
}
