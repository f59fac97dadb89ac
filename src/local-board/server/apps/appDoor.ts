/**
 * A door for an app written for Miro, so that it runs on the local board unchanged. Every such app has the address of
 * Miro's SDK written into its pages. The door serves the app, wherever it runs, at an origin of its own on this
 * machine, and says the local board's address where the app says Miro's: in the script's address, and in headers that
 * let Miro frame the app. It also asks the browser to keep the app in a process of its own, as one from another site
 * has. Nothing else is changed; what the app forbids Miro it forbids the board.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plainRequest,
} from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { Duplex } from 'node:stream';

export interface AppDoorOptions {
  /** Address of the app's headless page (`sdkUri` in its manifest), e.g. `http://localhost:5173/`. */
  readonly app: string;
  /** Origin of the board, e.g. `http://localhost:3000`. */
  readonly boardOrigin: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface AppDoor {
  /** What to give the board as the app's address. */
  readonly url: string;
  close(): Promise<void>;
}

const sdkAddress = /(?:https?:)?\/\/miro\.com\/app\/static\/sdk\/v2\/miro\.js/g;
const miroOrigin = /https:\/\/(?:\*\.)?miro\.com/g;
/** Where the SDK's address may stand. Everything else passes as it comes. */
const rewritten =
  /^(?:text\/html|application\/xhtml\+xml|(?:text|application)\/(?:x-)?(?:java|ecma)script)\b/i;
/** Bytes of a page or script that is read whole. */
const longestText = 64 * 1024 * 1024;

const ownNames = ['localhost', '127.0.0.1', '[::1]'];
const isOwnName = (host: string | undefined): boolean =>
  host !== undefined && ownNames.includes(URL.parse(`http://${host}`)?.hostname ?? '');

async function wholeText(stream: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > longestText) throw new Error('A page of the app is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Rejects with the system's error when the port is taken. */
export function openAppDoor({ app, boardOrigin, port }: AppDoorOptions): Promise<AppDoor> {
  const target = new URL(app);
  const sdk = `${boardOrigin}/sdk/v2/miro.js`;
  const ask = target.protocol === 'https:' ? tlsRequest : plainRequest;
  let own = '';

  const asked = (given: IncomingHttpHeaders): IncomingHttpHeaders => {
    const headers: IncomingHttpHeaders = { ...given, host: target.host, 'accept-encoding': 'identity' };
    if (headers.origin === own) headers.origin = target.origin;
    if (headers.referer) headers.referer = headers.referer.replace(own, target.origin);
    return headers;
  };
  const answered = (given: IncomingHttpHeaders): IncomingHttpHeaders => {
    const headers = { ...given };
    const policy = headers['content-security-policy'];
    if (policy !== undefined)
      headers['content-security-policy'] = String(policy).replaceAll(miroOrigin, boardOrigin);
    if (headers.location) headers.location = headers.location.replace(target.origin, own);
    return headers;
  };
  const forward = (request: IncomingMessage) =>
    ask(new URL(request.url ?? '/', target.origin), {
      method: request.method ?? 'GET',
      headers: asked(request.headers),
    });

  const server = createServer((request, response) => {
    if (!isOwnName(request.headers.host)) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      return void response.end('This app is served to this machine only.\n');
    }
    const unreachable = () => {
      if (response.headersSent) return void response.destroy();
      response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`Nothing answers at ${target.origin}. Start the app there, then reload the board.\n`);
    };
    const asking = forward(request);
    asking.on('error', unreachable);
    // Whoever stops reading ends the asking too.
    response.on('close', () => asking.destroy());
    asking.on('response', async (answer) => {
      const headers = answered(answer.headers);
      const status = answer.statusCode ?? 502;
      if (!rewritten.test(answer.headers['content-type'] ?? '') || request.method === 'HEAD') {
        response.writeHead(status, headers);
        return void answer.pipe(response);
      }
      try {
        const text = await wholeText(answer);
        const body = text.replaceAll(sdkAddress, sdk).replaceAll(target.origin, own);
        const { 'content-length': _, 'transfer-encoding': __, ...rest } = headers;
        response.writeHead(status, {
          // Apps on this machine are of one site and would share a process; one that hangs would stop the others.
          'origin-agent-cluster': '?1',
          ...rest,
          'content-length': Buffer.byteLength(body),
        });
        response.end(body);
      } catch {
        unreachable();
      }
    });
    request.pipe(asking);
  });

  // A development server's own line to its pages, by which they reload themselves.
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    if (!isOwnName(request.headers.host)) return void socket.destroy();
    const asking = forward(request);
    socket.on('error', () => asking.destroy());
    asking.on('error', () => socket.destroy());
    asking.on('response', () => socket.destroy());
    asking.on('upgrade', (answer, line, first) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(first);
      line.write(head);
      line.on('error', () => socket.destroy());
      socket.on('error', () => line.destroy());
      line.pipe(socket);
      socket.pipe(line);
    });
    asking.end();
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      own = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
      resolve({
        url: new URL(`${target.pathname}${target.search}`, own).href,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
