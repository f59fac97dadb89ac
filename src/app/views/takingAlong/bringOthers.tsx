/** Other people's words: off until somebody has read who they will be shown to, and said yes. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { cleanLine } from '../../../export/cleanText.ts';
import type { OtherPerson, TakingOver } from '../../models/takingAlong/takingOver.ts';
import { inAList, wordsInWords } from '../../models/words/wordsInWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { takeFocus } from '../parts/takeFocus.ts';

interface Props {
  readonly workshop: Workshop;
  readonly flow: TakingOver;
  readonly others: readonly OtherPerson[];
  /** Closed rounds that come along with them. */
  readonly rounds: number;
}

const saidWords = ({ words, around }: OtherPerson): string =>
  [wordsInWords(words), around > 0 ? 'what stands around the notes' : '']
    .filter((part) => part !== '')
    .join(', ');

export function BringOthers({ workshop, flow, others, rounds }: Props) {
  const asking = flow.step.value.kind === 'asking';
  const toggle = useRef<HTMLInputElement>(null);
  const asked = useRef(asking);
  useLayoutEffect(() => {
    if (asked.current && !asking) takeFocus(toggle.current);
    asked.current = asking;
  }, [asking]);
  return (
    <>
      <label class="toggle-row">
        <input
          ref={toggle}
          type="checkbox"
          checked={flow.withOthers.value}
          disabled={asking}
          data-testid="taking-others"
          onChange={({ currentTarget }) => {
            if (!currentTarget.checked) flow.answer(false);
            else {
              // It is on once the question is answered.
              currentTarget.checked = false;
              flow.askForOthers();
            }
          }}
        />
        <span>
          Bring along what others said
          <span class="hint" dir="auto">
            {inAList(others.map((one) => `${one.name || 'Somebody'} (${saidWords(one)})`))}
          </span>
        </span>
      </label>
      {asking && <Question workshop={workshop} flow={flow} others={others} rounds={rounds} />}
    </>
  );
}

function Question({ workshop, flow, others, rounds }: Props) {
  const leave = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: a second press of the key that opened the question changes nothing.
  useEffect(() => leave.current?.focus(), []);
  const me = workshop.me.value?.id;
  const here = workshop.online.value.filter(({ id }) => id !== me).map(({ name }) => cleanLine(name));
  return (
    <div
      class="callout"
      role="alertdialog"
      aria-labelledby="others-question"
      aria-describedby="others-words"
      data-testid="others-question"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        flow.answer(false);
      }}
    >
      <p id="others-question">
        <b>Let everybody here read what {inAList(others.map(({ name }) => name || 'somebody'))} said?</b>
      </p>
      <div id="others-words" class="stack">
        <p data-testid="others-here">
          {here.length > 0
            ? `On this board now, besides you: ${inAList(here, 12)}.`
            : 'Only you are on this board now.'}{' '}
          Everybody who can open it, now or later, can read what comes along.
        </p>
        <p>
          They said it on another board, perhaps to other people. Here it is a record to read that counts for
          nothing, until each of them takes it up or has it removed.
        </p>
        {rounds > 0 && (
          <p data-testid="others-rounds">
            {rounds === 1 ? 'The closed round comes' : `${rounds} closed rounds come`} along, too, with
            everybody’s views at that time and who signed.
          </p>
        )}
      </div>
      <div class="actions">
        <button
          ref={leave}
          type="button"
          class="button button-secondary button-small"
          data-testid="others-leave"
          onClick={() => flow.answer(false)}
        >
          Leave it there
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="others-bring"
          onClick={() => flow.answer(true)}
        >
          Bring it along
        </button>
      </div>
    </div>
  );
}
