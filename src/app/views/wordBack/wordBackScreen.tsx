/** Bring a Word document back: choose it, look through what it would do, and bring it in. */

import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { wordBackPart } from '../../models/wordBack/part.ts';
import type { WordBack } from '../../models/wordBack/wordBack.ts';
import { ChooseDocument } from './chooseDocument.tsx';
import { LookThrough } from './lookThrough.tsx';
import '../styles/wordBack.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function WordBackScreen({ sheet, view }: Props) {
  const model = sheet.part(wordBackPart).value;
  if (!model) return null;
  if (!view.canWrite)
    return <p class="hint">This sheet can’t be written now, so nothing can be brought in.</p>;
  return <Stage sheet={sheet} model={model} />;
}

function Stage({ sheet, model }: Pick<Props, 'sheet'> & { readonly model: WordBack }) {
  const state = model.state.value;
  switch (state.kind) {
    case 'nothing':
      return <ChooseDocument model={model} refused="" />;
    case 'refused':
      return <ChooseDocument model={model} refused={state.words} />;
    case 'reading':
      return (
        <div class="callout" data-testid="back-reading">
          <p role="status" dir="auto">
            <span class="spinner" aria-hidden="true" /> Reading “{state.name}”…
          </p>
          <Stop model={model} stopping={false} />
        </div>
      );
    case 'bringing':
      return (
        <div class="callout" data-testid="back-going">
          <p role="status">{state.stopping ? 'Stopping…' : `${state.done} of ${state.total} notes`}</p>
          <progress class="progress" max={state.total} value={state.done} aria-label="Notes on the board" />
          {state.slowed && (
            <p class="hint" role="status">
              Miro asks us to slow down. It goes on by itself, within about a minute.
            </p>
          )}
          <Stop model={model} stopping={state.stopping} />
        </div>
      );
    case 'found':
      return <LookThrough sheet={sheet} model={model} found={state} />;
  }
}

const Stop = ({ model, stopping }: { readonly model: WordBack; readonly stopping: boolean }) => (
  <div class="actions">
    <button
      type="button"
      class="button button-secondary button-small"
      data-testid="back-stop"
      disabled={stopping}
      onClick={() => model.stop()}
    >
      Stop
    </button>
  </div>
);
