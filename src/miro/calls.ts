/**
 * Every SDK call goes through here: counted by the meter, weighed in credits, and its refusal turned into a `BoardRefusal`.
 *
 * Credits: Level 1 = 50, Level 3 = 500 (Miro's Web SDK rate-limiting page). The budget is 100,000 a minute and
 * 1,000,000 an hour; whether for one user or for all is not documented.
 */
import { BoardRefusal } from '../board/port.ts';
import type { Meter } from '../sync/ports.ts';

export const credits = { level1: 50, level3: 500 } as const;

/** Runs one SDK call. Rejects with a `BoardRefusal` only. */
export type Calls = <T>(cost: number, call: () => Promise<T>) => Promise<T>;

/**
 * Miro gives errors no name and no code, only a message, and promises nothing about its wording. Reading it is
 * confined to this function; a message it does not know is `refused`, which every caller must cope with anyway.
 */
export function refusalOf(error: unknown): BoardRefusal {
  if (error instanceof BoardRefusal) return error;
  const message =
    error instanceof Error ? error.message : typeof error === 'string' ? error : 'Miro refused the call';
  const says = (...words: string[]) => words.some((word) => message.toLowerCase().includes(word));
  const options = { cause: error };
  if (says('rate limit', 'credits', 'too many requests')) return new BoardRefusal('rate', message, options);
  if (says('not found', 'retrieve', 'does not exist', 'missing item'))
    return new BoardRefusal('gone', message, options);
  if (says('cannot be reached', 'connection', 'network', 'offline', 'failed to fetch'))
    return new BoardRefusal('offline', message, options);
  if (
    says(
      'scope',
      'permission',
      'access',
      'not authorized',
      'read-only user',
      'viewer',
      'only view',
      'right to',
    )
  ) {
    return new BoardRefusal('no-access', message, options);
  }
  return new BoardRefusal('refused', message, options);
}

export function countedCalls(meter: Meter): Calls {
  return (cost, call) =>
    meter.run(cost, async () => {
      try {
        return await call();
      } catch (error) {
        throw refusalOf(error);
      }
    });
}
