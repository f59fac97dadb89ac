/**
 * An app's way to the board's server: so many calls at a time, the others wait their turn here. The window's one
 * connection is so never full of one app's calls, and neither the person's hand nor another app waits behind them.
 */
import type { BoardClient } from '../client/client.ts';

/** Enough to keep the connection busy. */
const mostUnderWay = 100;

export function fairClient(client: BoardClient): BoardClient {
  const waiting: (() => void)[] = [];
  let underWay = 0;

  async function inTurn<T>(call: () => Promise<T>): Promise<T> {
    if (underWay >= mostUnderWay) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      // The place is handed on; nobody can slip in between.
      if (next) next();
      else underWay -= 1;
    }
  }

  const own: Pick<BoardClient, 'perform' | 'ask' | 'broadcast'> = {
    perform: (...call) => inTurn(() => client.perform(...call)),
    ask: (...call) => inTurn(() => client.ask(...call)),
    broadcast: (...call) => inTurn(() => client.broadcast(...call)),
  };
  // Everything else, getters included, is the client's own.
  return Object.assign(Object.create(client) as BoardClient, own);
}
