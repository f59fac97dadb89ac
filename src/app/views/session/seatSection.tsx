/** Handing the facilitator's seat over, or leaving it. */
import { useState } from 'preact/hooks';
import type { LiveSession } from '../../models/session/live.ts';

export function SeatSection({ live }: { readonly live: LiveSession }) {
  const others = live.room.value.occupants.filter(({ here, user, holds }) => here && user !== null && !holds);
  const offered = live.holder.value?.offeredTo ?? null;
  const [to, setTo] = useState('');
  const person = others.find(({ user }) => user === to);
  return (
    <section class="group" aria-labelledby="seat-title">
      <h2 id="seat-title" class="group-title">
        The facilitator’s seat
      </h2>
      {offered ? (
        <div class="actions">
          <p data-testid="seat-offered">Waiting for them to take it.</p>
          <button
            type="button"
            class="button button-secondary button-small"
            onClick={() => live.offerSeat(null)}
          >
            Keep it
          </button>
        </div>
      ) : (
        <div class="seat-row">
          <select
            class="select"
            aria-label="Hand it to"
            value={to}
            data-testid="seat-to"
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          >
            <option value="">Hand it to…</option>
            {others.map(({ key, user, name }) => (
              <option key={key} value={user ?? ''}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button button-secondary button-small"
            disabled={!person}
            data-testid="seat-offer"
            onClick={() => person?.user && live.offerSeat(person.user)}
          >
            Offer it
          </button>
        </div>
      )}
      <p class="hint">
        If you are gone for a minute, anybody here may take it. It decides about time and agenda, never about
        what people write.
      </p>
      <button type="button" class="link-button" data-testid="seat-leave" onClick={() => live.leaveSeat()}>
        Leave the seat
      </button>
    </section>
  );
}
