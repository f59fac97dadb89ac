/** Compare with room for two columns, in a modal. */
import type { Workshop } from '../models/workshop.ts';
import { Compare } from './compare.tsx';
import { Status } from './status.tsx';

export function Wide({ workshop, onClose }: { workshop: Workshop; onClose: () => void }) {
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
      <Compare
        view={view}
        company={sheet.company.value}
        onOpen={(note) => {
          void sheet.goTo(note.id);
          onClose();
        }}
      />
    </div>
  );
}
