/**
 * A sheet that came along with a copied board: its notes are here, what people said about them is not. Says what
 * happened, and how it can go on.
 */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { dayOf, wordsInWords } from '../../models/words/wordsInWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { SheetChoice } from '../found/sheetChoice.tsx';
import { useGoing } from '../found/useGoing.ts';
import { useKept } from './useKept.ts';

interface ScreenProps {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function Copied({ workshop, sheet, view }: ScreenProps) {
  const go = useGoing();
  const kept = useKept(workshop, sheet.id);
  const [newest] = kept ?? [];
  return (
    <section class="screen" aria-labelledby="copied-title" data-testid="copied">
      <div class="screen-head">
        <p class="eyebrow" dir="auto">
          {view.label}
        </p>
        <h1 id="copied-title" class="h2">
          This board is a copy
        </h1>
        <p class="hint">
          The sheet and its notes came along. What people said about them stayed on the first board, and is
          all still there: Miro copies what lies on a board, not what was said in an app.
        </p>
      </div>
      <ul class="choices">
        <li>
          <button
            type="button"
            class="choice"
            data-testid="take-along"
            disabled={go.busy}
            onClick={() => go.on(() => workshop.goOnHere(sheet.id, newest?.archive ?? 'look'))}
          >
            <b>Take my words along</b>
            <span>
              {newest
                ? `This browser has ${wordsInWords(newest.mine)} of yours from the other board, last on ${dayOf(newest.mine.last)}. You look at them first.`
                : 'From a file that you saved on the other board. You look at them first.'}
            </span>
          </button>
        </li>
        <li>
          <button
            type="button"
            class="choice"
            data-testid="start-fresh"
            disabled={go.busy}
            onClick={() => go.on(() => workshop.goOnHere(sheet.id))}
          >
            <b>{go.busy ? 'Reading the sheet…' : 'Start fresh'}</b>
            <span>The sheet goes on here with its notes, and without anything said about them.</span>
          </button>
        </li>
      </ul>
      <SheetChoice workshop={workshop} sheet={sheet} />
      <button type="button" class="link-button" onClick={() => workshop.startAnother()}>
        Start a sheet of my own
      </button>
    </section>
  );
}
