/**
 * JSON in the one form that RFC 8785 gives to a value: no white space, keys in the order of their UTF-16 units, numbers
 * and texts as ECMAScript writes them. Equal values have equal texts, so a hash of the text is one of the value.
 *
 * Ours rather than the package `canonicalize` for now: what we write needs a dozen lines, since `JSON.stringify` already
 * writes numbers and texts as the RFC asks. A test compares it with the RFC's own examples.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${canonicalJson(key)}:${canonicalJson(field)}`).join(',')}}`;
  }
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  throw new Error(`Not JSON: ${typeof value === 'string' ? 'a text with half a character' : String(value)}`);
}
