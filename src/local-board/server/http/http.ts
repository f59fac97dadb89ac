/** What the board server answers over plain HTTP: the board page, the SDK, their files, and its settings. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isBoardId } from '../room/messages.ts';
import type { ServedFile } from './files.ts';

export interface HttpPorts {
  /** Read anew for each request that finds nothing, so that a rebuilt page is found. */
  files(): ReadonlyMap<string, ServedFile>;
  /** For the page: which app to open when the address names none, and the switches. */
  settings(): unknown;
  isOwnHost(host: string | undefined): boolean;
  /** Whole boards; everything under /api/. */
  boards(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Sends a picture that items show; false where there is none under this name. */
  image(hash: string, response: ServerResponse): boolean;
}

/** App pages come from anywhere, the board's own code only from here. Notes may hold no script. */
const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data: blob:',
  // Pictures that apps name are read here, and not by the server.
  "connect-src 'self' ws: wss: http: https:",
  'frame-src http: https:',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Found at addresses of their own only. */
const pages = ['/index.html', '/boards.html'];

export function createHttp(ports: HttpPorts) {
  const text = (response: ServerResponse, status: number, message: string) => {
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    response.end(`${message}\n`);
  };

  const page = (response: ServerResponse, name: string) => {
    const found = ports.files().get(name);
    if (!found) return text(response, 503, 'The board page is not built yet. Run: npm run build');
    return file(response, found, {
      'cache-control': 'no-cache',
      'content-security-policy': pagePolicy,
      // A process of the board's own where browsers have several, so that an app that hangs does not stop it: apps on
      // this machine are of the same site, and would share one.
      'origin-agent-cluster': '?1',
      'referrer-policy': 'no-referrer',
    });
  };

  const file = (response: ServerResponse, found: ServedFile, headers: Record<string, string>) => {
    response.writeHead(200, {
      'content-type': found.type,
      'x-content-type-options': 'nosniff',
      ...headers,
    });
    response.end(found.read());
  };

  return (request: IncomingMessage, response: ServerResponse) => {
    if (!ports.isOwnHost(request.headers.host))
      return text(response, 403, 'This board server does not answer under that name.');
    // Only what follows the host is the path; it is ever only compared, never opened.
    const path = URL.parse(`http://board${request.url ?? '/'}`)?.pathname ?? '/';
    if (path.startsWith('/api/')) return void ports.boards(path, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return text(response, 405, 'Only GET is answered here.');
    const image = /^\/images\/([0-9a-f]{64})$/.exec(path)?.[1];
    if (image !== undefined && ports.image(image, response)) return;
    if (path === '/') return page(response, '/boards.html');
    if (path === '/settings.json') {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      });
      return void response.end(JSON.stringify(ports.settings()));
    }
    // Miro's own form of a link to a board: `/app/board/<id>/?moveToWidget=<item>`.
    const linked = /^\/app\/board\/([^/]*)\/?$/.exec(path)?.[1];
    if (linked !== undefined && isBoardId(linked)) {
      const query = URL.parse(`http://board${request.url ?? '/'}`)?.search ?? '';
      response.writeHead(302, { location: `/board/${linked}${query}` });
      return void response.end();
    }
    const board = /^\/board\/([^/]*)\/?$/.exec(path)?.[1];
    if (board !== undefined) {
      if (!isBoardId(board))
        return text(response, 404, 'A board is named with letters, digits, - and _, at most 64 of them.');
      return page(response, '/index.html');
    }
    const found = ports.files().get(path);
    if (!found || pages.includes(path)) return text(response, 404, 'There is nothing at this address.');
    // Apps on other origins load the SDK.
    const shared: Record<string, string> = path.startsWith('/sdk/')
      ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
      : {};
    const lasting = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return file(response, found, { 'cache-control': lasting, ...shared });
  };
}
