/** The token for the app's own server. Only the board's server can make it. */
import type { Calls } from './desk.ts';

export const idTokenCalls = {
  GET_ID_TOKEN: async ({ client, app }, _payload, bill) =>
    (await client.live.act({ do: 'id-token', app }, bill)).value,
} satisfies Calls<string>;
