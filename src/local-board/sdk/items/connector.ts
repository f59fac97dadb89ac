/** A connector as an app holds it: no place of its own, two ends, and metadata (websdk-reference-connector). */
import type { Connector as MiroConnector } from '@mirohq/websdk-types';
import { changesIn, type MethodsOf, own, same, send } from './held.ts';
import { Noted } from './item.ts';

const ends = ['start', 'end'] as const;

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Lost on the way to the board, so it is refused here. */
function checkSnapTo(props: Readonly<Record<string, unknown>>): void {
  for (const name of ends) {
    const end = asRecord(props[name]);
    if ('snapTo' in end && end.snapTo === undefined)
      throw new Error(`${name}.snapTo may be left out, but not undefined.`);
  }
}

export function connectorProps(props: object): object {
  checkSnapTo({ ...props });
  return props;
}

/** An end is told with its position and its side in step; the app changed one of them, and that one is sent. */
function changedEnd(given: unknown, known: unknown): unknown {
  const [now, before] = [asRecord(given), asRecord(known)];
  if (now.position === undefined || now.snapTo === undefined) return given;
  const { position, snapTo, ...rest } = now;
  if (now.snapTo === before.snapTo)
    return same(position, before.position) ? { ...rest, snapTo } : { ...rest, position };
  return same(position, before.position) ? { ...rest, snapTo } : given;
}

export class Connector extends Noted implements MethodsOf<MiroConnector> {
  override async sync(): Promise<void> {
    const { known } = own(this);
    const fields = changesIn(this);
    checkSnapTo(fields);
    for (const name of ends) if (name in fields) fields[name] = changedEnd(fields[name], known[name]);
    await send(this, fields);
  }
}
