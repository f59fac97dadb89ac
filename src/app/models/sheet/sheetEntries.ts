/** The sheets that the board's records name, newest first: enough to list and open them before any document arrives. */
import type { SheetPlace } from '../../../annotations/sheetDocument.ts';
import type { Json } from '../../../base/json.ts';
import { parseRecord } from '../../../board/marker.ts';
import type { SheetId } from '../../../workshop/ids.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import { templateOf } from '../templates/templates.ts';
import { sheetLabel, sheetLabelAmong } from './sheetLabel.ts';

export interface SheetEntry {
  readonly id: SheetId;
  readonly label: string;
  readonly details: SheetDetails;
  /** As it was dropped; where it lies now is in the sheet's document. */
  readonly place: SheetPlace;
}

export interface SheetList {
  readonly entries: readonly SheetEntry[];
  /** Records of a newer version, damaged ones, and sheets of a template this version doesn't have. */
  readonly unreadable: number;
  /** Among them those that no version can read. */
  readonly damaged: number;
}

/** A record doesn't tell the frame's size; the next look at the board does. */
const unseen = { width: 0, height: 0 };

export function readSheetEntries(records: ReadonlyMap<SheetId, Json>): SheetList {
  let unreadable = 0;
  let damaged = 0;
  const entries = [...records].flatMap(([id, json]): SheetEntry[] => {
    const parsed = parseRecord(id, json);
    const template = parsed.ok ? templateOf(parsed.value.details.template) : undefined;
    if (!parsed.ok || !template) {
      unreadable += 1;
      if (!parsed.ok && parsed.error.kind === 'damaged') damaged += 1;
      return [];
    }
    const { frame, anchors, details } = parsed.value;
    return [{ id, label: sheetLabel(details), details, place: { frame, anchors, size: unseen } }];
  });
  const all = entries.map(({ details }) => details);
  return {
    entries: entries
      .map((entry) => ({ ...entry, label: sheetLabelAmong(entry.details, all) }))
      .toSorted((a, b) => (a.details.createdAt < b.details.createdAt ? 1 : -1)),
    unreadable,
    damaged,
  };
}
