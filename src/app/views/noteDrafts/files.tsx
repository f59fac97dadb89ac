/** Saving one's own draft as a file, and taking one in: in another browser, or after a new start. */
import { useRef, useState } from 'preact/hooks';
import type { TakingIn } from '../../models/noteDrafts/state.ts';
import type { DraftsProps } from './props.ts';

export function DraftFiles({ notes }: DraftsProps) {
  const [answer, setAnswer] = useState<TakingIn | null>(null);
  const [text, setText] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const take = (given: string, sure = false) => {
    setText(given);
    setAnswer(notes.takeIn(given, sure));
  };
  return (
    <section class="drafts-part" data-testid="drafts-files">
      <h3 class="caption">A copy of your own</h3>
      <p class="hint">
        Your notes are in this browser and nowhere else. A file keeps them, and takes them to another browser.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="drafts-save"
          disabled={notes.mine.value.length === 0}
          onClick={() => notes.save()}
        >
          Save as a file
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="drafts-take-in"
          onClick={() => chooser.current?.click()}
        >
          Take in a file…
        </button>
        <input
          ref={chooser}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label="A file of notes"
          accept=".json,application/json"
          data-testid="drafts-file"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            void file?.text().then(
              (read) => take(read),
              () => setAnswer({ kind: 'refused', words: 'This file could not be read. Try it once more.' }),
            );
          }}
        />
      </div>
      {answer && (
        <div role="status" data-testid="drafts-file-answer">
          <p class={answer.kind === 'refused' ? 'callout' : 'hint'} dir="auto">
            {answer.words}
          </p>
          {answer.kind === 'ask' && (
            <div class="actions">
              <button
                type="button"
                class="button button-secondary button-small"
                data-testid="drafts-file-yes"
                onClick={() => take(text, true)}
              >
                Take them in
              </button>
              <button
                type="button"
                class="button button-tertiary button-small"
                onClick={() => setAnswer(null)}
              >
                Leave it
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
