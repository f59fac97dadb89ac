/**
 * The job description as one HTML file: no scripts, nothing loaded from anywhere, readable by day and night, and made
 * to be printed. It builds a syntax tree and lets hast write it, so that what people typed is text and never markup.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { sameText } from '../annotations/text.ts';
import { wordDiff } from '../annotations/wordDiff.ts';
import { anchorOf } from './anchor.ts';
import type { Paper } from './choice.ts';
import { cleanLine, cleanLines, cleanText } from './cleanText.ts';
import { turns } from './direction.ts';
import type { Block, JobDescription, Line, Note, Run, Spoken, TakenStance, Thread } from './document.ts';
import { factsOf } from './facts.ts';
import { css } from './html/style.ts';
import { type Section, sectionsOf } from './sections.ts';
import { webAddress } from './webAddress.ts';
import * as say from './wording.ts';

type Content = ElementContent | string | false | null | undefined;
type Properties = Element['properties'];

function h(tagName: string, properties: Properties, ...children: (Content | readonly Content[])[]): Element {
  const all: ElementContent[] = [];
  const add = (child: Content): void => {
    if (typeof child === 'string') all.push({ type: 'text', value: cleanText(child) });
    else if (child) all.push(child);
  };
  // The innermost of it all: a large document has tens of thousands of elements.
  for (const child of children) {
    if (isMany(child)) for (const one of child) add(one);
    else add(child);
  }
  return { type: 'element', tagName, properties, children: all };
}

const isMany = (child: Content | readonly Content[]): child is readonly Content[] => Array.isArray(child);

/** People write in any direction; what holds letters of a script that runs leftwards finds its own way. */
const auto = (text: string): Properties => (turns(text) ? { dir: 'auto' } : {});
const plain = (line: Line): string => line.map(({ text }) => text).join('');

/** Whether what links lead to is on this page. */
type Here = (note: string) => boolean;

function run({ text, look, to }: Run, here: Here): Content {
  if (to?.startsWith('#'))
    return here(to.slice(1)) ? h('a', { href: `#${anchorOf('note', to.slice(1))}` }, text) : text;
  const href = to === undefined ? undefined : webAddress(to);
  if (href) return h('a', { href }, text);
  if (look === 'strong') return h('strong', {}, text);
  return look === 'quiet' ? h('span', { className: ['quiet'] }, text) : text;
}

const runs = (line: Line, here: Here): Content[] => line.map((one) => run(one, here));

/** What somebody wrote: a paragraph for each block, a break at each line end inside one. `before` leads the first. */
function written(value: string, before: readonly Content[] = [], className?: string): Element[] {
  const blocks: Content[][] = [[...before]];
  for (const line of cleanLines(value)) {
    const block = blocks.at(-1) ?? [];
    if (line === '') blocks.push([]);
    else if (block.length > (blocks.length === 1 ? before.length : 0)) block.push(h('br', {}), line);
    else block.push(line);
  }
  const look = { ...auto(value), ...(className ? { className: [className] } : {}) };
  return blocks.filter((block) => block.length > 0).map((block) => h('p', look, block));
}

const stanceItem = (stance: TakenStance): Element => {
  const reason = cleanLines(stance.reason).join(' ');
  return h(
    'li',
    auto(say.withRole(stance.who) + reason),
    `${say.withRole(stance.who)}: `,
    h('strong', {}, say.stanceValue(stance)),
    reason && ` – ${reason}`,
  );
};

const lineBreaks = (text: string): Content[] =>
  text.split('\n').flatMap((line, at): Content[] => (at === 0 ? [line] : [h('br', {}), line]));

/** While it waits for a decision: what it would change, word by word. */
function wording(proposed: string, remark: Spoken, note: Note): Element {
  if (!remark.proposes || sameText(proposed, note.text))
    return h('blockquote', {}, written(say.orBlank(proposed)));
  const [before, after] = [note.text, proposed].map((text) => cleanLines(text).join('\n'));
  const parts = wordDiff(before ?? '', after ?? '').flatMap(({ kind, text }): Content[] =>
    kind === 'same' ? lineBreaks(text) : [h(kind === 'added' ? 'ins' : 'del', {}, lineBreaks(text))],
  );
  return h('blockquote', {}, h('p', auto(note.text + proposed), parts));
}

function spoken(remark: Spoken, note: Note, timeZone: string): Content[] {
  const facts = say.remarkFacts(remark, timeZone);
  return [
    h('p', {}, h('strong', {}, say.speakerOf(remark)), facts && `, ${facts}`),
    ...written(remark.text),
    remark.wording !== null && wording(remark.wording, remark, note),
  ];
}

const threadItem = (thread: Thread, note: Note, timeZone: string): Element =>
  h(
    'li',
    thread.resolved ? { className: ['settled'] } : {},
    spoken(thread, note, timeZone),
    thread.answers.length > 0 &&
      h(
        'ul',
        {},
        thread.answers.map((answer) => h('li', {}, spoken(answer, note, timeZone))),
      ),
  );

/**
 * What there is many of has no class and is told by where it stands (style.ts): writing an attribute takes longer than
 * writing an element, and a large document has tens of thousands.
 */
function noteItem(note: Note, more: Line | undefined, timeZone: string, here: Here): Element {
  const { stances, threads, state, answered } = note;
  return h(
    'li',
    { id: anchorOf('note', note.id) },
    written(say.orBlank(note.text)),
    note.details.flatMap(({ name, words }) =>
      written(words, [h('strong', {}, `${cleanLine(name)}:`), ' '], 'detail'),
    ),
    more && h('p', { className: ['small'] }, runs(more, here)),
    state !== null && h('p', { className: ['state', `state-${state}`] }, say.stateOf(state, answered)),
    stances.length > 0 && h('ul', {}, stances.map(stanceItem)),
    threads.length > 0 &&
      h(
        'ul',
        { className: ['talk'] },
        threads.map((thread) => threadItem(thread, note, timeZone)),
      ),
  );
}

function table(block: Extract<Block, { kind: 'table' }>): Element {
  const [head = [], ...rows] = block.rows;
  const look = (column: number): Properties => (block.numbers && column > 0 ? { className: ['number'] } : {});
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((cell, at) => h('th', { scope: 'col', ...look(at) }, cell)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((cells, row) =>
        h(
          'tr',
          block.sum && row === rows.length - 1 ? { className: ['sum'] } : {},
          cells.map((cell, at) =>
            at === 0
              ? h('th', { scope: 'row', ...auto(cell) }, cell)
              : h('td', { ...look(at), ...auto(cell) }, cell),
          ),
        ),
      ),
    ),
  );
}

function content(block: Exclude<Block, { kind: 'note' }>, here: Here): Element[] {
  switch (block.kind) {
    case 'line':
      return [
        h(
          'p',
          { ...(block.look ? { className: [block.look] } : {}), ...auto(plain(block.line)) },
          runs(block.line, here),
        ),
      ];
    case 'words':
      return written(block.text);
    case 'list':
      return [
        h(
          'ul',
          {},
          block.lines.map((line) => h('li', auto(plain(line)), runs(line, here))),
        ),
      ];
    case 'table':
      return [table(block)];
  }
}

/** Notes that follow each other are one list. */
function contents(blocks: readonly Block[], timeZone: string, here: Here): Element[] {
  const made: Element[] = [];
  let notes: Element[] = [];
  const flush = (): void => {
    if (notes.length > 0) made.push(h('ul', { className: ['notes'] }, notes));
    notes = [];
  };
  for (const block of blocks) {
    if (block.kind === 'note') notes.push(noteItem(block.note, block.more, timeZone, here));
    else {
      flush();
      made.push(...content(block, here));
    }
  }
  flush();
  return made;
}

function section({ id, level, title, colour, blocks }: Section, timeZone: string, here: Here): Element {
  const name = anchorOf('section', id);
  return h(
    'section',
    { id: name, ...(colour ? { className: [`colour-${colour}`] } : {}) },
    h(level === 1 ? 'h2' : 'h3', auto(title), title),
    contents(blocks, timeZone, here),
  );
}

/** The document's own content, without a page around it: for the clipboard. */
function body(description: JobDescription): Element[] {
  const sections = sectionsOf(description);
  const notes = new Set(
    sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'note' ? [one.note.id] : []))),
  );
  const [title, subtitle] = [say.titleOf(description), say.subtitleOf(description)];
  return [
    h('h1', auto(title), title),
    ...(subtitle ? [h('p', { className: ['subtitle'], ...auto(subtitle) }, subtitle)] : []),
    h(
      'p',
      { className: ['notice'] },
      h('strong', {}, say.statusLine(description)),
      `. ${say.statusMeaning(description)}`,
    ),
    h(
      'dl',
      {},
      factsOf(description).map(({ name, values }) =>
        h(
          'div',
          {},
          h('dt', {}, name),
          values.map((value) => h('dd', auto(value), value)),
        ),
      ),
    ),
    ...sections.map((one) => section(one, description.timeZone, (note) => notes.has(note))),
  ];
}

export interface HtmlOptions {
  readonly paper?: Paper;
}

export function htmlTree(description: JobDescription, { paper = 'a4' }: HtmlOptions = {}): Root {
  const title = `${say.titleOf(description)} · ${say.statusLine(description)}`;
  // A reader that runs what it finds is told to run and load nothing.
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        { lang: 'en' },
        h(
          'head',
          {},
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'generator', content: 'Rolewright' }),
          h('title', {}, title),
          h('style', {}, css(paper)),
        ),
        h(
          'body',
          {},
          h('main', {}, body(description)),
          h('footer', {}, h('p', {}, `${say.statusLine(description)} · ${say.headings.madeWith}`)),
        ),
      ),
    ],
  };
}

const options = { closeSelfClosing: false, quoteSmart: false } as const;

export const html = (description: JobDescription, choice: HtmlOptions = {}): string =>
  `${toHtml(htmlTree(description, choice), options)}\n`;

/** For pasting: what a text editor makes headings, lists and tables of. */
export const htmlFragment = (description: JobDescription): string =>
  toHtml({ type: 'root', children: body(description) }, options);
