/** What this browser keeps of a sheet of this person's other boards, as archives. Loaded on demand. */
import type { SheetArchive } from '../../../annotations/archive.ts';
import { archiveOfDocuments } from '../../../annotations/archiveOfDocuments.ts';
import type { Person } from '../../../miro/people.ts';
import type { SheetId } from '../../../workshop/ids.ts';
import { lanesIn } from '../layout/lanesIn.ts';
import type { OtherCopy } from '../platform.ts';

/** One board after the other: there may be many, and nobody waits for all of this but who asked for it. `at`: ISO 8601. */
export async function archivesOf(
  copies: readonly OtherCopy[],
  sheet: SheetId,
  { me, at }: { readonly me: Person; readonly at: string },
): Promise<readonly SheetArchive[]> {
  const by = { user: me.id, name: me.name };
  const found: SheetArchive[] = [];
  for (const { board, read } of copies) {
    const documents = await read();
    const archive = documents && archiveOfDocuments(documents, { board, at, by, sheet, lanesOf: lanesIn });
    if (archive) found.push(archive);
  }
  return found;
}
