/** How long the next talk is, and taking its agenda along: onto the board, or as text. */
import { useState } from 'preact/hooks';
import { longestTalk, usualTalk } from '../../../annotations/agenda.ts';
import { agendaPart } from '../../models/sheet/placeParts.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { CopyByHand } from '../exporting/copyByHand.tsx';
import { useTopics } from './useTopics.ts';
import '../styles/compare.css';

/** Of this person's next talk in this sheet. */
export const minutesOf = (sheet: SheetModel): number =>
  sheet.attention.value?.looked.value.minutes ?? usualTalk;

export function AgendaBar({ sheet }: { readonly sheet: SheetModel }) {
  const minutes = minutesOf(sheet);
  const text = sheet.copyByHand.value;
  const working = sheet.part(agendaPart).value?.working.value ?? false;
  const topics = useTopics(sheet);
  return (
    <div class="agenda-bar">
      <MinutesField minutes={minutes} onPlan={(wanted) => sheet.attention.value?.planMinutes(wanted)} />
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="agenda-on-board"
          disabled={working}
          onClick={() => void sheet.loaded(agendaPart).then((agenda) => agenda.place(minutes, topics))}
        >
          {working ? 'Putting it there…' : 'Put it on the board'}
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="agenda-copy"
          onClick={() => void sheet.loaded(agendaPart).then((agenda) => agenda.copy(minutes, topics))}
        >
          Copy as text
        </button>
      </div>
      {text && <CopyByHand text={text} rows={6} />}
    </div>
  );
}

interface FieldProps {
  readonly minutes: number;
  readonly onPlan: (minutes: number) => void;
}

function MinutesField({ minutes, onPlan }: FieldProps) {
  /** While it is typed it may be no number yet. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class="agenda-minutes">
      <span>Minutes for your next talk</span>
      <input
        class="input"
        type="number"
        inputMode="numeric"
        min={1}
        max={longestTalk}
        value={typed ?? minutes}
        data-testid="agenda-minutes"
        onInput={({ currentTarget: { value } }) => {
          setTyped(value);
          const wanted = Number(value);
          if (Number.isInteger(wanted) && wanted >= 1 && wanted <= longestTalk) onPlan(wanted);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
