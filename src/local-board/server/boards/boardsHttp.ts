/**
 * Whole boards over HTTP, JSON in and out.
 *
 *   GET    /api/boards              all boards, last changed first
 *   POST   /api/boards              {name} → a new board
 *   POST   /api/board-files         a board's file → a new board
 *   PATCH  /api/boards/<id>         {name} → the board
 *   POST   /api/boards/<id>/copy    {} → a new board
 *   GET    /api/boards/<id>/file    the board's file
 *   DELETE /api/boards/<id>
 *   POST   /api/images              {type, data} → {url}, a picture for items to show
 *
 * Only this server's own pages, and programs, may ask for anything: whoever sends an Origin must have this one's, and
 * whatever changes something must say that it is JSON, which no page can do towards a foreign server unasked.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Result } from '../../../base/result.ts';
import { largestBoardFile } from '../../client/listedBoard.ts';
import { readBody } from '../http/body.ts';
import { type createImages, largestPictureBody } from '../pictures.ts';
import { isBoardId } from '../room/messages.ts';
import type { Boards, BoardTrouble } from './boards.ts';

/** Bytes of a body that holds a name. */
const largestBody = 16 * 1024;
/** Large bodies in memory at once. */
const mostImports = 2;

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function answer(response: ServerResponse, status: number, value: unknown, more: Record<string, string> = {}) {
  response.writeHead(status, { ...headers, ...more });
  response.end(JSON.stringify(value));
}

function answerResult(
  response: ServerResponse,
  result: Result<unknown, BoardTrouble>,
  status: 200 | 201,
): void {
  if (result.ok) answer(response, status, result.value);
  else answer(response, result.error.status, { message: result.error.message });
}

/** A name any file system takes; the true one for those who read the second form. */
function fileNames(name: string): string {
  const plain = name.replace(/[^\w .()-]+/g, '_').slice(0, 80) || 'board';
  const whole = encodeURIComponent(`${name}.json`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}.json"; filename*=UTF-8''${whole}`;
}

function nameIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  } catch {
    return undefined;
  }
}

const isOwnOrigin = ({ origin, host }: IncomingMessage['headers']): boolean =>
  origin === undefined || (host !== undefined && URL.parse(origin)?.host === host);

const isJson = ({ headers: { 'content-type': type } }: IncomingMessage): boolean =>
  /^application\/json(?:\s*;|$)/i.test(type ?? '');

type Handle = (id: string, request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export function createBoardsHttp(boards: Boards, images: Pick<ReturnType<typeof createImages>, 'keep'>) {
  let imports = 0;

  /** Reads the body and answers with what came of it. */
  async function answerTo(
    request: IncomingMessage,
    response: ServerResponse,
    most: number,
    work: (text: string) => Result<unknown, BoardTrouble>,
    status: 200 | 201 = 201,
  ): Promise<void> {
    const text = await readBody(request, most);
    if (text !== undefined) return answerResult(response, work(text), status);
    const message = `This is too large, or no text. At most ${Math.floor(most / 1024)} KB are taken.`;
    answer(response, 413, { message }, { connection: 'close' });
  }

  const routes: Readonly<Record<string, Readonly<Record<string, Handle>>>> = {
    '/api/boards': {
      GET: (_, __, response) => answer(response, 200, { boards: boards.list() }),
      POST: (_, request, response) =>
        answerTo(request, response, largestBody, (text) => boards.create(nameIn(text))),
    },
    '/api/images': {
      POST: (_, request, response) => answerTo(request, response, largestPictureBody, images.keep),
    },
    '/api/board-files': {
      async POST(_, request, response) {
        if (imports >= mostImports) {
          const message = 'Other files are being read just now. Try again in a moment.';
          return answer(response, 503, { message }, { connection: 'close' });
        }
        imports += 1;
        try {
          await answerTo(request, response, largestBoardFile, boards.import);
        } finally {
          imports -= 1;
        }
      },
    },
    '/api/boards/*': {
      PATCH: (id, request, response) =>
        answerTo(request, response, largestBody, (text) => boards.rename(id, nameIn(text)), 200),
      DELETE(id, _, response) {
        const result = boards.remove(id);
        if (!result.ok) return answerResult(response, result, 200);
        response.writeHead(204, { 'cache-control': 'no-store' });
        response.end();
      },
    },
    '/api/boards/*/copy': {
      POST: (id, request, response) => answerTo(request, response, largestBody, () => boards.copy(id)),
    },
    '/api/boards/*/file': {
      GET(id, _, response) {
        const result = boards.file(id);
        if (!result.ok) return answerResult(response, result, 200);
        response.writeHead(200, { ...headers, 'content-disposition': fileNames(result.value.name) });
        response.end(result.value.text);
      },
    },
  };

  function handlerFor(path: string, request: IncomingMessage): Handle {
    const say =
      (status: number, message: string, more: Record<string, string> = {}): Handle =>
      (_, __, response) =>
        answer(response, status, { message }, more);
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const methods = routes[path.replace(/^(\/api\/boards\/)[^/]+/, '$1*')];
    if (!methods) return say(404, 'There is nothing at this address.');
    if (!isOwnOrigin(request.headers)) return say(403, 'Only pages of this board server may ask this.');
    const handle = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!handle)
      return say(405, 'This cannot be done at this address.', { allow: Object.keys(methods).join(', ') });
    if (method !== 'GET' && !isJson(request))
      return say(415, 'Say that it is JSON: content-type: application/json');
    return handle;
  }

  /** Answers a request for anything under /api/. */
  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const id = /^\/api\/boards\/([^/]+)/.exec(path)?.[1] ?? '';
    const known = id === '' || isBoardId(id) ? path : '';
    try {
      await handlerFor(known, request)(id, request, response);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) answer(response, 500, { message: `The server could not do this: ${why}` });
    }
  };
}
