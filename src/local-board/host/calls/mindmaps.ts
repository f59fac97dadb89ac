/** Mind maps, which only the experimental board knows. */
import { stringIn } from '../payload.ts';
import { type Calls, itemIn, pay, thing, told } from './desk.ts';

export const mindmapsCalls = {
  async MINDMAP_CREATE(desk, payload, bill) {
    const fields = { ...Object(payload.fields), type: 'mindmap_node' };
    const { ids } = await desk.client.perform({ do: 'create', items: [fields] }, bill);
    return thing(desk, payload, ids[0]);
  },
  async MINDMAP_ADD(desk, payload, bill) {
    const [node, item] = [stringIn(payload, 'node'), stringIn(payload, 'item')];
    await desk.client.perform({ do: 'mindmap-add', node, item }, bill);
    return { node: thing(desk, payload, node), item: thing(desk, payload, item) };
  },
  async MINDMAP_GET_CHILDREN(desk, payload, bill) {
    await pay(desk, bill);
    const node = itemIn(desk, payload);
    const { items } = desk.client.contents.get();
    const ids = 'childrenIds' in node ? node.childrenIds : [];
    return told(
      desk,
      payload,
      ids.flatMap((id) => items.get(id) ?? []),
    );
  },
} satisfies Calls<string>;
