/**
 * Item content: a little HTML that anybody may have written. It is parsed into a tree of known tags and only that tree
 * is shown, so nothing in it can run, load or style the page. The server cleans it too; this is the second lock.
 */
import { type ComponentChild, h } from 'preact';

const shown = new Set(['p', 'a', 'strong', 'b', 'em', 'i', 'u', 's', 'span', 'ol', 'ul', 'li', 'br']);
const blocks = new Set(['p', 'div', 'ol', 'ul', 'li', 'blockquote', 'h1', 'h2', 'h3', 'pre']);

/** What sticky notes may keep of what was typed or pasted. */
const kept = new Set(['strong', 'b', 'em', 'i', 'u', 's', 'a']);

export type RichNode =
  | string
  | { readonly tag: string; readonly href?: string; readonly children: readonly RichNode[] };

const safeHref = (href: string | null): string | undefined =>
  href !== null && /^https?:\/\//i.test(href) ? href : undefined;

function read(node: Node): readonly RichNode[] {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ? [node.textContent] : [];
  if (!(node instanceof Element)) return [];
  const tag = node.localName;
  const children = [...node.childNodes].flatMap(read);
  // An unknown tag is not shown; what it says is.
  if (!shown.has(tag)) return children;
  const href = tag === 'a' ? safeHref(node.getAttribute('href')) : undefined;
  return [href === undefined ? { tag, children } : { tag, href, children }];
}

/** A parsed document is inert: no script runs in it and no image is fetched. */
const parsed = (html: string): readonly RichNode[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(read);

/** What was parsed lately: the same words are shown, measured, read out, and shown again when one comes back to them. */
const lately = new Map<string, readonly RichNode[]>();
const mostLately = 10_000;

export function parseContent(html: string): readonly RichNode[] {
  const known = lately.get(html);
  if (known) return known;
  const nodes = parsed(html);
  if (lately.size >= mostLately) lately.clear();
  lately.set(html, nodes);
  return nodes;
}

export const show = (nodes: readonly RichNode[]): ComponentChild[] =>
  nodes.map((node) => {
    if (typeof node === 'string') return node;
    if (node.tag === 'br') return h('br', null);
    const link = node.href && { href: node.href, target: '_blank', rel: 'noopener noreferrer' };
    return h(node.tag, link || null, show(node.children));
  });

/** The lines a reader sees, for measuring and for labels. */
export function linesOf(nodes: readonly RichNode[]): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  const flush = () => {
    if (line !== undefined) lines.push(...line.split('\n'));
    line = undefined;
  };
  const walk = (node: RichNode) => {
    if (typeof node === 'string') line = (line ?? '') + node;
    else if (node.tag === 'br') {
      line ??= '';
      flush();
    } else if (blocks.has(node.tag)) {
      flush();
      // An empty paragraph is still a line, unless it holds other blocks.
      if (node.children.length === 0) line = '';
      for (const child of node.children) walk(child);
      flush();
    } else for (const child of node.children) walk(child);
  };
  for (const node of nodes) walk(node);
  flush();
  return lines;
}

export const plainText = (html: string): string => linesOf(parseContent(html)).join('\n').trim();

/** Puts parsed content into an element that is about to be edited. */
export function fill(element: Element, nodes: readonly RichNode[]): void {
  const make = (node: RichNode): Node => {
    if (typeof node === 'string') return document.createTextNode(node);
    const made = document.createElement(node.tag);
    if (node.href) made.setAttribute('href', node.href);
    made.append(...node.children.map(make));
    // An empty paragraph has no height to put a caret in.
    if (node.tag === 'p' && node.children.length === 0) made.append(document.createElement('br'));
    return made;
  };
  element.replaceChildren(...nodes.map(make));
}

const escapeText = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** What was typed, as one `<p>` per line with plain inline formatting: the shape Miro stores. Empty text is ''. */
export function serialise(element: Element): string {
  const lines: string[] = [];
  let line = '';
  let open = false;
  const flush = () => {
    if (open) lines.push(line);
    line = '';
    open = false;
  };
  const walk = (node: Node, wrap: (text: string) => string) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const [first = '', ...rest] = (node.textContent ?? '').split('\n');
      open = true;
      line += first && wrap(escapeText(first));
      for (const more of rest) {
        flush();
        open = true;
        line = more && wrap(escapeText(more));
      }
      return;
    }
    if (!(node instanceof Element)) return;
    const tag = node.localName;
    if (tag === 'br') {
      // A browser ends an empty or last line with a <br>; it adds a line only where something follows it in its block.
      open = true;
      if (node.nextSibling) flush();
    } else if (blocks.has(tag)) {
      flush();
      open = node.childNodes.length === 0;
      for (const child of node.childNodes) walk(child, wrap);
      flush();
    } else if (kept.has(tag)) {
      const href = tag === 'a' ? safeHref(node.getAttribute('href')) : undefined;
      const begin =
        tag === 'a' ? (href ? `<a href="${escapeText(href).replace(/"/g, '&quot;')}">` : '') : `<${tag}>`;
      const end = begin && `</${tag}>`;
      for (const child of node.childNodes) walk(child, (text) => wrap(`${begin}${text}${end}`));
    } else for (const child of node.childNodes) walk(child, wrap);
  };
  for (const child of element.childNodes) walk(child, (text) => text);
  flush();
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines.map((text) => `<p>${text}</p>`).join('');
}
