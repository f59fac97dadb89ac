/** Groups of items. */
import type { GroupData } from '../../model/item.ts';
import { no, type Payload, stringIn, stringsIn } from '../payload.ts';
import { groupWith } from '../query.ts';
import { type Calls, type Desk, pay, thing, told } from './desk.ts';

function groupIn({ client }: Desk, payload: Payload): GroupData {
  const id = stringIn(payload, 'id');
  return groupWith(client.contents.get(), id) ?? no('unknown-id', `Group not found: ${id}.`);
}

const itemsWith = (desk: Desk, payload: Payload, ids: readonly string[]) => {
  const { items } = desk.client.contents.get();
  return told(
    desk,
    payload,
    ids.flatMap((id) => items.get(id) ?? []),
  );
};

export const groupsCalls = {
  async GROUP_CREATE(desk, payload, bill) {
    const { ids } = await desk.client.perform({ do: 'group', items: stringsIn(payload, 'items') }, bill);
    return thing(desk, payload, ids[0]);
  },
  async GROUP_GET_ITEMS(desk, payload, bill) {
    await pay(desk, bill);
    return itemsWith(desk, payload, groupIn(desk, payload).itemsIds);
  },
  async GROUP_DISSOLVE(desk, payload, bill) {
    const { ids } = await desk.client.perform({ do: 'ungroup', ids: [stringIn(payload, 'id')] }, bill);
    return itemsWith(desk, payload, ids);
  },
} satisfies Calls<string>;
