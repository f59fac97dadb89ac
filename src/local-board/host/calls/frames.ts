/** Frames and what is in them. */
import { stringIn } from '../payload.ts';
import { asMiro, type Calls, itemIn, pay, thing } from './desk.ts';

export const framesCalls = {
  async FRAME_GET_CHILDREN(desk, payload, bill) {
    await pay(desk, bill);
    const frame = itemIn(desk, payload);
    const { items } = desk.client.contents.get();
    return [...items.values()].filter((item) => item.parentId === frame.id).map((item) => asMiro(desk, item));
  },
  async FRAME_ADD(desk, payload, bill) {
    const [frame, item] = [stringIn(payload, 'frame'), stringIn(payload, 'item')];
    await desk.client.perform({ do: 'frame-add', frame, item }, bill);
    return { frame: thing(desk, frame), item: thing(desk, item) };
  },
  async FRAME_REMOVE(desk, payload, bill) {
    const [frame, item] = [stringIn(payload, 'frame'), stringIn(payload, 'item')];
    await desk.client.perform({ do: 'frame-remove', frame, item }, bill);
    return { frame: thing(desk, frame), item: thing(desk, item) };
  },
} satisfies Calls<string>;
