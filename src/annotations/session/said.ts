/**
 * What a holder of the seat says to all besides the session itself, as plain values in their claim. Read with care;
 * undefined is nothing, or nothing that this version understands.
 *
 *   bring     { id, sheet, place, frame }   come and look at this: an offer, taken up or not by each
 *   bringing  'ask' | 'go'                  whether it happens by itself
 *   nudge     { id, to }                    a quiet word to one person
 *   timer     true                          stages start the board's own timer, too
 *   votes     { item id → count }           what Miro's own voting counted, taken over
 */
import { type ItemId, itemId, type SheetId, sheetId, type UserId, userId } from '../../workshop/ids.ts';
import { type StagePlace, stagePlaces } from '../../workshop/stage.ts';
import { asOneOf, asText, field } from '../entries.ts';

type Said = (what: string) => unknown;

export interface Bring {
  /** Each is offered once. */
  readonly id: string;
  readonly sheet: SheetId | null;
  readonly place: StagePlace | null;
  /** To be shown on the board. */
  readonly frame: ItemId | null;
}

const placeFrom = asOneOf(stagePlaces);

export function bringIn(said: Said): Bring | undefined {
  const value = said('bring');
  const [id, sheet, frame] = ['id', 'sheet', 'frame'].map((key) => asText(field(value, key)));
  if (!id) return undefined;
  return {
    id,
    sheet: sheet ? sheetId(sheet) : null,
    place: placeFrom(field(value, 'place')),
    frame: frame ? itemId(frame) : null,
  };
}

/** Coming along by itself is said before, so what can't be read asks. */
export const bringsAlong = (said: Said): boolean => said('bringing') === 'go';

export interface Nudge {
  readonly id: string;
  readonly to: UserId;
}

export function nudgeIn(said: Said): Nudge | undefined {
  const value = said('nudge');
  const [id, to] = [asText(field(value, 'id')), asText(field(value, 'to'))];
  return id && to ? { id, to: userId(to) } : undefined;
}

export const usesTimer = (said: Said): boolean => said('timer') === true;

/** Far more than anybody votes on. */
const mostVotes = 500;

/** What Miro's own voting counted, where the facilitator took it over: votes by item. */
export function votesIn(said: Said): ReadonlyMap<ItemId, number> {
  const value = said('votes');
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value)
      .slice(0, mostVotes)
      .flatMap(([id, count]) =>
        Number.isSafeInteger(count) && count > 0 && count < 10_000 ? [[itemId(id), count] as const] : [],
      ),
  );
}
