/** Making, changing, reading and removing items and tags. */
import type { Command } from '../../model/command.ts';
import { emptySpace } from '../../model/emptySpace.ts';
import { type ItemData, isPlaced } from '../../model/item.ts';
import { isSilentlyRefused } from '../../model/kinds/card.ts';
import { blankItem, changedItem } from '../../model/kinds/kinds.ts';
import { isFlowChartShape } from '../../model/names.ts';
import { boxOnBoard } from '../../model/place.ts';
import { asMiro, isFlowChart, isForeign, type MiroData } from '../asMiro.ts';
import { asPayload, boxIn, no, numberIn, type Payload, stringIn } from '../payload.ts';
import { found } from '../query.ts';
import { type Calls, type Desk, filterIn, itemIn, listener, pay, thing, told } from './desk.ts';
import { withPicture } from './pictures.ts';

/** Miro links carry the item in `moveToWidget`; everything else is a link to somewhere else. */
async function follow({ client, screen }: Desk, link: string): Promise<boolean> {
  // The base only lets relative links be read; it is never visited.
  const url = URL.parse(link, 'http://board');
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
  const id = url.searchParams.get('moveToWidget');
  if (id !== null && client.contents.get().items.has(id)) {
    await screen.zoomTo([id]);
    return true;
  }
  if (url.host === 'board' || !screen.openLink) return false;
  screen.openLink(url.href);
  return true;
}

/**
 * Of a card that Miro silently does not make the app gets the item it asked for, as if nothing had happened; only when
 * it next asks for it is it not there. (What the promise resolves to is nowhere said; this is the harsher reading.)
 */
function onlyInHand(
  desk: Desk,
  payload: Payload,
  { fields: cardFields, ...fields }: Payload,
  id: string,
): MiroData {
  const { userId } = desk.client.me;
  const now = desk.client.info.updatedAt;
  const marks = { createdAt: now, createdBy: userId, modifiedAt: now, modifiedBy: userId };
  const card = blankItem(fields.type === 'card' ? 'card' : 'app_card', {
    id,
    x: 0,
    y: 0,
    parentId: null,
    ...marks,
  });
  const made = asMiro(changedItem(card, fields), listener(desk, payload));
  return { ...made, fields: cardFields, ...('owned' in made ? { owned: true } : {}) };
}

/** Items that only the experimental board makes, and such as no app makes. */
function checkKind(desk: Desk, payload: Payload, fields: Payload): void {
  if (fields.type === 'unsupported') no('input', 'Unexpected item type: unsupported.');
  if (fields.type === 'mindmap_node') no('input', 'Unexpected item type: mindmap_node.');
  if (listener(desk, payload).face === 'experimental') return;
  if (fields.type === 'shape' && isFlowChartShape(fields.shape))
    no('unsupported', `Unknown shape: ${String(fields.shape)}.`);
}

/** Of an item that this board of the SDK has no class for only the place may be changed. */
function checkChange(desk: Desk, payload: Payload, item: ItemData, fields: Payload): void {
  const to = listener(desk, payload);
  if (isForeign(item, to)) {
    const other = Object.keys(fields).find((key) => key !== 'x' && key !== 'y');
    if (other !== undefined) no('crud', `The property ${other} of a ${asMiro(item, to).type} is read-only.`);
  } else if (to.face === 'stable' && item.type === 'shape' && isFlowChartShape(fields.shape))
    no('unsupported', `Unknown shape: ${String(fields.shape)}.`);
}

export const itemsCalls = {
  async WIDGET_CREATE(desk, payload, bill) {
    const given = asPayload(payload.fields);
    checkKind(desk, payload, given);
    const fields = await withPicture(desk, String(given.type), given);
    const command: Command =
      fields.type === 'tag' ? { do: 'tag-create', tag: fields } : { do: 'create', items: [fields] };
    const { ids } = await desk.client.perform(command, bill);
    return isSilentlyRefused(fields)
      ? onlyInHand(desk, payload, fields, ids[0] ?? '')
      : thing(desk, payload, ids[0]);
  },
  async WIDGET_UPDATE(desk, payload, bill) {
    const id = stringIn(payload, 'id');
    const { items, tags } = desk.client.contents.get();
    const item = items.get(id);
    if (item) checkChange(desk, payload, item, asPayload(payload.fields));
    const fields = await withPicture(desk, item?.type ?? '', asPayload(payload.fields));
    if (!items.has(id) && !tags.has(id)) await pay(desk, bill);
    else if (Object.keys(fields).length === 0) await pay(desk, bill);
    else if (tags.has(id)) await desk.client.perform({ do: 'tag-update', id, fields }, bill);
    else await desk.client.perform({ do: 'update', changes: [{ ...fields, id }] }, bill);
    return thing(desk, payload, id);
  },
  async WIDGET_REMOVE(desk, payload, bill) {
    const id = stringIn(payload, 'id');
    const item = desk.client.contents.get().items.get(id);
    // Two pages disagree on removing what the stable board calls a stencil; this is the harsher one.
    if (item && isFlowChart(item) && listener(desk, payload).face === 'stable')
      no('crud', `Cannot remove the stencil ${id}: flow-chart shapes are removed with board.experimental.`);
    await desk.client.perform({ do: 'remove', ids: [id] }, bill);
  },
  async WIDGET_GET(desk, payload, bill) {
    await pay(desk, bill);
    return told(desk, payload, found(listener(desk, payload), filterIn(payload)));
  },
  async WIDGET_GET_BY_ID(desk, payload, bill) {
    const id = stringIn(payload, 'id');
    await pay(desk, bill);
    return thing(desk, payload, id);
  },
  async WIDGET_GO_TO_LINK(desk, payload, bill) {
    await pay(desk, bill);
    const item = itemIn(desk, payload);
    const linkedTo = isPlaced(item) ? item.linkedTo : undefined;
    return linkedTo ? follow(desk, linkedTo) : false;
  },
  async GET_CONNECTORS(desk, payload, bill) {
    await pay(desk, bill);
    const { id } = itemIn(desk, payload);
    const { items, relations } = desk.client.contents.get();
    const connectors = [...relations.connectorsOf(id)].flatMap((one) => items.get(one) ?? []);
    return told(desk, payload, connectors);
  },
  async FIND_EMPTY_SPACE(desk, payload, bill) {
    const wished = boxIn(payload);
    const offset = Math.max(0, numberIn(payload, 'offset', 100));
    await pay(desk, bill);
    const { items } = desk.client.contents.get();
    const find = (id: string) => items.get(id);
    // A line covers next to nothing of the box between its ends.
    const occupied = [...items.values()].filter(isPlaced).map((item) => boxOnBoard(item, find));
    return emptySpace(wished, occupied, offset);
  },
} satisfies Calls<string>;
