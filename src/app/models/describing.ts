/** The sheet as a document to be written; loaded when somebody exports. */
import { readLadder } from '../../annotations/place/ladderDocument.ts';
import { readPlaceDesk } from '../../annotations/place/placeDesk.ts';
import type { JobDescription } from '../../export/document.ts';
import { jobDescription } from '../../export/jobDescription.ts';
import { ladderDetails, placeTelling, standingIn } from '../../export/place.ts';
import { sheetNow } from '../../export/sheetNow.ts';
import { templateIn } from '../../workshop/ladder/stretchPrompts.ts';
import type { SheetDocuments } from './sheetDocuments.ts';
import type { SheetView } from './sheetView.ts';

export { documentName } from '../../export/fileName.ts';

/** `at` is ISO 8601, `timeZone` an IANA name. `documents`: for what people said around the notes, in the open. */
export function describe(
  view: SheetView,
  at: string,
  timeZone: string,
  { sheet, sources }: Pick<SheetDocuments, 'sheet' | 'sources'>,
): JobDescription {
  const { details, template, talk, harvest, gone } = view;
  const place = {
    ladder: readLadder(sheet).ladder,
    desks: sources.value.map(({ desk, doc }) => readPlaceDesk(doc, desk.owner)),
    talk,
    notes: harvest.lanes.flatMap(({ notes }) => notes),
  };
  const told = sheetNow({
    details,
    talk,
    notes: {
      lanes: new Map(harvest.lanes.map(({ lane, notes }) => [lane.id, notes])),
      strays: harvest.strays,
      onBorder: harvest.border,
      gone,
    },
    detailsOf: (note) => ladderDetails(note, place),
  });
  const around = [placeTelling(place)].filter((telling) => telling !== null);
  // Empty places ask in the document what they ask in the panel.
  const asking = templateIn(template, standingIn(place).mode);
  return jobDescription({ told, template: asking, around, status: { kind: 'draft', at }, timeZone });
}
