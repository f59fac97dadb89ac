/**
 * Moves a window's view as others ask for: to items that an app brings this person to, and along with whoever is
 * followed; and says what this window shows while somebody follows it. A following ends when the view moves in any other way, since then the person looks for themselves.
 */
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { Observable } from '../../base/observable.ts';
import type { Live } from '../client/live.ts';
import type { Viewport } from './screen.ts';

export interface Moving {
  readonly viewport: Observable<Viewport>;
  /** Both begin at once, and without an animation they have also ended when they return. */
  showViewport(viewport: Viewport): Promise<Viewport>;
  zoomTo(ids: readonly string[]): Promise<Viewport>;
  /** Whenever this window shows another part of the board. */
  onMoved(listener: () => void): Disposer;
}

export function keepTogether(live: Live, view: Moving): Disposer {
  const undo = disposers();
  let led = false;
  undo.add(
    live.onLooked((viewport) => {
      if (live.following.get() === null) return;
      led = true;
      try {
        void view.showViewport(viewport);
      } finally {
        led = false;
      }
    }),
  );
  const show = () => live.show(view.viewport.get());
  undo.add(live.watched.subscribe(show));
  undo.add(view.viewport.subscribe(show));
  undo.add(live.onLook((items) => void view.zoomTo(items)));
  undo.add(
    view.onMoved(() => {
      if (led || live.following.get() === null) return;
      // Not known any more is as good as stopped.
      void live.act({ do: 'unfollow' }).catch(() => undefined);
    }),
  );
  return undo.dispose;
}
