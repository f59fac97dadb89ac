/** Compare with room for two columns, or a document to look at before it is saved; in a modal. */

import type { ExportChoice } from '../models/exporting/exportChoice.ts';
import type { RoundsPlace } from '../models/rounds/roundMoments.ts';
import type { Workshop } from '../models/workshop.ts';
import { lazyView } from './parts/lazyView.tsx';
import { Notice } from './parts/notice.tsx';
import { ComparePlace } from './rounds/comparePlace.tsx';
import { Status } from './status.tsx';

const PreviewPage = lazyView(async () => (await import('./exporting/previewPage.tsx')).PreviewPage);

interface Props {
  readonly workshop: Workshop;
  /** What to show first. */
  readonly first?: RoundsPlace | null;
  /** A document to look at instead. */
  readonly preview?: ExportChoice | null;
  readonly onClose: () => void;
}

export function Wide({ workshop, first, preview, onClose }: Props) {
  const phase = workshop.phase.value;
  const sheet = workshop.sheet.value;
  const view = sheet?.view.value;
  if (phase.kind === 'failed') return <p role="alert">{phase.message}</p>;
  if (!sheet || !view) {
    return (
      <div class="waiting" role="status">
        <span class="spinner" aria-hidden="true" />
        Reading the board…
      </div>
    );
  }
  if (preview)
    return (
      <>
        <PreviewPage sheet={sheet} view={view} choice={preview} onClose={onClose} />
        <Notice notice={workshop.notice.value} onClose={() => workshop.dismissNotice()} />
      </>
    );
  return (
    <div class="wide">
      <header class="header">
        <h1 class="h2" dir="auto">
          {view.label}
        </h1>
        <p class="hint">
          Both sides, note by note, widest mismatch first. Choose a note to see it on the board.
        </p>
        <Status workshop={workshop} here={new Set(workshop.online.value.map(({ id }) => id)).size} />
      </header>
      <ComparePlace
        workshop={workshop}
        sheet={sheet}
        view={view}
        {...(first ? { first } : {})}
        onOpen={(note) => {
          void sheet.goTo(note.id);
          onClose();
        }}
      />
    </div>
  );
}
