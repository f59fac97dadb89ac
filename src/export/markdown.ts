/**
 * The job description as Markdown (GitHub's flavour). It builds a syntax tree and lets mdast write it, so that what
 * people typed is escaped by a library made for it and never glued into markup.
 */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cleanLine, cleanLines } from './cleanText.ts';
import { dayInDigits } from './dates.ts';
import type { Block, JobDescription, Line, Note, Run, Spoken, TakenStance, Thread } from './document.ts';
import { factsOf } from './facts.ts';
import { type Section, sectionsOf } from './sections.ts';
import { webAddress } from './webAddress.ts';
import * as say from './wording.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
const listOf = (items: readonly ListItem[]): BlockContent => ({
  type: 'list',
  ordered: false,
  spread: items.some((item) => item.spread),
  children: [...items],
});
const item = (...children: BlockContent[]): ListItem => ({
  type: 'listItem',
  spread: children.filter((child) => child.type === 'paragraph').length > 1,
  children,
});

/** Notes have no address of their own in Markdown, so only web addresses become links. */
function run({ text: words, look, to }: Run): PhrasingContent {
  const url = to === undefined ? undefined : webAddress(to);
  if (url) return { type: 'link', url, children: [text(words)] };
  return look === 'strong' ? strong(words) : text(words);
}

/** Text beside text is one text: the library may escape what stands at the edge between two. */
function runs(line: Line): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const next of line.map(run)) {
    const last = joined.at(-1);
    if (last?.type === 'text' && next.type === 'text') last.value += next.value;
    else joined.push(next);
  }
  return joined;
}

/** What somebody wrote: a paragraph for each block, a hard break at each line end inside one. `before` leads the first. */
function written(value: string, before: readonly PhrasingContent[] = []): BlockContent[] {
  const blocks: PhrasingContent[][] = [[...before]];
  for (const line of cleanLines(value)) {
    const block = blocks.at(-1) ?? [];
    if (line === '') blocks.push([]);
    else if (block.length === 0 || (blocks.length === 1 && block.length === before.length))
      block.push(text(line));
    else block.push({ type: 'break' }, text(line));
  }
  return blocks.filter((block) => block.length > 0).map((block) => paragraph(...block));
}

const stanceItem = (stance: TakenStance): ListItem =>
  item(
    ...written(stance.reason, [
      text(`${say.withRole(stance.who)}: `),
      strong(say.stanceValue(stance)),
      ...(cleanLines(stance.reason).length > 0 ? [text(' – ')] : []),
    ]),
  );

function spoken(remark: Spoken, timeZone: string): BlockContent[] {
  const facts = say.remarkFacts(remark, timeZone);
  return [
    paragraph(strong(say.speakerOf(remark)), ...(facts ? [text(`, ${facts}`)] : [])),
    ...written(remark.text),
    ...(remark.wording === null
      ? []
      : [{ type: 'blockquote' as const, children: written(say.orBlank(remark.wording)) }]),
  ];
}

function threadItem(thread: Thread, timeZone: string): ListItem {
  const answers = thread.answers.map((answer) => item(...spoken(answer, timeZone)));
  return item(...spoken(thread, timeZone), ...(answers.length > 0 ? [listOf(answers)] : []));
}

function noteItem(note: Note, more: Line | undefined, timeZone: string): ListItem {
  const talk = [
    ...note.stances.map(stanceItem),
    ...note.threads.map((thread) => threadItem(thread, timeZone)),
  ];
  return item(
    ...written(say.orBlank(note.text)),
    ...note.details.flatMap(({ name, words }) => written(words, [strong(`${cleanLine(name)}:`), text(' ')])),
    ...(more ? [paragraph({ type: 'emphasis', children: runs(more) })] : []),
    ...(note.state === null ? [] : [paragraph(strong(say.stateOf(note.state, note.answered)))]),
    ...(talk.length > 0 ? [listOf(talk)] : []),
  );
}

function table(block: Extract<Block, { kind: 'table' }>): RootContent {
  return {
    type: 'table',
    align: (block.rows[0] ?? []).map((_, column) => (block.numbers && column > 0 ? 'right' : null)),
    children: block.rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    })),
  };
}

function content(block: Exclude<Block, { kind: 'note' }>): RootContent[] {
  switch (block.kind) {
    case 'line':
      if (!block.look) return [paragraph(...runs(block.line))];
      return [paragraph({ type: 'emphasis', children: runs(block.line) })];
    case 'words':
      return written(block.text);
    case 'list':
      return [listOf(block.lines.map((line) => item(paragraph(...runs(line)))))];
    case 'table':
      return [table(block)];
  }
}

/** Notes that follow each other are one list. */
function contents(blocks: readonly Block[], timeZone: string): RootContent[] {
  const made: RootContent[] = [];
  let notes: ListItem[] = [];
  const flush = (): void => {
    if (notes.length > 0) made.push(listOf(notes));
    notes = [];
  };
  for (const block of blocks) {
    if (block.kind === 'note') notes.push(noteItem(block.note, block.more, timeZone));
    else {
      flush();
      made.push(...content(block));
    }
  }
  flush();
  return made;
}

const section = ({ level, title, blocks }: Section, timeZone: string): RootContent[] => [
  heading(level === 1 ? 2 : 3, title),
  ...contents(blocks, timeZone),
];

/** The tree, for renderings that go on from here. */
export function markdownTree(description: JobDescription): Root {
  const subtitle = say.subtitleOf(description);
  const facts = factsOf(description).map(({ name, values }) =>
    item(paragraph(strong(`${name}:`), text(` ${values.join(', ')}`))),
  );
  return {
    type: 'root',
    children: [
      heading(1, say.titleOf(description)),
      ...(subtitle ? [paragraph(strong(subtitle))] : []),
      {
        type: 'blockquote',
        children: [
          paragraph(strong(say.statusLine(description)), text(`. ${say.statusMeaning(description)}`)),
        ],
      },
      listOf(facts),
      ...sectionsOf(description).flatMap((one) => section(one, description.timeZone)),
    ],
  };
}

/** What a static site or a script reads first. A JSON string is a YAML string, too. */
function frontMatter(description: JobDescription): string {
  const { team, level, engineer, status, timeZone, sheet } = description;
  const fields: Readonly<Record<string, string>> = {
    title: say.titleOf(description),
    team: cleanLine(team),
    level: cleanLine(level),
    engineer: cleanLine(engineer),
    status: say.roundOf(description)?.title ?? status.kind,
    date: dayInDigits(status.at, timeZone),
    ...(status.kind === 'round' ? { fingerprint: status.hash } : {}),
    sheet: cleanLine(sheet),
  };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === '' ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ['---', ...lines, '---', '', ''].join('\n');
}

export interface MarkdownOptions {
  /** Facts in YAML before the text, which static sites read and GitHub shows as a table. */
  readonly withFrontMatter?: boolean;
}

export const markdown = (
  description: JobDescription,
  { withFrontMatter = false }: MarkdownOptions = {},
): string =>
  (withFrontMatter ? frontMatter(description) : '') +
  toMarkdown(markdownTree(description), {
    bullet: '-',
    emphasis: '_',
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmToMarkdown()],
  });
