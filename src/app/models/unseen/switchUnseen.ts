/** How views are given in a sheet, switched by a person. Loaded on demand. */
import { switchBlind } from '../../../annotations/switchBlind.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';

/** A step is named for who began it and when: nobody begins two at once. */
export function switchUnseen(sheet: Pick<SheetModel, 'document' | 'now'>, on: boolean, by: UserId): void {
  const at = sheet.now();
  switchBlind(sheet.document, { on, step: `${at} ${by}`, by, at });
}
