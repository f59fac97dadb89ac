/** The items near the viewport, bottom to top, in one layer that pans and zooms as a whole. */
import { signal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Board } from '../board.ts';
import { createDetail } from '../state/detail.ts';
import { ItemSlot } from './ItemSlot.tsx';
import { Marks } from './Marks.tsx';

/** Without a move for this long the board is at rest. Milliseconds. */
const rest = 120;
/** Between two turns of new elements in a crowd while it moves without a rest. Milliseconds. */
const pace = 1000;

export function ItemLayer({ board }: { readonly board: Board }): JSX.Element {
  const { state } = board;
  const layer = useRef<HTMLDivElement>(null);
  const detail = useMemo(() => createDetail(state), [state]);
  // The camera moves the layer without drawing anything again: while it moves the browser keeps the layer as a picture.
  // A picture that is zoomed is blurred, so at rest it is drawn anew.
  useSignalEffect(() => {
    const { x, y, k } = state.camera.value;
    if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  });
  const resting = useMemo(() => signal(true), []);
  useSignalEffect(() => {
    void state.camera.value;
    resting.value = false;
    return board.clock.after(rest, () => {
      resting.value = true;
    });
  });
  useSignalEffect(() => {
    if (layer.current) layer.current.style.willChange = resting.value ? '' : 'transform';
  });
  useSignalEffect(() => {
    // Read again after each turn: while there is more to come, there is a next turn.
    void detail.elements.value;
    if (!detail.unfinished.value) return;
    if (!resting.value) return board.clock.after(pace, detail.proceed);
    const frame = requestAnimationFrame(detail.proceed);
    return () => cancelAnimationFrame(frame);
  });

  const elements = detail.elements.value;
  const focused = state.focused.value;
  const tabStop = focused !== null && elements.includes(focused) ? focused : elements[0];
  const grain = 1 / state.zoomStep.value;
  const far = grain >= 16 ? 'very' : grain >= 4 ? 'yes' : undefined;
  const slot = (id: string) => (
    // A drafted note keeps its element when the server gives it an id.
    <ItemSlot key={state.draftedAs.get(id) ?? id} board={board} id={id} tabStop={id === tabStop} />
  );
  const firstOther = elements.findIndex((id) => state.items.get(id)?.type !== 'frame');
  const frames = firstOther < 0 ? elements.length : firstOther;

  return (
    <div class="layer" ref={layer} data-far={far}>
      {elements.slice(0, frames).map(slot)}
      <Marks key="marks" state={state} marks={detail.marks} />
      {elements.slice(frames).map(slot)}
    </div>
  );
}
