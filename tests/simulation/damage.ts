/** What may happen to a stored value: cut short, changed in one place, put back to what it was, or replaced. */
import type { Json } from '../../src/base/json.ts';

export function damaged(how: 'cut' | 'changed' | 'older' | 'nonsense', value: unknown, older: unknown): Json {
  if (how === 'older') return (older ?? null) as Json; // JSON as it was stored
  if (how === 'nonsense') return 'nonsense';
  if (typeof value !== 'object' || value === null) return null;
  const text = 'text' in value && typeof value.text === 'string' ? value.text : null;
  // A registry or a head without text of its own.
  if (text === null) return how === 'cut' ? { v: 1 } : { ...value, length: -1 };
  const place = Math.floor(text.length / 2);
  const other = text[place] === 'A' ? 'B' : 'A';
  return { ...value, text: text.slice(0, place) + (how === 'cut' ? '' : other + text.slice(place + 1)) };
}
