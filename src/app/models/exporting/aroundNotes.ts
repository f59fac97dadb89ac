/** What people said around the notes, for a document: as far as everybody may see it, whoever makes it. */
import { altitudeIn } from '../../../annotations/altitude/altitude.ts';
import { readAltitude } from '../../../annotations/altitude/altitudeDesk.ts';
import { whysOf } from '../../../annotations/clarity/clarity.ts';
import { readClarity } from '../../../annotations/clarity/clarityDesk.ts';
import { isShown, readAnswered } from '../../../annotations/whyNow/answer.ts';
import { altitudeTelling } from '../../../export/altitude.ts';
import { whyDetails } from '../../../export/clarity.ts';
import type { Detail, Telling } from '../../../export/document.ts';
import { whyNowTelling } from '../../../export/whyNow.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { namedDesk } from '../sheet/readOnce.ts';
import type { SheetView } from '../sheet/sheetView.ts';

type Documents = Pick<SheetContext['documents'], 'sheet' | 'sources'>;

const desksIn = ({ sources }: Documents) =>
  sources.peek().map((source) => ({ desk: namedDesk(source), doc: source.doc }));

/** Why this role now, and one problem from three altitudes. */
export function tellingsIn({ engineer, me }: SheetView, documents: Documents): readonly Telling[] {
  const desks = desksIn(documents);
  return [
    whyNowTelling({
      desks: desks.map(({ desk, doc }) => ({ desk, ...readAnswered(doc) })),
      engineer,
      shown: isShown(documents.sheet),
      by: me.user,
    }),
    altitudeTelling(
      altitudeIn(
        desks.map(({ desk, doc }) => ({ desk, altitude: readAltitude(doc) })),
        engineer,
      ),
    ),
  ].filter((telling) => telling !== null);
}

/** Why each note is there. */
export function whysIn({ engineer }: SheetView, documents: Documents): (note: ItemId) => readonly Detail[] {
  const desks = desksIn(documents).map(({ desk, doc }) => ({ desk, clarity: readClarity(doc) }));
  const whys = whysOf(desks, engineer);
  return (note) => whyDetails(whys.get(note) ?? []);
}
