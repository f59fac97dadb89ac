/** Plain text as the HTML that Miro keeps in items (content.ts reads it). */
import { BoardRefusal } from '../board/port.ts';
import { visible } from './content.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Markup included, an item's content must be shorter (sticky note, text and shape pages). */
const contentLimit = 6000;

/** One paragraph per line, as Miro writes them itself. Throws a `BoardRefusal` when no item can hold so much. */
export function contentOf(text: string): string {
  if (text === '') return '';
  const content = visible(text)
    .split('\n')
    .map((line) => `<p>${line === '' ? '<br>' : escapeHtml(line)}</p>`)
    .join('');
  if (content.length < contentLimit) return content;
  throw new BoardRefusal(
    'too-long',
    `${content.length} characters of content; ${contentLimit} are too many.`,
  );
}

export function linkedContentOf(text: string, link: string): string {
  return `<p><a href="${escapeHtml(link)}">${escapeHtml(visible(text))}</a></p>`;
}

export const styledContentOf = (text: string, bold = false): string =>
  bold
    ? contentOf(text).replaceAll('<p>', '<p><strong>').replaceAll('</p>', '</strong></p>')
    : contentOf(text);
