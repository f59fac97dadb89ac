/** BroadcastChannel as the talk between the pages of one browser. Where it is denied each page is alone, and told so. */
import { once } from '../base/disposer.ts';
import type { DeviceChannel } from './ports.ts';

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/**
 * `create` makes a BroadcastChannel named for the board, and may throw where the browser denies it (opaque origins,
 * some privacy settings) or be missing.
 */
export function browserChannel(
  create: (() => Channel) | undefined,
): DeviceChannel & { readonly close: () => void } {
  const channel = attempt(create);
  if (!channel) return { shared: false, post() {}, onMessage: () => () => {}, close() {} };
  let closed = false;
  return {
    shared: true,
    post(message) {
      if (!closed) channel.postMessage(message);
    },
    onMessage(listener) {
      const handler = (event: { readonly data: unknown }) => listener(event.data);
      channel.addEventListener('message', handler);
      return once(() => channel.removeEventListener('message', handler));
    },
    close: once(() => {
      closed = true;
      channel.close();
    }),
  };
}

function attempt(create: (() => Channel) | undefined): Channel | undefined {
  try {
    return create?.();
  } catch {
    return undefined; // denied: being alone is a state of its own, not an error
  }
}
