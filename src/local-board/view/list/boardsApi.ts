/** Whole boards over HTTP, as a page asks for them. What goes wrong comes back in words for a person. */
import { fail, ok, type Result } from '../../../base/result.ts';
import type { ListedBoard } from '../../client/listedBoard.ts';

export interface BoardsApi {
  list(): Promise<Result<readonly ListedBoard[], string>>;
  create(name: string): Promise<Result<ListedBoard, string>>;
  rename(id: string, name: string): Promise<Result<ListedBoard, string>>;
  copy(id: string): Promise<Result<ListedBoard, string>>;
  remove(id: string): Promise<Result<undefined, string>>;
  import(text: string): Promise<Result<ListedBoard, string>>;
}

export const boardFileAddress = (id: string): string => `/api/boards/${encodeURIComponent(id)}/file`;

const silent = 'The board server does not answer. Check that it runs, then try again.';

export function boardsApi(send: (path: string, request: RequestInit) => Promise<Response>): BoardsApi {
  async function ask<T>(method: string, path: string, body?: string): Promise<Result<T, string>> {
    try {
      const answer = await send(`/api${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      // Our own server answers in the shapes of boardsHttp.ts.
      const value: unknown = text === '' ? undefined : JSON.parse(text);
      if (answer.ok) return ok(value as T);
      const { message } = value as { message?: unknown };
      return fail(typeof message === 'string' ? message : silent);
    } catch {
      return fail(silent);
    }
  }
  const at = (id: string) => `/boards/${encodeURIComponent(id)}`;

  return {
    async list() {
      const answer = await ask<{ boards: readonly ListedBoard[] }>('GET', '/boards');
      return answer.ok ? ok(answer.value.boards) : answer;
    },
    create: (name) => ask('POST', '/boards', JSON.stringify({ name })),
    rename: (id, name) => ask('PATCH', at(id), JSON.stringify({ name })),
    copy: (id) => ask('POST', `${at(id)}/copy`, '{}'),
    remove: (id) => ask('DELETE', at(id)),
    import: (text) => ask('POST', '/board-files', text),
  };
}
