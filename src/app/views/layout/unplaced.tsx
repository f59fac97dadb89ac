/** Notes whose place says nothing clear: asked about here, never guessed, never lost. */

import type { LaneId } from '../../../workshop/ids.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { NoteRow } from '../notes/noteRow.tsx';

export function Unplaced({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  if (view.unplaced.length === 0) return null;
  return (
    <section class="callout" aria-label="Notes without a lane" data-testid="unplaced">
      <p>
        <b>Where do these belong?</b> They lie on a line or outside every lane. Move them on the board, or
        choose here.
      </p>
      <ul class="unplaced">
        {view.unplaced.map((note) => (
          <NoteRow key={note.id} note={note} company={sheet.company.value} onOpen={() => sheet.open(note.id)}>
            {view.canWrite && (
              <label class="field">
                <span class="visually-hidden">Lane for this note</span>
                <select
                  class="select"
                  value=""
                  onChange={({ currentTarget }) =>
                    void sheet.moveNote(note.id, currentTarget.value as LaneId)
                  }
                >
                  <option value="" disabled>
                    Choose a lane…
                  </option>
                  {view.columns.map(({ column, lanes }) => (
                    <optgroup key={column.id} label={column.title}>
                      {lanes.map(({ lane }) => (
                        <option key={lane.id} value={lane.id}>
                          {lane.title}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </label>
            )}
          </NoteRow>
        ))}
      </ul>
    </section>
  );
}
