/** A file's bytes as text: UTF-8 or UTF-16, else what older programs write in the West. Nothing is guessed silently. */
import { largestFile } from '../../../workshop/bringIn/line.ts';

export type FileRead =
  | { readonly kind: 'text'; readonly text: string; readonly note: string }
  | { readonly kind: 'refused'; readonly words: string };

export function readFile(name: string, bytes: Uint8Array): FileRead {
  if (bytes.length > largestFile)
    return {
      kind: 'refused',
      words: `“${name}” is larger than a board of notes: at most 1 MB can be brought in.`,
    };
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b && /\.docx$/i.test(name))
    return {
      kind: 'refused',
      words: `“${name}” is a Word document. One that was saved here comes back under Export; of another one paste the lines.`,
    };
  const decoded = (label: string): string => new TextDecoder(label).decode(bytes);
  if (first === 0xff && second === 0xfe) return { kind: 'text', text: decoded('utf-16le'), note: '' };
  if (first === 0xfe && second === 0xff) return { kind: 'text', text: decoded('utf-16be'), note: '' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: '' };
  } catch {
    // A picture or a workbook has bytes that no text has, and is refused as such where lines are read.
    const note = 'It is not in UTF-8, so it was read as Western European: look at its accents.';
    return { kind: 'text', text: decoded('windows-1252'), note };
  }
}
