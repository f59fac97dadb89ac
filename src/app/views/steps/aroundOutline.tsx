/** What stands above and below the outline in the Write place. It comes a moment after the outline. */
import { ownLensPart } from '../../models/lens/ownLensPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { LayoutNotice } from '../layout/layoutNotice.tsx';
import { Unplaced } from '../layout/unplaced.tsx';
import { LensChoice } from '../lens/lensChoice.tsx';
import { NoteFilter } from '../notes/noteFilter.tsx';
import { NoteRow } from '../notes/noteRow.tsx';
import { lazyView } from '../parts/lazyView.tsx';
import { ShelfLink } from '../shelf/shelfLink.tsx';
import { BeforeNotes, WithNotes } from './aroundNotes.tsx';

const DraftBanner = lazyView(async () => (await import('../noteDrafts/banner.tsx')).DraftBanner);
const RelayoutBar = lazyView(async () => (await import('../lens/relayoutBar.tsx')).RelayoutBar);

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function AboveOutline({ sheet, view, led }: Props & { readonly led: boolean }) {
  const attention = sheet.attention.value;
  const lens = view.total > 0 ? sheet.part(ownLensPart).value : null;
  return (
    <>
      {!attention?.shown.value && (
        <div class="before-place">
          <BeforeNotes sheet={sheet} view={view} led={led} />
        </div>
      )}
      {view.total > 0 && <div class="filter-place">{attention && <NoteFilter attention={attention} />}</div>}
      {view.total > 0 && (
        <div class="lens-place">{lens && <LensChoice sheet={sheet} view={view} own={lens} />}</div>
      )}
      {view.content.relayout && <RelayoutBar sheet={sheet} view={view} />}
      <LayoutNotice sheet={sheet} view={view} />
      {view.content.writing.step !== null && <DraftBanner sheet={sheet} view={view} led={led} />}
      <Unplaced sheet={sheet} view={view} />
      {view.total === 0 && view.canWrite && <ShelfLink sheet={sheet} />}
    </>
  );
}

export function BelowOutline({ sheet, view }: Props) {
  const attention = sheet.attention.value;
  return (
    <>
      {view.total > 0 && view.canWrite && !attention?.shown.value && <ShelfLink sheet={sheet} />}
      {view.gone.length > 0 && !attention?.shown.value && (
        <details class="column">
          <summary>
            <h2 class="column-title">No longer on the board</h2>
            <span class="figure">{view.gone.length}</span>
          </summary>
          <ul class="notes">
            {view.gone.map((note) => (
              <NoteRow
                key={note.id}
                note={note}
                company={sheet.company.value}
                onOpen={() => sheet.open(note.id)}
              />
            ))}
          </ul>
        </details>
      )}
      {!attention?.shown.value && <WithNotes sheet={sheet} view={view} />}
      <TagSwitch sheet={sheet} view={view} />
      {view.unknown > 0 && (
        <p class="hint">
          {view.unknown === 1 ? 'One entry was' : `${view.unknown} entries were`} written by another version
          of Rolewright and can't be shown here. Nothing of it is lost.
        </p>
      )}
    </>
  );
}

function TagSwitch({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  return (
    <label class="toggle-row">
      <input
        type="checkbox"
        checked={view.tagsOn}
        disabled={!view.canWrite}
        data-testid="tags-switch"
        onChange={({ currentTarget }) => sheet.switchTags(currentTarget.checked)}
      />
      <span>
        Show each note's state as a tag on the board
        <span class="hint">
          {view.content.tags.full > 0
            ? `${view.content.tags.full} notes carry eight tags already and have no place for one more.`
            : 'Everybody on the board sees the tags. Your own tags stay as they are.'}
        </span>
      </span>
    </label>
  );
}
