/**
 * The app's pages on screen: one headless page per app, one panel and one modal in all. This file decides what is
 * open and how it is doing; PagesView.tsx shows it.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { observable } from '../../../base/observable.ts';
import type { AppPage, PageRequest } from '../../host/screen.ts';
import type { SomeSwitches } from '../../switches.ts';
import type { Notices } from '../notices.ts';
import type { BoardState } from '../state/boardState.ts';
import { type FrameRights, rightsOf } from './rights.ts';

/** An app as the board's toolbar knows it. */
export interface AppRef {
  /** Different apps, different ids. */
  readonly id: string;
  readonly name: string;
}

/** Miro waits this long for a modal (websdk-reference-ui); the board does so for every page. Milliseconds. */
const answerWithin = 10_000;

/** Pixels: Miro's panel (app-panels-and-modals). */
const panelWidth = 368;

export const silent = (app: AppRef, url: string): string =>
  `${app.name} does not answer at ${url}. Check that it runs there, then reload this page.`;

export type PageStatus = 'loading' | 'live' | 'failed' | 'closed';

export interface ShownPage {
  readonly key: number;
  readonly app: AppRef;
  readonly request: PageRequest;
  readonly rights: FrameRights;
  readonly status: ReadonlySignal<PageStatus>;
  /** The screen puts the iframe here when it is in the page. */
  readonly frame: { current: HTMLIFrameElement | null };
  close(): void;
}

export interface Pages {
  readonly shown: ReadonlySignal<readonly ShownPage[]>;
  open(app: AppRef, request: PageRequest): AppPage;
  canOpen(app: AppRef, kind: 'panel' | 'modal'): boolean;
  /** The page that lives as long as the board is open, if it was opened. */
  headless(app: AppRef): ShownPage | undefined;
}

export interface PagesOptions {
  readonly clock: Clock;
  readonly notices: Notices;
  readonly state: BoardState;
  readonly switches: () => SomeSwitches;
}

export function createPages({ clock, notices, state, switches }: PagesOptions): Pages {
  const shown: Signal<readonly ShownPage[]> = signal([]);
  let last = 0;

  const inTheWay = (app: AppRef, kind: PageRequest['kind']) =>
    shown.value.find((page) => page.request.kind === kind && (kind !== 'headless' || page.app.id === app.id));

  return {
    shown,
    headless: (app) => inTheWay(app, 'headless'),
    canOpen(app, kind) {
      const other = inTheWay(app, kind);
      return other === undefined || other.app.id === app.id;
    },
    open(app, request) {
      inTheWay(app, request.kind)?.close();
      last += 1;
      const status = signal<PageStatus>('loading');
      const told = observable<PageStatus>('loading');
      const frame: ShownPage['frame'] = { current: null };
      const become = (next: PageStatus) => {
        status.value = next;
        told.set(next);
      };
      const fail = () => {
        if (status.value !== 'loading') return;
        become('failed');
        if (request.kind === 'headless') {
          notices.tell('error', silent(app, request.url));
        }
      };
      const stopWaiting = clock.after(answerWithin, fail);

      const close = () => {
        if (status.value === 'closed') return;
        stopWaiting();
        shown.value = shown.value.filter((page) => page !== own);
        if (request.kind === 'panel') state.covered.value = 0;
        become('closed');
      };
      const own: ShownPage = { key: last, app, request, rights: rightsOf(switches()), status, frame, close };
      shown.value = [...shown.value, own];
      if (request.kind === 'panel') state.covered.value = panelWidth;
      return {
        kind: request.kind,
        url: request.url,
        state: told,
        window: () => (status.value === 'closed' ? null : (frame.current?.contentWindow ?? null)),
        answered() {
          stopWaiting();
          if (status.value !== 'closed') become('live');
        },
        close,
      };
    },
  };
}
