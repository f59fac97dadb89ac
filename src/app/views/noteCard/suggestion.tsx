/** A suggested wording: what it changes, and what can be done about it: use, counter, decline with a reason. */
import { useState } from 'preact/hooks';
import { mayDecide, type SpokenRemark } from '../../../annotations/threads.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import { WordChanges } from '../parts/wordChanges.tsx';
import { WordsForm } from './wordsForm.tsx';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly note: NoteView;
  readonly remark: SpokenRemark;
  readonly wording: NonNullable<SpokenRemark['wording']>;
}

export function Suggestion(props: Props) {
  const { note, remark, wording } = props;
  const isCounter = note.threads.some(({ first, answers }) =>
    [first, ...answers].some(({ id, wording: other }) => id === remark.answers && other !== null),
  );
  // What using it would change; once decided, what it was meant to.
  const before = remark.proposes ? note.text : wording.original;
  return (
    <div class="suggestion" data-testid="suggestion">
      <p class="suggestion-label">{isCounter ? 'Another wording instead' : 'Suggested wording'}</p>
      <WordChanges before={before} after={wording.proposed} />
      {remark.proposes && wording.original !== note.text && note.text !== wording.proposed && (
        <p class="hint">The note has changed since this was suggested.</p>
      )}
      <Standing {...props} />
    </div>
  );
}

const nameOf = ({ participants }: SheetView, id: string): string =>
  participants.find(({ user }) => user === id)?.name || 'somebody';

function Standing(props: Props) {
  const { sheet, view, note, remark, wording } = props;
  const { verdict } = remark;
  if (verdict?.value === 'applied') {
    return (
      <p class="hint">
        {note.text === wording.proposed
          ? 'On the sticky now.'
          : 'Was put on the sticky, which somebody has changed since.'}{' '}
        {view.canWrite && mayDecide('applied', view.me, remark.author) && (
          <button
            type="button"
            class="link-button"
            data-testid="undo-apply"
            onClick={() => void sheet.unapply(remark)}
          >
            Undo
          </button>
        )}
      </p>
    );
  }
  if (verdict?.value === 'declined') {
    if (verdict.by === remark.author) return <p class="hint">Taken back.</p>;
    return (
      <p class="hint" data-testid="declined">
        Declined by <bdi>{nameOf(view, verdict.by)}</bdi>
        {verdict.reason ? ': ' : '.'}
        {verdict.reason && <q dir="auto">{verdict.reason}</q>}
      </p>
    );
  }
  if (!remark.proposes && remark.counteredBy) return <p class="hint">Another wording was used instead.</p>;
  if (!remark.proposes || !view.canWrite || note.place === 'gone') return null;
  return <Choices {...props} />;
}

function Choices({ sheet, view, note, remark, wording }: Props) {
  const { drafts } = sheet;
  const keys = { decline: `decline:${remark.id}`, counter: `counter:${remark.id}` };
  // Words left unsent open their form again.
  const [doing, setDoing] = useState<'nothing' | 'decline' | 'counter'>(() =>
    drafts.get(keys.counter) ? 'counter' : drafts.get(keys.decline) ? 'decline' : 'nothing',
  );
  const decliner = useReturnFocus(doing === 'decline');
  const counterer = useReturnFocus(doing === 'counter');
  const close = () => setDoing('nothing');
  const mine = remark.author === view.me.user;
  const mayApply = mayDecide('applied', view.me, remark.author);
  const mayDecline = mayDecide('declined', view.me, remark.author);
  if (doing === 'decline')
    return (
      <WordsForm
        drafts={drafts}
        draftKey={keys.decline}
        label="Why not? One line helps them understand"
        send="Decline"
        testid="decline-reason"
        lines={1}
        longest={500}
        onSend={(reason) => sheet.decline(remark, reason)}
        onClose={close}
      />
    );
  if (doing === 'counter')
    return (
      <WordsForm
        drafts={drafts}
        draftKey={keys.counter}
        label="How would you word it instead?"
        start={wording.proposed}
        send="Suggest instead"
        testid="counter-text"
        onSend={(text) => sheet.suggest(note.id, text, remark.id)}
        onClose={close}
      />
    );
  return (
    <>
      {remark.counteredBy && (
        <p class="hint" data-testid="countered">
          Countered: another wording stands below.
        </p>
      )}
      <div class="actions">
        {mayApply && (
          <button
            type="button"
            class={`button button-small ${remark.counteredBy ? 'button-secondary' : 'button-primary'}`}
            data-testid="apply"
            onClick={() => void sheet.apply(remark)}
          >
            Use it
          </button>
        )}
        {!mine && !remark.counteredBy && view.me.confirmed && (
          <button
            ref={counterer}
            type="button"
            class="button button-tertiary button-small"
            data-testid="counter"
            onClick={() => setDoing('counter')}
          >
            Counter…
          </button>
        )}
        {mayDecline && (
          <button
            ref={decliner}
            type="button"
            class="button button-tertiary button-small"
            data-testid="decline"
            onClick={() => (mine ? sheet.decline(remark) : setDoing('decline'))}
          >
            {mine ? 'Take back' : 'Decline…'}
          </button>
        )}
      </div>
      {!mayApply && !mayDecline && <p class="hint">The engineer decides about it.</p>}
    </>
  );
}
