/**
 * Text on items is HTML with a few tags allowed; any other tag is shown as it was typed (escaped), as Miro does on
 * sticky notes, shapes and texts, or left out on cards. Cleaning twice gives the same as cleaning once.
 */
import sanitize from 'sanitize-html';
import { contentLimit } from './limits.ts';
import { refuse } from './refusal.ts';

const inline = ['p', 'a', 'strong', 'b', 'em', 'i', 'u', 's', 'br'];

const allowedTags = {
  sticky_note: inline,
  shape: [...inline, 'span'],
  text: [...inline, 'span', 'ol', 'ul', 'li'],
  card_title: ['p', 'a', 'br'],
  card_description: ['p', 'a', 'strong', 'b', 'em', 'i', 'u', 'ol', 'ul', 'li', 'br'],
  mindmap_node: [...inline, 'span'],
  caption: inline,
} as const;

/** Cards throw away what they do not allow; everything else shows it as it was typed. */
const discards: ReadonlySet<string> = new Set(['card_title', 'card_description']);

export function cleanContent(kind: keyof typeof allowedTags, value: unknown): string {
  if (typeof value !== 'string') refuse('input', `The content of a ${kind} must be a string.`);
  if (value.length >= contentLimit)
    refuse(
      'input',
      `The content of a ${kind} must be shorter than ${contentLimit} characters; this has ${value.length}.`,
    );
  // Most texts hold nothing that could be a tag or an entity, and cleaning them is the model's dearest step.
  if (!/[<>&]/.test(value)) return value;
  return sanitize(value, {
    allowedTags: [...allowedTags[kind]],
    allowedAttributes: { a: ['href'], span: ['style'] },
    allowedStyles: {
      span: {
        color: [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]+\)$/i],
        'background-color': [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]+\)$/i],
        'text-decoration': [/^[a-z -]+$/i],
        'font-weight': [/^(bold|normal|\d{3})$/],
        'font-style': [/^(italic|normal)$/],
      },
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    disallowedTagsMode: discards.has(kind) ? 'discard' : 'escape',
  });
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** What a reader sees: tags gone, blocks and `br` as line breaks. Takes cleaned content only. */
export function plainText(content: string): string {
  return content
    .replace(/<br\s*\/?>|<\/(?:p|li)>(?=.)/gs, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);
}
