/** What this browser keeps of this person's words in a sheet of other boards, newest first; null while it is read. */
import { useEffect, useState } from 'preact/hooks';
import type { SheetId } from '../../../workshop/ids.ts';
import { keptSources, type Source } from '../../models/takingAlong/sources.ts';
import type { Workshop } from '../../models/workshop.ts';

export function useKept({ along, me }: Workshop, sheet: SheetId): readonly Source[] | null {
  const [kept, setKept] = useState<readonly Source[] | null>(null);
  const person = me.value;
  useEffect(() => {
    let shown = true;
    void along.kept(sheet).then((archives) => {
      if (shown && person) setKept(keptSources(archives, person));
    });
    return () => {
      shown = false;
    };
  }, [along, sheet, person]);
  return kept;
}
