/**
 * The names of a sheet's documents, made and parsed in one place. To sync they are opaque. (Those of documents that stay
 * in one browser are in privateNames.ts, those of a session in sessionNames.ts.)
 */
import { type SheetId, sheetId, type UserId, userId } from '../workshop/ids.ts';
import { type Hash, hashFrom } from './sha256.ts';

// Ids come from outside, so their slashes and other signs are escaped.
export const escaped = (id: string): string => encodeURIComponent(id.toWellFormed());
export function plain(part: string): string | null {
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
/** Each closed round has a document of its own, named for what lies in it. */
export const roundName = (sheet: SheetId, hash: Hash): string => `round/${escaped(sheet)}/${hash}`;

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
