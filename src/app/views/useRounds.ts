/** The rounds of a sheet, once their code is loaded; null until then. */
import { useEffect, useState } from 'preact/hooks';
import type { RoundsPlace } from '../models/roundMoments.ts';
import type { Rounds } from '../models/rounds.ts';
import type { SheetModel } from '../models/sheetModel.ts';

/** `first`: where among them to begin. */
export function useRounds(sheet: SheetModel, first?: RoundsPlace): Rounds | null {
  const [rounds, setRounds] = useState<Rounds | null>(null);
  useEffect(() => {
    let shown = true;
    sheet.rounds().then(
      (loaded) => {
        if (!shown) return;
        if (first) loaded.at.value = first;
        setRounds(loaded);
      },
      () => undefined, // without a connection; the next visit tries again
    );
    return () => {
      shown = false;
    };
  }, [sheet, first]);
  return rounds;
}
