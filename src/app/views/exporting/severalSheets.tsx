/** Several sheets at once, one file each in a zip: where there are several. */
import { useState } from 'preact/hooks';
import type { SheetId } from '../../../workshop/ids.ts';
import type { Exports } from '../../models/exporting/exports.ts';
import { formatWords } from '../../models/exporting/formatWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { Tick } from './choiceForm.tsx';

interface Props {
  readonly workshop: Workshop;
  readonly exports: Exports;
}

export function SeveralSheets({ workshop, exports }: Props) {
  const sheets = workshop.sheets.value;
  const [left, setLeft] = useState<ReadonlySet<SheetId>>(new Set());
  if (sheets.length < 2) return null;
  const chosen = sheets.filter(({ id }) => !left.has(id));
  const format = formatWords[exports.choice.value.format].name;
  return (
    <details class="export-more" data-testid="export-several">
      <summary>Several sheets at once</summary>
      <div class="export-form">
        <fieldset class="export-ticks">
          <legend class="caption">One file each, as they are now: {format}</legend>
          {sheets.map(({ id, label }) => (
            <Tick
              key={id}
              name={`export-sheet-${id}`}
              words={label}
              ticked={!left.has(id)}
              onTick={(ticked) =>
                setLeft(new Set(ticked ? [...left].filter((one) => one !== id) : [...left, id]))
              }
            />
          ))}
        </fieldset>
        <p class="hint">
          Each has what its own people said, if views and remarks are chosen above. Think about whom you send
          it to.
        </p>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="export-sheets"
          disabled={chosen.length === 0 || exports.working.value !== null}
          onClick={() => void exports.saveSheets(new Set(chosen.map(({ id }) => id)))}
        >
          {chosen.length === 1 ? 'Save 1 sheet' : `Save ${chosen.length} sheets in a zip`}
        </button>
        <p class="hint">
          Or one summary of them: how much is agreed and still open, what each pillar holds, who meets when
          and which themes they share. Counts only; what a pair sees differently stays with them.
        </p>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="export-summary-of-sheets"
          disabled={chosen.length === 0 || exports.working.value !== null}
          onClick={() => void exports.saveSummary(new Set(chosen.map(({ id }) => id)))}
        >
          Save one summary
        </button>
      </div>
    </details>
  );
}
