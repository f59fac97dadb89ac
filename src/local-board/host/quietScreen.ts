/** A screen that nobody looks at: for people who join from Node, and for tests, which may hold it like a hand. */
import type { Point } from '../../base/box.ts';
import { once } from '../../base/disposer.ts';
import { observable } from '../../base/observable.ts';
import type { BoardContents } from '../client/client.ts';
import { boxOnBoard } from '../model/place.ts';
import { picturesInMemory } from './pictures/kept.ts';
import { createPictures, type PicturePorts } from './pictures/pictures.ts';
import type { ActionSource, AppPage, PageRequest, Screen, Viewport } from './screen.ts';
import type { ToolName } from './tools.ts';

export interface QuietScreen extends Screen {
  /** What was shown to the person, oldest first. */
  readonly notices: { readonly type: 'info' | 'error'; readonly message: string }[];
  readonly pages: (AppPage & { readonly request: PageRequest })[];
  clickIcon(): void;
  /** Clicks the icon on an app card. */
  clickAppCard(id: string): void;
  /** Whether the icon of a disconnected app card is a button. */
  connects: 'yes' | 'no';
  /** Whether another app is in the way. */
  readonly blocked: Set<'panel' | 'modal'>;
  /** Links that were followed out of the board. */
  readonly links: string[];
  /** The context menu's app entries. */
  readonly actions: ActionSource;
}

export function quietScreen(
  contents: () => BoardContents,
  pictures: PicturePorts = picturesInMemory(),
): QuietScreen {
  const selection = observable<readonly string[]>([]);
  const viewport = observable<Viewport>({ x: -800, y: -450, width: 1600, height: 900 });
  const icons = new Set<() => void>();
  const cards = new Set<(id: string) => void>();
  const pages: QuietScreen['pages'] = [];
  const notices: QuietScreen['notices'] = [];
  const links: string[] = [];
  const blocked = new Set<'panel' | 'modal'>();
  let zoom = 1;
  let tool: ToolName = 'CURSOR';
  let offering: ActionSource | undefined;
  let drag: AppPage | undefined;

  const show = async (view: Viewport): Promise<Viewport> => {
    viewport.set(view);
    return view;
  };

  const screen: QuietScreen = {
    pictures: createPictures(pictures),
    notices,
    pages,
    blocked,
    links,
    actions: {
      offered: async (ids) => (await offering?.offered(ids)) ?? [],
      run: (event, ids) => offering?.run(event, ids),
    },
    tool: () => tool,
    setTool(asked) {
      tool = asked;
    },
    offerActions(source) {
      offering = source;
      return () => {
        offering = undefined;
      };
    },
    clickIcon: () => {
      for (const listener of [...icons]) listener();
    },
    clickAppCard: (id) => {
      for (const listener of [...cards]) listener(id);
    },
    connects: 'no',
    selection,
    select: (ids) => selection.set([...ids]),
    viewport,
    showViewport: show,
    zoomTo(ids) {
      const { items } = contents();
      const boxes = ids.flatMap((id) => {
        const item = items.get(id);
        return item ? [boxOnBoard(item, (other) => items.get(other))] : [];
      });
      if (boxes.length === 0) return Promise.resolve(viewport.get());
      const x = Math.min(...boxes.map((box) => box.x - box.width / 2));
      const y = Math.min(...boxes.map((box) => box.y - box.height / 2));
      const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
      const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
      return show({ x, y, width: right - x, height: bottom - y });
    },
    zoom: () => zoom,
    setZoom(level) {
      zoom = level;
    },
    openPage(request) {
      for (const page of pages) if (page.kind === request.kind) page.close();
      const state = observable<'loading' | 'live' | 'failed' | 'closed'>('loading');
      const page = {
        request,
        kind: request.kind,
        url: request.url,
        state,
        window: () => null,
        answered: () => {
          if (state.get() !== 'closed') state.set('live');
        },
        close: () => state.set('closed'),
      };
      pages.push(page);
      return page;
    },
    canOpen: (kind) => !blocked.has(kind),
    notify: (notice) => void notices.push(notice),
    startDrag(page) {
      drag = page;
    },
    moveDrag() {},
    // There is no iframe to measure: a point in the page is taken for a point of the view.
    dropPoint: (page, point: Point) =>
      drag === page ? { x: viewport.get().x + point.x, y: viewport.get().y + point.y } : null,
    endDrag() {
      drag = undefined;
    },
    openLink: (url) => void links.push(url),
    onIconClick(listener) {
      const own = () => listener();
      icons.add(own);
      return once(() => icons.delete(own));
    },
    onAppCardIcon(listener) {
      const own = (id: string) => listener(id);
      cards.add(own);
      return once(() => cards.delete(own));
    },
    connectsAppCards(listens) {
      screen.connects = listens;
    },
  };
  return screen;
}
