/** Where this stage happens, unless this person is there. */
import type { LiveSession } from '../../models/session/live.ts';
import { stepTitles } from '../../models/steps/steps.ts';
import type { Workshop } from '../../models/workshop.ts';
import { placeWords, toolWords } from './stageWords.ts';

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

export function GoThere({ workshop, live }: Props) {
  const stage = live.stage.value;
  const sheet = workshop.sheet.value;
  // Who has no part in the sheet that is open has nothing to do there.
  if (!stage || !sheet || workshop.starting.value || !sheet.view.value?.me.role) return null;
  if (stage.tool) {
    const { tool } = stage;
    return live.tool.value === tool && workshop.atSession.value ? null : (
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="session-tool"
        onClick={() => {
          live.tool.value = tool;
          workshop.atSession.value = true;
        }}
      >
        {toolWords[tool].action}
      </button>
    );
  }
  const there =
    workshop.tab.value === stage.place &&
    !workshop.atSession.value &&
    (stage.step === null || sheet.step.value === stage.step);
  if (there) return null;
  return (
    <button
      type="button"
      class="button button-secondary button-small"
      data-testid="session-go"
      onClick={() => {
        workshop.atSession.value = false;
        workshop.show(stage.place);
        sheet.step.value = stage.step;
      }}
    >
      {stage.step ? stepTitles[stage.step] : `Go to ${placeWords[stage.place]}`}
    </button>
  );
}
