/** Small looks at values from outside, shared by the readers of messages and of stored values. */
import type { Json } from '../base/json.ts';
import { longestDevice, longestDoing, longestName } from './limits.ts';

export type Fields = { readonly [key: string]: unknown };

export const asFields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

export const asList = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

export const asString = (value: unknown, longest = Number.POSITIVE_INFINITY): string | null =>
  typeof value === 'string' && value.length <= longest ? value : null;

export const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

export const asName = (value: unknown): string | null => asString(value, longestName) || null;
export const asDevice = (value: unknown): string | null => asString(value, longestDevice) || null;

/** Any short value. Undefined for none, and for one that is too long. */
export const parseDoing = (value: unknown): Json | undefined =>
  value !== undefined && JSON.stringify(value).length <= longestDoing ? (value as Json) : undefined;
