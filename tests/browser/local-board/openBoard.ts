/** Opens the real board page for a test, on a real room in this page, and closes it afterwards. */
import { afterEach } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Clock } from '../../../src/base/clock.ts';
import { systemClock } from '../../../src/base/systemClock.ts';
import type { Pictures } from '../../../src/local-board/host/pictures/pictures.ts';
import type { ItemData } from '../../../src/local-board/model/item.ts';
import { wordsOf } from '../../../src/local-board/model/words.ts';
import type { RenameBoard } from '../../../src/local-board/view/chrome/BoardName.tsx';
import { type MountedBoard, mountBoard } from '../../../src/local-board/view/mount.tsx';
import { type RoomBoard, roomBoard } from './roomBoard.ts';

const cleanUps: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
});

export interface OpenBoard extends MountedBoard {
  readonly room: RoomBoard;
}

/** Looked at with dp and pixels alike: the board's centre is the window's, one dp is one pixel. */
export async function openBoard(
  items: readonly Readonly<Record<string, unknown>>[] = [],
  options: {
    readonly access?: 'edit' | 'view';
    readonly room?: RoomBoard;
    readonly clock?: Clock;
    readonly pictures?: Pictures;
    readonly rename?: RenameBoard;
  } = {},
): Promise<OpenBoard> {
  await page.viewport(1280, 860);
  const room = options.room ?? roomBoard();
  if (items.length > 0) {
    const maker = await room.join('Maya Made-Up');
    await maker.create(items, { settle: true });
    maker.dispose();
  }
  const client = await room.join('Erin Example', options.access ? { access: options.access } : {});
  const root = document.body.appendChild(document.createElement('div'));
  const mounted = mountBoard(root, {
    client,
    clock: options.clock ?? systemClock,
    apps: [
      { id: 'https://app.example', name: 'Example app' },
      { id: 'https://other.example', name: 'Other app' },
    ],
    ...(options.pictures ? { pictures: options.pictures } : {}),
    reducedMotion: () => true,
    ...(options.rename ? { rename: options.rename } : {}),
  });
  cleanUps.push(() => {
    mounted.dispose();
    client.dispose();
    root.remove();
  });
  const { state, engine } = mounted.board;
  // On a busy machine the canvas comes to life some frames later; only then does it stay where it is put.
  await until(() => engine.zooming !== undefined);
  await frame();
  const { width, height } = state.size.value;
  await engine.zooming?.moveTo({ x: width / 2, y: height / 2, k: 1 });
  await frame();
  return { ...mounted, room };
}

/** Two frames: what changed has been drawn and drawn again. */
export const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** What the person sees is there once they could see it. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (isTrue()) return;
    await frame();
  }
  throw new Error(`It did not come to: ${isTrue}`);
}

export function find(testid: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
  if (!element) throw new Error(`There is no ${testid} on the page.`);
  return element;
}

export const has = (testid: string): boolean => document.querySelector(`[data-testid="${testid}"]`) !== null;

/** Where a point of the board is in the window. */
export function at({ board }: OpenBoard, x: number, y: number): { clientX: number; clientY: number } {
  const { left, top } = find('board-canvas').getBoundingClientRect();
  const camera = board.state.camera.value;
  return { clientX: left + x * camera.k + camera.x, clientY: top + y * camera.k + camera.y };
}

type Place = { readonly x: number; readonly y: number };

const press = (element: Element, type: string, place: object, more: object) =>
  element.dispatchEvent(
    new (type.startsWith('pointer') ? PointerEvent : MouseEvent)(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: window,
      pointerId: 1,
      isPrimary: true,
      button: 0,
      ...place,
      ...more,
    }),
  );

/** A press, some movement, a release: what a mouse would send, at places of the board. */
export async function drag(
  open: OpenBoard,
  from: Place,
  to: Place,
  more: { readonly shiftKey?: boolean; readonly cancel?: 'escape'; readonly rest?: () => Promise<void> } = {},
): Promise<void> {
  // Worked out beforehand: panning moves the board under the pointer.
  const start = at(open, from.x, from.y);
  const end = at(open, to.x, to.y);
  const target = document.elementFromPoint(start.clientX, start.clientY) ?? find('board-canvas');
  const canvas = find('board-canvas');
  // Capturing a pointer that the browser does not know of is refused.
  canvas.setPointerCapture = () => undefined;
  const { shiftKey = false } = more;
  press(target, 'pointerdown', start, { buttons: 1, shiftKey });
  press(target, 'mousedown', start, { buttons: 1, shiftKey });
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const place = {
      clientX: start.clientX + (end.clientX - start.clientX) * share,
      clientY: start.clientY + (end.clientY - start.clientY) * share,
    };
    press(canvas, 'pointermove', place, { buttons: 1, shiftKey });
    press(canvas, 'mousemove', place, { buttons: 1, shiftKey });
    await frame();
  }
  // The pointer rests before it lets go.
  await more.rest?.();
  if (more.cancel === 'escape') await userEvent.keyboard('{Escape}');
  press(canvas, 'pointerup', end, { shiftKey });
  press(canvas, 'mouseup', end, { shiftKey });
  await frame();
}

export const click = (open: OpenBoard, place: Place, more: { readonly shiftKey?: boolean } = {}) =>
  drag(open, place, place, more);

export const texts = (items: readonly ItemData[]): readonly string[] => items.map(wordsOf);
