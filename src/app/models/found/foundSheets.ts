/**
 * What has become of the sheets on a board edited by hand: frames deleted, copied, or found again on a copied board.
 * It only tells and offers; nothing is changed without a click. Finding out is loaded where something is strange.
 */
import { signal } from '@preact/signals';
import type { Json } from '../../../base/json.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { ItemId, SheetId } from '../../../workshop/ids.ts';
import type { Finding, FindingOptions, FoundSheets, FoundSignals } from './found.ts';

/** Whether every frame has its record and every record its frame, as on almost every board. */
function nothingStrange(records: ReadonlyMap<SheetId, Json>, items: readonly BoardItem[]): boolean {
  const recorded = [...records.values()].map((json) =>
    typeof json === 'object' && json !== null && 'frame' in json ? json.frame : null,
  );
  const frames = items.flatMap(({ id, kind }) => (kind === 'frame' ? [id] : []));
  return (
    frames.every((id) => recorded.includes(id)) && recorded.every((id) => frames.some((one) => one === id))
  );
}

export function foundSheets(options: FindingOptions): FoundSheets {
  const signals: FoundSignals = {
    deleted: signal(new Set<SheetId>()),
    refound: signal(new Map<SheetId, ItemId>()),
    copies: signal([]),
    strangers: signal([]),
    unfinished: signal([]),
  };
  let finding: Finding | null = null;
  const load = async (): Promise<Finding> => {
    const { findingSheets } = await import('./findingSheets.ts');
    finding ??= findingSheets(options, signals);
    return finding;
  };
  return {
    ...signals,
    async look(records, items) {
      if (!finding && nothingStrange(records, items)) return;
      // Where it can't be loaded now, the sheets are there all the same; the next look tries again.
      const found = await load().catch(() => null);
      await found?.look(records, items);
    },
    goOnWith: async (id) => (await load()).goOnWith(id),
    settleHere: async (stranger) => (await load()).settleHere(stranger),
    makeOwn: async (copy) => (await load()).makeOwn(copy),
    remove: async (frame) => (await load()).remove(frame),
    forgetDeleted: () => finding?.forgetDeleted(),
    leave: (copy) => finding?.leave(copy),
  };
}
