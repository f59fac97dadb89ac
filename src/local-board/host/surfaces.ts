/** The one panel and the one modal of an app in a window: what they were given, and what they were closed with. */
import type { Json } from '../../base/json.ts';
import { no } from './payload.ts';
import type { AppPage, PageRequest, Screen } from './screen.ts';

interface Surface {
  readonly page: AppPage;
  readonly data: Json | undefined;
  readonly closed: Promise<Json | undefined>;
  result: Json | undefined;
}

type Kind = 'panel' | 'modal';

/** Closings kept for whoever asks late. */
const mostEnded = 100;

export function createSurfaces(screen: Screen, opened: (page: AppPage) => void) {
  const surfaces = new Map<Kind, Surface>();
  /** Closed ones are kept until asked, for a `waitForClose` that comes after the closing. */
  const ended = new Map<string, Promise<Json | undefined>>();
  let count = 0;

  const openOne = (kind: Kind): Surface | undefined => {
    const surface = surfaces.get(kind);
    return surface && surface.page.state.get() !== 'closed' ? surface : undefined;
  };

  /** A panel of the app's own makes way for its next; while any modal is open, no other is shown. */
  const canOpen = (kind: Kind): boolean =>
    screen.canOpen(kind) && !(kind === 'modal' && openOne('modal') !== undefined);

  return {
    canOpen,
    /** Answers a name to wait on with `closed`. */
    open(request: PageRequest & { readonly kind: Kind }, data: Json | undefined): string {
      if (!canOpen(request.kind))
        no(
          'ui',
          `Cannot open a ${request.kind}: something else is open, or the board's interface is hidden.`,
        );
      const page = screen.openPage(request);
      const closed = new Promise<Json | undefined>((resolve) => {
        const ending = () => {
          if (page.state.get() !== 'closed') return;
          stop();
          if (surfaces.get(request.kind) === surface) surfaces.delete(request.kind);
          resolve(surface.result);
        };
        const stop = page.state.subscribe(ending);
      });
      const surface: Surface = { page, data, closed, result: undefined };
      surfaces.set(request.kind, surface);
      count += 1;
      const name = `${request.kind} ${count}`;
      ended.set(name, closed);
      const [oldest] = ended.keys();
      if (ended.size > mostEnded && oldest !== undefined) ended.delete(oldest);
      opened(page);
      return name;
    },
    closed: (name: string): Promise<Json | undefined> => ended.get(name) ?? Promise.resolve(undefined),
    data: (kind: Kind): Json | undefined => openOne(kind)?.data,
    close(kind: Kind, result: Json | undefined): void {
      const surface = openOne(kind) ?? no('ui', `Cannot close the ${kind}: this app has none open.`);
      surface.result = result;
      surface.page.close();
    },
  };
}
