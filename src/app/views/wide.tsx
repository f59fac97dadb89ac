/** Compare with room for two columns, in a modal. */
import type { RoundsPlace } from '../models/roundMoments.ts';
import type { Workshop } from '../models/workshop.ts';
import { ComparePlace } from './comparePlace.tsx';
import { Status } from './status.tsx';

interface Props {
  readonly workshop: Workshop;
  /** What to show first. */
  readonly first?: RoundsPlace | null;
  readonly onClose: () => void;
}

export function Wide({ workshop, first, onClose }: Props) {
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
