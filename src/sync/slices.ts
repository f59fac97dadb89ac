/**
 * A document's whole state as stored values: a head, and slices where it is too long for one value.
 *
 *   d/<device>/<document>              head; holds the state itself when it is short
 *   s/<device>/<slot>/<i>/<document>   slice i; a few slots take turns
 *
 * Slices of a new state go into a slot that no head points to which may lie there (takenSlots.ts); the head is written
 * last. So a save torn in the middle leaves the old state whole. Only the device itself writes its keys.
 */
import type { Json } from '../base/json.ts';
import { checksum } from './bytes.ts';
import { mostSlices, protocol, sliceLength } from './limits.ts';
import { asCount, asFields, asString } from './parse.ts';
import { type Holds, holdsJson, nothingHeld, parseHolds } from './resting.ts';

export const slots = [0, 1, 2, 3, 4] as const;
export type Slot = (typeof slots)[number];

export const headKey = (device: string, document: string): string => `d/${device}/${document}`;
export const sliceKey = (device: string, slot: Slot, index: number, document: string): string =>
  `s/${device}/${slot}/${index}/${document}`;

export interface Head {
  /** Grows with every save of this document by this device. */
  readonly generation: number;
  /** Of the document's content (digest.ts): who has the same content need not read on. */
  readonly digest: string;
  /** Of the base64 text. */
  readonly checksum: string;
  readonly length: number;
  readonly slices: number;
  readonly slot: Slot;
  /** The base64 text, when it is one slice only. */
  readonly text: string | null;
  /** When it was written, in milliseconds of its device's clock; 0 if that is not known. */
  readonly at: number;
  /** Of which resting devices it holds all they stored. */
  readonly holds: Holds;
}

/** What lies in the place of a state or slice that was erased. Not nothing: a store may refuse that as a value. */
export const erased: Json = { v: protocol, erased: true };
export const isErased = (value: unknown): boolean => asFields(value)?.erased === true;

export type HeadRead = Head | 'newer' | 'damaged';

export function parseHead(value: unknown): HeadRead {
  const fields = asFields(value);
  const version = fields && asCount(fields.v);
  if (!fields || version === null) return 'damaged';
  if (version > protocol) return 'newer';
  const [generation, length, slices] = [
    asCount(fields.generation),
    asCount(fields.length),
    asCount(fields.slices),
  ];
  const [digest, sum] = [asString(fields.digest, 40), asString(fields.checksum, 40)];
  const slot = slots.find((known) => known === fields.slot) ?? null;
  const text = fields.text === null ? null : asString(fields.text, sliceLength);
  if (generation === null || length === null || slices === null || digest === null || sum === null)
    return 'damaged';
  if (slot === null || slices < 1 || slices > mostSlices || (slices === 1) !== (text !== null))
    return 'damaged';
  const holds =
    asString(fields.holdsChecksum) === checksumOfHolds(sum, fields.holds)
      ? parseHolds(fields.holds)
      : nothingHeld;
  const at = asCount(fields.at) ?? 0;
  const head = { generation, digest, checksum: sum, length, slices, slot, text, at, holds };
  return text === null || isWhole(head, text) ? head : 'damaged';
}

/** Whether this is the text the head speaks of: all of it, and nothing from another save. */
export const isWhole = (head: Head, text: string): boolean =>
  text.length === head.length && checksum(text) === head.checksum;

/** Ties them to the state they are said of. */
const checksumOfHolds = (state: string, holds: unknown): string =>
  checksum(`${state} ${JSON.stringify(holds)}`);

/** The text of one slice, or null when the value is none or belongs to another save. */
export function parseSlice(value: unknown, head: Head): string | null {
  const fields = asFields(value);
  return fields && fields.generation === head.generation ? asString(fields.text, sliceLength) : null;
}

export interface Writing {
  readonly head: Head;
  /** In the order of writing; the head comes last. */
  readonly values: readonly { readonly key: string; readonly value: Json }[];
}

/** The values to write for a state, or null when it is longer than can be stored. */
export function planWriting(
  device: string,
  document: string,
  state: Pick<Head, 'digest' | 'generation' | 'slot' | 'at' | 'holds'> & { readonly text: string },
): Writing | null {
  const { text, digest, generation, slot, at, holds } = state;
  const count = Math.max(1, Math.ceil(text.length / sliceLength));
  if (count > mostSlices) return null;
  const head: Head = {
    generation,
    digest,
    checksum: checksum(text),
    length: text.length,
    slices: count,
    slot,
    text: count === 1 ? text : null,
    at,
    holds,
  };
  const slices = Array.from({ length: count === 1 ? 0 : count }, (_, index) => ({
    key: sliceKey(device, slot, index, document),
    value: { generation, text: text.slice(index * sliceLength, (index + 1) * sliceLength) },
  }));
  const json = holdsJson(holds);
  const value = { v: protocol, ...head, holds: json, holdsChecksum: checksumOfHolds(head.checksum, json) };
  return { head, values: [...slices, { key: headKey(device, document), value }] };
}
