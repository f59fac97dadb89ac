/**
 * Names of bookmarks. Word takes letters, digits and underscores, at most 40 of them, a letter first; they stay when
 * somebody edits the document, so whoever brings it back finds each note by its own.
 */

const longest = 40;

/** A short sign of a text (FNV-1a, 32 bits): tells names apart that look alike once what Word refuses is gone. */
export function signOf(text: string): number {
  let sign = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sign = Math.imul(sign ^ text.charCodeAt(at), 0x01000193);
  return sign >>> 0;
}

const hex = (value: number): string => value.toString(16).padStart(8, '0');

export function bookmarkName(kind: 'note' | 'section', id: string): string {
  const start = `${kind}_`;
  if (/^[A-Za-z0-9]+$/.test(id) && start.length + id.length <= longest) return start + id;
  const told = id.replace(/[^A-Za-z0-9]+/g, '_').slice(0, longest - start.length - 9);
  return `${start}${told}_${hex(signOf(id))}`;
}

/** What Word keeps of a comment whatever happens to it: eight hexadecimal digits, below 7FFFFFFF. */
export const durableIdOf = (remark: string): string => hex(signOf(remark) & 0x7ffffffe).toUpperCase();
