/** The names of the documents, made and parsed in one place. To sync they are opaque. */
import { type SheetId, sheetId, type UserId, userId } from '../workshop/ids.ts';

// Ids come from outside, so their slashes and other signs are escaped.
const escaped = (id: string): string => encodeURIComponent(id.toWellFormed());
function plain(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

export const deskName = (sheet: SheetId, user: UserId): string => `desk/${escaped(sheet)}/${escaped(user)}`;
export const sheetName = (sheet: SheetId): string => `sheet/${escaped(sheet)}`;

/** Null when the name is not a desk's. */
export function parseDeskName(name: string): { readonly sheet: SheetId; readonly user: UserId } | null {
  const [kind, sheet, user, ...rest] = name.split('/');
  if (kind !== 'desk' || !sheet || !user || rest.length > 0) return null;
  const [sheetPart, userPart] = [plain(sheet), plain(user)];
  return sheetPart && userPart ? { sheet: sheetId(sheetPart), user: userId(userPart) } : null;
}

/** Null when the name is not a sheet's. */
export function parseSheetName(name: string): SheetId | null {
  const [kind, sheet, ...rest] = name.split('/');
  const part = kind === 'sheet' && sheet && rest.length === 0 ? plain(sheet) : null;
  return part ? sheetId(part) : null;
}
