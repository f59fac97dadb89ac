/** What the sheet touches: the themes that such roles share, by which notes and which words, and how the notes spread. */
import { useState } from 'preact/hooks';
import type { ThemeState, TouchingNote } from '../../../annotations/themes/touched.ts';
import { themes as catalogue, type ThemeId } from '../../../workshop/themes/themes.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import type { Themes } from '../../models/themes/themes.ts';
import { themesPart } from '../../models/themes/themesPart.ts';
import { inAList } from '../../models/words/wordsInWords.ts';
import { SaidElsewhere } from '../brought/saidElsewhere.tsx';
import { QuotedText } from './quotedText.tsx';
import '../styles/themes.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function ThemesScreen({ sheet, view }: Props) {
  const themes = sheet.part(themesPart).value;
  const states = themes?.states.value ?? [];
  return (
    <>
      <p class="hint">
        Public postings of such roles share eight themes, whatever the craft. A role need not hold them all:
        this shows which ones the notes touch and by which words, so that what is missing is missing on
        purpose.
      </p>
      {!themes ? (
        <p class="hint" role="status">
          Reading the notes…
        </p>
      ) : (
        <>
          {themes.balance.value !== '' && (
            <p class="caption" data-testid="balance">
              {themes.balance.value}
            </p>
          )}
          {view.total === 0 && (
            <p class="empty">There are no notes yet. Write some, and this shows what they touch.</p>
          )}
          {view.canWrite && !themes.heard.value && (
            <p class="hint" data-testid="not-heard">
              What you mark here counts once the engineer has confirmed your role.
            </p>
          )}
          <div class="themes">
            {states.map((state) => (
              <ThemeGroup key={state.theme} sheet={sheet} view={view} themes={themes} state={state} />
            ))}
          </div>
          <SaidElsewhere view={view} where="themes" />
          {themes.unknown.value > 0 && (
            <p class="hint">
              {themes.unknown.value === 1
                ? 'One mark of yours was'
                : `${themes.unknown.value} marks of yours were`}{' '}
              made with another version and can’t be shown here. Nothing of it is lost.
            </p>
          )}
        </>
      )}
    </>
  );
}

interface GroupProps extends Props {
  readonly themes: Themes;
  readonly state: ThemeState;
}

const stateWords = ({ state, notes }: ThemeState): string =>
  state === 'touched'
    ? notes.length === 1
      ? '1 note'
      : `${notes.length} notes`
    : state === 'left-out'
      ? 'not part of this role'
      : 'no note yet';

const signs = { touched: '✓', 'left-out': '–', untouched: '○' } as const;

function ThemeGroup({ sheet, view, themes, state }: GroupProps) {
  const { theme, notes, denied, leftOut } = state;
  const { title, meaning } = catalogue[theme];
  const mine = leftOut.some(({ user }) => user === view.me.user);
  return (
    <details class="column" data-testid={`theme-${theme}`}>
      <summary>
        <span class="theme-sign" aria-hidden="true">
          {signs[state.state]}
        </span>
        <h3 class="column-title">{title}</h3>
        <span class="figure">{stateWords(state)}</span>
      </summary>
      <div class="theme-body">
        <p class="hint">{meaning}</p>
        {notes.length > 0 && (
          <ul class="theme-notes">
            {notes.map((touching) => (
              <Touching
                key={touching.note}
                sheet={sheet}
                view={view}
                themes={themes}
                theme={theme}
                touching={touching}
              />
            ))}
          </ul>
        )}
        {denied.map(({ note, by }) => {
          const there = view.notes.get(note);
          return (
            there && (
              <p key={note} class="hint" data-testid="denied">
                <bdi>{inAList(by.map(({ name }) => name || 'Somebody'))}</bdi>: “
                <bdi>{there.text.slice(0, shortest)}</bdi>
                {there.text.length > shortest && '…'}” doesn’t touch it.{' '}
                {view.canWrite && by.some(({ user }) => user === view.me.user) && (
                  <button type="button" class="link-button" onClick={() => themes.mark(theme, note, null)}>
                    Undo
                  </button>
                )}
              </p>
            )
          );
        })}
        {leftOut.map(({ user, name, reason }) => (
          <p key={user} class="hint" data-testid="left-out">
            <bdi>{name || 'Somebody'}</bdi>: not part of this role
            {reason !== '' && (
              <>
                , <q dir="auto">{reason}</q>
              </>
            )}
          </p>
        ))}
        {view.canWrite && (
          <div class="theme-edit">
            <AddTouching view={view} themes={themes} state={state} />
            {mine ? (
              <button
                type="button"
                class="link-button"
                data-testid="take-in"
                onClick={() => themes.takeIn(theme)}
              >
                It is part of this role after all
              </button>
            ) : (
              <LeaveOut themes={themes} theme={theme} />
            )}
          </div>
        )}
      </div>
    </details>
  );
}

/** So much of a note tells which one it is (UTF-16 units). */
const shortest = 60;

interface TouchingProps extends Props {
  readonly themes: Themes;
  readonly theme: ThemeId;
  readonly touching: TouchingNote;
}

function Touching({ sheet, view, themes, theme, touching }: TouchingProps) {
  const { quotes, saidBy } = touching;
  const note = view.notes.get(touching.note);
  if (!note) return null;
  const mine = saidBy.some(({ user }) => user === view.me.user);
  return (
    <li data-testid="touching">
      <button
        type="button"
        class="theme-note"
        dir="auto"
        data-note={note.id}
        onClick={() => sheet.open(note.id)}
      >
        <QuotedText text={note.text} quotes={quotes} />
      </button>
      <div class="actions">
        {saidBy.length > 0 && (
          <span class="hint">
            says <bdi>{inAList(saidBy.map(({ name }) => name || 'Somebody'))}</bdi>
          </span>
        )}
        {view.canWrite && mine && (
          <button type="button" class="link-button" onClick={() => themes.mark(theme, note.id, null)}>
            Take back
          </button>
        )}
        {view.canWrite && !mine && quotes.length > 0 && (
          <button
            type="button"
            class="link-button"
            data-testid="deny"
            onClick={() => themes.mark(theme, note.id, false)}
          >
            Doesn’t touch it
          </button>
        )}
      </div>
    </li>
  );
}

function AddTouching({ view, themes, state }: Omit<GroupProps, 'sheet'>) {
  const touching = new Set(state.notes.map(({ note }) => note));
  const others = [...view.notes.values()].filter(({ id, place }) => place !== 'gone' && !touching.has(id));
  if (others.length === 0) return null;
  const label = (note: NoteView): string =>
    note.text.length > shortest ? `${note.text.slice(0, shortest)}…` : note.text;
  return (
    <label class="field">
      <span class="caption">
        {state.notes.length > 0 ? 'Another note that touches it' : 'A note that touches it'}
      </span>
      <select
        class="select"
        data-testid="add-touching"
        value=""
        onChange={({ currentTarget }) => {
          const note = others.find(({ id }) => id === currentTarget.value);
          if (note) themes.mark(state.theme, note.id, true);
          currentTarget.value = '';
        }}
      >
        <option value="">Choose a note…</option>
        {others.map((note) => (
          <option key={note.id} value={note.id}>
            {label(note)}
          </option>
        ))}
      </select>
    </label>
  );
}

function LeaveOut({ themes, theme }: { readonly themes: Themes; readonly theme: ThemeId }) {
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <button type="button" class="link-button" data-testid="leave-out" onClick={() => setReason('')}>
        Not part of this role…
      </button>
    );
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        themes.leaveOut(theme, reason.trim());
        setReason(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        setReason(null);
      }}
    >
      <label class="field">
        <span class="caption">Why is it not part of this role?</span>
        <input
          class="input"
          dir="auto"
          maxLength={500}
          data-testid="leave-out-reason"
          ref={(element) => element?.focus({ preventScroll: true })}
          value={reason}
          placeholder="One line, e.g. who does it instead"
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button type="submit" class="button button-secondary button-small">
          Not part of this role
        </button>
        <button type="button" class="button button-tertiary button-small" onClick={() => setReason(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
