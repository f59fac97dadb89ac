/** A WebSocket that keeps count of what went over it, so that the bare one can carry as much. */
import { WebSocket } from 'ws';
import type { SocketLike } from '../../src/local-board/client/wire.ts';

export interface Weights {
  readonly sent: number[];
  readonly told: number[];
  readonly answered: number[];
}

export function weighedSocket(): { Socket: new (url: string) => SocketLike; weights: Weights } {
  const weights: Weights = { sent: [], told: [], answered: [] };
  class Weighed extends WebSocket {
    constructor(url: string) {
      super(url);
      this.on('message', (data) => {
        const text = String(data);
        if (text.startsWith('{"say":"happened"')) weights.told.push(text.length);
        if (text.startsWith('{"say":"done"')) weights.answered.push(text.length);
      });
    }
    override send(text: string): void {
      if (text.startsWith('{"say":"do"')) weights.sent.push(text.length);
      super.send(text);
    }
  }
  // Of a browser's socket only what wire.ts names is used, and ws has that.
  return { Socket: Weighed as unknown as new (url: string) => SocketLike, weights };
}

export const usual = (bytes: readonly number[]): number =>
  bytes.toSorted((a, b) => a - b)[bytes.length >> 1] ?? 0;
