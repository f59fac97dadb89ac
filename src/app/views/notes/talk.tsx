/** Talk: what asks something of me, most useful first, then what others were last saying. */

import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { waitingGroups } from '../../models/talk/waitingGroups.ts';
import { asRole, roleWords } from '../../models/words/roleWords.ts';
import { CopyByHand } from '../exporting/copyByHand.tsx';
import { UnseenSetting } from '../unseen/unseenSetting.tsx';
import { NoteFilter } from './noteFilter.tsx';
import { NoteRow } from './noteRow.tsx';

export function Talk({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const { claims, groups } = waitingGroups(view);
  const nothing = claims.length === 0 && groups.every(({ notes }) => notes.length === 0);
  const ownNotes = groups.find(({ kind }) => kind === 'stance')?.notes ?? [];
  const isEngineer = view.me.user === view.engineer;
  const attention = sheet.attention.value;
  const shown = attention?.shown.value;
  if (attention && shown)
    return (
      <>
        <NoteFilter attention={attention} />
        <ul class="notes" data-testid="filtered-notes">
          {[...view.notes.values()].flatMap((note) =>
            shown.has(note.id) ? (
              <NoteRow
                key={note.id}
                note={note}
                news={attention.news.value.has(note.id)}
                company={sheet.company.value}
                onOpen={() => sheet.open(note.id)}
              />
            ) : (
              []
            ),
          )}
        </ul>
      </>
    );
  return (
    <>
      {attention && <NoteFilter attention={attention} />}
      {nothing && (
        <div class="empty" data-testid="nothing-waits">
          <p>
            <b>Nothing waits for you.</b>
          </p>
          <p class="hint">
            {view.total === 0
              ? 'There are no notes yet. Write the first one under Write, or on the board.'
              : 'When somebody changes a note, asks or suggests something, it shows up here.'}
          </p>
        </div>
      )}
      {claims.map(({ user, name, role }) => (
        <div key={user} class="ask" data-testid="claim">
          <p>
            <b dir="auto">{name || 'Somebody'}</b> says they are {asRole[role]} here.
            {role === 'manager' && ' Their view counts once you confirm it.'}
          </p>
          <button
            type="button"
            class="button button-primary button-small"
            data-testid="confirm-claim"
            onClick={() => sheet.confirm(user, role)}
          >
            Yes, that's right
          </button>
        </div>
      ))}
      {groups.map(({ kind, title, notes }) =>
        notes.length === 0 ? null : (
          <section key={kind} class="group" data-testid={`waiting-${kind}`}>
            <h2 class="group-title">
              {title} <span class="figure">{notes.length}</span>
            </h2>
            <ul class="notes">
              {notes.map((note: NoteView) => (
                <NoteRow
                  key={note.id}
                  note={note}
                  news={attention?.news.value.has(note.id)}
                  company={sheet.company.value}
                  onOpen={() => sheet.open(note.id)}
                />
              ))}
            </ul>
            {kind === 'stance' && isEngineer && ownNotes.length > 1 && (
              <button
                type="button"
                class="link-button"
                data-testid="stand-behind-all"
                onClick={() => sheet.standBehind(ownNotes.map(({ id }) => id))}
              >
                I stand behind all {ownNotes.length} as they are
              </button>
            )}
          </section>
        ),
      )}
      <AskForView sheet={sheet} view={view} />
      <UnseenSetting sheet={sheet} view={view} />
      <People sheet={sheet} view={view} />
    </>
  );
}

function AskForView({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const text = sheet.copyByHand.value;
  return (
    <section class="group">
      <h2 class="group-title">Ask for a view</h2>
      <p class="hint">Copies a short message with a link to this sheet and what waits there.</p>
      <button
        type="button"
        class="button button-secondary"
        data-testid="ask-for-view"
        disabled={view.total === 0}
        onClick={() => void sheet.askForView()}
      >
        Copy the message
      </button>
      {text && <CopyByHand text={text} rows={6} />}
    </section>
  );
}

function People({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const isEngineer = view.me.user === view.engineer;
  return (
    <section class="group">
      <h2 class="group-title">On this sheet</h2>
      <ul class="people-list">
        {view.participants.map((person) => (
          <li key={person.user}>
            <span dir="auto">{person.name || 'Somebody'}</span>
            <span class="hint">
              {person.role ? roleWords[person.role] : 'has not said who they are'}
              {person.role &&
                !person.confirmed &&
                (view.engineer ? ' · not confirmed yet' : ' · no engineer yet')}
            </span>
            {isEngineer && person.confirmed && person.user !== view.me.user && (
              <button
                type="button"
                class="link-button"
                aria-label={`Take back that ${person.name || 'this person'} is confirmed`}
                onClick={() => sheet.withdraw(person.user)}
              >
                Take back
              </button>
            )}
            {person.user === view.me.user && person.role !== 'engineer' && (
              <button
                type="button"
                class="link-button"
                aria-label="Change who you are here"
                onClick={() => sheet.claim(null)}
              >
                Change
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="hint">
        What you write here is for the people on this sheet. Everybody who can run apps on this board could
        read it with tools of their own; for talk that must stay between two, use a board of your own.
      </p>
    </section>
  );
}
