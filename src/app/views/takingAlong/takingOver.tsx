/** Taking one's words along from another board: where from, which note is which, what comes along, done. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { sheetLabel } from '../../models/sheet/sheetLabel.ts';
import type { Source } from '../../models/takingAlong/sources.ts';
import type { TakingFlow } from '../../models/takingAlong/takingAlong.ts';
import { type Preview, type TakingOver, takingOver } from '../../models/takingAlong/takingOver.ts';
import { dayOf, inAList, wordsInWords } from '../../models/words/wordsInWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { BringOthers } from './bringOthers.tsx';
import { Pairs } from './pairs.tsx';
import { PasteFile } from './pasteFile.tsx';

interface Props {
  readonly workshop: Workshop;
  readonly flow: TakingFlow;
}

export function TakingOverScreen({ workshop, flow: { sheet, context, first } }: Props) {
  const { along } = workshop;
  const flow = useMemo(
    () => takingOver({ ...context, sheet, kept: () => along.kept(sheet.id) }),
    [sheet, context, along],
  );
  useEffect(() => void flow.start(first), [flow, first]);
  const step = flow.step.value;
  const title = useRef<HTMLHeadingElement>(null);
  // Each step is another screen; who works by keyboard or by ear begins at its top. A question belongs to its screen.
  const screen = step.kind === 'asking' ? 'preview' : step.kind;
  useEffect(() => void takeFocus(title.current), [screen]);
  const label = sheet.view.value?.label ?? '';
  return (
    <section
      class="screen"
      aria-labelledby="taking-title"
      data-testid="taking-over"
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && !defaultPrevented && step.kind !== 'working') along.end();
      }}
    >
      <div class="screen-head">
        <button type="button" class="link-button" data-testid="taking-back" onClick={() => along.end()}>
          ‹ Back to the sheet
        </button>
        <p class="eyebrow" dir="auto">
          {label}
        </p>
        <h1 id="taking-title" class="h2 step-title" ref={title} tabIndex={-1}>
          {step.kind === 'done' ? 'Done' : 'Take your words along'}
        </h1>
      </div>
      {(step.kind === 'reading' || step.kind === 'working') && (
        <p class="hint" role="status">
          {step.kind === 'reading'
            ? 'Comparing the notes…'
            : step.notes
              ? `Putting notes on the board: ${step.notes.done} of ${step.notes.total}…`
              : 'Taking your words along…'}
        </p>
      )}
      {step.kind === 'working' && step.notes && (
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="taking-stop"
          onClick={() => flow.stop()}
        >
          Stop
        </button>
      )}
      {step.kind === 'choosing' && <Choosing flow={flow} />}
      {(step.kind === 'preview' || step.kind === 'asking') && flow.preview.value && (
        <Previewing workshop={workshop} flow={flow} preview={flow.preview.value} />
      )}
      {step.kind === 'done' && (
        <>
          <p class="callout callout-good" role="status" data-testid="taking-done">
            {step.words}
          </p>
          <div class="stack">
            <button
              type="button"
              class="button button-primary"
              data-testid="taking-end"
              onClick={() => along.end()}
            >
              To the sheet
            </button>
            {step.undo && (
              <button
                type="button"
                class="button button-secondary"
                data-testid="taking-undo"
                onClick={step.undo}
              >
                Undo
              </button>
            )}
          </div>
          {step.undo && (
            <p class="hint">
              Undo takes the words back, and notes that were put on the board for them. Who you said you are
              here stays, and so does what you have written since.
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** `others`: whether anybody else said something in it. */
const sourceWords = ({ mine, archive }: Source, others = true): string => {
  const words = wordsInWords(mine);
  return words
    ? `${words} of yours, last on ${dayOf(mine.last)}.`
    : `Nothing of yours${others ? ', but what others said' : ', nor anybody’s words'}. Saved on ${dayOf(archive.at)}.`;
};

function Choosing({ flow }: { flow: TakingOver }) {
  const kept = flow.kept.value;
  const problem = flow.problem.value;
  return (
    <>
      <p class="hint">
        What you said on another board can come to this one. You look first at which note is which; nothing
        happens before you say so, and nothing changes on the other board.
      </p>
      {problem && (
        <p class="callout" role="alert" data-testid="taking-problem">
          {problem}
        </p>
      )}
      <ul class="choices">
        {kept?.map((source) => (
          <li key={source.archive.board}>
            <button
              type="button"
              class="choice"
              data-testid="taking-browser"
              onClick={() => void flow.choose(source)}
            >
              <b dir="auto">{sheetLabel(source.archive.details)}</b>
              <span>{sourceWords(source)} This browser has it from another board.</span>
            </button>
          </li>
        ))}
        <li>
          <label class="choice choice-file">
            <input
              type="file"
              class="visually-hidden"
              accept=".json,application/json"
              data-testid="taking-file"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void flow.chooseFile(file);
                // The same file, mended, can be chosen again.
                currentTarget.value = '';
              }}
            />
            <b>Choose a file…</b>
            <span>Saved on the other board, under Export, with “Everything, to take along”.</span>
          </label>
        </li>
      </ul>
      {kept === null && (
        <p class="hint" role="status">
          Looking at what this browser keeps…
        </p>
      )}
      {kept?.length === 0 && (
        <p class="hint" data-testid="taking-nothing">
          This browser keeps nothing of yours from another board with this sheet. If you wrote on another
          computer, save the file there.
        </p>
      )}
      <PasteFile onText={(text) => void flow.chooseText(text)} />
    </>
  );
}

/** Which note it is here need not be asked of what is put on the board anyway. */
function withoutPut(preview: Preview): Preview {
  const put = new Set(preview.missing.map(({ key }) => key));
  return { ...preview, rows: preview.rows.filter(({ from, to }) => to !== null || !put.has(from)) };
}

/** What the sheet is about: what is taken from the file, and what stays because it says something else here. */
function DetailsAlongHint({ details: { take, kept } }: Pick<Preview, 'details'>) {
  const taken = Object.keys(take);
  if (taken.length + kept.length === 0) return null;
  const isOne = kept.length === 1 && kept[0] !== 'reviewers';
  return (
    <p class="hint" data-testid="taking-details">
      {taken.length > 0 && `The sheet’s ${inAList(taken, 4)}, not said here yet, will be as in the file. `}
      {kept.length > 0 &&
        `The sheet’s ${inAList(kept, 4)} ${isOne ? 'says something else here, and stays' : 'say something else here, and stay'}.`}
    </p>
  );
}

interface PreviewProps {
  readonly workshop: Workshop;
  readonly flow: TakingOver;
  readonly preview: Preview;
}

function Previewing({ workshop, flow, preview }: PreviewProps) {
  const { source, along, others } = preview;
  const words = wordsInWords(along);
  const bringing = flow.withOthers.value;
  const putting = flow.withNotes.value && preview.missing.length > 0;
  const nothing = preview.nothingNew && !bringing && !putting;
  const problem = flow.problem.value;
  return (
    <>
      <p class="hint" dir="auto" data-testid="taking-source">
        {source.kind === 'file' ? 'From a file' : 'From this browser'}: {sheetLabel(source.archive.details)}.{' '}
        {sourceWords(source, others.length > 0 || preview.unseen)}{' '}
        <button type="button" class="link-button" onClick={() => flow.back()}>
          Take another
        </button>
      </p>
      {preview.otherSheet !== null && (
        <p class="callout">
          These words are about another sheet. Its notes are compared by their words all the same; look
          closely at what belongs together.
        </p>
      )}
      {problem && (
        <p class="callout" role="alert" data-testid="taking-problem">
          {problem}
        </p>
      )}
      <Pairs preview={putting ? withoutPut(preview) : preview} onDecide={flow.decide} />
      {preview.missing.length > 0 && (
        <label class="toggle-row">
          <input
            type="checkbox"
            checked={flow.withNotes.value}
            data-testid="taking-notes"
            onChange={({ currentTarget }) => flow.bringNotes(currentTarget.checked)}
          />
          <span>
            {preview.missing.length === 1
              ? 'Put the note that is not here on the board'
              : `Put ${preview.missing.length} notes that are not here on the board`}
            <span class="hint">
              Each where it lay, if the sheet here has that place and it is free; else into its lane, in the
              same order. Lanes make room.
            </span>
          </span>
        </label>
      )}
      {flow.withNotes.value && <DetailsAlongHint details={preview.details} />}
      {preview.mayOwn && (
        <label class="toggle-row">
          <input
            type="checkbox"
            checked={flow.ownHere.value}
            data-testid="taking-own"
            onChange={({ currentTarget }) => flow.own(currentTarget.checked)}
          />
          <span>
            I own this sheet here, too
            <span class="hint">
              You own it on the other board, and nobody does here yet. Whom you confirmed there counts here.
            </span>
          </span>
        </label>
      )}
      {others.length > 0 && (
        <BringOthers
          workshop={workshop}
          flow={flow}
          others={others}
          rounds={source.archive.rounds?.length ?? 0}
        />
      )}
      {preview.unseen && (
        <p class="hint" data-testid="taking-unseen">
          Views are given unseen here, so what comes along is for your eyes only until both sides are shown.
          What others said can be brought along after that.
        </p>
      )}
      {preview.newerHere > 0 && (
        <p class="hint">
          {preview.newerHere === 1 ? 'One of your words is' : `${preview.newerHere} of your words are`} left
          out, because you have said something newer here.
        </p>
      )}
      <div class="stack">
        <button
          type="button"
          class="button button-primary"
          data-testid="taking-go"
          disabled={nothing || flow.step.value.kind === 'asking'}
          onClick={() => void flow.goAhead()}
        >
          {words && !preview.nothingNew ? `Take ${words} along` : bringing ? 'Bring it along' : 'Take along'}
        </button>
        {nothing && (
          <p class="hint" data-testid="taking-nothing-new">
            {preview.nothingMine
              ? 'There is nothing of yours to take along.'
              : 'Everything of yours is here already.'}
          </p>
        )}
      </div>
    </>
  );
}
