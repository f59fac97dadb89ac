/**
 * What the SDK host asks of the board page: the part of Miro that one window shows, for one app. Selection, viewport,
 * pages in iframes, notifications, drag from a panel. The view implements it; a test may with a plain object.
 * It holds no board data: items travel through BoardClient.
 */
import type { Point } from '../../base/box.ts';
import type { Disposer } from '../../base/disposer.ts';
import type { Observable } from '../../base/observable.ts';
import type { Pictures } from './pictures/pictures.ts';
import type { ToolName } from './tools.ts';

/** The visible part of the board, in dp. `x`, `y` is its TOP-LEFT corner, as `board.viewport` gives it. */
export interface Viewport extends Point {
  readonly width: number;
  readonly height: number;
}

export interface ViewportOptions {
  /** Kept free on each side, in screen pixels. Default 0. */
  readonly padding?: {
    readonly top?: number;
    readonly right?: number;
    readonly bottom?: number;
    readonly left?: number;
  };
  /** Milliseconds; default 0. Ignored when the person asked for less motion. */
  readonly animationDurationInMs?: number;
}

/** One page of the app in an iframe. There is at most one of each kind per app, and one panel and one modal in all. */
export interface AppPage {
  readonly kind: 'headless' | 'panel' | 'modal';
  readonly url: string;
  /**
   * `loading` until the host says `answered`; `failed` when that took longer than ten seconds (the screen then shows
   * the person what to do; a late answer still makes it `live`); `closed` is final: by `close`, by the person (×,
   * Escape) or because another page took its place.
   */
  readonly state: Observable<'loading' | 'live' | 'failed' | 'closed'>;
  /** The iframe's window, to compare with `MessageEvent.source` and to post to. Null before it is there and once closed. */
  window(): Window | null;
  /** The host heard the page's SDK for the first time (or again after a reload). */
  answered(): void;
  close(): void;
}

export interface PageRequest {
  readonly kind: AppPage['kind'];
  /** Absolute. */
  readonly url: string;
  /** Modals only, in pixels; default 800 × 600, at most the window. */
  readonly width?: number;
  readonly height?: number;
  readonly fullscreen?: boolean;
}

/** What an app page says it is dragging over the board. */
export interface DragPreview {
  /** Absolute or data address of an image; without it the screen draws a plain card. */
  readonly image?: string;
  /** Pixels. One keeps the image's ratio, both are taken as given. */
  readonly width?: number;
  readonly height?: number;
}

/** A custom action of the app, for the board's context menu. */
export interface OfferedAction {
  /** Without `custom:`. */
  readonly event: string;
  readonly label: string;
  /** A name of one of Miro's icons, or an address of an image. */
  readonly icon?: string;
  readonly description?: string;
}

export interface ActionSource {
  /** What the app offers for these items, in the order to show. */
  offered(ids: readonly string[]): Promise<readonly OfferedAction[]>;
  /** Somebody chose one. */
  run(event: string, ids: readonly string[]): void;
}

export interface Screen {
  /** Reading the pictures that apps name, and keeping them. */
  readonly pictures: Pictures;

  /** Ids of what is selected in this window, in the order of selecting. */
  readonly selection: Observable<readonly string[]>;
  select(ids: readonly string[]): void;

  readonly viewport: Observable<Viewport>;
  /** Shows at least this part; resolves, when any animation is over, to what is really shown. */
  showViewport(viewport: Viewport, options?: ViewportOptions): Promise<Viewport>;
  /** Zooms so that these items fit. Unknown ids are left out. */
  zoomTo(ids: readonly string[]): Promise<Viewport>;
  zoom(): number;
  setZoom(zoom: number): void;

  openPage(request: PageRequest): AppPage;
  /** Whether a panel or modal could be opened now: false while another app's is in the way. */
  canOpen(kind: 'panel' | 'modal'): boolean;

  /** A toast in this window only. Longer than 80 characters is cut by the screen. */
  notify(notification: { readonly type: 'info' | 'error'; readonly message: string }): void;

  /**
   * A drag that began in a page of the app: `point` is the pointer's clientX/clientY in that iframe. `dropPoint` gives
   * board coordinates, or null when the pointer is not over the board. `endDrag` takes the preview away.
   */
  startDrag(page: AppPage, preview: DragPreview, point: Point): void;
  moveDrag(page: AppPage, point: Point): void;
  dropPoint(page: AppPage, point: Point): Point | null;
  endDrag(): void;

  /** Opens an address outside this board in a new tab. A screen without it follows no such links. */
  openLink?(url: string): void;

  /** What this person's next press on the board does. */
  tool(): ToolName;
  /** Where the screen lacks it, it says so to the person, and the cursor stays. */
  setTool(tool: ToolName): void;

  /** Where the context menu asks for the app's custom actions. */
  offerActions(source: ActionSource): Disposer;

  /** The app's icon in the toolbar was clicked. */
  onIconClick(listener: () => void): Disposer;

  /**
   * The icon on an app card (by its id) was clicked, whosever card it is and in whichever state; the host tells the
   * app what it should hear of.
   */
  onAppCardIcon(listener: (id: string) => void): Disposer;
  /** Whether a click on the icon of this app's disconnected cards does anything: only then is it drawn as a button. */
  connectsAppCards(listens: 'yes' | 'no'): void;
}
