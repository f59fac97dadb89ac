/**
 * What crosses the wire: a message's text in one part or several, since nobody documents how long a broadcast may be.
 * Parts may be lost, doubled and out of order; a message counts when all its parts are there and its checksum fits.
 */
import type { Json } from '../base/json.ts';
import { checksum } from './bytes.ts';
import { mostOpenMessages, mostParts, openMessageAge, partLength, protocol } from './limits.ts';
import { asCount, asDevice, asFields, asString } from './parse.ts';

export interface Sender {
  readonly device: string;
  readonly user: string;
}

/** The parts of a message, or null when it would take too many: then the stored state has to do. */
export function wrap(sender: Sender, id: string, text: string): readonly Json[] | null {
  const count = Math.max(1, Math.ceil(text.length / partLength));
  if (count > mostParts) return null;
  const sum = checksum(text);
  return Array.from({ length: count }, (_, part) => ({
    v: protocol,
    from: sender.device,
    by: sender.user,
    id,
    part,
    of: count,
    sum,
    text: text.slice(part * partLength, (part + 1) * partLength),
  }));
}

export type Received =
  | { readonly kind: 'whole'; readonly from: Sender; readonly text: string }
  /** A part; the others are awaited. */
  | { readonly kind: 'part'; readonly from: Sender }
  | { readonly kind: 'newer' | 'strange'; readonly device: string | null };

interface Open {
  readonly since: number;
  readonly parts: Map<number, string>;
}

/** Puts parts together. Remembers a bounded number of unfinished messages for a bounded time. */
export function unwrapper(now: () => number) {
  const open = new Map<string, Open>();

  function forget(): void {
    // Maps iterate oldest first, so what is beyond the bound goes oldest first.
    for (const [id, { since }] of open)
      if (open.size > mostOpenMessages || Math.abs(now() - since) > openMessageAge) open.delete(id);
  }

  return {
    receive(value: unknown): Received {
      const fields = asFields(value);
      const version = fields && asCount(fields.v);
      const device = asDevice(fields?.from);
      if (!fields || version === null) return { kind: 'strange', device };
      if (version > protocol) return { kind: 'newer', device };
      const [user, id] = [asString(fields.by, 200), asString(fields.id, 80)];
      const [part, of, sum] = [asCount(fields.part), asCount(fields.of), asString(fields.sum, 40)];
      const text = asString(fields.text, partLength);
      if (device === null || user === null || id === null || text === null)
        return { kind: 'strange', device };
      if (part === null || of === null || sum === null || of < 1 || of > mostParts || part >= of)
        return { kind: 'strange', device };
      const key = `${device} ${id} ${of} ${sum}`;
      const message = open.get(key) ?? { since: now(), parts: new Map<number, string>() };
      message.parts.set(part, text);
      if (message.parts.size < of) {
        open.set(key, message);
        forget();
        return { kind: 'part', from: { device, user } };
      }
      open.delete(key);
      const whole = Array.from({ length: of }, (_, index) => message.parts.get(index) ?? '').join('');
      return checksum(whole) === sum
        ? { kind: 'whole', from: { device, user }, text: whole }
        : { kind: 'strange', device };
    },
  };
}
