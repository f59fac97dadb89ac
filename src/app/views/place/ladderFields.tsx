/** One level of the ladder, or one dimension, to be filled in. What is typed is saved as one types. */
import { useEffect, useRef } from 'preact/hooks';
import {
  type Dimension,
  type Level,
  levelsOn,
  limits,
  type Path,
  paths,
} from '../../../workshop/ladder/ladder.ts';
import * as edits from '../../models/place/ladderEdits.ts';
import type { Place } from '../../models/place/place.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { SavedTextField } from '../parts/textField.tsx';

/** Where a thing is moved the focus goes along, which it loses on the way. */
function useMoving(at: number) {
  const buttons = useRef<HTMLDivElement>(null);
  const way = useRef<'up' | 'down' | null>(null);
  useEffect(() => {
    const page = buttons.current?.ownerDocument;
    if (way.current === null || page?.activeElement !== page?.body) return;
    const wanted = [way.current, 'up', 'down'].flatMap((one) => [
      ...(buttons.current?.querySelectorAll<HTMLButtonElement>(`[data-way="${one}"]:enabled`) ?? []),
    ]);
    takeFocus(wanted[0] ?? null);
  }, [at]);
  return { buttons, way };
}

interface LevelProps {
  readonly place: Place;
  readonly view: SheetView;
  readonly level: Level;
}

export function LevelFields({ place, view, level }: LevelProps) {
  const { ladder } = place.ladder.value;
  const way = levelsOn(ladder, level.path);
  const at = way.findIndex(({ id }) => id === level.id);
  const moving = useMoving(at);
  const textOf = (dimension: Dimension) =>
    ladder.cells.find((cell) => cell.level === level.id && cell.dimension === dimension.id)?.text ?? '';
  if (!view.canWrite)
    return (
      <div class="ladder-fields">
        {level.scope && <p dir="auto">{level.scope}</p>}
        {ladder.dimensions.map((dimension) => (
          <p key={dimension.id} dir="auto">
            <b>{dimension.title}:</b> {textOf(dimension)}
          </p>
        ))}
      </div>
    );
  const move = (direction: 'up' | 'down') => {
    moving.way.current = direction;
    edits.move(place, level, direction === 'up' ? 1 : -1);
  };
  return (
    <div class="ladder-fields" data-testid="level-fields">
      <SavedTextField
        label="Name"
        value={level.title}
        testid="level-title"
        maxLength={limits.title}
        onSave={(text) => edits.rename(place, level, text)}
      />
      <SavedTextField
        label="Scope, in a sentence"
        value={level.scope}
        testid="level-scope"
        maxLength={limits.text}
        lines={3}
        onSave={(text) => edits.describe(place, level, text)}
      />
      {ladder.dimensions.map((dimension) => (
        <SavedTextField
          key={dimension.id}
          label={dimension.title}
          value={textOf(dimension)}
          testid={`cell-${dimension.id}`}
          maxLength={limits.text}
          lines={2}
          onSave={(text) => edits.write(place, level, dimension, text)}
        />
      ))}
      <PathSelect
        label="Path"
        value={level.path}
        testid="level-path"
        onChange={(path) => edits.putOn(place, level, path)}
      />
      <div class="actions" ref={moving.buttons}>
        <button
          type="button"
          class="link-button"
          data-way="up"
          data-testid="level-up"
          disabled={at === way.length - 1}
          onClick={() => move('up')}
        >
          Move up
        </button>
        <button
          type="button"
          class="link-button"
          data-way="down"
          data-testid="level-down"
          disabled={at === 0}
          onClick={() => move('down')}
        >
          Move down
        </button>
        <button
          type="button"
          class="link-button"
          data-testid="level-remove"
          onClick={() => edits.remove(place, level)}
        >
          Remove
        </button>
      </div>
    </div>
  );
}

/** Short enough for a narrow field. */
const pathChoices: Record<Path, string> = {
  common: 'Before the fork',
  technical: 'Technical',
  management: 'Management',
};

interface PathProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Path;
  readonly testid: string;
  readonly onChange: (path: Path) => void;
}

export function PathSelect({ label, hideLabel = false, value, testid, onChange }: PathProps) {
  return (
    <label class="field">
      <span class={hideLabel ? 'visually-hidden' : 'caption'}>{label}</span>
      <select
        class="select"
        value={value}
        data-testid={testid}
        onChange={({ currentTarget }) => {
          const chosen = paths.find((path) => path === currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {paths.map((path) => (
          <option key={path} value={path}>
            {pathChoices[path]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function DimensionFields({ place, dimension }: { place: Place; dimension: Dimension }) {
  return (
    <div class="ladder-fields" data-testid="dimension-fields">
      <SavedTextField
        label="Name"
        value={dimension.title}
        testid="dimension-title"
        maxLength={limits.title}
        onSave={(text) => edits.renameDimension(place, dimension, text)}
      />
      <div class="actions">
        <button
          type="button"
          class="link-button"
          data-testid="dimension-remove"
          onClick={() => edits.removeDimension(place, dimension)}
        >
          Remove
        </button>
      </div>
    </div>
  );
}
