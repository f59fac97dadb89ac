/** What is selected in this window. */
import { itemAsMiro, type MiroData } from '../asMiro.ts';
import { found, isItem } from '../query.ts';
import { type Calls, type Desk, filterIn, pay } from './desk.ts';

const selected = ({ client, screen }: Desk): MiroData[] => {
  const { items } = client.contents.get();
  return screen.selection.get().flatMap((id) => {
    const item = items.get(id);
    return item ? [itemAsMiro(item)] : [];
  });
};

export const selectionCalls = {
  async GET_SELECTION(desk, _payload, bill) {
    await pay(desk, bill);
    return selected(desk);
  },
  async SELECT_WIDGETS(desk, payload, bill) {
    await pay(desk, bill);
    const things = found(desk.client.contents.get(), filterIn(payload)).filter(isItem);
    desk.screen.select(things.map(({ id }) => id));
    return things.map(itemAsMiro);
  },
  async DESELECT_WIDGETS(desk, payload, bill) {
    await pay(desk, bill);
    const things = found(desk.client.contents.get(), filterIn(payload)).filter(isItem);
    const gone = new Set(things.map(({ id }) => id));
    const before = desk.screen.selection.get();
    desk.screen.select(before.filter((id) => !gone.has(id)));
    return things.filter(({ id }) => before.includes(id)).map(itemAsMiro);
  },
} satisfies Calls<string>;
