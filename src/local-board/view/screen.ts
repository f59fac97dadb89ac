/** The board page as one app's SDK host sees it: host/screen.ts, carried out. */
import { effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Point } from '../../base/box.ts';
import { type Disposer, once } from '../../base/disposer.ts';
import type { Observable } from '../../base/observable.ts';
import type { ActionSource, AppPage, DragPreview, Screen } from '../host/screen.ts';
import type { Board } from './board.ts';
import { browserPictures } from './edits/pictures.ts';
import { toBoard } from './looking/camera.ts';
import { type AppRef, silent } from './pages/pages.ts';

/** Miro refuses longer notifications (websdk-reference-notifications). */
const longestMessage = 80;

/** What hangs at the pointer while an app drags something out of its panel; pixels in this window. */
export interface DragShown extends DragPreview {
  readonly at: Point;
}

export interface AppScreen extends Screen {
  readonly app: AppRef;
  /** The app's entries in the context menu. */
  readonly actions: ActionSource;
  clickIcon(): void;
  /** The icon on an app card of this app was clicked. */
  clickAppCard(id: string): void;
  /** Whether the icon of this app's disconnected cards is a button. */
  readonly connects: ReadonlySignal<boolean>;
}

export const observed = <T>(source: ReadonlySignal<T>): Observable<T> => ({
  get: () => source.peek(),
  subscribe(listener) {
    let first = true;
    return once(
      effect(() => {
        const value = source.value;
        if (first) first = false;
        else untracked(() => listener(value));
      }),
    );
  },
});

export function createScreen(board: Board, app: AppRef, drag: Signal<DragShown | null>): AppScreen {
  const { state, looking, pages, notices, engine } = board;
  const iconListeners = new Set<() => void>();
  let offering: ActionSource | undefined;
  let started = false;
  const cardListeners = new Set<(id: string) => void>();
  const connects = signal(false);

  /** From the pointer in an iframe to the pointer in this window. */
  const here = (page: AppPage, point: Point): Point => {
    const frame = [...document.querySelectorAll('iframe')].find(
      ({ contentWindow }) => contentWindow !== null && contentWindow === page.window(),
    );
    const box = frame?.getBoundingClientRect();
    return { x: point.x + (box?.left ?? 0), y: point.y + (box?.top ?? 0) };
  };

  return {
    app,
    pictures: browserPictures(window.location.origin),
    actions: {
      offered: async (ids) => (await offering?.offered(ids)) ?? [],
      run: (event, ids) => offering?.run(event, ids),
    },
    offerActions(source): Disposer {
      offering = source;
      return () => {
        offering = undefined;
      };
    },
    tool: board.tools.get,
    setTool: (tool) => board.tools.set(tool, app.name),
    selection: observed(state.selected),
    select(ids) {
      state.selection.value = [...new Set(ids)];
    },
    viewport: observed(state.viewport),
    showViewport: (viewport, options) => looking.show(viewport, options),
    zoomTo: (ids) => looking.goTo(ids),
    zoom: () => state.camera.value.k,
    setZoom: (zoom) => looking.setZoom(zoom),
    openPage(request) {
      if (request.kind === 'headless') started = true;
      return pages.open(app, request);
    },
    canOpen: (kind) => pages.canOpen(app, kind),
    notify({ type, message }) {
      const letters = [...message];
      const cut =
        letters.length > longestMessage ? `${letters.slice(0, longestMessage - 1).join('')}…` : message;
      notices.tell(type, cut);
    },
    startDrag(page, preview, point) {
      drag.value = { ...preview, at: here(page, point) };
    },
    moveDrag(page, point) {
      if (drag.value) drag.value = { ...drag.value, at: here(page, point) };
    },
    dropPoint(page, point) {
      const canvas = engine.canvas;
      if (!canvas) return null;
      const at = here(page, point);
      const under = document.elementFromPoint(at.x, at.y);
      if (!under || !canvas.contains(under)) return null;
      const box = canvas.getBoundingClientRect();
      return toBoard(state.camera.value, { x: at.x - box.left, y: at.y - box.top });
    },
    endDrag() {
      drag.value = null;
    },
    openLink(url) {
      window.open(url, '_blank', 'noopener,noreferrer');
    },
    onIconClick(listener): Disposer {
      const own = () => listener();
      iconListeners.add(own);
      return () => iconListeners.delete(own);
    },
    onAppCardIcon(listener): Disposer {
      const own = (id: string) => listener(id);
      cardListeners.add(own);
      return () => cardListeners.delete(own);
    },
    connects,
    connectsAppCards(listens) {
      connects.value = listens === 'yes';
    },
    clickAppCard(id) {
      for (const listener of [...cardListeners]) listener(id);
    },
    clickIcon() {
      const headless = pages.headless(app);
      if (started && !headless)
        notices.tell('error', `${app.name} was stopped. Reload this page to start it again.`);
      if (headless?.status.value === 'failed') notices.tell('error', silent(app, headless.request.url));
      for (const listener of [...iconListeners]) listener();
    },
  };
}
