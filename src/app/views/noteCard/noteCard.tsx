/** A note's card: its words, everybody's view, the talk about it. Opens with the sticky's selection or from a list. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { changedSince } from '../../../annotations/looked.ts';
import { askingOf } from '../../models/needs/asking.ts';
import { stanceWordsOf, stateWordsOf } from '../../models/needs/noteWords.ts';
import { oursPart } from '../../models/ours/oursPart.ts';
import { companyWords } from '../../models/presence/companyWords.ts';
import type { Companion } from '../../models/presence/whereabouts.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView, StanceView } from '../../models/sheet/sheetView.ts';
import { roleWords } from '../../models/words/roleWords.ts';
import { NoteWhy } from '../clarity/why.tsx';
import { MarkedWords } from '../ours/markedWords.tsx';
import { hexOf } from '../parts/colours.ts';
import { Faces } from '../parts/faces.tsx';
import { lazyView } from '../parts/lazyView.tsx';
import { RelativeTime } from '../parts/relativeTime.tsx';
import { StateMark } from '../parts/stateMark.tsx';
import { takeFocus } from '../parts/takeFocus.ts';
import { useLooking } from '../parts/useLooking.ts';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import { WordChanges } from '../parts/wordChanges.tsx';
import { StancePicker } from './stancePicker.tsx';
import { Threads } from './threads.tsx';
import { WordsForm } from './wordsForm.tsx';

const BroughtAlong = lazyView(async () => (await import('../brought/broughtAlong.tsx')).BroughtAlong);
const NoteOrigins = lazyView(async () => (await import('../noteDrafts/from.tsx')).NoteOrigins);
const NoteQuestions = lazyView(async () => (await import('../ours/noteQuestions.tsx')).NoteQuestions);
const WhileWriting = lazyView(async () => (await import('../ours/whileWriting.tsx')).WhileWriting);
const CitedLine = lazyView(async () => (await import('../place/citedLine.tsx')).CitedLine);

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly note: NoteView;
}

export function NoteCard({ sheet, view, note, onTyping }: Props & { readonly onTyping: () => void }) {
  const card = useRef<HTMLElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The list may have been scrolled far down; the card begins at its words.
    card.current?.ownerDocument.documentElement.scrollTo(0, 0);
    // Keyboard and screen readers land where the card begins; a mouse user sees no jump.
    takeFocus(back.current);
  }, []);
  const { before, fresh } = useLooking(sheet, view, note);
  const onBoard = note.place !== 'gone';
  return (
    <article
      ref={card}
      class="card"
      data-testid="note-card"
      aria-labelledby="card-title"
      onInput={onTyping}
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && !defaultPrevented) sheet.close();
      }}
    >
      <h2 id="card-title" class="visually-hidden">
        Note in {note.lane?.title ?? 'no lane'}
      </h2>
      <div class="card-top">
        <button
          ref={back}
          type="button"
          class="link-button"
          data-testid="card-back"
          onClick={() => sheet.close()}
        >
          ‹ {note.lane?.title ?? 'All notes'}
        </button>
        {onBoard && (
          <button
            type="button"
            class="link-button"
            data-testid="go-to-note"
            onClick={() => void sheet.goTo(note.id)}
          >
            Show on the board
          </button>
        )}
      </div>
      <NoteWords sheet={sheet} view={view} note={note} />
      {view.content.writing.step !== null && <NoteOrigins sheet={sheet} view={view} note={note} />}
      <div class="card-state">
        <StateMark state={note.state} words={stateWordsOf(note)} withWord />
        <Faces company={sheet.company.value} note={note.id} />
        <RelativeTime at={note.modifiedAt} />
      </div>
      {before && changedSince(before, note) && (
        <div class="callout" data-testid="changed-since">
          <p>Changed since you last looked:</p>
          <WordChanges before={before.text} after={note.text} />
        </div>
      )}
      <NoteWhy sheet={sheet} view={view} note={note} />
      {note.place === 'gone' && (
        <p class="callout">This note is no longer on the board. What was said about it stays here.</p>
      )}
      {note.place === 'border' && (
        <p class="callout">
          It lies between {note.between.map(({ title }) => title).join(' and ')}. Move it to where it belongs.
        </p>
      )}
      <CitedLine sheet={sheet} view={view} note={note} />
      {onBoard && (
        <StancePicker
          mine={note.mine}
          disabled={!view.canWrite}
          asking={askingOf(note, view.me.role)}
          onTake={(value, reason) => sheet.takeStance(note.id, value, reason)}
          onClear={() => sheet.clearStance(note.id)}
        />
      )}
      {sheet.blind.value && onBoard && <UnseenHint sheet={sheet} />}
      <OtherViews note={note} views={note.others} unseen={sheet.blind.value} />
      <Threads sheet={sheet} view={view} note={note} fresh={fresh} />
      {view.content.brought.length > 0 && <BroughtAlong sheet={sheet} view={view} note={note} />}
      <Company company={sheet.company.value} note={note.id} />
    </article>
  );
}

/** Below the place where one writes oneself, so that nothing moves there. Read aloud when it changes, not at each key. */
function Company({ company, note }: { company: readonly Companion[]; note: string }) {
  return (
    <p class="company" role="status" data-testid="card-company">
      {companyWords(company.filter((one) => one.note === note))}
    </p>
  );
}

function NoteWords({ sheet, view, note }: Props) {
  // Words left unsent open their form again.
  const [editing, setEditing] = useState(() => sheet.drafts.get(`edit:${note.id}`) !== undefined);
  const opener = useReturnFocus(editing);
  const mayEdit = view.canWrite && note.place !== 'gone' && view.me.user === view.engineer;
  const asked = sheet.part(oursPart).value?.asked.value.get(note.id);
  if (editing && mayEdit) {
    return (
      <WordsForm
        drafts={sheet.drafts}
        draftKey={`edit:${note.id}`}
        label="The note's words"
        hideLabel
        start={note.text}
        send="Write it on the sticky"
        sending="Writing…"
        testid="edit-text"
        below={(text) => <WhileWriting sheet={sheet} text={text} />}
        onSend={(text) => sheet.editNote(note.id, text)}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <>
      <blockquote class="words" style={{ borderColor: colourOf(view, note) }}>
        <p dir="auto">{asked && !asked.setAside ? <MarkedWords asked={asked} /> : note.text}</p>
        {mayEdit && (
          <button
            ref={opener}
            type="button"
            class="link-button"
            data-testid="edit-note"
            onClick={() => setEditing(true)}
          >
            Edit
          </button>
        )}
      </blockquote>
      {asked && (
        <NoteQuestions
          sheet={sheet}
          asked={asked}
          canWrite={view.canWrite}
          onEdit={mayEdit ? () => setEditing(true) : null}
        />
      )}
    </>
  );
}

/** The colour of its column on the board; a note in no lane has none. */
function colourOf({ columns }: SheetView, { lane }: NoteView): string | undefined {
  const found = columns.find(({ lanes }) => lanes.some((one) => one.lane.id === lane?.id));
  return found && hexOf[found.column.colour];
}

/** Where the words go that are written here. */
function UnseenHint({ sheet }: { sheet: SheetModel }) {
  const waiting = sheet.unseen.value?.state.value.stage === 'waiting';
  return (
    <p class="hint" data-testid="unseen-hint">
      {waiting
        ? 'What you say here is shown with the rest, once everybody is done.'
        : 'What you say here stays in this browser until you say done.'}
    </p>
  );
}

interface OtherViewsProps {
  readonly note: NoteView;
  readonly views: readonly StanceView[];
  readonly unseen: boolean;
}

function OtherViews({ note, views, unseen }: OtherViewsProps) {
  if (views.length === 0)
    return (
      <p class="hint">
        {unseen
          ? 'Others’ views are shown once everybody is done.'
          : 'Nobody else has said what they think of this note yet.'}
      </p>
    );
  return (
    <section class="card-part">
      <h3 class="caption">{views.length === 1 ? 'Their view' : 'Their views'}</h3>
      <ul class="views">
        {views.map(({ person, value, reason, at, current }) => (
          <li key={person.user} class={current ? '' : 'outdated'} data-testid={`view-of-${person.user}`}>
            <span class="view-who" dir="auto">
              {person.name || 'Somebody'}
              {person.role && ` · ${roleWords[person.role]}${person.confirmed ? '' : ', not confirmed'}`}
            </span>
            <span>
              <b>{stanceWordsOf(note, person.role)[value]}</b> <RelativeTime at={at} />
            </span>
            {reason && <q dir="auto">{reason}</q>}
            {!current && <span class="hint">about an earlier wording</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
