/** A lane's notes that are not on the board: mine while I write unseen, everybody's once they are shown. Loaded on demand. */
import { useRef, useState } from 'preact/hooks';
import type { DraftNote } from '../../../annotations/noteDrafts/draftNote.ts';
import { noteKey } from '../../../annotations/noteDrafts/placements.ts';
import type { SideNote } from '../../../annotations/noteDrafts/revealed.ts';
import type { Lane } from '../../../workshop/lens.ts';
import { fromWords } from '../../models/noteDrafts/draftWords.ts';
import type { NoteDrafts } from '../../models/noteDrafts/noteDrafts.ts';
import { noteDraftsPart } from '../../models/noteDrafts/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { WordsForm } from '../noteCard/wordsForm.tsx';
import { WhileWriting } from '../ours/whileWriting.tsx';
import { takeFocus } from '../parts/takeFocus.ts';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import '../styles/noteDrafts.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly lane: Lane;
  readonly prompt: string;
}

export function DraftLane(props: Props) {
  const notes = props.sheet.part(noteDraftsPart).value;
  if (!notes) return null;
  const stage = notes.stage.value;
  const { id } = props.lane;
  const mine = notes.mine.value.filter((note) => note.lane === id);
  return (
    <>
      {stage === 'drafting' && <Mine {...props} notes={notes} mine={mine} />}
      {stage === 'waiting' && mine.length > 0 && (
        <ul class="notes draft-notes">
          {mine.map((note) => (
            <StillRow key={note.id} note={note} from="from you, not shown yet" />
          ))}
        </ul>
      )}
      {stage === 'open' && <Shown {...props} notes={notes} />}
    </>
  );
}

/** Notes that everybody sees in the panel and that nobody has put on the board yet. */
function Shown({ view, lane, notes }: Props & { readonly notes: NoteDrafts }) {
  const { comparison, stickies } = notes.revealed.value;
  const all = [...comparison.alike.flatMap((one) => one.notes), ...comparison.alone];
  const waiting = all.filter((note) => note.lane === lane.id && !stickies.has(noteKey(note)));
  if (waiting.length === 0) return null;
  return (
    <ul class="notes draft-notes">
      {waiting.map((note) => (
        <StillRow key={noteKey(note)} note={note} from={`${from(notes, view, note)}, not on the board yet`} />
      ))}
    </ul>
  );
}

const from = (notes: NoteDrafts, view: SheetView, note: SideNote): string =>
  fromWords([{ user: note.user, name: notes.writerOf(note) }], view.me.user, false);

function StillRow({ note, from: words }: { readonly note: DraftNote; readonly from: string }) {
  return (
    <li class="note-row draft-row" data-testid="draft-still">
      <span class="note-words" dir="auto">
        {note.text}
      </span>
      <span class="draft-from">{words}</span>
    </li>
  );
}

function Mine({
  sheet,
  view,
  lane,
  prompt,
  notes,
  mine,
}: Props & { notes: NoteDrafts; mine: readonly DraftNote[] }) {
  return (
    <>
      {mine.length > 0 && (
        <ul
          class="notes draft-notes for-my-eyes"
          aria-label={`Your notes in ${lane.title}, only in this browser`}
        >
          {mine.map((note, index) => (
            <DraftRow
              key={note.id}
              {...{ sheet, view, notes, note, index }}
              last={index === mine.length - 1}
            />
          ))}
        </ul>
      )}
      {view.canWrite && <AddDraft sheet={sheet} lane={lane} prompt={prompt} notes={notes} />}
    </>
  );
}

interface RowProps {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly notes: NoteDrafts;
  readonly note: DraftNote;
  readonly index: number;
  readonly last: boolean;
}

function DraftRow({ sheet, view, notes, note, index, last }: RowProps) {
  const key = `draft-note:${sheet.id}:${note.id}`;
  const [open, setOpen] = useState(() => sheet.drafts.get(key) !== undefined);
  const opener = useReturnFocus(open);
  const row = useRef<HTMLLIElement>(null);
  const to = (place: number) => {
    notes.move(note.id, note.lane, place);
    // The row has moved with the focus in it; where the browser let go of it, it comes back.
    queueMicrotask(() => takeFocus(row.current?.querySelector('button') ?? null));
  };
  return (
    <li ref={row} class="draft-item">
      {open ? (
        <div class="draft-open">
          <WordsForm
            drafts={sheet.drafts}
            draftKey={key}
            label="The note’s words"
            hideLabel
            start={note.text}
            enterSends
            send="Keep in this browser"
            testid="draft-text"
            below={(text) => <WhileWriting sheet={sheet} text={text} />}
            onSend={(text) => notes.reword(note.id, text)}
            onClose={() => setOpen(false)}
          />
          <div class="draft-tools">
            <label class="draft-move">
              <span class="visually-hidden">Lane</span>
              <select
                class="select"
                data-testid="draft-lane"
                value={note.lane}
                onChange={({ currentTarget }) => {
                  const lane = lanesIn(view).find(({ id }) => id === currentTarget.value);
                  if (lane) notes.move(note.id, lane.id, Number.MAX_SAFE_INTEGER);
                }}
              >
                {lanesIn(view).map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="button button-tertiary button-small"
              data-testid="draft-delete"
              onClick={() => {
                sheet.drafts.set(key, '');
                notes.remove(note.id);
              }}
            >
              Delete
            </button>
          </div>
        </div>
      ) : (
        <div class="draft-line">
          <button
            ref={opener}
            type="button"
            class="note-row draft-row"
            data-testid="draft-row"
            aria-describedby="draft-keys"
            onClick={() => setOpen(true)}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              if (event.key === 'ArrowUp' ? index > 0 : !last)
                to(event.key === 'ArrowUp' ? index - 1 : index + 1);
            }}
          >
            <span class="note-words" dir="auto">
              {note.text}
            </span>
            <span class="draft-from">only here</span>
          </button>
          <button
            type="button"
            class="draft-step"
            aria-label="Move up"
            disabled={index === 0}
            onClick={() => notes.move(note.id, note.lane, index - 1)}
          >
            ↑
          </button>
          <button
            type="button"
            class="draft-step"
            aria-label="Move down"
            disabled={last}
            onClick={() => notes.move(note.id, note.lane, index + 1)}
          >
            ↓
          </button>
        </div>
      )}
    </li>
  );
}

const lanesIn = ({ columns }: SheetView) =>
  columns.flatMap(({ column, lanes }) =>
    lanes.map(({ lane }) => ({
      id: lane.id,
      title: lane.title === column.title ? column.title : `${column.title} · ${lane.title}`,
    })),
  );

type AddProps = Pick<Props, 'sheet' | 'lane' | 'prompt'> & { readonly notes: NoteDrafts };

function AddDraft({ sheet, lane, prompt, notes }: AddProps) {
  // The same as of a note for the board: what somebody was typing when the step began stays in its field.
  const draftKey = `note:${sheet.id}:${lane.id}`;
  const [open, setOpen] = useState(() => sheet.drafts.get(draftKey) !== undefined);
  const opener = useReturnFocus(open);
  if (open)
    return (
      <WordsForm
        drafts={sheet.drafts}
        draftKey={draftKey}
        label={prompt}
        hideLabel
        enterSends
        send="Keep in this browser"
        testid="add-draft-text"
        below={(text) => <WhileWriting sheet={sheet} text={text} />}
        onSend={(text) => notes.write(lane.id, text)}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <button
      ref={opener}
      type="button"
      class="add-note"
      data-testid={`add-draft-${lane.id}`}
      aria-label={`Add a note to ${lane.title}, only in this browser`}
      onClick={() => setOpen(true)}
    >
      + Add a note, unseen
    </button>
  );
}
