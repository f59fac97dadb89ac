/** The items near the viewport, bottom to top, in one layer that pans and zooms as a whole. */
import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Board } from '../board.ts';
import { createDetail } from '../detail.ts';
import { ItemSlot } from './ItemSlot.tsx';
import { Marks } from './Marks.tsx';

export function ItemLayer({ board }: { readonly board: Board }): JSX.Element {
  const { state } = board;
  const layer = useRef<HTMLDivElement>(null);
  const detail = useMemo(() => createDetail(state), [state]);
  // The camera moves the layer without drawing anything again.
  useSignalEffect(() => {
    const { x, y, k } = state.camera.value;
    if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  });
  useSignalEffect(() => {
    // Read again after each turn: while there is more to come, there is a next frame to come in.
    void detail.elements.value;
    if (!detail.unfinished.value) return;
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
