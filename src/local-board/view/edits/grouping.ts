/** Groups by hand: what is selected becomes one, or is one no longer. */
import type { BoardClient } from '../../client/client.ts';
import { groupOf } from '../../model/groups.ts';
import { isPlaced } from '../../model/item.ts';
import type { Notices } from '../notices.ts';
import type { BoardState } from '../state/boardState.ts';

export interface Grouping {
  mayGroup(): boolean;
  mayUngroup(): boolean;
  group(): void;
  ungroup(): void;
}

export function createGrouping(
  client: BoardClient,
  state: BoardState,
  notices: Notices,
  readOnly: () => boolean,
): Grouping {
  const chosen = () => state.selected.value.flatMap((id) => state.items.get(id) ?? []);
  const loose = () =>
    chosen().filter((item) => isPlaced(item) && item.type !== 'mindmap_node' && !state.drafts.has(item.id));
  const orSay = (what: string, work: Promise<unknown>) =>
    work.catch((error: unknown) =>
      notices.tell('error', error instanceof Error ? `${what} ${error.message}` : what),
    );
  const grouping: Grouping = {
    mayGroup() {
      const items = loose();
      const groups = new Set(items.map(groupOf));
      // All in one and the same group: that is a group already.
      return !readOnly() && items.length > 1 && (groups.size > 1 || groups.has(undefined));
    },
    mayUngroup: () => !readOnly() && chosen().some((item) => groupOf(item) !== undefined),
    group() {
      if (!grouping.mayGroup()) return;
      const ids = loose().map(({ id }) => id);
      const old = loose().filter((item) => groupOf(item) !== undefined);
      const free = old.length > 0 ? client.ungroup(old.map(({ id }) => id)) : Promise.resolve([]);
      void orSay(
        'That could not be grouped.',
        free.then(() => client.group(ids)),
      );
    },
    ungroup() {
      if (!grouping.mayUngroup()) return;
      const ids = chosen().flatMap((item) => groupOf(item) ?? []);
      void orSay('That could not be ungrouped.', client.ungroup([...new Set(ids)]));
    },
  };
  return grouping;
}
