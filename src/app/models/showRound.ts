import type { Hash } from '../../annotations/sha256.ts';
import { roundsPart } from './roundsPart.ts';
import type { SheetModel } from './sheetModel.ts';

/** Opens this round in Compare. */
export async function showRound(sheet: SheetModel, hash: Hash): Promise<void> {
  sheet.show('compare');
  (await sheet.loaded(roundsPart)).at.value = { kind: 'round', hash };
}
