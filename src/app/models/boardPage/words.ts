/** A document in the plain texts that a frame on the board can show: a bullet before each note, no formats. */
import type { PageSection, PageWords } from '../../../board/page/layout.ts';
import { cleanLine, cleanLines } from '../../../export/cleanText.ts';
import { directionOf } from '../../../export/direction.ts';
import type { Block, JobDescription, Line, Note } from '../../../export/document.ts';
import { factsOf } from '../../../export/facts.ts';
import { type Section, sectionsOf } from '../../../export/sections.ts';
import * as say from '../../../export/wording.ts';

const plain = (line: Line): string => cleanLine(line.map(({ text }) => text).join(''));
const lines = (text: string): string => cleanLines(text).join('\n');
const bullet = (text: string): string => `• ${text}`;

function noteText({ text, details }: Note, more: Line | undefined): string {
  return [
    bullet(lines(say.orBlank(text))),
    ...details.map(({ name, words }) => `${cleanLine(name)}: ${lines(words)}`),
    ...(more ? [plain(more)] : []),
  ].join('\n');
}

/** What the columns are called matters less in a text of two or three short cells a row. */
const tableText = (rows: readonly (readonly string[])[]): string =>
  rows
    .slice(1)
    .map((cells) => bullet(cells.map(cleanLine).join(' – ')))
    .join('\n');

function textOf(block: Block): string {
  switch (block.kind) {
    case 'line':
      return plain(block.line);
    case 'words':
      return lines(block.text);
    case 'list':
      return block.lines.map((line) => bullet(plain(line))).join('\n');
    case 'table':
      return tableText(block.rows);
    case 'note':
      return noteText(block.note, block.more);
  }
}

function section({ id, level, title, colour, blocks }: Section): PageSection {
  const [first] = blocks;
  const about = first?.kind === 'line' && first.look === 'small' ? plain(first.line) : '';
  const texts = blocks
    .slice(about === '' ? 0 : 1)
    .map(textOf)
    .filter((text) => text !== '');
  return { id, level, title, colour, about, texts, leftwards: directionOf(texts.join('\n')) === 'rtl' };
}

export function pageWords(description: JobDescription): PageWords {
  const title = say.titleOf(description);
  const engineer = cleanLine(description.engineer);
  return {
    name: ['Job description', title, engineer].filter((part) => part !== '').join(' · '),
    title,
    subtitle: say.subtitleOf(description),
    status: `${say.statusLine(description)}. ${say.statusMeaning(description)}`,
    facts: factsOf(description)
      .map(({ name, values }) => `${name}: ${values.join(', ')}`)
      .join('  ·  '),
    sections: sectionsOf(description).map(section),
  };
}
