/** The statements of a text file: one per line, whatever ends the lines; without the blank ones. */

/** `null` for bytes that are no text in UTF-8. A mark of byte order at the start is no part of the text. */
export function linesOf(bytes: Uint8Array): string[] | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Only ever thrown for bytes that are not UTF-8.
    return null;
  }
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
