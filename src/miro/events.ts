/** What the board tells an app, as plain items. Miro tells little; design, "the mirror", says how we live with it. */
import { type Disposer, once } from '../base/disposer.ts';
import type { BoardItem } from '../board/item.ts';
import type { BoardEvents } from '../board/port.ts';
import { itemId } from '../workshop/ids.ts';
import type { Miro, SdkItem } from './sdk.ts';

interface Carried {
  readonly items: SdkItem[];
}

type ItemsEvent = 'selection:update' | 'items:create' | 'items:delete' | 'experimental:items:update';

export function boardEvents(
  miro: Miro,
  placed: (items: readonly SdkItem[]) => Promise<BoardItem[]>,
): BoardEvents {
  const listen = (event: ItemsEvent, handler: (carried: Carried) => void): Disposer => {
    // The union of event names defeats the overloads; every one of them carries items.
    miro.board.ui.on(event as 'items:create', handler);
    return once(() => miro.board.ui.off(event as 'items:create', handler));
  };

  /** Placing items may take a call; events are handed on in the order they came, so that the last one is the truth. */
  const inOrder = (listener: (items: readonly BoardItem[]) => void) => {
    let last: Promise<void> = Promise.resolve();
    return ({ items }: Carried): void => {
      const placing = placed(items);
      // A listener that throws is reported by the browser, and does not silence the events after it.
      last = last.catch(() => undefined).then(async () => listener(await placing));
    };
  };

  return {
    onSelection: (listener) => listen('selection:update', inOrder(listener)),
    onTouched(listener) {
      const handler = inOrder(listener);
      const made = listen('items:create', handler);
      const changed = listen('experimental:items:update', handler);
      return once(() => {
        made();
        changed();
      });
    },
    onDeleted: (listener) =>
      listen('items:delete', ({ items }) => listener(items.map(({ id }) => itemId(id)))),
    onDrop(listener) {
      const handler = ({ x, y, target }: { x: number; y: number; target: HTMLElement }): void =>
        listener({ x, y }, target?.dataset?.drop ?? '');
      miro.board.ui.on('drop', handler);
      return once(() => miro.board.ui.off('drop', handler));
    },
  };
}
