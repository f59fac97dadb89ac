/** Sheets of other boards whose frames were copied to this one: what they are, and how they can go on here. */
import type { StrangeSheet } from '../../models/found/found.ts';
import { sheetLabel } from '../../models/sheet/sheetLabel.ts';
import { wordsInWords } from '../../models/words/wordsInWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { useKept } from '../takingAlong/useKept.ts';
import { useGoing } from './useGoing.ts';

export function Strangers({ workshop }: { workshop: Workshop }) {
  return (
    <>
      {workshop.found.strangers.value.map((stranger) => (
        <Stranger key={stranger.frame} workshop={workshop} stranger={stranger} />
      ))}
    </>
  );
}

function Stranger({ workshop, stranger }: { workshop: Workshop; stranger: StrangeSheet }) {
  const go = useGoing();
  const kept = useKept(workshop, stranger.of);
  const [newest] = kept ?? [];
  const { details } = stranger;
  const leave = (
    <button
      type="button"
      class="button button-tertiary button-small"
      data-testid="leave-stranger"
      onClick={() => workshop.found.leave(stranger)}
    >
      Leave it
    </button>
  );
  if (!details)
    return (
      <div class="callout" data-testid="stranger-unknown">
        <p>
          A frame on this board is a sheet of another board, and this version of Rolewright can’t tell which
          kind. Reload the board to get the newest version. If that doesn’t help, start a sheet here and move
          the notes into it.
        </p>
        <div class="actions">{leave}</div>
      </div>
    );
  return (
    <div class="callout" data-testid="stranger">
      <p>
        The frame of a sheet from another board was copied here: <b dir="auto">{sheetLabel(details)}</b>. Its
        notes came along. What people said about them stayed on that board.
        {newest && ` This browser has ${wordsInWords(newest.mine)} of yours from there.`}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="take-along"
          disabled={go.busy}
          onClick={() => go.on(() => workshop.goOnHere(stranger, newest?.archive ?? 'look'))}
        >
          Take my words along
        </button>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="start-fresh"
          disabled={go.busy}
          onClick={() => go.on(() => workshop.goOnHere(stranger))}
        >
          {go.busy ? 'Reading the sheet…' : 'Start fresh'}
        </button>
        {leave}
      </div>
    </div>
  );
}
