/** Write: the outline, pillar → responsibility → notes, in the order of the export. An alternative to the board. */
import { useEffect, useState } from 'preact/hooks';
import { blindStep } from '../../../annotations/blindSetting.ts';
import { ownLensPart } from '../../models/lens/ownLensPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { handsPart } from '../../models/sheet/sheetParts.ts';
import type { ColumnView, LaneView, SheetView } from '../../models/sheet/sheetView.ts';
import { hexOf } from '../parts/colours.ts';
import { lazyView } from '../parts/lazyView.tsx';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import { NoteRow } from './noteRow.tsx';

const loadWordsForm = async () => (await import('../noteCard/wordsForm.tsx')).WordsForm;
const WordsForm = lazyView(loadWordsForm);
const AboveOutline = lazyView(
  async () => (await import('../steps/aroundOutline.tsx')).AboveOutline,
  () => (
    <>
      <div class="before-place" />
      <div class="filter-place" />
      <div class="lens-place" />
    </>
  ),
);
const BelowOutline = lazyView(async () => (await import('../steps/aroundOutline.tsx')).BelowOutline);
const WhileWriting = lazyView(async () => (await import('../ours/whileWriting.tsx')).WhileWriting);
const DraftLane = lazyView(async () => (await import('../noteDrafts/lane.tsx')).DraftLane);
const NoteFrom = lazyView(async () => (await import('../noteDrafts/from.tsx')).NoteFrom);

/** Whether notes were ever written unseen here. */
const wroteUnseen = ({ content }: SheetView): boolean => content.writing.step !== null;

interface WriteProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  /** A session is on, whose stage says what to do now. */
  readonly led: boolean;
}

export function Write({ sheet, view, led }: WriteProps) {
  // Ready before the first click on "Add a note", also should the connection go meanwhile.
  useEffect(() => void loadWordsForm().catch(() => undefined), []);
  const lens = view.total > 0 ? sheet.part(ownLensPart).value : null;
  const columns = lens?.columns.value ?? view.columns;
  return (
    <>
      <AboveOutline sheet={sheet} view={view} led={led} />
      <div class="outline">
        {columns.map((column) => (
          <ColumnOutline
            key={column.column.id}
            sheet={sheet}
            view={view.columns === columns ? view : { ...view, columns }}
            column={column}
          />
        ))}
      </div>
      <BelowOutline sheet={sheet} view={view} />
    </>
  );
}

function ColumnOutline({ sheet, view, column }: { sheet: SheetModel; view: SheetView; column: ColumnView }) {
  const { agreed, total } = column;
  const shown = sheet.attention.value?.shown.value;
  if (shown && !column.lanes.some(({ notes }) => notes.some(({ id }) => shown.has(id)))) return null;
  return (
    <details class="column" open data-testid={`column-${column.column.id}`}>
      <summary>
        <span class="chip" style={{ background: hexOf[column.column.colour] }} />
        <h2 class="column-title">{column.column.title}</h2>
        {total > 0 && (
          <span class="figure" title={`${agreed} of ${total} notes agreed`}>
            <span aria-hidden="true">
              {agreed}/{total}
            </span>
            <span class="visually-hidden">
              {agreed} of {total} agreed
            </span>
          </span>
        )}
      </summary>
      {column.lanes.map((lane) => (
        <LaneOutline
          key={lane.lane.id}
          sheet={sheet}
          view={view}
          lane={lane}
          alone={column.lanes.length === 1}
        />
      ))}
    </details>
  );
}

interface LaneProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly lane: LaneView;
  /** The only lane of its column, whose title would say the same twice. */
  readonly alone: boolean;
}

function LaneOutline({ sheet, view, lane, alone }: LaneProps) {
  const repeats =
    alone && lane.lane.title === view.columns.find(({ lanes }) => lanes.includes(lane))?.column.title;
  const attention = sheet.attention.value;
  const shown = attention?.shown.value;
  const notes = shown ? lane.notes.filter(({ id }) => shown.has(id)) : lane.notes;
  if (shown && notes.length === 0) return null;
  const layout = sheet.part(handsPart).value?.layout;
  const prompt = sheet.prompts.value.get(lane.lane.id) ?? lane.lane.prompt;
  return (
    <div class="lane" data-testid={`lane-${lane.lane.id}`}>
      {!repeats && <h3 class="lane-title">{lane.lane.title}</h3>}
      {notes.length === 0 ? (
        <p class="lane-prompt">{prompt}</p>
      ) : (
        <ul class="notes">
          {notes.map((note) => (
            <NoteRow
              key={note.id}
              note={note}
              news={attention?.news.value.has(note.id)}
              mark={attention?.marks.value.get(note.id)}
              company={sheet.company.value}
              onOpen={() => sheet.open(note.id)}
            >
              {wroteUnseen(view) && <NoteFrom sheet={sheet} view={view} note={note} />}
            </NoteRow>
          ))}
        </ul>
      )}
      {view.canWrite && layout?.full.value.has(lane.lane.id) && (
        <button
          type="button"
          class="link-button"
          data-testid={`room-${lane.lane.id}`}
          onClick={() => void layout.show({ kind: 'room', lane: lane.lane.id })}
        >
          This lane is full on the board. Make room…
        </button>
      )}
      {wroteUnseen(view) && !shown && (
        <DraftLane sheet={sheet} view={view} lane={lane.lane} prompt={prompt} />
      )}
      {view.canWrite && !shown && blindStep(view.content.writing) === null && (
        <AddNote sheet={sheet} lane={lane} prompt={prompt} />
      )}
    </div>
  );
}

function AddNote({ sheet, lane: { lane }, prompt }: Pick<LaneProps, 'sheet' | 'lane'> & { prompt: string }) {
  const draftKey = `note:${sheet.id}:${lane.id}`;
  const [open, setOpen] = useState(() => sheet.drafts.get(draftKey) !== undefined);
  const opener = useReturnFocus(open);
  if (open) {
    return (
      <WordsForm
        drafts={sheet.drafts}
        draftKey={draftKey}
        label={prompt}
        hideLabel
        enterSends
        send="Add to the board"
        sending="Adding…"
        testid="add-text"
        below={(text) => <WhileWriting sheet={sheet} text={text} />}
        onSend={(text) => sheet.addNote(lane.id, text)}
        onClose={() => setOpen(false)}
      />
    );
  }
  return (
    <button
      ref={opener}
      type="button"
      class="add-note"
      data-testid={`add-${lane.id}`}
      aria-label={`Add a note to ${lane.title}`}
      onClick={() => setOpen(true)}
    >
      + Add a note
    </button>
  );
}
