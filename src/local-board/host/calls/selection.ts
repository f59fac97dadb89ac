/** What is selected in this window. */
import type { MiroData } from '../asMiro.ts';
import { found, isItem } from '../query.ts';
import { asMiro, type Calls, type Desk, filterIn, pay } from './desk.ts';

const selected = (desk: Desk): MiroData[] => {
  const { items } = desk.client.contents.get();
  return desk.screen.selection.get().flatMap((id) => {
    const item = items.get(id);
    return item ? [asMiro(desk, item)] : [];
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
    return things.map((thing) => asMiro(desk, thing));
  },
  async DESELECT_WIDGETS(desk, payload, bill) {
    await pay(desk, bill);
    const things = found(desk.client.contents.get(), filterIn(payload)).filter(isItem);
    const gone = new Set(things.map(({ id }) => id));
    const before = desk.screen.selection.get();
    desk.screen.select(before.filter((id) => !gone.has(id)));
    return things.filter(({ id }) => before.includes(id)).map((thing) => asMiro(desk, thing));
  },
} satisfies Calls<string>;
