/** Giving dots to the notes of a sheet. What came of it heads what is talked about (walkTool.tsx). */
import { groupingPart } from '../../models/session/tools/toolParts.ts';
import { PileWords, pileWords } from './pileWords.tsx';
import type { ToolProps } from './toolProps.ts';

export function DotsTool({ sheet, live }: ToolProps) {
  const dots = live.dots.value;
  const grouping = sheet.part(groupingPart).value;
  if (!dots || !grouping) return null;
  const piles = grouping.piles.value;
  const stage = dots.stage.value;
  const left = dots.left(sheet.id);
  return (
    <>
      <p role="status" data-testid="dots-left">
        {left === 0
          ? 'You have given all your dots.'
          : `You have ${left} of ${dots.each} dots left for this sheet.`}
      </p>
      <p class="hint">
        {stage === 'done'
          ? 'They are given. Nobody sees them in Rolewright before this stage is over.'
          : 'They stay in this browser until you say that you are done, or the stage is over.'}
      </p>
      <ul class="tool-list for-my-eyes">
        {piles.map((pile) => {
          const given = pile.notes.map(({ id }) => ({ id, dots: dots.mine(sheet.id, id) }));
          const mine = given.reduce((sum, one) => sum + one.dots, 0);
          const [first] = given;
          // Dots that were given before notes were put together may lie on any of them.
          const last = given.findLast((one) => one.dots > 0);
          return (
            <li key={first?.id} class="tool-note" data-testid="dots-note">
              <PileWords pile={pile} />
              <span class="tool-dots">
                <button
                  type="button"
                  class="icon-button"
                  disabled={mine === 0}
                  aria-label={`One dot fewer for: ${pileWords(pile)}`}
                  onClick={() => last && dots.take(sheet.id, last.id)}
                >
                  −
                </button>
                <span class="tool-figure" aria-hidden="true">
                  {'●'.repeat(mine) || '○'}
                </span>
                <span class="visually-hidden">
                  {mine === 1 ? 'one dot of yours' : `${mine} dots of yours`}
                </span>
                <button
                  type="button"
                  class="icon-button"
                  disabled={left === 0}
                  aria-label={`A dot for: ${pileWords(pile)}`}
                  data-testid="dots-give"
                  onClick={() => first && dots.give(sheet.id, first.id)}
                >
                  +
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
