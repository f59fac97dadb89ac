/** Which note of the other board is which one here: what needs an answer first, what was found by itself folded away. */
import type { ItemId } from '../../../workshop/ids.ts';
import type { Choice, Row } from '../../models/takingAlong/takenPairs.ts';
import type { Preview } from '../../models/takingAlong/takingOver.ts';
import { stanceWords } from '../noteCard/stancePicker.tsx';

interface Props {
  readonly preview: Preview;
  readonly onDecide: (note: ItemId, choice: Partial<Choice>) => void;
}

/** Few enough to be looked at without being asked for. */
const shownAtOnce = 4;

export function Pairs({ preview, onDecide }: Props) {
  const { rows } = preview;
  const unfound = rows.filter(({ found }) => found === null);
  const alike = rows.filter(({ found }) => found === 'similar text in the lane');
  const sure = rows.filter(({ found }) => found !== null && found !== 'similar text in the lane');
  const list = (some: readonly Row[], testid: string) => (
    <ul class="pairs" data-testid={testid}>
      {some.map((row) => (
        <Pair key={row.from} row={row} preview={preview} onDecide={onDecide} />
      ))}
    </ul>
  );
  return (
    <>
      {unfound.length > 0 && (
        <section class="card-part" aria-labelledby="pairs-unfound">
          <h2 class="caption" id="pairs-unfound">
            Not found here <span class="figure">{unfound.length}</span>
          </h2>
          <p class="hint">
            Choose which note it is now. What you said about a note that is none of these{' '}
            {preview.unseen
              ? 'stays where it is for now; you can take it along once both sides are shown.'
              : 'is kept under “No longer on the board”.'}
          </p>
          {list(unfound, 'pairs-unfound')}
        </section>
      )}
      {alike.length > 0 && (
        <section class="card-part" aria-labelledby="pairs-alike">
          <h2 class="caption" id="pairs-alike">
            Worded differently here <span class="figure">{alike.length}</span>
          </h2>
          {list(alike, 'pairs-alike')}
        </section>
      )}
      {sure.length > 0 && (
        <details class="settled" open={sure.length <= shownAtOnce}>
          <summary>
            Found by {sure.length === 1 ? 'its' : 'their'} words <span class="figure">{sure.length}</span>
          </summary>
          {list(sure, 'pairs-sure')}
        </details>
      )}
    </>
  );
}

/** About as much as a field in a panel shows. */
const shortest = 28;

/** Enough of a note to know it by, in a list that opens over the panel. */
const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60).trimEnd()}…`);

function Pair({ row, preview, onDecide }: Props & { row: Row }) {
  const { from, to, mine, found } = row;
  const said = [
    ...(mine.stance ? [stanceWords[mine.stance]] : []),
    ...(mine.remarks > 0 ? [mine.remarks === 1 ? '1 remark' : `${mine.remarks} remarks`] : []),
  ].join(' · ');
  const asks = found === null || found === 'similar text in the lane';
  return (
    <li class="pair" data-testid="pair">
      <label class="pair-note">
        <input
          type="checkbox"
          checked={row.along}
          data-testid="pair-along"
          onChange={({ currentTarget }) => onDecide(from, { along: currentTarget.checked })}
        />
        <span>
          <span class="pair-words" dir="auto">
            {row.text || 'A note without words'}
          </span>
          <span class="hint">{said ? `You: ${said}` : 'Only others spoke of it'}</span>
        </span>
      </label>
      {asks && row.along && (
        <label class="field pair-choice">
          <span class="hint">Here it is</span>
          <select
            class="select"
            value={to ?? ''}
            data-testid="pair-choice"
            onChange={
              ({ currentTarget }) =>
                onDecide(from, {
                  to: (currentTarget.value as ItemId) || null,
                }) /* the values are ids of notes */
            }
          >
            <option value="">none of these</option>
            {to && <option value={to}>{shortened(row.here ?? '')}</option>}
            {preview.free.map(({ id, text }) => (
              <option key={id} value={id}>
                {shortened(text)}
              </option>
            ))}
          </select>
        </label>
      )}
      {asks && row.along && to !== null && row.here !== null && row.here.length > shortest && (
        <p class="hint pair-choice pair-words" dir="auto" data-testid="pair-here">
          {row.here}
        </p>
      )}
      {found === 'same text' && <p class="hint pair-choice">It lies in another lane here.</p>}
    </li>
  );
}
