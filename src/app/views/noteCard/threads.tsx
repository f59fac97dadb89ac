/** The talk about a note: remarks with answers, suggested wordings (suggestion.tsx), and a place to add one. */
import { useRef, useState } from 'preact/hooks';
import { keyOfRemark } from '../../../annotations/looked.ts';
import { mayDecide, type SpokenRemark, type Thread } from '../../../annotations/threads.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { RelativeTime } from '../parts/relativeTime.tsx';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import { MentionText } from './mentionText.tsx';
import { Suggestion } from './suggestion.tsx';
import { WordsForm } from './wordsForm.tsx';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly note: NoteView;
  /** Keys of what others said since this person last looked (looked.ts). */
  readonly fresh: ReadonlySet<string>;
}

export function Threads({ sheet, view, note, fresh }: Props) {
  const open = note.threads.filter(({ resolved }) => !resolved);
  const settled = note.threads.filter(({ resolved }) => resolved);
  return (
    <section class="talk" aria-label="Remarks">
      <h3 class="caption">Remarks{note.remarkCount > 0 ? ` · ${note.remarkCount}` : ''}</h3>
      {open.map((thread) => (
        <ThreadView
          key={thread.first.id}
          sheet={sheet}
          view={view}
          note={note}
          fresh={fresh}
          thread={thread}
        />
      ))}
      {settled.length > 0 && (
        <details class="settled">
          <summary>{settled.length === 1 ? '1 settled' : `${settled.length} settled`}</summary>
          {settled.map((thread) => (
            <ThreadView
              key={thread.first.id}
              sheet={sheet}
              view={view}
              note={note}
              fresh={fresh}
              thread={thread}
            />
          ))}
        </details>
      )}
      {view.canWrite && <Compose sheet={sheet} note={note} />}
    </section>
  );
}

function ThreadView({ sheet, view, note, fresh, thread }: Props & { thread: Thread }) {
  const { first, answers, resolved } = thread;
  // Words left unsent open their form again.
  const [answering, setAnswering] = useState(() => sheet.drafts.get(`answer:${first.id}`) !== undefined);
  const opener = useReturnFocus(answering);
  const mayResolve = mayDecide('resolved', view.me, first.author);
  return (
    <div class={resolved ? 'thread thread-settled' : 'thread'} data-testid="thread">
      <RemarkView sheet={sheet} view={view} note={note} fresh={fresh} remark={first} />
      {answers.map((answer) => (
        <div key={answer.id} class="answer">
          <RemarkView sheet={sheet} view={view} note={note} fresh={fresh} remark={answer} />
        </div>
      ))}
      {view.canWrite && !answering && (
        <div class="actions">
          {!resolved && (
            <button
              ref={opener}
              type="button"
              class="link-button"
              data-testid="answer"
              onClick={() => setAnswering(true)}
            >
              Answer
            </button>
          )}
          {mayResolve && (
            <button
              type="button"
              class="link-button"
              data-testid="resolve"
              onClick={() => sheet.decide(first, resolved ? 'reopened' : 'resolved')}
            >
              {resolved ? 'Open again' : 'Settle'}
            </button>
          )}
        </div>
      )}
      {answering && (
        <WordsForm
          drafts={sheet.drafts}
          draftKey={`answer:${first.id}`}
          label="Your answer"
          send="Answer"
          testid="answer-text"
          people={sheet.people()}
          onSend={(text) => sheet.remark(note.id, text, first.id)}
          onClose={() => setAnswering(false)}
        />
      )}
    </div>
  );
}

function RemarkView({ sheet, view, note, fresh, remark }: Props & { remark: SpokenRemark }) {
  const author = view.participants.find(({ user }) => user === remark.author);
  return (
    <div class="remark">
      <p class="remark-who">
        {remark.from ? (
          <span data-testid="from-document">
            <bdi>{remark.from.name || 'Somebody'}</bdi>, in a Word document{' '}
            <RelativeTime at={remark.from.at} /> · name not checked · brought in by{' '}
            <bdi>{author?.name || 'somebody'}</bdi>
          </span>
        ) : (
          <>
            <bdi>{author?.name || 'Somebody'}</bdi> <RelativeTime at={remark.at} />
          </>
        )}
        {remark.editedAt && ' · edited'}
        {fresh.has(keyOfRemark(remark)) && <b class="fresh"> · new</b>}
      </p>
      {remark.text && <RemarkWords sheet={sheet} view={view} remark={remark} />}
      {remark.wording && (
        <Suggestion sheet={sheet} view={view} note={note} remark={remark} wording={remark.wording} />
      )}
    </div>
  );
}

function RemarkWords({ sheet, view, remark }: Pick<Props, 'sheet' | 'view'> & { remark: SpokenRemark }) {
  const [editing, setEditing] = useState(false);
  // Words of somebody else are not the bringer's to change.
  const mine = view.canWrite && remark.author === view.me.user && !remark.from;
  if (editing) {
    return (
      <WordsForm
        drafts={sheet.drafts}
        draftKey={`reword:${remark.id}`}
        label="Your remark"
        hideLabel
        start={remark.text}
        send="Save"
        testid="reword-text"
        people={sheet.people()}
        onSend={(text) => sheet.rewordRemark(remark.id, text)}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <p class="remark-text" dir="auto">
      <MentionText remark={remark} view={view} />{' '}
      {mine && (
        <button type="button" class="link-button" data-testid="reword" onClick={() => setEditing(true)}>
          Edit
        </button>
      )}
    </p>
  );
}

function Compose({ sheet, note }: Pick<Props, 'sheet' | 'note'>) {
  const remarkKey = `remark:${note.id}`;
  const suggestionKey = `suggestion:${note.id}`;
  const { drafts } = sheet;
  // Words left unsent open their form again.
  const [kind, setKind] = useState<'none' | 'remark' | 'suggestion'>(() =>
    drafts.get(remarkKey) ? 'remark' : drafts.get(suggestionKey) ? 'suggestion' : 'none',
  );
  const last = useRef<'remark' | 'suggestion'>('remark');
  const opener = useReturnFocus(kind !== 'none');
  const open = (what: 'remark' | 'suggestion') => {
    last.current = what;
    setKind(what);
  };
  const openerOf = (what: 'remark' | 'suggestion') => (last.current === what ? { ref: opener } : {});
  const close = () => setKind('none');
  if (kind === 'remark') {
    return (
      <WordsForm
        drafts={drafts}
        draftKey={remarkKey}
        label="A remark or a question"
        send="Add remark"
        testid="remark-text"
        people={sheet.people()}
        onSend={(text) => sheet.remark(note.id, text, null)}
        onClose={close}
      />
    );
  }
  if (kind === 'suggestion') {
    return (
      <WordsForm
        drafts={drafts}
        draftKey={suggestionKey}
        label="How would you word it?"
        start={note.text}
        send="Suggest"
        testid="suggestion-text"
        onSend={(text) => sheet.suggest(note.id, text)}
        onClose={close}
      />
    );
  }
  return (
    <div class="actions">
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="add-remark"
        {...openerOf('remark')}
        onClick={() => open('remark')}
      >
        Remark
      </button>
      {note.place !== 'gone' && (
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="add-suggestion"
          {...openerOf('suggestion')}
          onClick={() => open('suggestion')}
        >
          Suggest a wording
        </button>
      )}
    </div>
  );
}
