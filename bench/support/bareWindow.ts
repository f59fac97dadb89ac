/** A window that knows nothing but its wire: what the board's client is measured against. */
import { WebSocket } from 'ws';

export interface BareWindow {
  /** Sends that many bytes; resolves when the relay has answered. */
  send(bytes: number): Promise<void>;
  /** Every message that any window sent, by its first characters. */
  onTold(listener: (start: string) => void): void;
  close(): void;
}

let windows = 0;

export function bareWindow(url: string): Promise<BareWindow> {
  windows += 1;
  const own = String(windows).padStart(4, '0');
  let sent = 0;
  const waiting: (() => void)[] = [];
  const listeners: ((start: string) => void)[] = [];
  const socket = new WebSocket(url);
  socket.on('message', (data) => {
    const text = String(data);
    if (text.startsWith('a')) waiting.shift()?.();
    else for (const listener of listeners) listener(text.slice(0, 20));
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () =>
      resolve({
        send(bytes) {
          sent += 1;
          const start = `${own} ${String(sent).padStart(15, '0')}`;
          socket.send(start + 'x'.repeat(Math.max(0, bytes - start.length)));
          return new Promise((done) => waiting.push(done));
        },
        onTold: (listener) => listeners.push(listener),
        close: () => socket.close(),
      }),
    );
  });
}
