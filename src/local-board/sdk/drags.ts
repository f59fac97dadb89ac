/**
 * Dragging elements of class `miro-draggable` out of an app's panel onto the board, with mouse, pen and touch. The
 * page sees the pointer only in its own coordinates, also while it is outside; the board says where that is.
 */
import type { DragSource, DropHandler } from './miro.ts';
import type { WindowTransport } from './windowTransport.ts';

/** A press becomes a drag after this many pixels. */
const threshold = 4;
/** A finger that rests this long drags; one that moves earlier scrolls. Milliseconds. */
const rest = 180;

interface Place {
  readonly x: number;
  readonly y: number;
}

export function createDrags(page: Document, transport: WindowTransport): DragSource {
  const handlers = new Set<DropHandler>();
  let stop: (() => void) | undefined;

  return {
    async onDrop(handler) {
      handlers.add(handler);
      stop ??= watch(page, transport, (place, target) => {
        for (const own of [...handlers]) own({ ...place, target });
      });
    },
    async offDrop(handler) {
      handlers.delete(handler);
      if (handlers.size > 0) return;
      stop?.();
      stop = undefined;
    },
  };
}

function previewOf(element: HTMLElement) {
  const { dragPreview, dragPreviewWidth, dragPreviewHeight } = element.dataset;
  const size = (text: string | undefined) =>
    text !== undefined && Number(text) > 0 ? Number(text) : undefined;
  return {
    ...(dragPreview ? { image: new URL(dragPreview, element.baseURI).href } : {}),
    width: size(dragPreviewWidth),
    height: size(dragPreviewHeight),
  };
}

function watch(
  page: Document,
  transport: WindowTransport,
  dropped: (place: Place, target: HTMLElement) => void,
) {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  const active = { ...options, passive: false };
  let press: { readonly element: HTMLElement; readonly from: Place; dragging: boolean } | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let selectable = '';

  const draggable = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('.miro-draggable') : null;
  // A drag that the board refuses (a modal, a lost connection) ends; the app is not troubled with it.
  const call = (...args: Parameters<WindowTransport['call']>) => transport.call(...args).catch(() => null);

  function begin(at: Place): void {
    if (!press || press.dragging) return;
    press.dragging = true;
    selectable = page.body.style.userSelect;
    page.body.style.userSelect = 'none';
    void call('UI_DRAG_START', { ...at, ...previewOf(press.element) });
  }

  function release(): void {
    clearTimeout(resting);
    if (press?.dragging) page.body.style.userSelect = selectable;
    press = undefined;
  }

  function end(): void {
    if (press?.dragging) void call('UI_DRAG_END');
    release();
  }

  async function drop(at: Place): Promise<void> {
    const element = press?.dragging ? press.element : undefined;
    // Ended first: the release may be told twice, by this page's pointer and by the board's window.
    release();
    if (!element) return;
    swallowClick();
    const place = (await call('UI_DRAG_DROP', at)) as Place | null;
    void call('UI_DRAG_END');
    if (place) dropped(place, element);
  }

  /** The release of a drag is no click on what was dragged. */
  function swallowClick(): void {
    const swallow = (event: Event) => {
      event.stopPropagation();
      event.preventDefault();
    };
    page.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => page.removeEventListener('click', swallow, { capture: true }), 0);
  }

  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => ({
    x: clientX,
    y: clientY,
  });

  page.addEventListener('dragstart', (event) => draggable(event.target) && event.preventDefault(), options);

  page.addEventListener(
    'pointerdown',
    (event) => {
      const element = draggable(event.target);
      if (!element || event.pointerType === 'touch' || event.button !== 0) return;
      press = { element, from: at(event), dragging: false };
      // Captured, so that it is followed outside the iframe too.
      element.setPointerCapture(event.pointerId);
    },
    options,
  );
  page.addEventListener(
    'pointermove',
    (event) => {
      if (!press || event.pointerType === 'touch') return;
      // The button was let go where nobody could see it.
      if (event.buttons === 0) return end();
      const { from, dragging } = press;
      if (!dragging && Math.hypot(event.clientX - from.x, event.clientY - from.y) < threshold) return;
      begin(from);
      void call('UI_DRAG_MOVE', at(event));
    },
    options,
  );
  page.addEventListener(
    'pointerup',
    (event) => event.pointerType !== 'touch' && void drop(at(event)),
    options,
  );
  page.addEventListener('pointercancel', (event) => event.pointerType !== 'touch' && end(), options);
  page.addEventListener('keydown', (event) => event.key === 'Escape' && press && end(), options);

  transport.onDragPointer(({ phase, x, y }) => {
    if (!press?.dragging) return;
    if (phase === 'move') void call('UI_DRAG_MOVE', { x, y });
    else if (phase === 'up') void drop({ x, y });
    else end();
  });

  page.addEventListener(
    'touchstart',
    (event) => {
      const element = draggable(event.target);
      const touch = event.touches[0];
      if (!element || !touch || event.touches.length > 1) return end();
      press = { element, from: at(touch), dragging: false };
      resting = setTimeout(() => begin(at(touch)), rest);
    },
    active,
  );
  page.addEventListener(
    'touchmove',
    (event) => {
      const touch = event.touches[0];
      if (!press || !touch) return;
      if (!press.dragging) return end();
      event.preventDefault();
      void call('UI_DRAG_MOVE', at(touch));
    },
    active,
  );
  page.addEventListener(
    'touchend',
    (event) => {
      const touch = event.changedTouches[0];
      if (press?.dragging && touch) {
        event.preventDefault();
        void drop(at(touch));
      } else end();
    },
    active,
  );
  page.addEventListener('touchcancel', () => end(), options);
  // A finger that rests long asks for a menu too, which would end the drag.
  page.addEventListener('contextmenu', (event) => press && event.preventDefault(), options);

  return () => {
    end();
    listening.abort();
  };
}
