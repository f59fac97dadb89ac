/** "Your view": four answers and one line of reason. Choosing is one click; the reason is saved while you type. */
import { useState } from 'preact/hooks';
import { type StanceValue, stanceValues } from '../../../annotations/desk.ts';
import type { Asking } from '../../models/needs/asking.ts';
import type { StanceView } from '../../models/sheet/sheetView.ts';
import { stanceWords } from '../../models/words/stanceWords.ts';
import { SavedTextField } from '../parts/textField.tsx';

export { stanceWords };

interface Props {
  readonly mine: StanceView | null;
  readonly disabled: boolean;
  readonly asking: Asking;
  readonly onTake: (value: StanceValue, reason: string) => void;
  readonly onClear: () => void;
}

export function StancePicker({ mine, disabled, asking, onTake, onClear }: Props) {
  const [lastReason, setLastReason] = useState('');
  const current = mine?.current ? mine : null;
  const reason = current?.reason ?? lastReason;
  return (
    <fieldset class="stance-picker" disabled={disabled}>
      <legend class="caption">{asking.legend}</legend>
      <div class="stances">
        {stanceValues.map((value) => (
          <button
            key={value}
            type="button"
            class="stance"
            aria-pressed={current?.value === value}
            data-testid={`stance-${value}`}
            onClick={() => (current?.value === value ? onClear() : onTake(value, reason))}
          >
            {asking.words[value]}
          </button>
        ))}
      </div>
      {mine && !mine.current && (
        <p class="hint">
          You said <b>{asking.words[mine.value]}</b> before the wording changed. Look again?
        </p>
      )}
      {current && (
        <SavedTextField
          label={asking.askFor[current.value]}
          hideLabel
          value={current.reason}
          testid="stance-reason"
          maxLength={500}
          onSave={(text) => {
            setLastReason(text);
            onTake(current.value, text);
          }}
        />
      )}
    </fieldset>
  );
}
