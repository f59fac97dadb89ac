/** The names of a session's documents, made and parsed in one place. */
import { type UserId, userId } from '../workshop/ids.ts';
import { escaped, plain } from './names.ts';

/**
 * The session of this board, written by the facilitator's devices only. A deleted one's name is never used again, so
 * the next one has the next edition.
 */
export const sessionName = (edition = 1): string => (edition === 1 ? 'session' : `session/${edition}`);

/** What somebody says in the board's session, written by them only: like a desk, and for people without a sheet, too. */
export const badgeName = (user: UserId, edition = 1): string =>
  `badge/${escaped(user)}${edition === 1 ? '' : `/${edition}`}`;

const editionFrom = (part: string | undefined): number | null =>
  part === undefined ? 1 : /^([2-9]|[1-9]\d{1,5})$/.test(part) ? Number(part) : null;

/** Its edition; null when the name is not a session's. */
export function parseSessionName(name: string): number | null {
  const [kind, later, ...rest] = name.split('/');
  return kind === 'session' && rest.length === 0 ? editionFrom(later) : null;
}

/** Null when the name is not a badge's. */
export function parseBadgeName(name: string): { readonly user: UserId; readonly edition: number } | null {
  const [kind, user, later, ...rest] = name.split('/');
  const [part, edition] = [user ? plain(user) : null, editionFrom(later)];
  return kind === 'badge' && part && edition !== null && rest.length === 0
    ? { user: userId(part), edition }
    : null;
}
