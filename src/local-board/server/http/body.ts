/** The body of a request as text, up to a size. */
import type { IncomingMessage } from 'node:http';

/** `undefined` when there is more than that, or when it is no UTF-8, or when the sender went away. */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    if (Number(request.headers['content-length'] ?? 0) > mostBytes) return resolve(undefined);
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > mostBytes) {
        // The rest is read by nobody; whoever answers closes the line.
        request.pause();
        request.removeAllListeners('data');
        resolve(undefined);
      } else parts.push(part);
    });
    request.on('end', () => {
      try {
        resolve(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
      } catch {
        resolve(undefined);
      }
    });
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}
