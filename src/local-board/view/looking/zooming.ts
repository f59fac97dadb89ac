/** Pan and zoom by wheel, trackpad, touch and mouse (d3-zoom), and by call. The camera signal follows. */
import { type Selection, select } from 'd3-selection';
import { zoom as d3Zoom, type ZoomTransform, zoomIdentity } from 'd3-zoom';
import { once } from '../../../base/disposer.ts';
import type { BoardState } from '../state/boardState.ts';
import { type Camera, zoomRange } from './camera.ts';

export interface Zooming {
  /** Resolves when the camera is there. */
  moveTo(camera: Camera, milliseconds?: number): Promise<void>;
  /** Pixels. */
  panBy(dx: number, dy: number): void;
  dispose(): void;
}

export interface ZoomingOptions {
  /** Whether this press may pan: not on an item, not while another gesture wants it. */
  readonly mayPan: (event: MouseEvent | TouchEvent) => boolean;
  readonly reducedMotion: () => boolean;
}

/** A wheel that reports lines or pages instead of pixels. */
const pixelsPer = [1, 16, 400] as const;

// d3-zoom brings d3-transition along, whose types are not among ours; this is the part of it used here.
interface Animated {
  transition(): {
    duration(milliseconds: number): { call(...args: unknown[]): { end(): Promise<void> } };
  };
}

export function startZooming(canvas: HTMLElement, state: BoardState, options: ZoomingOptions): Zooming {
  const behaviour = d3Zoom<HTMLElement, unknown>()
    .scaleExtent([zoomRange.least, zoomRange.most])
    .clickDistance(4)
    .filter((event: MouseEvent | TouchEvent | WheelEvent) => {
      if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
      return options.mayPan(event);
    })
    // A pinch sends many small steps, a wheel few large ones; neither may jump.
    .wheelDelta((event) =>
      Math.max(-0.4, Math.min(0.4, -event.deltaY * (pixelsPer[event.deltaMode as 0] ?? 1) * 0.01)),
    )
    .on('start', (event: { sourceEvent: Event | null }) => {
      if (event.sourceEvent && event.sourceEvent.type !== 'wheel') canvas.dataset.panning = 'yes';
    })
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
      state.camera.value = { x: transform.x, y: transform.y, k: transform.k };
    })
    .on('end', () => delete canvas.dataset.panning);

  const target: Selection<HTMLElement, unknown, null, undefined> = select(canvas);
  target.call(behaviour).on('dblclick.zoom', null);

  const onWheel = (event: WheelEvent) => {
    // Also keeps the browser from zooming the whole page or going back in its history.
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    const pixels = pixelsPer[event.deltaMode as 0] ?? 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    panBy(-(sideways ? event.deltaY : event.deltaX) * pixels, -(sideways ? 0 : event.deltaY) * pixels);
  };
  canvas.addEventListener('wheel', onWheel, { passive: false });

  function panBy(dx: number, dy: number) {
    const { k } = state.camera.value;
    behaviour.translateBy(target, dx / k, dy / k);
  }

  return {
    panBy,
    async moveTo(camera, milliseconds = 0) {
      const transform = zoomIdentity.translate(camera.x, camera.y).scale(camera.k);
      const still = milliseconds <= 0 || options.reducedMotion() || document.hidden;
      if (still) {
        behaviour.transform(target, transform);
        return;
      }
      const animated = (target as unknown as Animated)
        .transition()
        .duration(milliseconds)
        .call(behaviour.transform, transform);
      // An animation ends early when the person takes over; where they went is then the answer.
      await animated.end().catch(() => undefined);
    },
    dispose: once(() => {
      canvas.removeEventListener('wheel', onWheel);
      target.on('.zoom', null);
    }),
  };
}
