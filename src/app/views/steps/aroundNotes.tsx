/** The steps around the notes, a line each: what comes before them, and what helps with them. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { AltitudeRow } from '../altitude/row.tsx';
import { LensRow } from '../lens/lensRow.tsx';
import { NoteDraftsRow } from '../noteDrafts/row.tsx';
import { OursRow } from '../ours/oursRow.tsx';
import { PlaceRow } from '../place/placeRow.tsx';
import { ThemesRow } from '../themes/themesRow.tsx';
import { WhyNowRow } from '../whyNow/row.tsx';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

/** Open while there are no notes yet and no session leads through them; later a line says that it is there. */
export function BeforeNotes({ sheet, view, led }: Props & { readonly led: boolean }) {
  return (
    <details class="column steps-before" open={view.total === 0 && !led} data-testid="before-notes">
      <summary>
        <h2 class="column-title">Before the notes</h2>
      </summary>
      <ul class="step-rows">
        <PlaceRow sheet={sheet} view={view} />
        <WhyNowRow sheet={sheet} view={view} />
        <AltitudeRow sheet={sheet} />
        <NoteDraftsRow sheet={sheet} view={view} />
      </ul>
    </details>
  );
}

export function WithNotes({ sheet, view }: Props) {
  return (
    <section class="steps-with" aria-label="Help with the notes">
      <ul class="step-rows">
        <ThemesRow sheet={sheet} />
        <OursRow sheet={sheet} />
        <LensRow sheet={sheet} view={view} />
      </ul>
    </section>
  );
}
