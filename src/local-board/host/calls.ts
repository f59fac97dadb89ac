/**
 * What every call of the SDK does. Each entry gets what the app sent, unread, and a `pay` that must be settled before
 * anything is done or told; calls that go to the board's server hand the bill along with the command instead.
 */
import type { BoardClient } from '../client/client.ts';
import type { Bill } from '../client/protocol.ts';
import type { Command } from '../model/command.ts';
import { emptySpace } from '../model/emptySpace.ts';
import type { ItemData, TagData } from '../model/item.ts';
import { notificationLength } from '../model/limits.ts';
import { boxOnBoard } from '../model/place.ts';
import type { Switches } from '../switches.ts';
import { itemAsMiro, type MiroData } from './asMiro.ts';
import type { CallName } from './costs.ts';
import { asPayload, boxIn, jsonIn, no, numberIn, type Payload, stringIn, stringsIn } from './payload.ts';
import { found, isItem } from './query.ts';
import type { Screen } from './screen.ts';
import type { createSurfaces } from './surfaces.ts';

export interface Desk {
  /** The app's address; relative addresses start from it. */
  readonly appUrl: string;
  readonly app: string;
  readonly client: BoardClient;
  readonly screen: Screen;
  readonly surfaces: ReturnType<typeof createSurfaces>;
  switches(): Switches;
}

type Handler = (desk: Desk, payload: Payload, bill: Bill) => Promise<unknown>;

/** Calls that the frame itself answers (events, drags), in frames.ts. */
export type FrameCall =
  | 'HELLO'
  | 'UI_REGISTER_EVENT'
  | 'UI_UNREGISTER_EVENT'
  | 'UI_DRAG_START'
  | 'UI_DRAG_MOVE'
  | 'UI_DRAG_DROP'
  | 'UI_DRAG_END';

const pay = async ({ client }: Desk, bill: Bill) => void (await client.ask({ ask: 'nothing' }, bill));

const asMiro = (thing: ItemData | TagData): MiroData => (isItem(thing) ? itemAsMiro(thing) : thing);

function thing({ client }: Desk, id: string | undefined): MiroData {
  const { items, tags } = client.contents.get();
  const one = items.get(id ?? '') ?? tags.get(id ?? '');
  return one ? asMiro(one) : no('unknown-id', `Item or tag not found: ${id}.`);
}

const itemIn = ({ client }: Desk, payload: Payload, key = 'id'): ItemData => {
  const id = stringIn(payload, key);
  return client.contents.get().items.get(id) ?? no('unknown-id', `Item not found: ${id}.`);
};

const filterIn = (payload: Payload): Payload | undefined =>
  payload.filter === undefined ? undefined : asPayload(payload.filter);

const restack =
  (to: Extract<Command, { do: 'layer' }>['to']): Handler =>
  async ({ client }, payload, bill) => {
    const target = payload.target === undefined ? {} : { target: stringIn(payload, 'target') };
    await client.perform({ do: 'layer', ids: stringsIn(payload, 'ids'), to, ...target }, bill);
  };

/** Whole addresses must be https, or on this machine; anything else starts from the app's own. */
function addressIn(desk: Desk, payload: Payload): string {
  const given = stringIn(payload, 'url');
  const url = URL.parse(given, desk.appUrl);
  const local = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    no('input', `Bad URL: ${given} is neither https nor on this machine.`);
  return url.href;
}

const openSurface =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, payload, bill) => {
    const url = addressIn(desk, payload);
    const data = jsonIn(payload, 'data');
    await pay(desk, bill);
    const size =
      kind === 'panel'
        ? {}
        : {
            ...(payload.width === undefined ? {} : { width: numberIn(payload, 'width') }),
            ...(payload.height === undefined ? {} : { height: numberIn(payload, 'height') }),
            ...(payload.fullscreen === true ? { fullscreen: true } : {}),
          };
    return desk.surfaces.open({ kind, url, ...size }, data);
  };

const surfaceData =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, _payload, bill) => {
    await pay(desk, bill);
    return desk.surfaces.data(kind);
  };

const closeSurface =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, payload, bill) => {
    const result = jsonIn(payload, 'result');
    await pay(desk, bill);
    desk.surfaces.close(kind, result);
  };

const canOpen =
  (kind: 'panel' | 'modal'): Handler =>
  async (desk, _payload, bill) => {
    await pay(desk, bill);
    return desk.screen.canOpen(kind);
  };

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

export const onlineUsers = ({ client }: Pick<Desk, 'client'>): { id: string; name: string }[] => {
  const { userId, name } = client.me;
  const people = new Map([
    [userId, name],
    ...client.others.get().map((peer) => [peer.userId, peer.name] as const),
  ]);
  return [...people].map(([id, called]) => ({ id, name: called }));
};

const selected = ({ client, screen }: Desk): MiroData[] => {
  const { items } = client.contents.get();
  return screen.selection.get().flatMap((id) => {
    const item = items.get(id);
    return item ? [itemAsMiro(item)] : [];
  });
};

export const calls: { readonly [Name in Exclude<CallName, FrameCall>]: Handler } = {
  async WIDGET_CREATE(desk, payload, bill) {
    const fields = asPayload(payload.fields);
    const command: Command =
      fields.type === 'tag' ? { do: 'tag-create', tag: fields } : { do: 'create', items: [fields] };
    const { ids } = await desk.client.perform(command, bill);
    return thing(desk, ids[0]);
  },
  async WIDGET_UPDATE(desk, payload, bill) {
    const id = stringIn(payload, 'id');
    const fields = asPayload(payload.fields);
    const { items, tags } = desk.client.contents.get();
    if (!items.has(id) && !tags.has(id)) await pay(desk, bill);
    else if (Object.keys(fields).length === 0) await pay(desk, bill);
    else if (tags.has(id)) await desk.client.perform({ do: 'tag-update', id, fields }, bill);
    else await desk.client.perform({ do: 'update', changes: [{ ...fields, id }] }, bill);
    return thing(desk, id);
  },
  async WIDGET_REMOVE({ client }, payload, bill) {
    await client.perform({ do: 'remove', ids: [stringIn(payload, 'id')] }, bill);
  },
  async WIDGET_GET(desk, payload, bill) {
    await pay(desk, bill);
    return found(desk.client.contents.get(), filterIn(payload)).map(asMiro);
  },
  async WIDGET_GET_BY_ID(desk, payload, bill) {
    const id = stringIn(payload, 'id');
    await pay(desk, bill);
    return thing(desk, id);
  },
  async WIDGET_GET_METADATA({ client, app }, payload, bill) {
    const { values = {} } = await client.ask({ ask: 'metadata', item: stringIn(payload, 'id'), app }, bill);
    return payload.key === undefined ? values : values[stringIn(payload, 'key')];
  },
  async WIDGET_SET_METADATA({ client, app }, payload, bill) {
    const [item, key, value] = [stringIn(payload, 'id'), stringIn(payload, 'key'), jsonIn(payload, 'value')];
    const answer = await client.perform({ do: 'metadata-set', item, app, key, value }, bill);
    return answer.values;
  },
  async WIDGET_GO_TO_LINK(desk, payload, bill) {
    await pay(desk, bill);
    const { linkedTo } = itemIn(desk, payload);
    return linkedTo ? follow(desk, linkedTo) : false;
  },
  async GET_CONNECTORS(desk, payload, bill) {
    await pay(desk, bill);
    itemIn(desk, payload);
    return [];
  },
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
  async GET_BOARD_APP_DATA({ client, app }, payload, bill) {
    const { values = {} } = await client.ask({ ask: 'app-data', app }, bill);
    return payload.key === undefined ? values : values[stringIn(payload, 'key')];
  },
  async SET_BOARD_APP_DATA({ client, app }, payload, bill) {
    const [key, value] = [stringIn(payload, 'key'), jsonIn(payload, 'value')];
    return (await client.perform({ do: 'app-data-set', app, key, value }, bill)).values;
  },
  async GET_ONLINE_USERS(desk, _payload, bill) {
    await pay(desk, bill);
    return onlineUsers(desk);
  },
  async GET_BOARD_INFO(desk, _payload, bill) {
    await pay(desk, bill);
    return { id: desk.client.board, locale: 'en', ...desk.client.info };
  },
  async GET_USER_INFO(desk, _payload, bill) {
    await pay(desk, bill);
    const { userId, name } = desk.client.me;
    return { id: userId, name };
  },
  UI_OPEN_PANEL: openSurface('panel'),
  UI_OPEN_MODAL: openSurface('modal'),
  UI_GET_PANEL_DATA: surfaceData('panel'),
  UI_GET_MODAL_DATA: surfaceData('modal'),
  UI_WAIT_FOR_PANEL_CLOSE: ({ surfaces }, payload) => surfaces.closed(stringIn(payload, 'surface')),
  UI_WAIT_FOR_MODAL_CLOSE: ({ surfaces }, payload) => surfaces.closed(stringIn(payload, 'surface')),
  UI_CLOSE_PANEL: closeSurface('panel'),
  UI_CLOSE_MODAL: closeSurface('modal'),
  UI_CAN_OPEN_PANEL: canOpen('panel'),
  UI_CAN_OPEN_MODAL: canOpen('modal'),
  async VIEWPORT_GET(desk, _payload, bill) {
    await pay(desk, bill);
    return { ...desk.screen.viewport.get() };
  },
  async VIEWPORT_SET(desk, payload, bill) {
    const view = boxIn(asPayload(payload.viewport));
    const given = asPayload(payload.padding);
    const side = (name: string) => Math.max(0, numberIn(given, name, 0));
    const padding = { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
    const animationDurationInMs = Math.max(0, numberIn(payload, 'animationDurationInMs', 0));
    await pay(desk, bill);
    return { ...(await desk.screen.showViewport(view, { padding, animationDurationInMs })) };
  },
  async VIEWPORT_ZOOM_TO(desk, payload, bill) {
    const ids = stringsIn(payload, 'ids');
    await pay(desk, bill);
    const { items } = desk.client.contents.get();
    const known = ids.filter((id) => items.has(id));
    if (known.length === 0) no('input', 'Cannot zoom: no item was given that is on this board.');
    await desk.screen.zoomTo(known);
  },
  async VIEWPORT_GET_ZOOM(desk, _payload, bill) {
    await pay(desk, bill);
    return desk.screen.zoom();
  },
  async VIEWPORT_SET_ZOOM(desk, payload, bill) {
    const level = numberIn(payload, 'level');
    if (level < 0.01 || level > 4) no('input', `Invalid zoom level: ${level} is not from 0.01 to 4.`);
    await pay(desk, bill);
    desk.screen.setZoom(level);
  },
  async SHOW_NOTIFICATION(desk, payload, bill) {
    const { type } = payload;
    if (type !== 'info' && type !== 'error') no('input', 'The type of a notification is info or error.');
    const message = stringIn(payload, 'message');
    if ([...message].length > notificationLength)
      no('input', `A notification has at most ${notificationLength} characters.`);
    await pay(desk, bill);
    desk.screen.notify({ type, message });
  },
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
  async STORAGE_SET({ client, app }, payload, bill) {
    const [collection, key] = [stringIn(payload, 'collection'), stringIn(payload, 'key')];
    await client.perform({ do: 'store', app, collection, key, value: jsonIn(payload, 'value') }, bill);
  },
  async STORAGE_GET({ client, app }, payload, bill) {
    const [collection, key] = [stringIn(payload, 'collection'), stringIn(payload, 'key')];
    return (await client.ask({ ask: 'stored', app, collection, key }, bill)).value;
  },
  async STORAGE_REMOVE({ client, app }, payload, bill) {
    const [collection, key] = [stringIn(payload, 'collection'), stringIn(payload, 'key')];
    await client.perform({ do: 'unstore', app, collection, key }, bill);
  },
  async SEND_REALTIME_BROADCAST_EVENT({ client, app }, payload, bill) {
    await client.broadcast(app, stringIn(payload, 'event'), jsonIn(payload, 'payload'), bill);
  },
  async CHECK_FEATURE_ENTITLEMENT(desk, payload, bill) {
    const feature = stringIn(payload, 'feature');
    await pay(desk, bill);
    return ['timer', 'voting'].includes(feature) && desk.switches().plan === 'paid';
  },
  async FRAME_GET_CHILDREN(desk, payload, bill) {
    await pay(desk, bill);
    const frame = itemIn(desk, payload);
    const { items } = desk.client.contents.get();
    return [...items.values()].filter((item) => item.parentId === frame.id).map(itemAsMiro);
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
  async FIND_EMPTY_SPACE(desk, payload, bill) {
    const wished = boxIn(payload);
    const offset = Math.max(0, numberIn(payload, 'offset', 100));
    await pay(desk, bill);
    const { items } = desk.client.contents.get();
    const find = (id: string) => items.get(id);
    const occupied = [...items.values()].map((item) => boxOnBoard(item, find));
    return emptySpace(wished, occupied, offset);
  },
  async HISTORY_UNDO({ client }, _payload, bill) {
    await client.perform({ do: 'undo' }, bill);
  },
  async HISTORY_REDO({ client }, _payload, bill) {
    await client.perform({ do: 'redo' }, bill);
  },
  HISTORY_CAN_UNDO: async ({ client }, _payload, bill) =>
    (await client.ask({ ask: 'history' }, bill)).canUndo === true,
  HISTORY_CAN_REDO: async ({ client }, _payload, bill) =>
    (await client.ask({ ask: 'history' }, bill)).canRedo === true,
};
