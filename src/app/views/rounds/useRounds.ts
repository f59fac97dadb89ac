/** The rounds of a sheet, once their code is loaded; null until then. */
import { useEffect } from 'preact/hooks';
import type { RoundsPlace } from '../../models/rounds/roundMoments.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import { roundsPart } from '../../models/rounds/roundsPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';

/** `first`: where among them to begin. */
export function useRounds(sheet: SheetModel, first?: RoundsPlace): Rounds | null {
  const rounds = sheet.part(roundsPart).value;
  useEffect(() => {
    if (rounds && first) rounds.at.value = first;
  }, [rounds, first]);
  return rounds;
}
