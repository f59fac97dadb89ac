/** The names of the documents, made and parsed in one place. To sync they are opaque. */
import { type SheetId, sheetId, type UserId, userId } from '../workshop/ids.ts';
import { type Hash, hashFrom } from './sha256.ts';

// Ids come from outside, so their slashes and other signs are escaped.
const escaped = (id: string): string => encodeURIComponent(id.toWellFormed());
function plain(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** A deleted desk's name never stands for another one, so whoever speaks again does so on a second one, and so on. */
export const deskName = (sheet: SheetId, user: UserId, edition = 1): string =>
  `desk/${escaped(sheet)}/${escaped(user)}${edition === 1 ? '' : `/${edition}`}`;
export const sheetName = (sheet: SheetId): string => `sheet/${escaped(sheet)}`;
/** Of a document that is only this browser's: what its person has looked at in the sheet (lookedDocument.ts). */
export const lookedName = (sheet: SheetId): string => `looked/${escaped(sheet)}`;

/** Each closed round has a document of its own, named for what lies in it. */
export const roundName = (sheet: SheetId, hash: Hash): string => `round/${escaped(sheet)}/${hash}`;

/** What somebody says there while it is for nobody else: a document that never leaves their browser. */
export const draftName = (sheet: SheetId, user: UserId): string => `draft/${escaped(sheet)}/${escaped(user)}`;
/** As that, but what they answer to why the role is needed now (whyNow/). */
export const whyNowDraftName = (sheet: SheetId, user: UserId): string =>
  `why-now/${escaped(sheet)}/${escaped(user)}`;
/** As that, but the notes they write unseen (noteDrafts/). */
export const noteDraftName = (sheet: SheetId, user: UserId): string =>
  `draft-notes/${escaped(sheet)}/${escaped(user)}`;

/** All documents about a sheet that are in one person's browser only; they go when its person leaves no trace. */
export const privateNames = (sheet: SheetId, user: UserId): readonly string[] => [
  draftName(sheet, user),
  whyNowDraftName(sheet, user),
  noteDraftName(sheet, user),
  lookedName(sheet),
];

/**
 * The session of this board, written by the facilitator's devices only. A deleted one's name is never used again, so
 * the next one has the next edition.
 */
export const sessionName = (edition = 1): string => (edition === 1 ? 'session' : `session/${edition}`);

/** What somebody says in the board's session, written by them only: like a desk, and for people without a sheet, too. */
export const badgeName = (user: UserId, edition = 1): string =>
  `badge/${escaped(user)}${edition === 1 ? '' : `/${edition}`}`;

/** What somebody would say in the session while it is for nobody else. */
export const badgeDraftName = (user: UserId): string => `badge-draft/${escaped(user)}`;

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

export interface DeskName {
  readonly sheet: SheetId;
  readonly user: UserId;
  readonly edition: number;
}

/** Null when the name is not a desk's. */
export function parseDeskName(name: string): DeskName | null {
  const [kind, sheet, user, later, ...rest] = name.split('/');
  if (kind !== 'desk' || !sheet || !user || rest.length > 0) return null;
  const edition = later === undefined ? 1 : /^[1-9]\d{0,5}$/.test(later) ? Number(later) : 0;
  if (edition === 0 || (edition === 1 && later !== undefined)) return null;
  const [sheetPart, userPart] = [plain(sheet), plain(user)];
  return sheetPart && userPart ? { sheet: sheetId(sheetPart), user: userId(userPart), edition } : null;
}

/** Null when the name is not a sheet's. */
export function parseSheetName(name: string): SheetId | null {
  const [kind, sheet, ...rest] = name.split('/');
  const part = kind === 'sheet' && sheet && rest.length === 0 ? plain(sheet) : null;
  return part ? sheetId(part) : null;
}

export interface RoundName {
  readonly sheet: SheetId;
  readonly hash: Hash;
}

/** Null when the name is not a round's. */
export function parseRoundName(name: string): RoundName | null {
  const [kind, sheet, last, ...rest] = name.split('/');
  const [part, hash] = [sheet ? plain(sheet) : null, hashFrom(last)];
  return kind === 'round' && part && hash && rest.length === 0 ? { sheet: sheetId(part), hash } : null;
}
