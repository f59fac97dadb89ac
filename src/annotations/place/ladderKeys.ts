/**
 * How the fields of a ladder are called in its Y.Map: flat, so that two people who change different fields at once both
 * keep what they wrote, also in a ladder that nobody has changed before (a map inside a map would be made twice then,
 * and one of the two would be lost).
 */

export type LevelField = 'title' | 'scope' | 'path' | 'order' | 'removed';
export type DimensionField = 'title' | 'order' | 'removed';

/** A field of one edition of the ladder. */
export type FieldOf =
  | { readonly of: 'level'; readonly id: string; readonly field: LevelField }
  | { readonly of: 'dimension'; readonly id: string; readonly field: DimensionField }
  | { readonly of: 'cell'; readonly level: string; readonly dimension: string };

const levelFields: readonly string[] = ['title', 'scope', 'path', 'order', 'removed'] satisfies LevelField[];
const dimensionFields: readonly string[] = ['title', 'order', 'removed'] satisfies DimensionField[];

export const editionKey = 'edition';
export const baseKey = (edition: string): string => `base/${part(edition)}`;

// Ids come from outside; escaped, they hold no sign that parts the key.
const part = (id: string): string => encodeURIComponent(id.toWellFormed());

export function fieldKey(edition: string, field: FieldOf): string {
  const parts = field.of === 'cell' ? [field.level, field.dimension] : [field.id, field.field];
  return [edition, field.of, ...parts].map(part).join('/');
}

/** Null for a key that is no field. */
export function parseFieldKey(key: string): { readonly edition: string; readonly field: FieldOf } | null {
  const parts = key.split('/');
  if (parts.length !== 4) return null;
  let [edition = '', of = '', one = '', two = ''] = parts;
  try {
    [edition, of, one, two] = [edition, of, one, two].map(decodeURIComponent) as [
      string,
      string,
      string,
      string,
    ];
  } catch {
    return null; // not escaped as ours are
  }
  if (of === 'cell') return { edition, field: { of, level: one, dimension: two } };
  // Each is one of the list that it was just looked up in.
  if (of === 'level' && levelFields.includes(two))
    return { edition, field: { of, id: one, field: two as LevelField } };
  if (of === 'dimension' && dimensionFields.includes(two))
    return { edition, field: { of, id: one, field: two as DimensionField } };
  return null;
}
