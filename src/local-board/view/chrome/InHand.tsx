/** What is being drawn just now and nobody else sees yet: a connector on its way to an item, a freehand line. */
import type { JSX } from 'preact';
import { type Touch, touches } from '../../model/connectorEnds.ts';
import type { Board } from '../board.ts';
import { endsOf } from '../connectors/drawn.ts';
import { lineOf } from '../connectors/line.ts';
import { styleOf, toScreen } from '../looking/camera.ts';
import type { Linking } from '../state/boardState.ts';
import { seen } from '../state/places.ts';

/** From the fixed end to the pointer, or to the item the pointer is over. */
function endsInHand(
  { state }: Board,
  { fixed, over, at, end }: Linking,
): readonly [Touch, Touch] | undefined {
  const pair = (one: { readonly start: Touch; readonly end: Touch } | undefined) =>
    one && ([one.start, one.end] as const);
  if (over)
    return pair(
      endsOf(
        end === 'end' ? { start: fixed, end: over } : { start: over, end: fixed },
        state.items,
        state.places,
      ),
    );
  const [item, place] = [state.items.get(fixed.item), state.places.get(fixed.item)];
  if (!item || !place) return undefined;
  const box = { ...seen(item, place), ...('rotation' in item ? { rotation: item.rotation } : {}) };
  const pointer = { ...at, width: 0, height: 0 };
  const loose = { item: '' };
  return end === 'end'
    ? pair(touches({ start: fixed, end: loose }, box, pointer))
    : pair(touches({ start: loose, end: fixed }, pointer, box));
}

export function InHand({ board }: { readonly board: Board }): JSX.Element | null {
  const { state } = board;
  const linking = state.linking.value;
  const stroke = state.stroke.value;
  if (!linking && !stroke) return null;
  const camera = state.camera.value;
  const ends = linking && endsInHand(board, linking);
  const over = linking?.over && state.places.get(linking.over.item);
  const overItem = linking?.over && state.items.get(linking.over.item);
  return (
    <>
      <svg class="in-hand" aria-hidden="true" data-testid="in-hand">
        <g transform={`translate(${camera.x} ${camera.y}) scale(${camera.k})`}>
          {ends && (
            <path
              class="line"
              d={lineOf(linking.of?.shape ?? 'curved', ends[0], ends[1]).path}
              stroke-width={2 / camera.k}
            />
          )}
          {stroke && <path class="pen" d={`M${stroke.map(({ x, y }) => `${x},${y}`).join(' L')}`} />}
        </g>
        {ends && <circle class="tip" r="4" {...tip(toScreen(camera, ends[linking.end === 'end' ? 1 : 0]))} />}
      </svg>
      {over && overItem && (
        <div class="outline-target" data-testid="link-target" style={styleOf(camera, seen(overItem, over))} />
      )}
    </>
  );
}

const tip = ({ x, y }: { readonly x: number; readonly y: number }) => ({ cx: x, cy: y });
