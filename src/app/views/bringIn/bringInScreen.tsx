/** Bring in what you have: where it comes from, each line with its lane, and one button that puts it there. */
import { useEffect } from 'preact/hooks';
import type { BringIn, Found, Origin } from '../../models/bringIn/bringIn.ts';
import { bringInPart } from '../../models/bringIn/part.ts';
import { counted, problemWords } from '../../models/bringIn/words.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { FromBoard } from './fromBoard.tsx';
import { FromText } from './fromText.tsx';
import type { LaneChoice } from './keys.ts';
import { LineList } from './lineList.tsx';
import '../styles/bringIn.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

const origins: readonly (readonly [Origin, string])[] = [
  ['selection', 'Selected on the board'],
  ['text', 'Pasted, or a file'],
];

export function BringInScreen({ sheet, view }: Props) {
  const model = sheet.part(bringInPart).value;
  useEffect(() => model?.watch(), [model]);
  if (!model) return null;
  if (!view.canWrite)
    return <p class="hint">This sheet can’t be written now, so nothing can be brought in.</p>;
  if (model.putting.value.kind === 'putting') return <Going model={model} />;
  if (model.stage.value === 'waiting')
    return (
      <p class="callout" data-testid="bring-waits">
        Notes are written unseen here, and you have said that yours are done. Take that back first, or bring
        these in once both sides’ notes are shown.
      </p>
    );
  return <Bringing sheet={sheet} view={view} model={model} />;
}

/** Named with their column where two are called the same. */
function choicesIn({ columns }: SheetView): readonly LaneChoice[] {
  const all = columns.flatMap(({ column, lanes }) => lanes.map(({ lane }) => ({ column, lane })));
  return all.map(({ column, lane: { id, title } }) => {
    const alone = all.filter(({ lane }) => lane.title === title).length === 1;
    return { id, title, column: column.title, name: alone ? title : `${title} (${column.title})` };
  });
}

function Bringing({ sheet, view, model }: Props & { readonly model: BringIn }) {
  const found = model.found.value;
  const lanes = choicesIn(view);
  const put = async (): Promise<void> => {
    if (await model.put()) sheet.step.value = null;
  };
  return (
    <>
      <p class="hint">
        Notes from an old board, a list, a spreadsheet. You see where each would go and put it right; nothing
        is on the board before you say so.
      </p>
      <fieldset class="choice-row">
        <legend class="caption">Where from</legend>
        {origins.map(([origin, words]) => (
          <label key={origin} class="segment">
            <input
              type="radio"
              name="bring-origin"
              checked={model.origin.value === origin}
              data-testid={`bring-from-${origin}`}
              onChange={() => {
                model.origin.value = origin;
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {model.origin.value === 'selection' ? <FromBoard model={model} /> : <FromText model={model} />}
      <div role="alert">
        {found.kind === 'wrong' && (
          <p class="callout" dir="auto" data-testid="bring-wrong">
            {problemWords(found.problem)} Nothing has been brought in.
          </p>
        )}
      </div>
      <Columns model={model} found={found} />
      {found.kind === 'rows' && (
        <>
          {found.told.length > 0 && (
            <ul class="bring-told" data-testid="bring-told">
              {found.told.map((words) => (
                <li key={words} class="hint" dir="auto">
                  {words}
                </li>
              ))}
            </ul>
          )}
          {found.rows.length > 0 && <LineList model={model} rows={found.rows} lanes={lanes} />}
          {found.rows.length > 0 && <Put model={model} put={put} />}
        </>
      )}
    </>
  );
}

/** Which column has the words: asked where it is not clear, offered otherwise. */
function Columns({ model, found }: { readonly model: BringIn; readonly found: Found }) {
  const columns = found.kind === 'ask' || found.kind === 'rows' ? found.columns : [];
  if (columns.length < 2) return null;
  const column = found.kind === 'rows' ? found.column : null;
  return (
    <label class="field">
      <span class="caption">
        {column === null ? 'Which column has the words of the notes?' : 'The words of the notes are in'}
      </span>
      <select
        class="select"
        data-testid="bring-column"
        value={column === null ? '' : String(column)}
        onChange={({ currentTarget }) => model.chooseColumn(Number(currentTarget.value))}
      >
        {column === null && (
          <option value="" disabled>
            Choose a column…
          </option>
        )}
        {columns.map(({ index, title }) => (
          <option key={index} value={String(index)}>
            {`Column ${index + 1}: ${title.slice(0, 60)}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Put({ model, put }: { readonly model: BringIn; readonly put: () => Promise<void> }) {
  const [ready, undecided, full] = [model.ready.value, model.undecided.value, model.full.value];
  const where = model.stage.value === 'drafting' ? 'in your draft' : 'on the board';
  const found = model.found.value;
  const moving = found.kind === 'rows' && found.rows.some(({ sticky, out }) => sticky !== null && !out);
  return (
    <div class="bring-put">
      {undecided > 0 && (
        <p class="hint" data-testid="bring-undecided">
          {counted(undecided, 'line has', 'lines have')} no lane yet, and wait here until you choose one.
        </p>
      )}
      {full.length > 0 && (
        <p class="hint" data-testid="bring-full">
          There is too little room in {full.join(', ')}: what lies below moves down, as with <i>Make room</i>.
        </p>
      )}
      <button
        type="button"
        class="button button-primary"
        data-testid="bring-put"
        disabled={ready === 0}
        onClick={() => void put()}
      >
        {moving
          ? `Move ${counted(ready, 'note', 'notes')} into the sheet`
          : `Put ${counted(ready, 'note', 'notes')} ${where}`}
      </button>
    </div>
  );
}

function Going({ model }: { readonly model: BringIn }) {
  const state = model.putting.value;
  if (state.kind === 'idle') return null;
  const { done, total, slowed, stopping } = state;
  return (
    <div class="callout" data-testid="bring-going">
      <p role="status">{stopping ? 'Stopping…' : `${done} of ${total} notes`}</p>
      <progress class="progress" max={total} value={done} aria-label="Notes in their lanes" />
      {slowed && (
        <p class="hint" role="status">
          Miro asks us to slow down. It goes on by itself, within about a minute.
        </p>
      )}
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="bring-stop"
          disabled={stopping}
          onClick={() => model.cancel()}
        >
          Stop here
        </button>
      </div>
    </div>
  );
}
