/**
 * Serves the SDK to an app's iframes in a board page: opens the headless page, gives every page of the app its link,
 * and carries messages between them. A message counts only when it comes from the page's own window and origin.
 */
import type { Clock } from '../../base/clock.ts';
import { type Disposer, disposers, once } from '../../base/disposer.ts';
import { channel, type DragPointer, dragPointer, type FromApp, isOurs } from '../sdk/transport.ts';
import { createFlood } from './flood.ts';
import type { FrameLink, Host } from './host.ts';
import type { AppPage, Screen } from './screen.ts';

export interface IframeOptions {
  readonly host: Host;
  readonly screen: Screen;
  /** The board page's own window. */
  readonly window: Window;
  readonly clock: Clock;
  /** `opaque` where iframes are sandboxed without an origin of their own (the switch `storage=denied`). */
  readonly origins?: 'own' | 'opaque';
}

interface Attended {
  readonly page: AppPage;
  readonly origin: string;
  readonly flood: ReturnType<typeof createFlood>;
  link: FrameLink | undefined;
}

/** Starts the app: opens its headless page. The disposer closes all its pages. */
export function serveIframes({ host, screen, window, clock, origins = 'own' }: IframeOptions): Disposer {
  const attended = new Set<Attended>();
  const undo = disposers();

  function attend(page: AppPage): void {
    const origin = origins === 'opaque' ? 'null' : new URL(page.url).origin;
    const one: Attended = { page, origin, flood: createFlood(clock.now), link: undefined };
    attended.add(one);
    const stop = page.state.subscribe((state) => {
      if (state !== 'closed') return;
      stop();
      one.link?.dispose();
      attended.delete(one);
    });
  }

  const post = ({ page, origin }: Attended, message: object) =>
    page.window()?.postMessage({ channel, ...message }, origin === 'null' ? '*' : origin);

  let stopFollowing: Disposer = () => {};

  /** Tells the iframe of pointer events that come to this window while something is dragged out of it. */
  function followDrag(one: Attended): void {
    stopFollowing();
    const inside = one.page.window();
    const iframe = [...window.document.querySelectorAll('iframe')].find(
      (found) => found.contentWindow === inside,
    );
    if (!iframe) return;
    const tell = (phase: DragPointer['phase']) => (event: PointerEvent) => {
      const { left, top } = iframe.getBoundingClientRect();
      const seen = phase === 'move' && event.buttons === 0 ? 'lost' : phase;
      const pointer: DragPointer = { phase: seen, x: event.clientX - left, y: event.clientY - top };
      post(one, { event: dragPointer, payload: pointer });
    };
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    window.addEventListener('pointermove', tell('move'), options);
    window.addEventListener('pointerup', tell('up'), options);
    window.addEventListener('pointercancel', tell('lost'), options);
    stopFollowing = once(() => listening.abort());
  }
  undo.add(() => stopFollowing());

  /** A page that greets again was reloaded: what it listened to before is gone with it. */
  function greeted(one: Attended): FrameLink {
    one.link?.dispose();
    one.link = host.connect({ kind: one.page.kind, page: one.page }, (event, payload) =>
      post(one, { event, payload }),
    );
    return one.link;
  }

  async function answer(one: Attended, { call, name, payload }: FromApp): Promise<void> {
    const link = name === 'HELLO' || !one.link ? greeted(one) : one.link;
    if (name === 'UI_DRAG_START') followDrag(one);
    if (name === 'UI_DRAG_END') stopFollowing();
    try {
      const value = await link.call(name, payload);
      if (one.link === link) post(one, { call, value });
    } catch (error) {
      if (one.link === link)
        post(one, { call, error: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Only without its iframe is a page quiet. */
  function stopPage({ page }: Attended): void {
    page.close();
    screen.notify({
      type: 'error',
      message: 'An app sent too much and was stopped. Reload to start it again.',
    });
  }

  const receive = (event: MessageEvent<unknown>) => {
    if (!isOurs(event.data)) return;
    for (const one of [...attended]) {
      if (event.source === null || event.source !== one.page.window() || event.origin !== one.origin)
        continue;
      if (one.flood.message()) void answer(one, event.data as FromApp);
      else stopPage(one);
    }
  };
  window.addEventListener('message', receive);
  undo.add(() => window.removeEventListener('message', receive));
  undo.add(host.onPage(attend));
  undo.add(() => {
    for (const { page } of [...attended]) page.close();
  });
  attend(screen.openPage({ kind: 'headless', url: host.appUrl }));
  return once(undo.dispose);
}
