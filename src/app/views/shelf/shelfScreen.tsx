/** The shelf: what a role may hold, lane by lane. A click puts an example into its lane, a drag anywhere on the board. */
import { useEffect, useState } from 'preact/hooks';
import { type Craft, crafts, type Example, examples } from '../../../workshop/shelf/examples.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { LaneView, SheetView } from '../../models/sheet/sheetView.ts';
import { dragPrefix } from '../../models/shelf/dragPrefix.ts';
import type { Shelf } from '../../models/shelf/shelf.ts';
import { shelfPart } from '../../models/shelf/shelfPart.ts';
import '../styles/shelf.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

const craftsInOrder = Object.keys(crafts) as readonly Craft[]; // these are its keys
const asCraft = (value: string): Craft => craftsInOrder.find((craft) => craft === value) ?? 'any';

export function ShelfScreen({ sheet, view }: Props) {
  const shelf = sheet.part(shelfPart).value;
  const [craft, setCraft] = useState<Craft>('any');
  useEffect(() => shelf?.listen(), [shelf]);
  const fits = (example: Example) => craft === 'any' || example.craft === 'any' || example.craft === craft;
  const shown = examples.filter(fits);
  const lanes = view.columns.flatMap(({ column, lanes }) => lanes.map((lane) => ({ column, lane })));
  const known = new Set(lanes.map(({ lane }) => lane.lane.id));
  const elsewhere = shown.filter(({ lane }) => !known.has(lane));
  /** Where nothing stands yet, a beginning is of most use. */
  const first = lanes.find(
    ({ lane }) => lane.notes.length === 0 && shown.some((one) => one.lane === lane.lane.id),
  );
  return (
    <>
      <p class="hint">
        What public postings and books say such roles hold, in our words. They are generic on purpose: take
        one to begin with and make it yours. Until you do, it is marked so for everybody.
      </p>
      <label class="field">
        <span class="caption">For</span>
        <select
          class="select"
          data-testid="shelf-craft"
          value={craft}
          onChange={({ currentTarget }) => setCraft(asCraft(currentTarget.value))}
        >
          {craftsInOrder.map((one) => (
            <option key={one} value={one}>
              {one === 'any' ? 'All crafts' : crafts[one]}
            </option>
          ))}
        </select>
      </label>
      {!view.canWrite && <p class="hint">You can read the examples here; this sheet can’t be written now.</p>}
      {lanes.map(({ column, lane }) => (
        <LaneExamples
          key={lane.lane.id}
          title={column.title === lane.lane.title ? column.title : `${column.title} · ${lane.lane.title}`}
          lane={lane}
          open={lane === first?.lane}
          here={shown.filter((one) => one.lane === lane.lane.id)}
          sheet={sheet}
          shelf={view.canWrite ? shelf : null}
        />
      ))}
      <LaneExamples
        title="For lanes that this sheet doesn’t have"
        lane={null}
        open={false}
        here={elsewhere}
        sheet={sheet}
        shelf={view.canWrite ? shelf : null}
      />
    </>
  );
}

interface LaneProps {
  readonly title: string;
  /** Null: they can be dragged to any place. */
  readonly lane: LaneView | null;
  readonly open: boolean;
  readonly here: readonly Example[];
  readonly sheet: SheetModel;
  readonly shelf: Shelf | null;
}

function LaneExamples({ title, lane, open, here, sheet, shelf }: LaneProps) {
  // It may be closed again by hand, and stays so when the lane gets its first note.
  const [opened] = useState(open);
  if (here.length === 0) return null;
  const count = lane?.notes.length ?? 0;
  return (
    <details class="column" open={opened} data-testid={lane ? `shelf-${lane.lane.id}` : 'shelf-elsewhere'}>
      <summary>
        <h3 class="column-title">{title}</h3>
        {lane && (
          <span class="figure">
            {count === 0 ? 'no notes yet' : count === 1 ? '1 note' : `${count} notes`}
          </span>
        )}
      </summary>
      <ul class="examples">
        {here.map((example) => (
          <ExampleCard key={example.id} example={example} lane={lane} sheet={sheet} shelf={shelf} />
        ))}
      </ul>
    </details>
  );
}

interface CardProps extends Pick<LaneProps, 'lane' | 'sheet' | 'shelf'> {
  readonly example: Example;
}

function ExampleCard({ example, lane, sheet, shelf }: CardProps) {
  const [busy, setBusy] = useState(false);
  const used = shelf?.used.value.has(example.id) ?? false;
  const put = async (): Promise<void> => {
    if (!shelf || busy) return;
    setBusy(true);
    await shelf.put(example, () => {
      sheet.step.value = null;
    });
    setBusy(false);
  };
  return (
    <li class="example" data-testid="example" data-example={example.id}>
      <div
        class={shelf ? 'example-words miro-draggable' : 'example-words'}
        data-drop={dragPrefix + example.id}
        title={shelf ? 'Drag it to a place on the board' : undefined}
      >
        {shelf && (
          <span class="example-grip" aria-hidden="true">
            ⠿
          </span>
        )}
        <span>{example.text}</span>
      </div>
      <p class="hint">
        {example.craft !== 'any' && `${crafts[example.craft]} · `}after{' '}
        <a href={example.source.url} target="_blank" rel="noreferrer">
          {example.source.title}
        </a>
      </p>
      {shelf && lane && (
        <div class="actions">
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="put-example"
            disabled={busy || used}
            aria-label={`Put “${example.text}” into ${lane.lane.title}`}
            onClick={() => void put()}
          >
            {busy ? 'Putting…' : used ? 'On the board' : 'Put it in the lane'}
          </button>
        </div>
      )}
    </li>
  );
}
