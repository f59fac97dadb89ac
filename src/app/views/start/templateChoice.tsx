/** Which template a sheet is made from; taking one along as a file, and bringing one here. Loaded with the start form. */
import { useEffect, useState } from 'preact/hooks';
import type { TemplateShelf } from '../../models/templates/templateShelf.ts';
import { templateOf } from '../../models/templates/templates.ts';
import type { Workshop } from '../../models/workshop.ts';
import '../styles/templates.css';

interface Props {
  readonly workshop: Pick<Workshop, 'templates' | 'tell'>;
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

export function TemplateChoice({ workshop, chosen, onChoose }: Props) {
  const [shelf, setShelf] = useState<TemplateShelf | null>(null);
  useEffect(() => {
    void workshop.templates().then((opened) => {
      setShelf(opened);
      void opened.look();
    });
  }, [workshop]);
  const choices = shelf?.choices.value ?? [];
  const template = templateOf(chosen);
  const save = async () => {
    if (!(await shelf?.save(chosen)))
      workshop.tell({ tone: 'warn', message: 'The template could not be saved. Try again in a moment.' });
  };
  return (
    <div class="template-choice">
      <label class="field">
        <span class="caption">Template</span>
        <select
          class="select"
          data-testid="start-template"
          value={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          {/* Until they are loaded, the chosen one alone. */}
          {choices.length === 0 && <option value={chosen}>{templateOf(chosen)?.title ?? '…'}</option>}
          {choices.map(({ template: { id, title }, own }) => (
            <option key={id} value={id}>
              {own ? `${title} (of this board)` : title}
            </option>
          ))}
        </select>
        {template && (
          <span class="hint" dir="auto">
            {template.summary}
          </span>
        )}
      </label>
      {shelf && (
        <details class="settled">
          <summary>Use a template of your own</summary>
          <p class="hint">
            Save this one, edit the file, and bring it here. It stays with this board and its copies.
          </p>
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="template-save"
            onClick={() => void save()}
          >
            Save this template as a file
          </button>
          <Bring shelf={shelf} onBrought={onChoose} />
        </details>
      )}
    </div>
  );
}

/** Far more than a template has; what is longer is not even read. */
const mostBytes = 1_000_000;

function Bring({ shelf, onBrought }: { shelf: TemplateShelf; onBrought: (name: string) => void }) {
  const [said, setSaid] = useState<{ readonly good: boolean; readonly words: readonly string[] } | null>(
    null,
  );
  const [text, setText] = useState('');
  const bring = async (content: string) => {
    const brought = await shelf.bring(content);
    if (brought.kind === 'refused') {
      setSaid({ good: false, words: brought.words });
      return;
    }
    setText('');
    setSaid({
      good: true,
      words: [
        brought.known ? `“${brought.title}” was here already.` : `“${brought.title}” is on this board now.`,
      ],
    });
    onBrought(brought.name);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > mostBytes) {
      setSaid({ good: false, words: ['This file is far too large for a template.'] });
      return;
    }
    try {
      await bring(await file.text());
    } catch {
      // A folder, or a file that went away meanwhile.
      setSaid({ good: false, words: ['This file could not be read. Choose it again, or paste its text.'] });
    }
  };
  return (
    <>
      <label class="field">
        <span class="caption">Bring a file</span>
        <input
          type="file"
          accept=".yaml,.yml,.json,text/yaml,application/yaml"
          data-testid="template-file"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0]);
            // The same file, put right, can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      <details class="settled">
        <summary>Paste its text instead</summary>
        <textarea
          class="textarea"
          rows={4}
          aria-label="The text of a template"
          spellcheck={false}
          value={text}
          data-testid="template-text"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="template-text-go"
          disabled={text.trim() === ''}
          onClick={() => void bring(text)}
        >
          Use this text
        </button>
      </details>
      <div role="status" data-testid="template-said">
        {said && (
          <div class={said.good ? 'hint' : 'callout'}>
            {!said.good && <p>This template can’t be used yet:</p>}
            <ul class={said.good ? '' : 'problem-list'}>
              {said.words.map((words) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
