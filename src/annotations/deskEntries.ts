/** What was said, entry by entry, from the fields it lies in: those of a Y.Map, or of a plain object. */
import { itemId } from '../workshop/ids.ts';
import {
  type FromDocument,
  type Remark,
  type Stance,
  stanceValues,
  type Verdict,
  verdictValues,
} from './desk.ts';
import { asOneOf, asText, field, optionalText } from './entries.ts';
import { mentionsFrom } from './mentions.ts';

export interface Fields {
  get(key: string): unknown;
}

export const plainFields = (value: unknown): Fields => ({ get: (key) => field(value, key) });

const stanceValueFrom = asOneOf(stanceValues);
const verdictValueFrom = asOneOf(verdictValues);

// Null is what this version can't read; undefined is nothing: a stance that was taken back.

export function stanceFrom(note: string, entry: Fields): Stance | null | undefined {
  if (entry.get('value') === null) return undefined;
  const value = stanceValueFrom(entry.get('value'));
  const reason = optionalText(entry.get('reason'));
  const [text, at] = [asText(entry.get('text')), asText(entry.get('at'))];
  if (value === null || reason === undefined || text === null || at === null) return null;
  return { note: itemId(note), value, reason: reason ?? '', text, at };
}

/** Undefined where its author said it; null where it can't be told whose words they are. */
function documentFrom(value: unknown): FromDocument | null | undefined {
  if (value == null) return undefined;
  const [name, at] = [asText(field(value, 'name')), asText(field(value, 'at'))];
  return name === null || at === null ? null : { name, at };
}

export function remarkFrom(id: string, entry: Fields): Remark | null {
  const [note, text, at] = [asText(entry.get('note')), asText(entry.get('text')), asText(entry.get('at'))];
  const answers = optionalText(entry.get('answers'));
  const proposed = optionalText(entry.get('wording'));
  const original = optionalText(entry.get('original'));
  const editedAt = optionalText(entry.get('editedAt'));
  if (note === null || text === null || at === null) return null;
  if (answers === undefined || proposed === undefined || original === undefined || editedAt === undefined)
    return null;
  const from = documentFrom(entry.get('from'));
  // Words of somebody else are never shown as their bringer's.
  if (from === null) return null;
  const wording = proposed === null ? null : { proposed, original: original ?? '' };
  const mentions = mentionsFrom(entry.get('mentions'));
  const named = { ...(mentions.length > 0 ? { mentions } : {}), ...(from ? { from } : {}) };
  return { id, note: itemId(note), text, answers, wording, ...named, at, editedAt };
}

/** A remark's fields as they lie in a document. */
export const remarkFields = ({ wording, ...remark }: Remark) => ({
  ...remark,
  wording: wording?.proposed ?? null,
  original: wording?.original ?? null,
});

export function verdictFrom(remark: string, entry: Fields): Verdict | null {
  const value = verdictValueFrom(entry.get('value'));
  const before = optionalText(entry.get('before'));
  const reason = optionalText(entry.get('reason'));
  const at = asText(entry.get('at'));
  if (value === null || before === undefined || reason === undefined || at === null) return null;
  return { remark, value, before, ...(value === 'declined' && reason ? { reason } : {}), at };
}
