/** Why this role now: each answers unseen by the others; then all answers side by side. Loaded on demand. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { saysTheSame } from '../../../annotations/text.ts';
import { isWhole } from '../../../annotations/whyNow/answer.ts';
import { laneId } from '../../../workshop/ids.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { whyNowPart } from '../../models/whyNow/part.ts';
import type { WhyNowState } from '../../models/whyNow/state.ts';
import type { WhyNow } from '../../models/whyNow/whyNow.ts';
import { answeredWords, mismatchWords, noteWords, untilWords } from '../../models/whyNow/words.ts';
import { SaidElsewhere } from '../brought/saidElsewhere.tsx';
import { CopyByHand } from '../exporting/copyByHand.tsx';
import { takeFocus } from '../parts/takeFocus.ts';
import { WhyNowForm } from './form.tsx';
import { WhatWasSaid } from './said.tsx';

export function WhyNowScreen({ sheet, view }: Pick<Props, 'sheet' | 'view'>) {
  const part = sheet.part(whyNowPart).value;
  const state = part?.state.value;
  if (!part || !state) return null;
  return <Stages key={state.stage} sheet={sheet} view={view} part={part} state={state} />;
}

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly part: WhyNow;
  readonly state: WhyNowState;
}

function Stages(props: Props) {
  const { part, state } = props;
  const top = useRef<HTMLParagraphElement>(null);
  // Where the button was that led here, nothing is any more.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) takeFocus(top.current);
  }, []);
  return (
    <>
      <p ref={top} class="hint step-title" tabIndex={-1}>
        {state.stage === 'shown'
          ? 'What each of you sees. You can change yours at any time; everybody sees that.'
          : 'The answer shapes all that follows. Each of you gives it unseen by the other, whenever it suits you.'}
      </p>
      {state.stage === 'answering' && <Answering {...props} />}
      {state.stage === 'waiting' && <Waiting {...props} />}
      {state.stage === 'shown' && <Shown {...props} />}
      <SaidElsewhere view={props.view} where="why-now" />
      {state.unknown > 0 && (
        <p class="hint">
          Something here was written by another version of Rolewright. Nothing of it is lost.
        </p>
      )}
      {part.drafted.value && state.stage === 'waiting' && <OtherWords part={part} />}
    </>
  );
}

function Answering({ view, part, state }: Props) {
  const me = view.me.user;
  const others = answeredWords(state, me);
  if (!state.mayAnswer)
    return (
      <>
        {view.canWrite && <p>The engineer and the manager answer here.</p>}
        <WhatWasSaid sides={state.sides} me={me} shown={false} />
      </>
    );
  const whole = state.draft !== null && isWhole(state.draft);
  return (
    <div class="step-form for-my-eyes" data-testid="why-now-form">
      <WhyNowForm part={part} choice={state.draft} />
      <div class="ask">
        <p>
          Your answer stays in this browser until you say done.{' '}
          {others && (
            <span dir="auto" data-testid="why-now-others">
              {others}
            </span>
          )}
        </p>
        <Done part={part} whole={whole}>
          I’m done
        </Done>
        <p class="hint">
          At done, it goes to your place on this board, and the app shows it once{' '}
          {state.hasManager ? 'the others are done' : 'a manager has joined and is done'}, too. From then on,
          somebody with tools of their own could read it there.
          {view.me.role === 'peer' && ' You are a peer: your answer informs, and nobody waits for it.'}
        </p>
      </div>
    </div>
  );
}

interface DoneProps {
  readonly part: WhyNow;
  readonly whole: boolean;
  readonly children: string;
  readonly onDone?: () => void;
}

function Done({ part, whole, children, onDone }: DoneProps) {
  return (
    <div class="actions">
      <button
        type="button"
        class="button button-primary button-small"
        data-testid="why-now-done"
        disabled={!whole}
        onClick={() => part.done() && onDone?.()}
      >
        {children}
      </button>
      {!whole && <span class="hint">Choose a situation and how long first.</span>}
    </div>
  );
}

function Waiting({ sheet, view, part, state }: Props) {
  const me = view.me.user;
  const text = sheet.copyByHand.value;
  return (
    <>
      <WhatWasSaid sides={state.sides} me={me} shown={false} />
      <div class="ask" data-testid="why-now-waiting">
        <p dir="auto">You have answered. {untilWords(state, me)}</p>
        <div class="actions">
          {me === view.engineer && (
            <button
              type="button"
              class="button button-primary button-small"
              data-testid="why-now-ask"
              onClick={() => void part.ask()}
            >
              Copy a message
            </button>
          )}
          {state.mayAnswer && state.mine && !part.drafted.value && (
            <button
              type="button"
              class="link-button"
              data-testid="why-now-not-done"
              onClick={() => part.notDone()}
            >
              Not done after all
            </button>
          )}
        </div>
        {text && <CopyByHand text={text} rows={6} />}
        <p class="hint">
          The app shows your answer to nobody before that. It is on this board now, where somebody with tools
          of their own could read it.
        </p>
      </div>
    </>
  );
}

/** Begun in this browser while its person said done in another one. */
function OtherWords({ part }: Pick<Props, 'part'>) {
  return (
    <div class="ask" data-testid="why-now-left">
      <p>This browser also has another answer of yours, which nobody has seen.</p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="why-now-use"
          onClick={() => part.done()}
        >
          Answer that instead
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="why-now-throw"
          onClick={() => part.leaveIt()}
        >
          Throw it away
        </button>
      </div>
    </div>
  );
}

function Shown({ sheet, view, part, state }: Props) {
  const [wished, setWished] = useState(false);
  const editing = state.mayAnswer && (wished || part.drafted.value);
  const choice = state.draft ?? state.mine;
  const close = () => {
    part.leaveIt();
    setWished(false);
  };
  return (
    <>
      {state.mismatch && (
        <p class="callout" data-testid="why-now-mismatch">
          {mismatchWords(state.mismatch)} It heads your agenda in Compare.
        </p>
      )}
      <WhatWasSaid sides={state.sides} me={view.me.user} shown />
      {editing ? (
        <div class="step-form" data-testid="why-now-form">
          <WhyNowForm part={part} choice={choice} />
          <div class="ask">
            <p>Until you show it, this stays in this browser.</p>
            <Done part={part} whole={choice !== null && isWhole(choice)} onDone={() => setWished(false)}>
              {state.mine ? 'Show the change' : 'Show my answer'}
            </Done>
            <div class="actions">
              <button
                type="button"
                class="button button-tertiary button-small"
                data-testid="why-now-leave"
                onClick={close}
              >
                {state.mine ? 'Leave it as it was' : 'Not now'}
              </button>
            </div>
          </div>
        </div>
      ) : (
        <div class="actions">
          {state.mayAnswer && (
            <button
              type="button"
              class="button button-secondary button-small"
              data-testid="why-now-change"
              onClick={() => setWished(true)}
            >
              {state.mine ? 'Change mine…' : 'Say mine…'}
            </button>
          )}
          <PutOnBoard sheet={sheet} view={view} state={state} />
        </div>
      )}
    </>
  );
}

const lane = laneId('side', 'why-now');

/** As a note in its lane, by the engineer’s click: the notes are theirs. */
function PutOnBoard({ sheet, view, state }: Omit<Props, 'part'>) {
  const [busy, setBusy] = useState(false);
  const found = view.columns.flatMap(({ lanes }) => lanes).find((one) => one.lane.id === lane);
  if (!found || !state.mine || !view.canWrite || view.me.user !== view.engineer) return null;
  const words = noteWords(state.mine, state);
  if (found.notes.some(({ text }) => saysTheSame(text, words)))
    return (
      <p class="hint" data-testid="why-now-there">
        It stands on the board, under {found.lane.title}.
      </p>
    );
  return (
    <button
      type="button"
      class={`button button-small ${state.mismatch ? 'button-tertiary' : 'button-primary'}`}
      data-testid="why-now-place"
      disabled={busy}
      onClick={async () => {
        setBusy(true);
        await sheet.addNote(lane, words);
        setBusy(false);
      }}
    >
      {busy ? 'Putting it there…' : 'Put it on the board'}
    </button>
  );
}
