/**
 * The whole board, small: items as plain boxes, and the part that is seen, which can be dragged. The boxes are one
 * path a colour, drawn anew a moment after something has changed and never while the camera moves.
 */
import { signal, untracked } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Box, boxAt, contains } from '../../../base/box.ts';
import type { ItemData } from '../../model/item.ts';
import type { Board } from '../board.ts';
import { safeColour, stickyFill } from '../content/colours.ts';
import { seen, union } from '../state/places.ts';

/** Pixels. */
const size = { width: 200, height: 140 };
/** Milliseconds from a change to its sight here; changes meanwhile are drawn with it. */
const pace = 400;

const fillOf = (item: ItemData): string | undefined => {
  if (item.type === 'connector') return undefined;
  if (item.type === 'frame') return '#ffffff';
  if (item.type === 'sticky_note') return stickyFill(item.style.fillColor);
  if (item.type === 'shape') {
    const fill = safeColour(item.style.fillColor, 'transparent');
    return fill === 'transparent' || fill === '#ffffff' ? '#c3c6d4' : fill;
  }
  return '#c3c6d4';
};

interface Picture {
  readonly whole: Box | undefined;
  /** Bottom to top. */
  readonly paths: readonly (readonly [string, string])[];
}

/** Frames first; which of two other boxes lies on top cannot be seen at this size. */
function drawn({ state }: Board): Picture {
  const paths = new Map<string, string[]>([['#ffffff', []]]);
  const boxes: Box[] = [];
  for (const id of state.items.ids()) {
    const [item, place] = [state.items.get(id), state.places.get(id)];
    if (!item || !place) continue;
    const box = seen(item, place);
    boxes.push(box);
    const fill = fillOf(item);
    if (fill === undefined) continue;
    const short = (value: number) => Math.round(value);
    const path = `M${short(box.x - box.width / 2)} ${short(box.y - box.height / 2)}h${short(box.width)}v${short(box.height)}h${short(-box.width)}z`;
    const those = paths.get(fill);
    if (those) those.push(path);
    else paths.set(fill, [path]);
  }
  return { whole: union(boxes), paths: [...paths].map(([fill, all]) => [fill, all.join('')]) };
}

/** All items and what is seen, with a little air. */
function extent(whole: Box | undefined, view: Box): Box {
  const all = union(whole ? [whole, view] : [view]) ?? view;
  const air = Math.max(all.width, all.height) * 0.04;
  return { ...all, width: all.width + 2 * air, height: all.height + 2 * air };
}

export function Minimap({ board }: { readonly board: Board }): JSX.Element {
  const { state, client, clock, looking } = board;
  const picture = useMemo(() => signal<Picture>(untracked(() => drawn(board))), [board]);
  const held = useRef<Box | null>(null);

  useEffect(() => {
    let waiting: (() => void) | undefined;
    const draw = () => {
      waiting = undefined;
      picture.value = untracked(() => drawn(board));
    };
    // What changed between the first drawing and now has not been heard of.
    draw();
    const stop = client.contents.subscribe(() => {
      waiting ??= clock.after(pace, draw);
    });
    return () => {
      stop();
      waiting?.();
    };
  }, [board]);

  const { x, y, width, height } = state.viewport.value;
  const view = boxAt(x, y, width, height);
  // While it is dragged the map stands still under the pointer.
  const shown = held.current ?? extent(picture.value.whole, view);
  const scale = Math.min(size.width / shown.width, size.height / shown.height);
  const toMap = (point: { readonly x: number; readonly y: number }) => ({
    x: (point.x - shown.x) * scale + size.width / 2,
    y: (point.y - shown.y) * scale + size.height / 2,
  });
  const corner = toMap({ x, y });

  function goTo(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
    const map = event.currentTarget.getBoundingClientRect();
    const at = {
      x: (event.clientX - map.left - size.width / 2) / scale + shown.x,
      y: (event.clientY - map.top - size.height / 2) / scale + shown.y,
    };
    void looking.show({ x: at.x - width / 2, y: at.y - height / 2, width, height });
  }

  const label = contains(view, picture.value.whole ?? view)
    ? 'Map of the board. All of it is in view.'
    : 'Map of the board. Drag to look elsewhere; the arrow keys move the view.';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a map that is dragged is no fieldset
    <div
      class="minimap"
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
      tabIndex={0}
      data-testid="minimap"
      onPointerDown={(event) => {
        held.current = shown;
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (held.current) goTo(event);
      }}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
      onKeyDown={(event) => {
        const by = {
          ArrowLeft: [1, 0],
          ArrowRight: [-1, 0],
          ArrowUp: [0, 1],
          ArrowDown: [0, -1],
        }[event.key];
        if (!by) return;
        event.preventDefault();
        event.stopPropagation();
        const step = 160;
        looking.panBy((by[0] ?? 0) * step, (by[1] ?? 0) * step);
      }}
      onWheel={(event) => {
        event.preventDefault();
        looking.setZoom(state.camera.value.k * (event.deltaY < 0 ? 1.15 : 0.87));
      }}
    >
      <Boxes picture={picture.value} shown={shown} scale={scale} />
      <span
        class="minimap-view"
        data-testid="minimap-view"
        style={{
          left: `${corner.x}px`,
          top: `${corner.y}px`,
          width: `${Math.max(4, width * scale)}px`,
          height: `${Math.max(4, height * scale)}px`,
        }}
      />
    </div>
  );
}

/** The paths are the same elements with the same words until the board changes: moving them costs one attribute. */
function Boxes(props: {
  readonly picture: Picture;
  readonly shown: Box;
  readonly scale: number;
}): JSX.Element {
  const { picture, shown, scale } = props;
  const paths = useMemo(
    () => picture.paths.map(([fill, path]) => <path key={fill} d={path} fill={fill} />),
    [picture],
  );
  const place = `translate(${size.width / 2} ${size.height / 2}) scale(${scale}) translate(${-shown.x} ${-shown.y})`;
  return (
    <svg width={size.width} height={size.height} aria-hidden="true">
      <g transform={place}>{paths}</g>
    </svg>
  );
}
