/** Where a list, a column of a spreadsheet or a CSV is pasted or chosen. */
import { useRef } from 'preact/hooks';
import { largestFile } from '../../../workshop/bringIn/line.ts';
import type { BringIn } from '../../models/bringIn/bringIn.ts';

export function FromText({ model }: { readonly model: BringIn }) {
  const chooser = useRef<HTMLInputElement>(null);
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    // One byte more than fits tells that it is too large; the rest need not be read.
    const bytes = new Uint8Array(await file.slice(0, largestFile + 1).arrayBuffer());
    model.takeFile(file.name, bytes);
    input.value = '';
  };
  return (
    <>
      <label class="field">
        <span class="caption">Paste a list, cells or a CSV</span>
        <textarea
          class="textarea"
          rows={5}
          dir="auto"
          spellcheck={false}
          value={model.text.value}
          placeholder={'Execution\n- Cut the nightly backfill by June\n- …'}
          aria-describedby="bring-how"
          data-testid="bring-text"
          onInput={({ currentTarget }) => model.write(currentTarget.value)}
        />
      </label>
      <p class="hint" id="bring-how">
        A line becomes a note; bullets and numbers go. A line that is a lane’s name, or a column in a table,
        says where what follows belongs.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="bring-choose-file"
          onClick={() => chooser.current?.click()}
        >
          Choose a CSV file…
        </button>
        <input
          ref={chooser}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label="A CSV file, as Miro and spreadsheets save it"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          data-testid="bring-file"
          onChange={({ currentTarget }) => void choose(currentTarget)}
        />
      </div>
      <p class="hint bring-file" role="status" dir="auto">
        {model.fileWords.value}
      </p>
    </>
  );
}
