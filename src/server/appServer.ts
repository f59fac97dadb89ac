/**
 * Serves the built app as a static host would, on an origin of its own, so that nothing works here by sharing an
 * origin that would fail in Miro. Two things a real host doesn't do: the SDK's address in the pages is replaced by the
 * local board's, and only that board may frame them.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export const miroSdk = 'https://miro.com/app/static/sdk/v2/miro.js';

export interface AppServerOptions {
  readonly host: string;
  readonly port: number;
  /** The built app, e.g. `dist/app`. */
  readonly directory: string;
  /** Origin of the board that frames the app, e.g. `http://localhost:3000`. */
  readonly boardOrigin: string;
}

export interface AppServer {
  readonly url: string;
  close(): Promise<void>;
}

const pages = ['index.html', 'panel.html', 'modal.html'];

/** Rejects with the system's error when the port is taken. */
export function startAppServer({ host, port, directory, boardOrigin }: AppServerOptions): Promise<AppServer> {
  const sdk = `${boardOrigin}/sdk/v2/miro.js`;
  const html = new Map(
    pages.map((page) => [`/${page}`, readFileSync(join(directory, page), 'utf8').replaceAll(miroSdk, sdk)]),
  );
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${boardOrigin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${boardOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${boardOrigin}`,
  ].join('; ');
  const assets = sirv(directory, { etag: true });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // A frame that may not store anything has no origin of its own; to it even the app's own scripts are foreign.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
    const page = html.get(pathname === '/' ? '/index.html' : pathname);
    if (page !== undefined) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('Cache-Control', 'no-store');
      response.end(page);
      return;
    }
    assets(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({
        url: `http://${host}:${actual}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
