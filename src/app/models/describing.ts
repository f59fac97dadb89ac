/** The sheet as a document to be written; loaded when somebody exports. */
import type { JobDescription } from '../../export/document.ts';
import { jobDescription } from '../../export/jobDescription.ts';
import { sheetNow } from '../../export/sheetNow.ts';
import type { SheetView } from './sheetView.ts';

export { documentName } from '../../export/fileName.ts';

/** `at` is ISO 8601, `timeZone` an IANA name. */
export function describe(view: SheetView, at: string, timeZone: string): JobDescription {
  const { details, template, talk, harvest, gone } = view;
  const told = sheetNow({
    details,
    talk,
    notes: {
      lanes: new Map(harvest.lanes.map(({ lane, notes }) => [lane.id, notes])),
      strays: harvest.strays,
      onBorder: harvest.border,
      gone,
    },
  });
  return jobDescription({ told, template, status: { kind: 'draft', at }, timeZone });
}
