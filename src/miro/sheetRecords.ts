/**
 * Our records in the app's data on a board: one per sheet, and one for each template that a team brought there. Apart
 * from the board, so that asking for them loads little.
 */
import type { Json } from '../base/json.ts';
import { type SheetId, sheetId } from '../workshop/ids.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro } from './sdk.ts';

export const prefixes = { sheet: 'sheet:', template: 'template:' } as const;

async function readUnder(start: string, miro: Miro, calls: Calls): Promise<ReadonlyMap<string, Json>> {
  const data = await calls(credits.level1, () => miro.board.getAppData());
  const records = new Map<string, Json>();
  for (const [key, value] of Object.entries(data ?? {})) {
    if (key.startsWith(start) && value) records.set(key.slice(start.length), value as Json);
  }
  return records;
}

export async function readSheetRecords(miro: Miro, calls: Calls): Promise<ReadonlyMap<SheetId, Json>> {
  const records = await readUnder(prefixes.sheet, miro, calls);
  return new Map([...records].map(([id, record]) => [sheetId(id), record]));
}

export const readTemplateRecords = (miro: Miro, calls: Calls): Promise<ReadonlyMap<string, Json>> =>
  readUnder(prefixes.template, miro, calls);
