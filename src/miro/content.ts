/**
 * Between plain text and the HTML that Miro keeps in items. Miro allows a few tags and escapes the others; what comes
 * back may hold anything that a person pasted, so it is read by the platform's own HTML parser and never by ours.
 */

/** Turns HTML into a document, without running or loading anything: `DOMParser` in the browser. */
export type ParseHtml = (html: string) => Document;

/** Control characters have no place in a sticky and would spoil documents later. Tabs and line breaks stay. */
export const visible = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');

const blocks = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3', 'BLOCKQUOTE', 'PRE']);
const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);

export function textOf(content: string, parse: ParseHtml): string {
  if (!/[<&]/.test(content)) return visible(content);
  let text = '';
  /** Where the last block ended: a list ends its line with its last item, not once more. */
  let ended = 0;
  const block = (node: Node): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
    const start = text.length;
    walk(node);
    const endedInside = ended > start && ended === text.length;
    // A paragraph that holds only a line break is one empty line, not two.
    if (!endedInside && text.slice(start) !== '\n') text += '\n';
    ended = text.length;
  };
  const walk = (node: Node): void => {
    for (const child of Array.from(node.childNodes)) {
      const name = child.nodeName.toUpperCase();
      if (name === '#TEXT') text += child.textContent ?? '';
      else if (name === 'BR') text += '\n';
      else if (blocks.has(name)) block(child);
      else if (!unread.has(name)) walk(child);
    }
  };
  walk(parse(`<!doctype html><html><body>${content}</body></html>`).body);
  return visible(text).replace(/\n$/, '');
}
