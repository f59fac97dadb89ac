/** The handles of one selected item: to resize it, turn it, draw a line from it, or take a line's end elsewhere. */
import type { JSX } from 'preact';
import type { ConnectorData, ItemData } from '../../model/item.ts';
import type { Board } from '../board.ts';
import { endsOf } from '../connectors/drawn.ts';
import { tidyAngle } from '../hands/rotating.ts';
import { toScreen } from '../looking/camera.ts';

const corners = ['nw', 'ne', 'se', 'sw'] as const;
const all = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
const sides = ['e', 'w'] as const;
/** What each kind lets its size be set by. */
const handlesOf: { readonly [Type in ItemData['type']]: readonly (typeof all)[number][] } = {
  sticky_note: corners,
  text: sides,
  shape: all,
  frame: all,
  card: sides,
  app_card: [],
  image: corners,
  embed: [],
  preview: corners,
  mindmap_node: sides,
  unsupported: [],
  connector: [],
};

/**
 * Pixels. The dots stand 24 pixels off the item's sides; beside a smaller one they would lie on its neighbours and
 * catch the clicks meant for them.
 */
const leastForDots = 90;

const compass = ['top', 'right', 'bottom', 'left'] as const;

/** Degrees for a press of an arrow key. */
const turnBy = 15;

function Rotation({ board, item }: { readonly board: Board; readonly item: ItemData }): JSX.Element | null {
  if (!('rotation' in item)) return null;
  const { rotation } = item;
  const turn = (by: number) =>
    board.edits.change('That could not be turned.', [{ id: item.id, rotation: tidyAngle(rotation + by) }]);
  return (
    <span
      class="handle rotate"
      role="slider"
      tabIndex={0}
      aria-label="Rotation"
      aria-valuemin={0}
      aria-valuemax={359}
      aria-valuenow={tidyAngle(rotation)}
      aria-valuetext={`${tidyAngle(rotation)} degrees`}
      title="Turn. With Shift in steps of 15 degrees"
      data-handle="rotate"
      data-testid="handle-rotate"
      onKeyDown={(event) => {
        const by = { ArrowRight: turnBy, ArrowUp: turnBy, ArrowLeft: -turnBy, ArrowDown: -turnBy }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        turn(by);
      }}
    />
  );
}

/** Inside the outline of the selected item, which turns with it. */
export function Handles({ board, item }: { readonly board: Board; readonly item: ItemData }): JSX.Element {
  const { state } = board;
  const place = state.places.get(item.id);
  const large = place && Math.min(place.width, place.height) * state.camera.value.k >= leastForDots;
  const connectable =
    large && item.type !== 'frame' && item.type !== 'connector' && !state.drafts.has(item.id);
  return (
    <>
      {handlesOf[item.type].map((handle) => (
        <span key={handle} class={`handle ${handle}`} data-handle={handle} data-testid={`handle-${handle}`} />
      ))}
      {connectable &&
        compass.map((side) => (
          <span
            key={side}
            class={`connect-dot ${side}`}
            title="Drag to another item to connect the two"
            data-handle={`connect-${side}`}
            data-testid={`connect-${side}`}
          />
        ))}
      <Rotation board={board} item={item} />
    </>
  );
}

export function LineEnds(props: {
  readonly board: Board;
  readonly connector: ConnectorData;
}): JSX.Element | null {
  const { state } = props.board;
  const ends = endsOf(props.connector, state.items, state.places);
  if (!ends) return null;
  return (
    <>
      {(['start', 'end'] as const).map((end) => {
        const { x, y } = toScreen(state.camera.value, ends[end]);
        return (
          <span
            key={end}
            class="handle line-end"
            style={{ left: `${x}px`, top: `${y}px` }}
            title="Drag to another item"
            data-handle={end}
            data-testid={`line-${end}`}
          />
        );
      })}
    </>
  );
}
