/** For where a browser keeps people from saving or choosing files: the text of one, pasted. */
import { useState } from 'preact/hooks';

export function PasteFile({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <details class="settled">
      <summary>Paste its text instead</summary>
      <form
        class="add-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) onText(text);
        }}
      >
        <label class="field">
          <span class="visually-hidden">The text of the file</span>
          <textarea
            class="textarea"
            rows={4}
            value={text}
            spellcheck={false}
            data-testid="taking-text"
            placeholder="{ &quot;format&quot;: &quot;rolewright-sheet&quot;, …"
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <div class="actions">
          <button
            type="submit"
            class="button button-secondary button-small"
            data-testid="taking-text-go"
            disabled={text.trim() === ''}
          >
            Use this text
          </button>
        </div>
      </form>
    </details>
  );
}
