/** Where this window looks: zoom buttons, zoom to fit, going to items. All of it respects what a panel covers. */
import { type Box, contains } from '../../../base/box.ts';
import type { Viewport, ViewportOptions } from '../../host/screen.ts';
import type { BoardState } from '../state/boardState.ts';
import { union } from '../state/places.ts';
import { type Camera, showing, zoomed } from './camera.ts';
import type { Zooming } from './zooming.ts';

export interface Looking {
  show(viewport: Viewport, options?: ViewportOptions): Promise<Viewport>;
  /** So that these items fit, with some air around them. */
  goTo(ids: readonly string[], milliseconds?: number): Promise<Viewport>;
  /** Everything, or the board's centre where nothing is. */
  fit(milliseconds?: number): Promise<Viewport>;
  /** Pans just so far that the item can be seen. */
  reveal(id: string): Promise<void>;
  setZoom(zoom: number): void;
  step(direction: 'in' | 'out'): void;
  panBy(dx: number, dy: number): void;
}

/** Pixels around what is gone to: toolbars lie there. */
const air = { top: 80, right: 80, bottom: 80, left: 90 } as const;
/** A single note should not fill the screen. */
const closest = 1.5;
/** Milliseconds. */
const travel = 350;

export function createLooking(state: BoardState, zooming: () => Zooming | undefined): Looking {
  const move = async (camera: Camera, milliseconds: number): Promise<Viewport> => {
    const engine = zooming();
    if (engine) await engine.moveTo(camera, milliseconds);
    else state.camera.value = camera;
    return state.viewport.value;
  };
  const around = (box: Box): Viewport => ({
    x: box.x - box.width / 2,
    y: box.y - box.height / 2,
    width: box.width,
    height: box.height,
  });
  const looking: Looking = {
    show: (viewport, { padding, animationDurationInMs = 0 } = {}) =>
      move(showing(viewport, state.area.value, padding), animationDurationInMs),
    async goTo(ids, milliseconds = travel) {
      const box = union(ids.flatMap((id) => state.places.get(id) ?? []));
      if (!box) return state.viewport.value;
      return move(showing(around(box), state.area.value, air, closest), milliseconds);
    },
    fit(milliseconds = travel) {
      const all = state.places.ids();
      if (all.length > 0) return looking.goTo(all, milliseconds);
      const { left, width, height } = state.area.value;
      return move({ k: 1, x: left + width / 2, y: height / 2 }, milliseconds);
    },
    async reveal(id) {
      const box = state.places.get(id);
      const seen = state.viewport.value;
      const whole = { ...seen, x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
      if (!box || contains(whole, box)) return;
      const viewport = {
        x: box.x - seen.width / 2,
        y: box.y - seen.height / 2,
        width: seen.width,
        height: seen.height,
      };
      await move(showing(viewport, state.area.value), travel);
    },
    setZoom(zoom) {
      void move(zoomed(state.camera.value, state.area.value, zoom), 0);
    },
    step(direction) {
      const factor = direction === 'in' ? 1.25 : 0.8;
      void move(zoomed(state.camera.value, state.area.value, state.camera.value.k * factor), 120);
    },
    panBy: (dx, dy) => zooming()?.panBy(dx, dy),
  };
  return looking;
}
