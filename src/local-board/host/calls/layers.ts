/** Which item covers which. */
import type { Command } from '../../model/command.ts';
import { no, stringIn, stringsIn } from '../payload.ts';
import { type Calls, type Handler, itemIn, pay } from './desk.ts';

const restack =
  (to: Extract<Command, { do: 'layer' }>['to']): Handler =>
  async ({ client }, payload, bill) => {
    const target = payload.target === undefined ? {} : { target: stringIn(payload, 'target') };
    await client.perform({ do: 'layer', ids: stringsIn(payload, 'ids'), to, ...target }, bill);
  };

export const layersCalls = {
  BRING_TO_FRONT: restack('front'),
  SEND_TO_BACK: restack('back'),
  BRING_IN_FRONT_OF: restack('above'),
  SEND_BEHIND_OF: restack('below'),
  async GET_LAYER_INDEX(desk, payload, bill) {
    await pay(desk, bill);
    const { id, type } = itemIn(desk, payload);
    if (type === 'frame') no('input', 'Frames are always behind all other items and have no layer.');
    return [...desk.client.contents.get().items.values()]
      .filter((item) => item.type !== 'frame')
      .findIndex((item) => item.id === id);
  },
} satisfies Calls<string>;
