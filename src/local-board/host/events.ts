/**
 * What an app is told, and of what. Miro documents the update event for moving, resizing, rotating and scaling only,
 * and creation not for pasted or duplicated items; `telling=everything` is the kinder reading, in which text, colours,
 * tags, copies and what undoing brings are told of too. Whether others' changes and an app's own come through Miro
 * leaves open: `events=local` tells of what this window's hand did, `events=all` of everybody's and every app's.
 */
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { BoardClient } from '../client/client.ts';
import type { Happening } from '../client/protocol.ts';
import type { ItemData } from '../model/item.ts';
import type { Switches } from '../switches.ts';
import { asMiro, type Thing } from './asMiro.ts';
import { onlineUsers } from './calls/people.ts';
import { selectedThings } from './calls/selection.ts';
import type { Screen } from './screen.ts';

const geometry = ['x', 'y', 'width', 'height', 'rotation', 'parentId'] as const;

/** Their height follows from what is written in them. */
const grows: readonly ItemData['type'][] = ['text', 'card', 'app_card'];

const lies = (item: ItemData) =>
  JSON.stringify(
    geometry
      .filter((key) => !(key === 'height' && grows.includes(item.type)))
      .map((key) => Object.entries(item).find(([k]) => k === key)),
  );

/** What changes by itself when something else does is no change of the item to tell of. */
const follows: readonly string[] = ['childrenIds', 'modifiedAt', 'modifiedBy'];

const looks = (item: ItemData) =>
  JSON.stringify(
    Object.entries(item)
      .filter(([key]) => !follows.includes(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

function toldOf(
  happening: Happening,
  before: ReadonlyMap<string, ItemData>,
  telling: Switches['telling'] = 'documented',
): { readonly event: string; readonly items: readonly ItemData[] }[] {
  const { changes, how } = happening;
  const put = changes.flatMap((change) => (change.what === 'item' ? [change.item] : []));
  const all = telling === 'everything';
  const of = all ? looks : lies;
  const created = all || how === 'create' ? put.filter(({ id }) => !before.has(id)) : [];
  const moved = put.filter((item) => {
    const was = before.get(item.id);
    return was && how !== 'remove' && of(was) !== of(item);
  });
  const gone = changes.flatMap((change) => {
    const was = change.what === 'item-gone' && (all || how === 'remove') ? before.get(change.id) : undefined;
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
    switches,
  }: { client: BoardClient; screen: Screen; app: string; switches(): Switches },
  tell: (event: string, payload: unknown) => void,
): Disposer {
  const undo = disposers();
  const people = () => JSON.stringify(onlineUsers({ client }));
  let known = people();
  /** Events come through the stable board's `ui`. */
  const told = (things: readonly Thing[]) => {
    const to = { app, screen, face: 'stable', contents: client.contents.get() } as const;
    return things.map((thing) => asMiro(thing, to));
  };

  undo.add(
    client.onHappening((happening, before) => {
      const ownHand = happening.connection === client.me.connection && happening.by === 'hand';
      const { events, telling } = switches();
      if (events === 'local' && !ownHand) return;
      for (const { event, items } of toldOf(happening, before, telling)) tell(event, { items: told(items) });
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
