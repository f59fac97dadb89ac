/** What an app keeps: metadata of items, app data of the board, storage collections. */

import { isForeign } from '../asMiro.ts';
import { jsonIn, no, type Payload, stringIn } from '../payload.ts';
import { type Calls, type Desk, listener } from './desk.ts';

/** Metadata is for the items that the SDK has classes for (metadata guide). */
function checkCarries(desk: Desk, payload: Payload): void {
  const item = desk.client.contents.get().items.get(stringIn(payload, 'id'));
  if (item && isForeign(item, listener(desk, payload)))
    no('unsupported', 'Unsupported items carry no metadata.');
}

export const valuesCalls = {
  async WIDGET_GET_METADATA(desk, payload, bill) {
    checkCarries(desk, payload);
    const { client, app } = desk;
    const { values = {} } = await client.ask({ ask: 'metadata', item: stringIn(payload, 'id'), app }, bill);
    return payload.key === undefined ? values : values[stringIn(payload, 'key')];
  },
  async WIDGET_SET_METADATA(desk, payload, bill) {
    checkCarries(desk, payload);
    const { client, app } = desk;
    const [item, key, value] = [stringIn(payload, 'id'), stringIn(payload, 'key'), jsonIn(payload, 'value')];
    const answer = await client.perform({ do: 'metadata-set', item, app, key, value }, bill);
    return answer.values;
  },
  async GET_BOARD_APP_DATA({ client, app }, payload, bill) {
    const { values = {} } = await client.ask({ ask: 'app-data', app }, bill);
    return payload.key === undefined ? values : values[stringIn(payload, 'key')];
  },
  async SET_BOARD_APP_DATA({ client, app }, payload, bill) {
    const [key, value] = [stringIn(payload, 'key'), jsonIn(payload, 'value')];
    return (await client.perform({ do: 'app-data-set', app, key, value }, bill)).values;
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
} satisfies Calls<string>;
