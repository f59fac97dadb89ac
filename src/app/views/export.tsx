/** Export: at any time, as a draft; one click for each way out. */
import type { SheetModel } from '../models/sheetModel.ts';
import { exportsPart } from '../models/sheetParts.ts';
import type { SheetView } from '../models/sheetView.ts';
import type { Workshop } from '../models/workshop.ts';
import { CopyByHand } from './copyByHand.tsx';
import { Leaving } from './leaving.tsx';

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function Export({ workshop, sheet, view }: Props) {
  const working = sheet.part(exportsPart).value?.working.value ?? null;
  const exports = () => sheet.loaded(exportsPart);
  const fallback = sheet.copyByHand.value;
  return (
    <>
      <section class="group">
        <h2 class="group-title">Take it with you</h2>
        <p class="hint">
          {view.total === 0
            ? 'There are no notes yet; the document will show the empty places.'
            : `${view.total} ${view.total === 1 ? 'note' : 'notes'}, ${view.agreed} agreed, with everybody's view and all remarks. Marked as a draft.`}
        </p>
        <div class="stack">
          <button
            type="button"
            class="button button-primary"
            data-testid="export-word"
            disabled={working !== null}
            onClick={() => void exports().then((loaded) => loaded.save('word'))}
          >
            {working === 'word' ? 'Writing…' : 'Word document (.docx)'}
          </button>
          <button
            type="button"
            class="button button-secondary"
            data-testid="export-markdown"
            disabled={working !== null}
            onClick={() => void exports().then((loaded) => loaded.save('markdown'))}
          >
            {working === 'markdown' ? 'Writing…' : 'Markdown file (.md)'}
          </button>
          <button
            type="button"
            class="button button-secondary"
            data-testid="copy-markdown"
            disabled={working !== null}
            onClick={() => void exports().then((loaded) => loaded.copyMarkdown())}
          >
            Copy as Markdown
          </button>
        </div>
      </section>
      <section class="group">
        <h2 class="group-title">Take it to another board</h2>
        <p class="hint">
          A copy of this board has the notes, but nothing that was said about them. This file has all of it,
          everybody’s words; whoever wrote them can take them up again over there.
        </p>
        <div class="stack">
          <button
            type="button"
            class="button button-secondary"
            data-testid="export-archive"
            disabled={working !== null}
            onClick={() => void exports().then((loaded) => loaded.saveArchive())}
          >
            {working === 'archive' ? 'Writing…' : 'Everything, to take along (.json)'}
          </button>
          {view.canWrite && (
            <button
              type="button"
              class="link-button"
              data-testid="take-along"
              onClick={() => workshop.along.begin(sheet)}
            >
              Take my words along from another board…
            </button>
          )}
        </div>
      </section>
      {fallback && (
        <section class="group">
          <CopyByHand text={fallback} rows={10} />
        </section>
      )}
      <Leaving workshop={workshop} sheet={sheet} view={view} />
    </>
  );
}
