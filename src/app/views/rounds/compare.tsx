/** Compare: how much is agreed, per column and in all, and the open notes, widest mismatch first. */

import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Subject, Topic } from '../../../annotations/agenda.ts';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { Participant } from '../../../annotations/participants.ts';
import { agendaFor } from '../../models/agenda/agendaWords.ts';
import { otherLens } from '../../models/lens/otherLens.ts';
import { stanceWordsOf, stateWordsOf } from '../../models/needs/noteWords.ts';
import type { Companion } from '../../models/presence/whereabouts.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { openIn } from '../../models/talk/whatWaits.ts';
import { roleWords } from '../../models/words/roleWords.ts';
import { AgendaBar, minutesOf } from '../agenda/agendaBar.tsx';
import { stepOfTopic, useTopics } from '../agenda/useTopics.ts';
import { NoteRow } from '../notes/noteRow.tsx';
import { hexOf } from '../parts/colours.ts';
import { Faces } from '../parts/faces.tsx';
import { Meter } from '../parts/meter.tsx';
import { StateMark } from '../parts/stateMark.tsx';
import { SidesMap } from './sidesMap.tsx';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly company: readonly Companion[];
  /** Missing where it is wide already. */
  readonly onWide?: () => void;
  /** Missing where there is no way to the export from here. */
  readonly onExport?: () => void;
  readonly onOpen: (note: NoteView) => void;
  /** Between how much is agreed and what is open. */
  readonly children?: ComponentChildren;
}

export function Compare({ sheet, view, company, onWide, onExport, onOpen, children }: Props) {
  const managers = view.participants.filter(({ counts, role }) => counts && role === 'manager');
  const topics = useTopics(sheet);
  const open = openIn(view);
  return (
    <div class="compare">
      <section class="group" aria-label="Agreement">
        <Meters view={view} />
        <OtherLens view={view} />
        {managers.length > 0 && view.total > 0 && (
          <details class="more-figures" open={onWide === undefined}>
            <summary>Both sides at a glance</summary>
            <SidesMap view={view} company={company} onOpen={onOpen} />
          </details>
        )}
        {managers.length === 0 && view.total > 0 && (
          <p class="hint" data-testid="no-manager">
            Nothing can be agreed before a manager has joined and the engineer has confirmed them.
          </p>
        )}
        {onWide && view.total > 0 && (
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
      {children}
      <section class="group to-talk" aria-label="Open notes">
        <h2 class="group-title">
          To talk about <span class="figure">{topics.length + open.length}</span>
        </h2>
        {view.total + topics.length === 0 && (
          <p class="hint">No notes yet, so there is nothing to compare.</p>
        )}
        {view.total > 0 && open.length === 0 && (
          <div class="callout callout-good" data-testid="all-agreed">
            <p>You both mean the same, on every note. Export it while it is fresh.</p>
            {onExport && (
              <button type="button" class="button button-primary button-small" onClick={onExport}>
                Export
              </button>
            )}
          </div>
        )}
        {topics.length + open.length > 0 && !sheet.blind.value && <AgendaBar sheet={sheet} />}
        <Gaps
          sheet={sheet}
          view={view}
          company={company}
          topics={topics}
          steps={onWide !== undefined}
          onOpen={onOpen}
        />
        <Agreed view={view} company={company} onOpen={onOpen} />
      </section>
    </div>
  );
}

/** What is open, as the agenda of the next talk has it: from what everybody may see, so that all have the same. */
interface GapsProps extends Pick<Props, 'sheet' | 'view' | 'company' | 'onOpen'> {
  readonly topics: readonly Topic[];
  /** Whether a step can be opened from here. */
  readonly steps: boolean;
}

function Gaps({ sheet, view, company, topics, steps, onOpen }: GapsProps) {
  const shared = sheet.shared.value ?? view;
  const minutes = minutesOf(sheet);
  const { items, later } = useMemo(() => agendaFor(shared, minutes, topics), [shared, minutes, topics]);
  const row = (subject: Subject, time: number | null) => {
    if (subject.kind === 'topic')
      return (
        <TopicGap key={subject.topic.id} sheet={sheet} topic={subject.topic} minutes={time} opens={steps} />
      );
    const note = view.notes.get(subject.note.id);
    return note ? (
      <Gap
        key={note.id}
        note={note}
        minutes={time}
        view={view}
        company={company}
        onOpen={() => onOpen(note)}
      />
    ) : null;
  };
  return (
    <>
      <ol class="gaps">{items.map((item) => row(item, sheet.blind.value ? null : item.minutes))}</ol>
      {later.length > 0 && (
        <>
          <h3 class="gaps-later">If there is time</h3>
          <ol class="gaps">{later.map((subject) => row(subject, null))}</ol>
        </>
      )}
    </>
  );
}

interface TopicProps extends Pick<Props, 'sheet'> {
  readonly topic: Topic;
  readonly minutes: number | null;
  readonly opens: boolean;
}

/** What is no note and heads the list. */
function TopicGap({ sheet, topic, minutes, opens }: TopicProps) {
  const step = opens ? stepOfTopic(topic) : null;
  const words = (
    <>
      <span class="gap-words">{topic.title}</span>
      {minutes !== null && (
        <span class="gap-minutes">
          {minutes} min<span class="visually-hidden">utes</span>
        </span>
      )}
      <span class="gap-place" dir="auto">
        {topic.about}
      </span>
    </>
  );
  return (
    <li class="gap" data-testid="gap-topic">
      {step ? (
        <button
          type="button"
          id={`step-${step}`}
          class="gap-note gap-topic"
          onClick={() => {
            sheet.step.value = step;
          }}
        >
          {words}
        </button>
      ) : (
        <div class="gap-note gap-topic">{words}</div>
      )}
    </li>
  );
}

function OtherLens({ view }: Pick<Props, 'view'>) {
  const { by, groups } = useMemo(() => otherLens(view), [view]);
  if (groups.length === 0) return null;
  return (
    <details class="more-figures">
      <summary>By {by}</summary>
      <div class="meters">
        {groups.map(({ key, agreed, total }) => (
          <Meter key={key} label={key} agreed={agreed} total={total} />
        ))}
      </div>
    </details>
  );
}

/** Only columns that have notes: an empty bar says nothing about agreement. */
function Meters({ view }: { view: SheetView }) {
  const empty = view.columns.filter(({ total }) => total === 0);
  return (
    <>
      <div class="meters">
        <Meter label="In all" agreed={view.agreed} total={view.total} />
        {view.columns.map(
          ({ column, agreed, total }) =>
            total > 0 && (
              <Meter
                key={column.id}
                label={column.title}
                colour={hexOf[column.colour]}
                agreed={agreed}
                total={total}
              />
            ),
        )}
      </div>
      {view.total > 0 && empty.length > 0 && (
        <p class="hint">No notes yet: {empty.map(({ column }) => column.title).join(', ')}.</p>
      )}
    </>
  );
}

function Agreed({ view, company, onOpen }: Pick<Props, 'view' | 'company' | 'onOpen'>) {
  const agreed = view.columns
    .flatMap(({ lanes }) => lanes.flatMap(({ notes }) => notes))
    .filter(({ state }) => state === 'agreed');
  if (agreed.length === 0) return null;
  return (
    <details class="settled" data-testid="agreed-notes">
      <summary>{agreed.length === 1 ? '1 note agreed' : `${agreed.length} notes agreed`}</summary>
      <ul class="notes">
        {agreed.map((note) => (
          <NoteRow key={note.id} note={note} company={company} onOpen={onOpen} />
        ))}
      </ul>
    </details>
  );
}

interface GapProps extends Pick<Props, 'view' | 'company'> {
  readonly note: NoteView;
  /** In the next talk; null when it finds no place there. */
  readonly minutes: number | null;
  readonly onOpen: () => void;
}

function Gap({ note, minutes, view, company, onOpen }: GapProps) {
  const shown = view.participants.filter(({ counts }) => counts);
  const blind = blindStep(view.content.blind) !== null;
  return (
    <li class="gap" data-testid="gap">
      <button type="button" class="gap-note" data-note={note.id} onClick={onOpen}>
        <span aria-hidden="true">
          <StateMark state={note.state} words={stateWordsOf(note)} />
        </span>
        <span class="gap-words" dir="auto">
          {note.text}
        </span>
        {minutes !== null && (
          <span class="gap-minutes">
            {minutes} min<span class="visually-hidden">utes</span>
          </span>
        )}
        <span class="gap-place">
          {note.lane ? `${note.lane.title} · ` : ''}
          {stateWordsOf(note)}
        </span>
        <Faces company={company} note={note.id} />
      </button>
      {(note.mine || note.others.length > 0) && (
        <dl class="gap-sides">
          {shown.map((person) => (
            <Side
              key={person.user}
              person={person}
              note={note}
              unseen={blind && person.user !== view.me.user}
            />
          ))}
        </dl>
      )}
    </li>
  );
}

interface SideProps {
  readonly person: Participant;
  readonly note: NoteView;
  /** They may have said something that is not shown yet. */
  readonly unseen: boolean;
}

function Side({ person, note, unseen }: SideProps) {
  const position = [...(note.mine ? [note.mine] : []), ...note.others].find(
    (one) => one.person.user === person.user,
  );
  const words = stanceWordsOf(note, person.role);
  return (
    <div>
      <dt dir="auto">
        {person.role ? roleWords[person.role] : ''}
        {person.name ? ` · ${person.name}` : ''}
      </dt>
      <dd>
        {!position && <span class="gap-silent">{unseen ? 'Not shown yet' : 'Nothing yet'}</span>}
        {position?.current && <b>{words[position.value]}</b>}
        {position && !position.current && (
          <span class="gap-silent">{words[position.value]}, before the change</span>
        )}
        {position?.reason && <q dir="auto">{position.reason}</q>}
      </dd>
    </div>
  );
}
