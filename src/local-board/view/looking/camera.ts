/**
 * Which part of the board is seen. A pure mapping between screen pixels (from the canvas's top-left corner) and dp:
 * pixel = dp × k + offset.
 */
import type { Box, Point } from '../../../base/box.ts';
import type { Viewport, ViewportOptions } from '../../host/screen.ts';

export interface Camera extends Point {
  readonly k: number;
}

/** The part of the canvas that no panel covers, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Miro's own range (websdk-reference-viewport, setZoom). */
export const zoomRange = { least: 0.01, most: 4 } as const;

const clampZoom = (k: number): number => Math.min(zoomRange.most, Math.max(zoomRange.least, k));

export const toBoard = (camera: Camera, pixel: Point): Point => ({
  x: (pixel.x - camera.x) / camera.k,
  y: (pixel.y - camera.y) / camera.k,
});

export const toScreen = (camera: Camera, point: Point): Point => ({
  x: point.x * camera.k + camera.x,
  y: point.y * camera.k + camera.y,
});

/** A board box as pixels, by its top-left corner. */
export const onScreen = (camera: Camera, box: Box) => ({
  left: (box.x - box.width / 2) * camera.k + camera.x,
  top: (box.y - box.height / 2) * camera.k + camera.y,
  width: box.width * camera.k,
  height: box.height * camera.k,
});

/** The same, as a style. */
export function styleOf(camera: Camera, box: Box) {
  const { left, top, width, height } = onScreen(camera, box);
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
}

export function viewportOf(camera: Camera, area: Area): Viewport {
  const corner = toBoard(camera, { x: area.left, y: area.top });
  return { ...corner, width: area.width / camera.k, height: area.height / camera.k };
}

/** The camera that shows all of `viewport`, centred in `area`. */
export function showing(
  viewport: Viewport,
  area: Area,
  padding: NonNullable<ViewportOptions['padding']> = {},
  most: number = zoomRange.most,
): Camera {
  const { left = 0, right = 0, top = 0, bottom = 0 } = padding;
  const width = Math.max(20, area.width - left - right);
  const height = Math.max(20, area.height - top - bottom);
  const k = Math.min(
    most,
    clampZoom(Math.min(width / Math.max(viewport.width, 1), height / Math.max(viewport.height, 1))),
  );
  return {
    k,
    x: area.left + left + width / 2 - (viewport.x + viewport.width / 2) * k,
    y: area.top + top + height / 2 - (viewport.y + viewport.height / 2) * k,
  };
}

/** The same place in the middle of `area` stays in the middle. */
export function zoomed(camera: Camera, area: Area, k: number): Camera {
  const middle = { x: area.left + area.width / 2, y: area.top + area.height / 2 };
  const held = toBoard(camera, middle);
  const next = clampZoom(k);
  return { k: next, x: middle.x - held.x * next, y: middle.y - held.y * next };
}

/**
 * A somewhat larger part than the one seen, in coarse steps, so that panning by a few pixels does not change what is
 * in the page. Unit: dp.
 */
export function coarse(viewport: Viewport): Viewport {
  const step = 2 ** Math.ceil(Math.log2(Math.max(viewport.width, viewport.height, 1))) / 4;
  const x = Math.floor(viewport.x / step) * step - step;
  const y = Math.floor(viewport.y / step) * step - step;
  return {
    x,
    y,
    width: Math.ceil((viewport.x + viewport.width) / step) * step + step - x,
    height: Math.ceil((viewport.y + viewport.height) / step) * step + step - y,
  };
}
