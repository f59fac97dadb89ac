/** What the document would do, a line each that can be left out; what is not brought in; and the button that does it. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { counted } from '../../models/bringIn/words.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { Found, WordBack } from '../../models/wordBack/wordBack.ts';
import { whyLeft } from '../../models/wordBack/words.ts';
import { dayOf } from '../../models/words/wordsInWords.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { BackLine } from './backLine.tsx';

interface Props {
  readonly sheet: SheetModel;
  readonly model: WordBack;
  readonly found: Found;
}

/** Lines of what is left out that are shown; a document of somebody's own may have hundreds. */
const mostLeft = 50;

export function LookThrough({ sheet, model, found }: Props) {
  const { name, rows, told, exportedAt } = found;
  const head = useRef<HTMLParagraphElement>(null);
  // What had the focus is gone with the choosing.
  useLayoutEffect(() => void takeFocus(head.current), []);
  const usable = rows.filter(({ problem }) => problem === '');
  const all = usable.length > 0 && usable.every(({ ticked }) => ticked);
  const bring = async (): Promise<void> => {
    if (await model.bring()) sheet.step.value = null;
  };
  return (
    <>
      <div class="back-head">
        <p ref={head} dir="auto" tabIndex={-1} data-testid="back-name">
          <b>{name}</b>
        </p>
        <button type="button" class="link-button" data-testid="back-other" onClick={() => model.close()}>
          Another one
        </button>
      </div>
      <div class="back-told">
        {exportedAt !== null && <p class="hint">Saved from here on {dayOf(exportedAt)}.</p>}
        {told.map((words) => (
          <p key={words} class="hint" dir="auto" data-testid="back-told">
            {words}
          </p>
        ))}
      </div>
      {rows.length === 0 ? (
        <p class="callout" role="status" data-testid="back-nothing">
          There is nothing to bring in: what is in it is as it was when it was saved, is here already, or came
          back before.
        </p>
      ) : (
        <>
          <div class="back-head">
            <p role="status" data-testid="back-count">
              {counted(rows.length, 'thing', 'things')} to bring in
            </p>
            {usable.length > 1 && (
              <button
                type="button"
                class="link-button"
                data-testid="back-all"
                onClick={() => {
                  for (const { proposal } of usable) model.tick(proposal.id, !all);
                }}
              >
                {all ? 'Leave all out' : 'Take all'}
              </button>
            )}
          </div>
          <ul class="back-lines" data-testid="back-lines">
            {rows.map((row) => (
              <BackLine
                key={row.proposal.id}
                row={row}
                onTick={(ticked) => model.tick(row.proposal.id, ticked)}
              />
            ))}
          </ul>
        </>
      )}
      <LeftOut found={found} />
      {rows.length > 0 && <Bring model={model} bring={bring} />}
    </>
  );
}

function LeftOut({ found: { left } }: Pick<Props, 'found'>) {
  if (left.length === 0) return null;
  const shown = left.slice(0, mostLeft);
  return (
    <details class="back-left" data-testid="back-left">
      <summary>{counted(left.length, 'thing stays', 'things stay')} in the document</summary>
      <ul class="back-lines">
        {shown.map((one, at) => (
          // Two may read alike; they never change places.
          <li key={at} class="back-line">
            <p class="back-words" dir="auto">
              {one.words || 'No words'}
            </p>
            <p class="back-why" dir="auto">
              {whyLeft(one)}
              {one.under !== '' && <>, under “{one.under}”</>}.
            </p>
          </li>
        ))}
      </ul>
      {left.length > mostLeft && <p class="hint">And {left.length - mostLeft} more.</p>}
    </details>
  );
}

function Bring({ model, bring }: { readonly model: WordBack; readonly bring: () => Promise<void> }) {
  const ready = model.ready.value;
  return (
    <div class="back-put">
      <p class="hint">
        {model.unseen.value
          ? 'It goes on your desk, and stays in this browser until you say done.'
          : 'It goes on your desk, under the names in the document. Nobody has checked those.'}
      </p>
      <button
        type="button"
        class="button button-primary"
        data-testid="back-bring"
        disabled={ready === 0}
        onClick={() => void bring()}
      >
        {ready === 0 ? 'Nothing is ticked' : `Bring in ${counted(ready, 'thing', 'things')}`}
      </button>
    </div>
  );
}
