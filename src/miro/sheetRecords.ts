/** Our records in the app's data on a board: one per sheet. Apart from the board, so that asking for them loads little. */
import type { Json } from '../base/json.ts';
import { type SheetId, sheetId } from '../workshop/ids.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro } from './sdk.ts';

const prefix = 'sheet:';

export async function readSheetRecords(miro: Miro, calls: Calls): Promise<ReadonlyMap<SheetId, Json>> {
  const data = await calls(credits.level1, () => miro.board.getAppData());
  const records = new Map<SheetId, Json>();
  for (const [key, value] of Object.entries(data ?? {})) {
    if (key.startsWith(prefix) && value) records.set(sheetId(key.slice(prefix.length)), value as Json);
  }
  return records;
}

/** `null` takes the record away. */
export async function writeSheetRecord(
  miro: Miro,
  calls: Calls,
  id: SheetId,
  record: Json | null,
): Promise<void> {
  await calls(credits.level1, () => miro.board.setAppData(prefix + id, record as never));
}
