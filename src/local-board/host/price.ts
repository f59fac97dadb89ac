/** What one call costs: most by their name alone, a few by what they are about. */
import { type CallName, costs } from './costs.ts';
import { asPayload, type Payload } from './payload.ts';

/** Making and changing these takes Miro more work, and has its own level (websdk-reference-image, -embed). Credits. */
const dear: Readonly<Record<string, number>> = { image: 500, embed: 500 };

export function priceIn(
  payload: Payload,
  name: CallName,
  typeOf: (id: string) => string | undefined,
): number {
  if (name === 'MINDMAP_CREATE') return costs[name] * nodesIn(asPayload(payload.fields));
  const type =
    name === 'WIDGET_CREATE'
      ? asPayload(payload.fields).type
      : name === 'WIDGET_UPDATE'
        ? typeOf(String(payload.id))
        : undefined;
  return dear[String(type)] ?? costs[name];
}

/** Each node made along costs as much as the first (mind-map page). */
const nodesIn = ({ children }: Payload): number =>
  Array.isArray(children) ? children.reduce((sum: number, child) => sum + nodesIn(asPayload(child)), 1) : 1;
