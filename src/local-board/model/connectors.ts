/** What connectors ask of the items they join. Where their ends touch is in connectorEnds.ts. */
import type { Draft } from './draft.ts';
import { type ConnectorData, type ItemData, isPlaced } from './item.ts';
import { refuse } from './refusal.ts';

function checkEnd(draft: Draft, end: 'start' | 'end', id: string): void {
  if (id === '') refuse('input', `Both ends of a connector need an item; ${end} has none.`);
  const item = draft.item(id);
  if (!item) refuse('unknown-id', `Item not found: ${id}, the ${end} of a connector.`);
  // Of frames, groups and connectors the Web SDK says nothing; for frames its sister, the REST API, says no.
  if (!isPlaced(item) || item.type === 'frame')
    refuse('input', `A connector cannot ${end === 'start' ? 'start' : 'end'} at a ${item.type} (${id}).`);
}

/** Both items are there and have a place; they are two (Miro says nothing of a line from an item to itself). */
export function checkEnds(draft: Draft, { start, end }: ConnectorData): void {
  checkEnd(draft, 'start', start.item);
  checkEnd(draft, 'end', end.item);
  if (start.item === end.item) refuse('input', 'A connector joins two different items.');
}

/** The ends of a copy: at the copies of the items, where those were copied along. */
export function endsAmongCopies<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
  copies: ReadonlyMap<string, string>,
): Fields {
  const moved = (end: unknown) => {
    if (typeof end !== 'object' || end === null || !('item' in end)) return end;
    return { ...end, item: copies.get(String(end.item)) ?? end.item };
  };
  return { ...fields, start: moved(fields.start), end: moved(fields.end) };
}

/** Whether this connector can be there, as the draft now stands. */
export function hasBothEnds(draft: Draft, { start, end }: ConnectorData): boolean {
  const stands = (item: ItemData | undefined) => isPlaced(item);
  return stands(draft.item(start.item)) && stands(draft.item(end.item));
}
