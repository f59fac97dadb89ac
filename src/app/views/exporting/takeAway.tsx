/** Taking the sheet away: one click for what was chosen last, and what can be chosen, folded up. */
import { choiceWords } from '../../models/exporting/choiceWords.ts';
import type { Exports, ExportWork } from '../../models/exporting/exports.ts';
import { formatWords } from '../../models/exporting/formatWords.ts';
import { roundTitle } from '../../models/rounds/roundWords.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import type { Workshop } from '../../models/workshop.ts';
import { useRounds } from '../rounds/useRounds.ts';
import { BoardPageGroup } from './boardPageGroup.tsx';
import { ByHand } from './byHand.tsx';
import { ChoiceForm } from './choiceForm.tsx';
import { SeveralSheets } from './severalSheets.tsx';
import '../styles/exporting.css';

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly exports: Exports;
}

export function TakeAway({ workshop, sheet, view, exports }: Props) {
  const rounds = useRounds(sheet)?.list.value ?? [];
  const choice = exports.choice.value;
  const working = exports.working.value;
  const busy = working !== null;
  const byHand = exports.byHand.value;
  // Pasted it is always a document; a table or everything there is can only be a file.
  const pastes = choice.format !== 'csv' && choice.format !== 'json';
  const moment =
    choice.moment === 'now'
      ? 'as it is now, marked as a draft'
      : `as ${roundTitle(rounds, choice.moment)} has it`;
  return (
    <>
      <section class="group exporting" aria-labelledby="take-away-title">
        <h2 class="group-title" id="take-away-title">
          Take it with you
        </h2>
        {view.total === 0 && (
          <p class="hint">There are no notes yet; the document will show the empty places.</p>
        )}
        <div class="stack">
          {/* Not disabled while it works: whoever pressed it by keyboard keeps their place. */}
          <button
            type="button"
            class="button button-primary"
            data-testid="export-save"
            aria-disabled={busy}
            onClick={() => void exports.save()}
          >
            {working?.what === 'save' ? 'Writing…' : `Save: ${formatWords[choice.format].name}`}
          </button>
          <p class="hint" data-testid="export-summary">
            {choiceWords(choice, (hash) => roundTitle(rounds, hash))}
          </p>
          {working && <Progress work={working} onStop={() => exports.stop()} />}
          <div class="actions">
            {pastes && (
              <button
                type="button"
                class="button button-secondary button-small"
                data-testid="export-copy"
                aria-disabled={busy}
                onClick={() => void exports.copyRich()}
              >
                {working?.what === 'copy' ? 'Copying…' : 'Copy to paste'}
              </button>
            )}
            <button
              type="button"
              class="button button-secondary button-small"
              data-testid="export-look"
              onClick={() => void exports.look()}
            >
              Look at it first
            </button>
          </div>
        </div>
        {byHand && <ByHand exports={exports} rich={byHand} />}
        <details class="export-more" data-testid="export-options">
          <summary>What to take, and how</summary>
          <ChoiceForm exports={exports} choice={choice} rounds={rounds} />
          {pastes && (
            <button
              type="button"
              class="link-button"
              data-testid="copy-markdown"
              aria-disabled={busy}
              onClick={() => void exports.copyMarkdown()}
            >
              Copy as Markdown instead
            </button>
          )}
        </details>
        <SeveralSheets workshop={workshop} exports={exports} />
      </section>
      <BoardPageGroup sheet={sheet} view={view} moment={moment} />
    </>
  );
}

/** Announced, so that whoever does not see it knows that something happens. */
function Progress({ work, onStop }: { readonly work: ExportWork; readonly onStop: () => void }) {
  return (
    <div class="export-progress" role="status">
      <progress max={work.of} {...(work.of > 1 ? { value: work.done } : {})} aria-label="Writing" />
      <span>{work.of > 1 ? `${work.done} of ${work.of} sheets` : 'This takes a moment.'}</span>
      {work.what === 'save' && (
        <button type="button" class="link-button" data-testid="export-stop" onClick={onStop}>
          Stop
        </button>
      )}
    </div>
  );
}
