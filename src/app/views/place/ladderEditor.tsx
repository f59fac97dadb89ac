/** The ladder to be edited by everybody of the sheet: levels, what each asks for, another ladder in its place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Path } from '../../../workshop/ladder/ladder.ts';
import * as edits from '../../models/place/ladderEdits.ts';
import type { Place } from '../../models/place/place.ts';
import { pathWords } from '../../models/place/placeWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { CopyByHand } from '../exporting/copyByHand.tsx';
import { takeFocus } from '../parts/takeFocus.ts';
import { useReturnFocus } from '../parts/useReturnFocus.ts';
import { DimensionFields, LevelFields } from './ladderFields.tsx';
import { PasteLadder } from './pasteLadder.tsx';
import type { PlaceProps } from './placeProps.ts';

/** As the strip shows them, from the top down. */
const fromTheTop = ['technical', 'management', 'common'] as const;

interface Props {
  readonly place: Place;
  readonly view: SheetView;
}

export function LadderEditor({ sheet, view, place }: Props & PlaceProps) {
  const [pasting, setPasting] = useState(false);
  const paster = useReturnFocus(pasting);
  const { base, changed, ladder } = place.ladder.value;
  const copied = sheet.copyByHand.value;
  if (pasting)
    return <PasteLadder sheet={sheet} view={view} place={place} onClose={() => setPasting(false)} />;
  return (
    <div class="ladder-form" data-testid="ladder-editor">
      {view.canWrite && (
        <p class="hint">
          Everybody on this sheet sees and may change the same ladder; changes count at once.
        </p>
      )}
      <Undo place={place} />
      {fromTheTop.map((path) => (
        <Levels key={path} place={place} view={view} path={path} />
      ))}
      <Dimensions place={place} view={view} />
      <div class="stack">
        {view.canWrite && (
          <button
            ref={paster}
            type="button"
            class="button button-secondary"
            data-testid="ladder-paste"
            onClick={() => setPasting(true)}
          >
            Paste your own ladder…
          </button>
        )}
        <div class="actions">
          <button
            type="button"
            class="link-button"
            data-testid="ladder-copy"
            onClick={() => void place.copyLadder()}
          >
            Copy it as a table (CSV)
          </button>
          {view.canWrite && (base !== 'built-in' || changed) && (
            <button
              type="button"
              class="link-button"
              data-testid="ladder-reset"
              onClick={() => place.replace('The built-in ladder is back.', null)}
            >
              Back to the built-in ladder
            </button>
          )}
        </div>
        {copied && <CopyByHand text={copied} rows={6} />}
        {ladder.source && (
          <p class="hint">
            The built-in ladder has the levels of{' '}
            <a href={ladder.source.url} target="_blank" rel="noreferrer">
              {ladder.source.title}
            </a>
            , in words of our own.
          </p>
        )}
      </div>
    </div>
  );
}

/** What this person changed last, and the way back. Always there, so that what it says is read aloud. */
export function Undo({ place }: { place: Place }) {
  const undoable = place.undoable.value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const page = button.current?.ownerDocument;
    // What had the focus has just been removed.
    if (undoable !== null && page?.activeElement === page?.body) takeFocus(button.current);
  }, [undoable]);
  return (
    <div class="ladder-undo" role="status">
      {undoable && (
        <>
          <span dir="auto">{undoable}</span>
          <button
            ref={button}
            type="button"
            class="link-button"
            data-testid="ladder-undo"
            onClick={() => place.undo()}
          >
            Undo
          </button>
        </>
      )}
    </div>
  );
}

/** What was just added is there to be named. */
function useAdded() {
  const section = useRef<HTMLElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    const field = added === null ? null : section.current?.querySelector('input');
    if (!field) return;
    setAdded(null);
    if (takeFocus(field)) field.select();
  });
  return { section, setAdded };
}

function Levels({ place, view, path }: Props & { readonly path: Path }) {
  const [open, setOpen] = useState<string | null>(null);
  const { section, setAdded } = useAdded();
  const { ladder } = place.ladder.value;
  const levels = ladder.levels.filter((level) => level.path === path).toReversed();
  const title = path === 'common' ? 'Before the fork' : pathWords[path];
  return (
    <section ref={section} class="ladder-group" aria-label={title}>
      <h3 class="caption">{title}</h3>
      <ol>
        {levels.map((level) => (
          <li key={level.id}>
            <button
              type="button"
              class="ladder-row"
              aria-expanded={open === level.id}
              data-testid={`edit-${level.id}`}
              onClick={() => setOpen(open === level.id ? null : level.id)}
            >
              <bdi>{level.title}</bdi>
              <span aria-hidden="true">{open === level.id ? 'Close' : view.canWrite ? 'Edit' : 'Read'}</span>
            </button>
            {open === level.id && <LevelFields place={place} view={view} level={level} />}
          </li>
        ))}
      </ol>
      {view.canWrite && (
        <button
          type="button"
          class="link-button"
          data-testid={`add-level-${path}`}
          onClick={() => {
            const id = edits.addLevel(place, path);
            setOpen(id);
            setAdded(id);
          }}
        >
          + Add a level on top
        </button>
      )}
    </section>
  );
}

function Dimensions({ place, view }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const { section, setAdded } = useAdded();
  const { dimensions } = place.ladder.value.ladder;
  if (dimensions.length === 0 && !view.canWrite) return null;
  return (
    <section ref={section} class="ladder-group" aria-label="Dimensions">
      <h3 class="caption">Dimensions</h3>
      <p class="hint">What your ladder looks at on every level, such as influence or craft.</p>
      <ol>
        {dimensions.map((dimension) => (
          <li key={dimension.id}>
            <button
              type="button"
              class="ladder-row"
              aria-expanded={open === dimension.id}
              data-testid={`edit-dimension-${dimension.id}`}
              onClick={() => setOpen(open === dimension.id ? null : dimension.id)}
            >
              <bdi>{dimension.title}</bdi>
              {view.canWrite && <span aria-hidden="true">{open === dimension.id ? 'Close' : 'Edit'}</span>}
            </button>
            {open === dimension.id && view.canWrite && (
              <DimensionFields place={place} dimension={dimension} />
            )}
          </li>
        ))}
      </ol>
      {view.canWrite && (
        <button
          type="button"
          class="link-button"
          data-testid="add-dimension"
          onClick={() => {
            const id = edits.addDimension(place);
            setOpen(id);
            setAdded(id);
          }}
        >
          + Add a dimension
        </button>
      )}
    </section>
  );
}
