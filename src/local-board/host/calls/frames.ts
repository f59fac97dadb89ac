/** Frames and what is in them. */
import { stringIn } from '../payload.ts';
import { type Calls, itemIn, pay, thing, told } from './desk.ts';

export const framesCalls = {
  async FRAME_GET_CHILDREN(desk, payload, bill) {
    await pay(desk, bill);
    const frame = itemIn(desk, payload);
    const { items } = desk.client.contents.get();
    const ids = 'childrenIds' in frame ? frame.childrenIds : [];
    return told(
      desk,
      payload,
      ids.flatMap((id) => items.get(id) ?? []),
    );
  },
  async FRAME_ADD(desk, payload, bill) {
    const [frame, item] = [stringIn(payload, 'frame'), stringIn(payload, 'item')];
    await desk.client.perform({ do: 'frame-add', frame, item }, bill);
    return { frame: thing(desk, payload, frame), item: thing(desk, payload, item) };
  },
  async FRAME_REMOVE(desk, payload, bill) {
    const [frame, item] = [stringIn(payload, 'frame'), stringIn(payload, 'item')];
    await desk.client.perform({ do: 'frame-remove', frame, item }, bill);
    return { frame: thing(desk, payload, frame), item: thing(desk, payload, item) };
  },
} satisfies Calls<string>;
