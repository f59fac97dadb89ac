/** This person's own steps back and forth. */
import type { Calls } from './desk.ts';

export const historyCalls = {
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
} satisfies Calls<string>;
