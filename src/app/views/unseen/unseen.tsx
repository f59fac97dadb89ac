/** Giving views unseen by each other: how far it is, *I'm done*, and what was left behind. Loaded on demand. */

import { useState } from 'preact/hooks';
import type { Word } from '../../../annotations/heldWords.ts';
import { remarksIn } from '../../../annotations/threads.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { nextThing } from '../../models/steps/nextThing.ts';
import { waitsOf } from '../../models/talk/whatWaits.ts';
import type { LeftBehind, Unseen, UnseenState } from '../../models/unseen/unseen.ts';
import { countWords, noteOfWord, unseenWords } from '../../models/unseen/unseenWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { stanceWords } from '../noteCard/stancePicker.tsx';
import { Next } from '../steps/next.tsx';

interface Props {
  readonly workshop: Pick<Workshop, 'tell'>;
  readonly sheet: SheetModel;
  readonly view: SheetView;
  /** Whether another next thing may be shown here. */
  readonly withNext: boolean;
  /** A session leads. */
  readonly led: boolean;
}

/** In the place of the next thing: it is the next thing. */
export function UnseenViews({ workshop, sheet, view, withNext, led }: Props) {
  const unseen = sheet.unseen.value;
  if (!unseen) return null;
  const [state, left] = [unseen.state.value, unseen.left.value];
  const other = nextThing(view)?.kind;
  return (
    <>
      {left && view.canWrite && (
        <Left view={view} unseen={unseen} left={left} open={state.stage === 'open'} />
      )}
      {withNext && (state.stage === 'open' || other === 'confirm') && (
        <Next sheet={sheet} view={view} led={led} />
      )}
      {state.stage !== 'open' && view.canWrite && (
        <Working workshop={workshop} sheet={sheet} view={view} unseen={unseen} state={state} />
      )}
    </>
  );
}

interface WorkingProps extends Omit<Props, 'withNext' | 'led'> {
  readonly unseen: Unseen;
  readonly state: Exclude<UnseenState, { readonly stage: 'open' }>;
}

function Working({ workshop, sheet, view, unseen, state }: WorkingProps) {
  const notes = [...view.notes.values()].filter(({ place }) => place !== 'gone');
  const mine = view.me.user;
  const looked = notes.filter(
    (note) => note.mine?.current || note.threads.flatMap(remarksIn).some(({ author }) => author === mine),
  ).length;
  const { first, others, plainly } = unseenWords(state, { me: mine, looked, total: notes.length });
  const next = waitsOf(view).find((one) => 'note' in one);
  const drafting = state.stage === 'drafting';
  const kind = (primary: boolean) =>
    primary ? 'button button-primary button-small' : 'button button-secondary button-small';
  return (
    <section class="ask for-my-eyes" data-testid="unseen" aria-label="Views given unseen">
      <p data-testid="unseen-mine">{first}</p>
      {others && (
        <p data-testid="unseen-others" dir="auto">
          {others}
        </p>
      )}
      <div class="actions">
        {drafting && next && (
          <button
            type="button"
            class={kind(true)}
            data-testid="unseen-next"
            onClick={() => sheet.open(next.note)}
          >
            {looked === 0 ? 'Start' : 'Go on'}
          </button>
        )}
        {drafting && (
          <button type="button" class={kind(!next)} data-testid="unseen-done" onClick={() => unseen.done()}>
            I’m done
          </button>
        )}
        {!drafting && view.me.user === view.engineer && view.total > 0 && (
          <button
            type="button"
            class={kind(true)}
            data-testid="unseen-ask"
            onClick={() => void sheet.askForView()}
          >
            Copy a message
          </button>
        )}
        {!drafting && (
          <button
            type="button"
            class={kind(false)}
            data-testid="unseen-not-done"
            onClick={() => {
              unseen.notDone();
              workshop.tell({
                tone: 'info',
                message:
                  'Your words are back in this browser. While they were on the board, somebody with tools of their own could have read them.',
              });
            }}
          >
            Not done after all
          </button>
        )}
      </div>
      <p class="hint">{plainly}</p>
    </section>
  );
}

interface LeftProps {
  readonly view: SheetView;
  readonly unseen: Unseen;
  readonly left: LeftBehind;
  /** Whether they would be seen by everybody at once. */
  readonly open: boolean;
}

function Left({ view, unseen, left, open }: LeftProps) {
  const [throwing, setThrowing] = useState(false);
  const many = left.words.length > 1;
  const count = countWords(left.words);
  const where = left.onDesk ? 'waiting to be shown' : 'only in this browser';
  return (
    <section class="ask for-my-eyes" data-testid="left-behind" aria-label="Words nobody has seen">
      {throwing ? (
        <p>Throw {count} away? This can’t be undone.</p>
      ) : (
        <p>
          {count} of yours {many ? 'are' : 'is'} {where}; nobody else sees {many ? 'them' : 'it'}.{' '}
          {open
            ? 'By now, what people say on this sheet is seen by everybody.'
            : 'You said you are done in another browser.'}
        </p>
      )}
      {!throwing && (
        <details>
          <summary>Look at {many ? 'them' : 'it'}</summary>
          <ul class="stack">
            {left.words.map((said) => (
              <LeftWord key={JSON.stringify(said)} view={view} said={said} />
            ))}
          </ul>
        </details>
      )}
      <div class="actions">
        {throwing ? (
          <>
            <Button testid="left-keep" run={() => setThrowing(false)} primary>
              Keep
            </Button>
            <Button testid="left-throw-yes" run={() => unseen.throwLeftAway()}>
              Throw away
            </Button>
          </>
        ) : (
          <>
            <Button testid="left-show" run={() => unseen.showLeft()} primary>
              {open ? 'Show to everybody' : 'Add to what I said'}
            </Button>
            <Button testid="left-throw" run={() => setThrowing(true)}>
              Throw away…
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

interface ButtonProps {
  readonly testid: string;
  readonly run: () => void;
  readonly primary?: boolean;
  readonly children: string;
}

function Button({ testid, run, primary = false, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'button button-secondary button-small' : 'button button-tertiary button-small'}
      data-testid={testid}
      onClick={run}
    >
      {children}
    </button>
  );
}

function LeftWord({ view, said }: { view: SheetView; said: Word }) {
  const id = noteOfWord(said);
  const note = id && view.notes.get(id)?.text;
  return (
    <li class="left-word">
      {note && (
        <span class="hint" dir="auto">
          {note}
        </span>
      )}
      <span dir="auto">{wordsOf(said)}</span>
    </li>
  );
}

function wordsOf(said: Word): string {
  switch (said.kind) {
    case 'stance':
      return said.word.reason
        ? `${stanceWords[said.word.value]}: ${said.word.reason}`
        : stanceWords[said.word.value];
    case 'cleared':
      return 'You took your view back.';
    case 'remark':
      return said.word.wording?.proposed ?? said.word.text;
    case 'verdict':
      return 'You decided about a remark.';
  }
}
