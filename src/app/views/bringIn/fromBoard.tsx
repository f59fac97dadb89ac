/** What is selected on the board: how to select it, and whether it moves or is copied. */
import type { BringIn } from '../../models/bringIn/bringIn.ts';
import { counted, shortened } from '../../models/bringIn/words.ts';

export function FromBoard({ model }: { readonly model: BringIn }) {
  const frames = model.frames.value;
  const found = model.found.value;
  const some = found.kind === 'rows' && found.rows.length > 0;
  return (
    <>
      {!some && (
        <p class="callout" data-testid="bring-select">
          Select stickies, cards or texts on the board, beside the sheet. They show here as you select them.
          On another board, copy them there and paste them here as a list.
        </p>
      )}
      {frames.length > 0 && (
        <div class="callout">
          <p dir="auto">
            {frames.length === 1
              ? `The frame “${shortened(frames[0]?.text ?? '', 40)}” is selected.`
              : `${counted(frames.length, 'frame is', 'frames are')} selected.`}
          </p>
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="bring-frames"
            onClick={() => void model.takeFrames()}
          >
            Take what lies in {frames.length === 1 ? 'it' : 'them'}
          </button>
        </div>
      )}
      {some && model.stage.value === 'open' && (
        <fieldset class="bring-ways">
          <legend class="visually-hidden">What becomes of the stickies</legend>
          {(
            [
              [
                true,
                'Move the stickies into their lanes',
                'Author and tags stay. Of cards and texts the words are copied.',
              ],
              [false, 'Leave them where they are, and copy their words', ''],
            ] as const
          ).map(([moves, words, hint]) => (
            <label key={words} class="bring-way">
              <input
                type="radio"
                name="bring-way"
                checked={model.moves.value === moves}
                data-testid={moves ? 'bring-move' : 'bring-copy'}
                onChange={() => {
                  model.moves.value = moves;
                }}
              />
              <span>
                {words}
                {hint !== '' && <span class="hint">{hint}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
