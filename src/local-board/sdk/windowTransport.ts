/**
 * The SDK's calls as messages to the window around an app's iframe. Only the board that this script came from is
 * talked to; before it has answered, nothing but a greeting without content leaves the page.
 */
import {
  channel,
  type DragPointer,
  dragPointer,
  type FromBoard,
  isOurs,
  type Transport,
} from './transport.ts';

export interface WindowTransport extends Transport {
  onDragPointer(listener: (pointer: DragPointer) => void): void;
}

/** The origins a board may have that served a script from `origin`: on this machine it may be called by either name. */
export function boardOrigins(origin: string): readonly string[] {
  const url = new URL(origin);
  const names = ['localhost', '127.0.0.1', '[::1]'];
  if (!names.includes(url.hostname)) return [url.origin];
  return names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`);
}

export function windowTransport(page: Window, scriptOrigin: string): WindowTransport {
  const trusted = boardOrigins(scriptOrigin);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let deliver: (event: string, payload: unknown) => void = () => {};
  let followDrag: (pointer: DragPointer) => void = () => {};
  let next = 1;
  let board: string | undefined;
  let queue: { call: number; name: string; payload: unknown }[] = [];

  const post = (call: number, name: string, payload: unknown, to: string) =>
    page.parent.postMessage({ channel, call, name, payload }, to);

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== page.parent || !trusted.includes(event.origin) || !isOurs(event.data)) return;
    const message = event.data as FromBoard;
    if (board === undefined) {
      board = event.origin;
      for (const { call, name, payload } of queue) post(call, name, payload, board);
      queue = [];
    }
    if ('event' in message) {
      if (message.event === dragPointer) followDrag(message.payload as DragPointer);
      else deliver(message.event, message.payload);
      return;
    }
    const found = waiting.get(message.call);
    waiting.delete(message.call);
    if ('error' in message) found?.reject(new Error(message.error));
    else found?.resolve(message.value);
  });

  const framed = page.parent !== page;
  // The greeting says nothing but that a page of an app is here, so anybody around it may hear it.
  if (framed) post(0, 'HELLO', undefined, '*');

  return {
    call(name, payload) {
      if (!framed)
        return Promise.reject(new Error('This page is not on a board. Open it as an app on a board.'));
      return new Promise((resolve, reject) => {
        const call = next++;
        waiting.set(call, { resolve, reject });
        // A clone now tells an app at once that it handed over something that cannot travel.
        try {
          const sent = structuredClone(payload);
          if (board === undefined) queue.push({ call, name, payload: sent });
          else post(call, name, sent, board);
        } catch {
          waiting.delete(call);
          reject(new Error('This value cannot be sent to the board: it must be JSON.'));
        }
      });
    },
    receive(own) {
      deliver = own;
    },
    onDragPointer(own) {
      followDrag = own;
    },
  };
}
