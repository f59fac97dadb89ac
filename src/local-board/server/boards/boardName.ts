/** Names of boards: plain text on one line. A board without a name goes by its id. */
import { longestBoardName } from '../../client/listedBoard.ts';

/** As it is kept, or undefined when nothing is left of it. */
export function boardNameIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '')
    .trim();
  return [...line].slice(0, longestBoardName).join('').trim() || undefined;
}
