import type { Hash } from '../../../annotations/sha256.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import { roundsPart } from './roundsPart.ts';

/** Opens this round in Compare. */
export async function showRound(sheet: SheetModel, hash: Hash): Promise<void> {
  sheet.show('compare');
  (await sheet.loaded(roundsPart)).at.value = { kind: 'round', hash };
}
