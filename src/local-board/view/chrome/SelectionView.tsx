/** What is selected here (outline, handles) and by others (their colour and name), drawn at screen size. */
import type { JSX } from 'preact';
import { rotationOf } from '../../model/connectorEnds.ts';
import type { Board } from '../board.ts';
import { inkOn, personColour } from '../content/colours.ts';
import { styleOf } from '../looking/camera.ts';
import { seen } from '../state/places.ts';
import { Handles, LineEnds } from './Handles.tsx';

export function Marquee({ board }: { readonly board: Board }): JSX.Element | null {
  const box = board.state.marquee.value;
  if (!box) return null;
  return <div class="marquee" data-testid="marquee" style={styleOf(board.state.camera.value, box)} />;
}

/** Around one item as a person sees it, turned with it. A line has no box: it glows itself. */
function outlineOf({ state }: Board, id: string): Readonly<Record<string, string>> | undefined {
  const [item, box] = [state.items.get(id), state.places.get(id)];
  if (!item || !box || item.type === 'connector') return undefined;
  const turn = rotationOf(item);
  return {
    ...styleOf(state.camera.value, seen(item, box)),
    ...(turn === 0 ? {} : { transform: `rotate(${turn}deg)` }),
  };
}

/** Of more, only the box around all of them is drawn: a board's worth of outlines says nothing more. */
const mostOutlines = 300;

export function OwnSelection({ board }: { readonly board: Board }): JSX.Element | null {
  const { state } = board;
  const ids = state.selected.value;
  const whole = state.selectedBox.value;
  const [only, second] = ids;
  if (!whole || only === undefined) return null;
  if (second !== undefined)
    return (
      <>
        {ids.length <= mostOutlines &&
          ids.map((id) => {
            const at = outlineOf(board, id);
            return at && <div key={id} class="outline-one" style={at} />;
          })}
        <div class="outline-all" data-testid="selection" style={styleOf(state.camera.value, whole)} />
      </>
    );
  const item = state.items.get(only);
  const handled = item && state.editing.value === null && !board.readOnly() ? item : undefined;
  if (item?.type === 'connector') return handled ? <LineEnds board={board} connector={item} /> : null;
  return (
    <div class="outline-all" data-testid="selection" style={outlineOf(board, only) ?? {}}>
      {handled && <Handles board={board} item={handled} />}
    </div>
  );
}

export function OtherSelections({ board }: { readonly board: Board }): JSX.Element {
  const { state } = board;
  return (
    <>
      {state.others.value.flatMap((peer) => {
        const colour = personColour(peer.userId);
        return peer.selection.slice(0, 200).flatMap((id, index) => {
          const line = state.items.get(id)?.type === 'connector' ? state.places.get(id) : undefined;
          // A line somebody else selected is shown by the box it lies in.
          const at = line ? styleOf(state.camera.value, line) : outlineOf(board, id);
          if (!at) return [];
          return (
            <div
              key={`${peer.connection} ${id}`}
              class="outline-other"
              style={{ ...at, borderColor: colour }}
              data-testid="other-selection"
            >
              {index === 0 && (
                <span class="name-tag" style={{ background: colour, color: inkOn(colour) }}>
                  {peer.name}
                </span>
              )}
            </div>
          );
        });
      })}
    </>
  );
}
