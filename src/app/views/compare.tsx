/** Compare: how much is agreed, per column and in all, and the open notes, widest mismatch first. */

import { roleWords } from '../models/roleWords.ts';
import type { NoteView, SheetView } from '../models/sheetView.ts';
import { hexOf } from './colours.ts';
import { Meter } from './meter.tsx';
import { stanceWords } from './stancePicker.tsx';
import { StateMark } from './stateMark.tsx';

interface Props {
  readonly view: SheetView;
  /** Missing where it is wide already. */
  readonly onWide?: () => void;
  readonly onOpen: (note: NoteView) => void;
}

export function Compare({ view, onWide, onOpen }: Props) {
  const managers = view.participants.filter(({ counts, role }) => counts && role === 'manager');
  return (
    <div class="compare">
      <section class="group" aria-label="Agreement">
        <Meter label="In all" agreed={view.agreed} total={view.total} />
        {view.columns.map(({ column, agreed, total }) => (
          <Meter
            key={column.id}
            label={column.title}
            colour={hexOf[column.colour]}
            agreed={agreed}
            total={total}
          />
        ))}
        {managers.length === 0 && view.total > 0 && (
          <p class="hint" data-testid="no-manager">
            Nothing can be agreed before a manager has joined and the engineer has confirmed them.
          </p>
        )}
        {onWide && (
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="open-wide"
            onClick={onWide}
          >
            See both sides wide
          </button>
        )}
      </section>
      <section class="group" aria-label="Open notes">
        <h3 class="group-title">
          To talk about <span class="figure">{view.open.length}</span>
        </h3>
        {view.total === 0 && <p class="hint">No notes yet, so there is nothing to compare.</p>}
        {view.total > 0 && view.open.length === 0 && (
          <p class="callout" data-testid="all-agreed">
            You both mean the same, on every note. Export it while it is fresh.
          </p>
        )}
        <ol class="gaps">
          {view.open.map((note) => (
            <Gap key={note.id} note={note} view={view} onOpen={() => onOpen(note)} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function Gap({ note, view, onOpen }: { note: NoteView; view: SheetView; onOpen: () => void }) {
  const positions = [...(note.mine ? [note.mine] : []), ...note.others];
  const shown = view.participants.filter(({ counts }) => counts);
  return (
    <li class="gap" data-testid="gap">
      <button type="button" class="gap-note" onClick={onOpen}>
        <StateMark state={note.state} />
        <span class="gap-words" dir="auto">
          {note.text}
        </span>
        <span class="gap-place">{note.lane?.title}</span>
      </button>
      <dl class="gap-sides">
        {shown.map((person) => {
          const position = positions.find((one) => one.person.user === person.user);
          const said = position?.current
            ? stanceWords[position.value]
            : position
              ? 'Said before the change'
              : 'Nothing yet';
          return (
            <div key={person.user}>
              <dt>
                {person.role ? roleWords[person.role] : ''}
                {person.name ? ` · ${person.name}` : ''}
              </dt>
              <dd>
                <b>{said}</b>
                {position?.reason && <q dir="auto">{position.reason}</q>}
              </dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}
