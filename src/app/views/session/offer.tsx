/** What the facilitator offers: something to look at together, with a way back from it, and the seat itself. */
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';
import { placeWords } from './stageWords.ts';

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

export function Offer({ workshop, live }: Props) {
  const offer = live.offer.value;
  const away = live.along.away.value;
  if (!offer)
    return away ? (
      <button
        type="button"
        class="link-button"
        data-testid="session-back"
        onClick={() => void live.along.goBack()}
      >
        ‹ Back to where you were
      </button>
    ) : null;
  const label = workshop.sheets.value.find(({ id }) => id === offer.sheet)?.label;
  const what = label ?? (offer.place ? placeWords[offer.place] : 'a place on the board');
  return (
    <div class="session-offer" role="status" data-testid="session-offer">
      <p dir="auto">
        {live.holderName.value} would like to show you: <b>{what}</b>
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="session-come"
          onClick={() => void live.along.go(offer)}
        >
          Come along
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="session-stay"
          onClick={() => live.answerOffer()}
        >
          Stay here
        </button>
      </div>
    </div>
  );
}

export function SeatFree({ live, workshop }: Props) {
  const offered = live.holder.value?.offeredTo === workshop.me.value?.id;
  return (
    <div class="session-offer" data-testid="session-seat-free">
      <p dir="auto">
        {offered
          ? `${live.holderName.value} would hand you the facilitator’s seat.`
          : 'Nobody is facilitating now.'}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="session-take"
          onClick={() => {
            if (live.takeSeat()) workshop.atSession.value = true;
          }}
        >
          Take the seat
        </button>
      </div>
    </div>
  );
}
