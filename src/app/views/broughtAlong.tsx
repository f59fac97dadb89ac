/** What people said about a note on another board: a record to read, apart from what is said here. */
import type { BroughtView } from '../models/sheetView.ts';
import { RelativeTime } from './relativeTime.tsx';
import { stanceWords } from './stancePicker.tsx';

export function BroughtAlong({ brought }: { brought: readonly BroughtView[] }) {
  return (
    <section class="talk" aria-label="From another board" data-testid="brought">
      <h3 class="caption">From another board</h3>
      <p class="hint">To read; it counts for nothing here until the person takes it up.</p>
      {brought.map(({ owner, name, by, stance, remarks }) => (
        <div key={owner} class="thread thread-brought" data-testid={`brought-of-${owner}`}>
          <p class="remark-who">
            <bdi>{name || 'Somebody'}</bdi>, brought along by <bdi>{by || 'somebody'}</bdi>
          </p>
          {stance && (
            <p>
              <b>{stanceWords[stance.value]}</b> <RelativeTime at={stance.at} />
              {stance.reason && (
                <>
                  {' '}
                  <q dir="auto">{stance.reason}</q>
                </>
              )}
            </p>
          )}
          {remarks.map(({ id, text, wording, at }) => (
            <div key={id} class="remark">
              {text && (
                <p class="remark-text" dir="auto">
                  {text} <RelativeTime at={at} />
                </p>
              )}
              {wording && (
                <div class="suggestion">
                  <p class="suggestion-label">
                    Suggested wording <RelativeTime at={at} />
                  </p>
                  <p class="remark-text" dir="auto">
                    {wording.proposed}
                  </p>
                </div>
              )}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
