/** What carries text between a window and a room: a WebSocket, or two ends in one process. */
export interface Wire {
  send(text: string): void;
  close(): void;
}

export interface WireEvents {
  opened(): void;
  received(text: string): void;
  /** Once; also when it never opened. */
  closed(): void;
}

/** Starts connecting at once. */
export type OpenWire = (events: WireEvents) => Wire;

/** The part of a WebSocket that is used here; browsers and Node have it as a global. */
export interface SocketLike {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export const socketWire =
  (url: string, Socket: new (url: string) => SocketLike): OpenWire =>
  (events) => {
    const socket = new Socket(url);
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      events.closed();
    };
    socket.addEventListener('open', () => events.opened());
    socket.addEventListener('message', ({ data }) => {
      if (!over && typeof data === 'string') events.received(data);
    });
    socket.addEventListener('close', end);
    // An error is always followed by a close in browsers; Node's own WebSocket may leave it out.
    socket.addEventListener('error', end);
    return {
      send: (text) => socket.send(text),
      close() {
        end();
        socket.close();
      },
    };
  };

/** The address of a board server's wire, from the address of its pages. */
export function wireAddress(serverUrl: string): string {
  const url = new URL('/live', serverUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
