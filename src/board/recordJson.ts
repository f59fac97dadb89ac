/** A sheet's record as it is written (marker.ts reads it). */
import type { Json } from '../base/json.ts';
import { isBorderKey } from '../workshop/piece.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { Fields, SheetRecord } from './marker.ts';

export function detailsJson(details: SheetDetails): Fields {
  const { id: _, ...about } = details;
  return about;
}

/** How all of these begin. */
function stemOf([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

export function recordJson({ frame, anchors, details, moving }: Omit<SheetRecord, 'unknown'>): Json {
  const kept = [...anchors].filter(([key]) => isBorderKey(key));
  // Ids made in one go begin alike; what they share is written once.
  const stem = stemOf(kept.map(([, id]) => id));
  const rests = kept.map(([key, id]) => [key, id.slice(stem.length)]);
  const under = moving === undefined ? {} : { moving };
  return { v: 1, frame, ...detailsJson(details), ...under, stem, anchors: Object.fromEntries(rests) };
}
