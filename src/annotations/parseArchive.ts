/** Reading an archive from a file that somebody chose: whatever it is, the answer is an archive or why it is none. */
import { fail, ok, type Result } from '../base/result.ts';
import { archiveFormat, archiveVersion, type SheetArchive } from './archive.ts';
import { readArchive } from './archiveValues.ts';
import { asText, field } from './entries.ts';
import { looking } from './plainValues.ts';

/** Characters. Ten times what a sheet's documents may hold on a board (sync/limits.ts). */
export const longestArchive = 30_000_000;

export type ArchiveFailure =
  /** No text of ours is this long; it was not looked at. */
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }
  /** Something else's JSON. */
  | { readonly kind: 'not-ours' }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newer'; readonly version: number }
  /** Ours, but cut, or changed by hand; `path` names the first place, e.g. `desks[2].stances[0].at`. */
  | { readonly kind: 'damaged'; readonly path: string };

export function parseArchive(file: string): Result<SheetArchive, ArchiveFailure> {
  if (file.length > longestArchive) return fail({ kind: 'too-large' });
  const value = fromJson(file);
  if (value === undefined) return fail({ kind: 'not-json' });
  if (asText(field(value, 'format')) !== archiveFormat) return fail({ kind: 'not-ours' });
  const version = field(value, 'version');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return fail({ kind: 'damaged', path: 'version' });
  if (version > archiveVersion) return fail({ kind: 'newer', version });
  const look = looking('strict');
  const { format: _, version: __, ...rest } = Object(value); // an object: it has a format
  const archive = readArchive(rest, '', look);
  if (look.wrong !== null) return fail({ kind: 'damaged', path: look.wrong });
  return ok({ ...archive, unknown: archive.unknown + look.unknown });
}

/** Undefined where it is no JSON; a byte order mark, which some editors write, is none of its business. */
function fromJson(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
