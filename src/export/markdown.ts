/**
 * The job description as Markdown (GitHub's flavour). It builds a syntax tree and lets mdast write it, so that what
 * people typed is escaped by a library made for it and never glued into markup.
 */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cleanLine, cleanLines } from './cleanText.ts';
import type { JobDescription, Note, SideSection, Spoken, TakenStance, Thread } from './document.ts';
import { factsOf } from './facts.ts';
import { webAddress } from './webAddress.ts';
import * as say from './wording.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const emphasis = (value: string): PhrasingContent => ({ type: 'emphasis', children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
/** Small print in italics; nothing for nothing. */
const aside = (value: string): Paragraph[] => {
  const words = cleanLine(value);
  return words ? [paragraph(emphasis(words))] : [];
};
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
    paragraph(strong(say.withRole(remark.who)), ...(facts ? [text(`, ${facts}`)] : [])),
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

function noteItem(note: Note, timeZone: string, between: readonly string[] = []): ListItem {
  const talk = [
    ...note.stances.map(stanceItem),
    ...note.threads.map((thread) => threadItem(thread, timeZone)),
  ];
  return item(
    ...written(say.orBlank(note.text)),
    ...(between.length > 0 ? [paragraph(emphasis(`Between ${between.map(cleanLine).join(' and ')}`))] : []),
    ...(note.state === null ? [] : [paragraph(strong(say.stateOf(note.state)))]),
    ...(talk.length > 0 ? [listOf(talk)] : []),
  );
}

function notesOf(notes: readonly Note[], prompt: string, timeZone: string): RootContent[] {
  if (notes.length > 0) return [listOf(notes.map((note) => noteItem(note, timeZone)))];
  return [paragraph(emphasis([say.nothingYet, cleanLine(prompt)].join(' ').trim()))];
}

const sideSection = (section: SideSection, timeZone: string): RootContent[] => [
  heading(2, cleanLine(section.title)),
  ...notesOf(section.notes, section.prompt, timeZone),
];

function agreementTable(description: JobDescription): Table {
  const row = (cells: readonly string[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: [text(cell)] })),
  });
  return {
    type: 'table',
    align: [null, 'right', 'right', 'right'],
    children: say.agreementRows(description).map(row),
  };
}

function sources(description: JobDescription): RootContent[] {
  if (description.sources.length === 0) return [];
  const links = description.sources.map((source) => {
    const url = webAddress(source.url);
    const title = cleanLine(source.title);
    return item(paragraph(url ? { type: 'link', url, children: [text(title)] } : text(title)));
  });
  return [heading(2, say.headings.sources), listOf(links)];
}

/** The tree, for renderings that go on from here. */
export function markdownTree(description: JobDescription): Root {
  const zone = description.timeZone;
  const facts = factsOf(description).map(({ name, values }) =>
    item(paragraph(strong(`${name}:`), text(` ${values.join(', ')}`))),
  );
  const pillars = description.pillars.flatMap((pillar): RootContent[] => [
    heading(2, cleanLine(pillar.title)),
    ...aside(pillar.meaning),
    paragraph(strong(say.agreedOf(pillar.agreement))),
    ...pillar.responsibilities.flatMap((responsibility): RootContent[] => [
      heading(3, cleanLine(responsibility.title)),
      ...aside(responsibility.meaning),
      ...notesOf(responsibility.notes, responsibility.prompt, zone),
    ]),
  ]);
  const { unplaced, gone } = description;
  const subtitle = say.subtitleOf(description);
  return {
    type: 'root',
    children: [
      heading(1, say.titleOf(description)),
      ...(subtitle ? [paragraph(strong(subtitle))] : []),
      {
        type: 'blockquote',
        children: [paragraph(strong(say.draftLine(description)), text(`. ${say.draftMeaning}`))],
      },
      listOf(facts),
      ...description.tops.flatMap((section) => sideSection(section, zone)),
      ...pillars,
      ...description.sides.flatMap((section) => sideSection(section, zone)),
      heading(2, say.headings.inShort),
      agreementTable(description),
      ...say.remainders(description).map((line) => paragraph(text(line))),
      ...(unplaced.length > 0
        ? [
            heading(2, say.headings.unplaced),
            listOf(unplaced.map((note) => noteItem(note, zone, note.between))),
          ]
        : []),
      ...(gone.length > 0
        ? [heading(2, say.headings.gone), listOf(gone.map((note) => noteItem(note, zone)))]
        : []),
      ...sources(description),
    ],
  };
}

export const markdown = (description: JobDescription): string =>
  toMarkdown(markdownTree(description), {
    bullet: '-',
    emphasis: '_',
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmToMarkdown()],
  });
