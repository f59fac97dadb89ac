/** What is selected here (outline, handles) and by others (their colour and name), drawn at screen size. */
import type { JSX } from 'preact';
import type { ItemData } from '../../model/item.ts';
import type { Board } from '../board.ts';
import { styleOf } from '../camera.ts';
import { inkOn, personColour } from '../content/colours.ts';
import { seenBoxes } from '../places.ts';

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

export function Marquee({ board }: { readonly board: Board }): JSX.Element | null {
  const box = board.state.marquee.value;
  if (!box) return null;
  return <div class="marquee" data-testid="marquee" style={styleOf(board.state.camera.value, box)} />;
}

export function OwnSelection({ board }: { readonly board: Board }): JSX.Element | null {
  const { state } = board;
  const ids = state.selected.value;
  const camera = state.camera.value;
  const whole = state.selectedBox.value;
  const boxes = seenBoxes(ids.slice(0, 300), state.items, state.places);
  if (!whole) return null;
  const [only, second] = ids;
  const item = only !== undefined && second === undefined ? state.items.get(only) : undefined;
  const handles = item && state.editing.value === null && !board.readOnly() ? handlesOf[item.type] : [];
  return (
    <>
      {boxes.length > 1 &&
        boxes.map((box, index) => {
          const at = styleOf(camera, box);
          return <div key={index} class="outline-one" style={at} />;
        })}
      <div class="outline-all" data-testid="selection" style={styleOf(camera, whole)}>
        {handles.map((handle) => (
          <span
            key={handle}
            class={`handle ${handle}`}
            data-handle={handle}
            data-testid={`handle-${handle}`}
          />
        ))}
      </div>
    </>
  );
}

export function OtherSelections({ board }: { readonly board: Board }): JSX.Element {
  const { state } = board;
  const camera = state.camera.value;
  return (
    <>
      {state.others.value.flatMap((peer) => {
        const colour = personColour(peer.userId);
        return peer.selection.slice(0, 200).flatMap((id, index) => {
          const [box] = seenBoxes([id], state.items, state.places);
          if (!box) return [];
          const at = styleOf(camera, box);
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
