/** What would come out, in the wide window: the same document, as a page; or the text itself where the format is text. */
import { useEffect, useState } from 'preact/hooks';
import { choiceWords } from '../../models/exporting/choiceWords.ts';
import type { ExportChoice } from '../../models/exporting/exportChoice.ts';
import type { Exports, Preview } from '../../models/exporting/exports.ts';
import { formatWords } from '../../models/exporting/formatWords.ts';
import { roundTitle } from '../../models/rounds/roundWords.ts';
import { exportsPart } from '../../models/sheet/placeParts.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { useRounds } from '../rounds/useRounds.ts';
import { PdfPages } from './pdfPages.tsx';
import '../styles/exporting.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly choice: ExportChoice;
  readonly onClose: () => void;
}

export function PreviewPage({ sheet, view, choice, onClose }: Props) {
  const exports = sheet.part(exportsPart).value;
  const rounds = useRounds(sheet)?.list.value ?? [];
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let shown = true;
    exports?.preview(choice).then(
      (made) => shown && setPreview(made),
      () => shown && setPreview({ kind: 'none', why: 'It could not be made. Close this and try again.' }),
    );
    return () => {
      shown = false;
    };
  }, [exports, choice]);
  // What is shown is what is saved.
  const wanted: ExportChoice =
    preview?.kind === 'page' && preview.why !== undefined ? { ...choice, format: 'html' } : choice;
  return (
    <div class="preview-page">
      <header class="preview-head">
        <div>
          <h1 class="h2" dir="auto">
            {view.label}
          </h1>
          <p class="hint">{choiceWords(choice, (hash) => roundTitle(rounds, hash))}</p>
          {choice.format === 'word' && choice.variant === 'annotated' && (
            <p class="hint">
              In Word the remarks stand in the margin, and suggestions are changes in the text.
            </p>
          )}
        </div>
        <div class="actions">
          {exports && <SaveButton exports={exports} choice={wanted} ready={preview?.kind !== 'none'} />}
          <button type="button" class="button button-secondary button-small" onClick={onClose}>
            Close
          </button>
        </div>
      </header>
      <Shown preview={preview} />
    </div>
  );
}

interface SaveProps {
  readonly exports: Exports;
  readonly choice: ExportChoice;
  readonly ready: boolean;
}

function SaveButton({ exports, choice, ready }: SaveProps) {
  return (
    <button
      type="button"
      class="button button-primary button-small"
      data-testid="preview-save"
      disabled={!ready || exports.working.value !== null}
      onClick={() => {
        exports.change(choice);
        void exports.save();
      }}
    >
      {exports.working.value ? 'Writing…' : `Save: ${formatWords[choice.format].name}`}
    </button>
  );
}

function Shown({ preview }: { readonly preview: Preview | null }) {
  if (!preview)
    return (
      <div class="waiting" role="status">
        <span class="spinner" aria-hidden="true" />
        Making it…
      </div>
    );
  switch (preview.kind) {
    case 'none':
      return <p role="alert">{preview.why}</p>;
    case 'page':
      // Nothing runs in it, and it can reach nothing: it is a picture of the document.
      return (
        <>
          {preview.why !== undefined && (
            <p role="alert" data-testid="preview-why">
              {preview.why}
            </p>
          )}
          <iframe
            class="preview-sheet"
            title="The document"
            sandbox=""
            srcdoc={preview.html}
            data-testid="preview"
          />
        </>
      );
    case 'pages':
      return <PdfPages picture={preview.picture} />;
    case 'text':
      return (
        <>
          {preview.cut && <p class="hint">Only the beginning is shown; the file has all of it.</p>}
          {/* It can be scrolled with the keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable */}
          <pre class="preview-text" tabIndex={0} data-testid="preview">
            {preview.text}
          </pre>
        </>
      );
  }
}
