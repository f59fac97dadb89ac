/**
 * What an app is told, and of what. Miro documents the update event for moves and resizes only, and creation not for
 * pasted or duplicated items; whether others' changes and an app's own come through it leaves open. `events=local`
 * tells of what this window's hand did, `events=all` of everything that happened on the board.
 */
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { BoardClient } from '../client/client.ts';
import type { Happening } from '../client/protocol.ts';
import type { ItemData } from '../model/item.ts';
import { asMiro, type Thing } from './asMiro.ts';
import { onlineUsers } from './calls/people.ts';
import { selectedThings } from './calls/selection.ts';
import type { Screen } from './screen.ts';

const geometry = ['x', 'y', 'width', 'height', 'rotation', 'parentId'] as const;

const lies = (item: ItemData) =>
  JSON.stringify(geometry.map((key) => Object.entries(item).find(([k]) => k === key)));

export function toldOf(
  happening: Happening,
  before: ReadonlyMap<string, ItemData>,
): { readonly event: string; readonly items: readonly ItemData[] }[] {
  const { changes, how } = happening;
  const put = changes.flatMap((change) => (change.what === 'item' ? [change.item] : []));
  const created = how === 'create' ? put.filter(({ id }) => !before.has(id)) : [];
  const moved = put.filter((item) => {
    const was = before.get(item.id);
    return was && how !== 'remove' && lies(was) !== lies(item);
  });
  const gone = changes.flatMap((change) => {
    const was = change.what === 'item-gone' && how === 'remove' ? before.get(change.id) : undefined;
    return was ? [was] : [];
  });
  return [
    { event: 'items:create', items: created },
    { event: 'experimental:items:update', items: moved },
    { event: 'items:delete', items: gone },
  ].filter(({ items }) => items.length > 0);
}

export function tellApp(
  {
    client,
    screen,
    app,
    scope,
  }: { client: BoardClient; screen: Screen; app: string; scope(): 'local' | 'all' },
  tell: (event: string, payload: unknown) => void,
): Disposer {
  const undo = disposers();
  const people = () => JSON.stringify(onlineUsers({ client }));
  let known = people();
  /** Events come through the stable board's `ui`. */
  const told = (things: readonly Thing[]) => {
    const to = { app, face: 'stable', contents: client.contents.get() } as const;
    return things.map((thing) => asMiro(thing, to));
  };

  undo.add(
    client.onHappening((happening, before) => {
      const ownHand = happening.connection === client.me.connection && happening.by === 'hand';
      if (scope() === 'local' && !ownHand) return;
      for (const { event, items } of toldOf(happening, before)) tell(event, { items: told(items) });
    }),
  );
  undo.add(
    screen.selection.subscribe((ids) => {
      tell('selection:update', { items: told(selectedThings({ client }, ids)) });
    }),
  );
  undo.add(
    screen.onAppCardIcon((id) => {
      const card = client.contents.get().items.get(id);
      // Only its own app hears of a card; a disabled one never answers.
      if (card?.type !== 'app_card' || card.app !== app || card.status === 'disabled') return;
      tell(card.status === 'connected' ? 'app_card:open' : 'app_card:connect', {
        appCard: told([card])[0],
      });
    }),
  );
  undo.add(
    client.others.subscribe(() => {
      const now = people();
      if (now === known) return;
      known = now;
      tell('online_users:update', { users: onlineUsers({ client }) });
    }),
  );
  return undo.dispose;
}
