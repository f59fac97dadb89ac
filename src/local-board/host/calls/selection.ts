/** What is selected in this window. */
import { wholeGroups } from '../../model/groups.ts';
import type { ItemData } from '../../model/item.ts';
import type { Thing } from '../asMiro.ts';
import { found, groupWith, isItem } from '../query.ts';
import { type Calls, type Desk, filterIn, listener, pay, told } from './desk.ts';

/** With a whole group its entity comes too; without, somebody picked among its items (group page). */
export function selectedThings({ client }: Pick<Desk, 'client'>, ids: readonly string[]): Thing[] {
  const contents = client.contents.get();
  const { items, relations } = contents;
  const groups = wholeGroups(ids, (id) => items.get(id), relations);
  return [
    ...groups.flatMap((id) => groupWith(contents, id) ?? []),
    ...ids.flatMap((id) => items.get(id) ?? []),
  ];
}

/** Items, and a group's items in its place; tags cannot be selected. */
function selectable({ client }: Desk, things: readonly Thing[]): ItemData[] {
  const { items } = client.contents.get();
  const ids = things.flatMap((thing) =>
    thing.type === 'group' ? thing.itemsIds : isItem(thing) ? [thing.id] : [],
  );
  return [...new Set(ids)].flatMap((id) => items.get(id) ?? []);
}

export const selectionCalls = {
  async GET_SELECTION(desk, payload, bill) {
    await pay(desk, bill);
    return told(desk, payload, selectedThings(desk, desk.screen.selection.get()));
  },
  async SELECT_WIDGETS(desk, payload, bill) {
    await pay(desk, bill);
    const items = selectable(desk, found(listener(desk, payload), filterIn(payload)));
    desk.screen.select(items.map(({ id }) => id));
    return told(desk, payload, items);
  },
  async DESELECT_WIDGETS(desk, payload, bill) {
    await pay(desk, bill);
    const items = selectable(desk, found(listener(desk, payload), filterIn(payload)));
    const gone = new Set(items.map(({ id }) => id));
    const before = desk.screen.selection.get();
    desk.screen.select(before.filter((id) => !gone.has(id)));
    return told(
      desk,
      payload,
      items.filter(({ id }) => before.includes(id)),
    );
  },
} satisfies Calls<string>;
