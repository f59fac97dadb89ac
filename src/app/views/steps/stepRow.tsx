/** A line that leads to a step: its title, and what was said there or what it is for. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { type StepId, stepTitles } from '../../models/steps/steps.ts';

interface Props {
  readonly sheet: SheetModel;
  readonly step: StepId;
  /** What was said there so far, or what it is for. */
  readonly words: string;
  /** Whether this person has something to do there. */
  readonly waits?: boolean;
}

export function StepRow({ sheet, step, words, waits = false }: Props) {
  return (
    <li>
      <button
        type="button"
        id={`step-${step}`}
        class={waits ? 'step-row step-waits' : 'step-row'}
        data-testid={`step-${step}`}
        onClick={() => {
          sheet.step.value = step;
        }}
      >
        <b>{stepTitles[step]}</b>
        <span dir="auto">{words}</span>
      </button>
    </li>
  );
}
