/**
 * What devices tell each other over the wire. Any message may get lost: each only speeds up what the stored states
 * and the next hello would bring anyway.
 *
 * - updates: changes just made, and what the sender does now; either may be missing.
 * - hello:   what I hold, by digest and state vector. `joining` asks for an answer even while things are in flight.
 * - answer:  to a hello: what you lack, and what I hold, so that you can give back what I lack.
 */
import type { Json } from '../base/json.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { mostListed } from './limits.ts';
import { asCount, asDevice, asFields, asList, asName, asString, parseDoing } from './parse.ts';

export interface Update {
  readonly name: string;
  readonly update: Uint8Array;
}

export interface Holding {
  readonly name: string;
  readonly digest: string;
  readonly vector: Uint8Array;
}

export type Message = (
  | { readonly kind: 'updates'; readonly list: readonly Update[]; readonly doing?: Json }
  | { readonly kind: 'hello'; readonly joining: boolean; readonly list: readonly Holding[] }
  | { readonly kind: 'answer'; readonly to: string; readonly list: readonly (Update & Holding)[] }
) & {
  /** The sender's clock when it went (ms since 1970); versions before did not say. */
  readonly now?: number;
};

export function messageText(message: Message): string {
  const list = message.list.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [
        key,
        value instanceof Uint8Array ? toBase64(value) : value,
      ]),
    ),
  );
  return JSON.stringify({ ...message, list });
}

const bytes = (value: unknown): Uint8Array | null => {
  const text = asString(value);
  return text === null ? null : fromBase64(text);
};

function parseUpdate(item: unknown): Update | null {
  const fields = asFields(item);
  const [name, update] = [asName(fields?.name), bytes(fields?.update)];
  return name === null || update === null ? null : { name, update };
}

function parseHolding(item: unknown): Holding | null {
  const fields = asFields(item);
  const [name, digest, vector] = [asName(fields?.name), asString(fields?.digest, 40), bytes(fields?.vector)];
  return name === null || digest === null || vector === null ? null : { name, digest, vector };
}

/** All or nothing: a list with one strange item in it is strange. */
function parseList<T>(value: unknown, parse: (item: unknown) => T | null): readonly T[] | null {
  const list = asList(value);
  if (!list || list.length > mostListed) return null;
  const parsed = list.flatMap((item) => parse(item) ?? []);
  return parsed.length === list.length ? parsed : null;
}

/** Null when the text is no message of ours. */
export function parseMessage(text: string): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const fields = asFields(value);
  const told = asCount(fields?.now);
  const now = told === null ? {} : { now: told };
  if (fields?.kind === 'updates') {
    const list = parseList(fields.list, parseUpdate);
    const doing = parseDoing(fields.doing);
    return list && { kind: 'updates', list, ...(doing === undefined ? {} : { doing }), ...now };
  }
  if (fields?.kind === 'hello') {
    const list = parseList(fields.list, parseHolding);
    return list && { kind: 'hello', joining: fields.joining === true, list, ...now };
  }
  if (fields?.kind === 'answer') {
    const to = asDevice(fields.to);
    const list = parseList(fields.list, (item) => {
      const [update, holding] = [parseUpdate(item), parseHolding(item)];
      return update && holding && { ...update, ...holding };
    });
    return to !== null && list ? { kind: 'answer', to, list, ...now } : null;
  }
  return null;
}
