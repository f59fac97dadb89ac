/**
 * How the mirror lies in the sheet document, so that the newest reading wins whoever wrote last.
 *
 *   items  "<item id>@<reader's user id>" → one reading, a plain object
 *   gone   item id → true
 *
 * A reading is one moment of one item, so it is one value: merging halves of two would show a note that never was.
 * Yjs decides between two concurrent values of one key by client id, not by Miro's clock; therefore each reader has a
 * key of their own per item, the newest of all counts, and whoever writes a newer one takes the older ones away.
 * (Two devices of the same person that read at the same moment share a key; the next reading puts that right.)
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, type UserId } from '../workshop/ids.ts';
import { asNumber, asOneOf, asText, clip, field, longest, sorted } from './entries.ts';
import { type ItemReading, type MirroredItem, mirroredKinds } from './mirror.ts';
import { compareTimes } from './times.ts';

const kindFrom = asOneOf(mirroredKinds);

function parseReading(key: string, value: unknown): ItemReading | null {
  const at = key.indexOf('@');
  const kind = kindFrom(field(value, 'kind'));
  const numbers = ['x', 'y', 'width', 'height'].map((name) => asNumber(field(value, name)));
  const texts = ['text', 'colour', 'modifiedAt', 'modifiedBy'].map((name) => asText(field(value, name)));
  const [x, y, width, height] = numbers;
  const [text, colour, modifiedAt, modifiedBy] = texts;
  if (at < 1 || kind === null) return null;
  if (x == null || y == null || width == null || height == null) return null;
  if (text == null || colour == null || modifiedAt == null || modifiedBy == null) return null;
  const id = itemId(key.slice(0, at));
  return { id, kind, box: { x, y, width, height }, text, colour, modifiedAt, modifiedBy };
}

interface Slot {
  readonly key: string;
  readonly reading: ItemReading;
}

function readSlots(items: Y.Map<unknown>): { slots: Map<ItemId, Slot[]>; unknown: number } {
  const slots = new Map<ItemId, Slot[]>();
  let unknown = 0;
  for (const [key, value] of sorted(items)) {
    const reading = parseReading(key, value);
    if (!reading) unknown += 1;
    else slots.set(reading.id, [...(slots.get(reading.id) ?? []), { key, reading }]);
  }
  return { slots, unknown };
}

/** The newest; between equal times the first by key, so that everybody shows the same. */
const newest = (slots: readonly Slot[]): Slot | undefined =>
  slots.reduce<Slot | undefined>(
    (best, slot) =>
      best && compareTimes(slot.reading.modifiedAt, best.reading.modifiedAt) <= 0 ? best : slot,
    undefined,
  );

export function readMirror(items: Y.Map<unknown>, gone: Y.Map<unknown>) {
  const { slots, unknown } = readSlots(items);
  const mirrored = new Map<ItemId, MirroredItem>();
  for (const [id, all] of slots) {
    const best = newest(all);
    if (best) mirrored.set(id, { ...best.reading, gone: gone.get(id) === true });
  }
  return { items: mirrored, unknown };
}

/** Inside a transaction: takes in what `by` just read. Older readings change nothing, nor do equal ones. */
export function writeReadings(
  items: Y.Map<unknown>,
  gone: Y.Map<unknown>,
  by: UserId,
  readings: readonly ItemReading[],
): void {
  const { slots } = readSlots(items);
  for (const reading of readings) {
    const known = slots.get(reading.id) ?? [];
    const best = newest(known);
    const age = best ? compareTimes(reading.modifiedAt, best.reading.modifiedAt) : 1;
    if (age < 0) continue;
    // Read from the board just now, so it is there: also when it was taken away and put back unchanged.
    if (gone.has(reading.id)) gone.delete(reading.id);
    // Miro promises nothing about how fine its times are: other words at the same time are the later reading's.
    if (age === 0 && best && sameReading(best.reading, reading)) continue;
    const own = `${reading.id}@${by}`;
    for (const { key } of known) if (key !== own) items.delete(key);
    const { box, kind, colour, modifiedAt, modifiedBy } = reading;
    items.set(own, {
      kind,
      ...plainBox(box),
      text: clip(reading.text, longest.text),
      colour,
      modifiedAt,
      modifiedBy,
    });
  }
}

const sameReading = (a: ItemReading, b: ItemReading): boolean =>
  a.text === b.text &&
  a.colour === b.colour &&
  a.kind === b.kind &&
  a.box.x === b.box.x &&
  a.box.y === b.box.y &&
  a.box.width === b.box.width &&
  a.box.height === b.box.height;

const plainBox = ({ x, y, width, height }: ItemReading['box']) => ({ x, y, width, height });
