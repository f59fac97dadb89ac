/** What an app keeps: metadata of items, app data of the board, storage collections. */
import { jsonIn, stringIn } from '../payload.ts';
import type { Calls } from './desk.ts';

export const valuesCalls = {
  async WIDGET_GET_METADATA({ client, app }, payload, bill) {
    const { values = {} } = await client.ask({ ask: 'metadata', item: stringIn(payload, 'id'), app }, bill);
    return payload.key === undefined ? values : values[stringIn(payload, 'key')];
  },
  async WIDGET_SET_METADATA({ client, app }, payload, bill) {
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
