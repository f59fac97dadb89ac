/** Tells what a document says (exported.ts), beside how it is written: body.ts, front.ts and note.ts must agree with it. */
import { cleanLine, cleanLines } from '../cleanText.ts';
import type { Block, JobDescription, Line, Note } from '../document.ts';
import { factsOf } from '../facts.ts';
import type { Section } from '../sections.ts';
import * as say from '../wording.ts';
import type { Exported } from './exported.ts';
import type { Margin } from './margin.ts';
import { signOfWords } from './signs.ts';

const plain = (line: Line): string => line.map(({ text }) => text).join('');

/** What stands around a note's words, paragraph by paragraph. */
const aroundNote = (note: Note, more: Line = []): readonly string[] => [
  ...note.details.flatMap(({ name, words }) =>
    cleanLines(words).map((each, at) => (at === 0 ? `${cleanLine(name)}: ${each}` : each)),
  ),
  [
    ...(note.state === null ? [] : [say.stateOf(note.state, note.answered)]),
    ...(more.length > 0 ? [plain(more)] : []),
  ].join(' · '),
  ...note.stances.map((stance) => {
    const reason = cleanLines(stance.reason).join(' ');
    return `${say.withRole(stance.who)}: ${say.stanceValue(stance)}${reason ? ` – ${reason}` : ''}`;
  }),
];

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'line':
      return [plain(block.line)];
    case 'words':
      return cleanLines(block.text);
    case 'list':
      return block.lines.map(plain);
    case 'table':
      return block.rows.flat();
    case 'note':
      return aroundNote(block.note, block.more);
  }
}

/** Every paragraph that is no note's words. */
const restOf = (description: JobDescription, sections: readonly Section[]): readonly string[] => [
  say.eyebrowOf(description),
  say.titleOf(description),
  say.subtitleOf(description),
  `${say.statusLine(description)}. ${say.statusMeaning(description)}`,
  ...factsOf(description).flatMap(({ name, values }) => [name, ...values]),
  ...sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)]),
];

const placesIn = ({ tops, pillars, sides, unplaced, gone }: JobDescription) => [
  ...[...tops, ...pillars.flatMap(({ responsibilities }) => responsibilities), ...sides].map(
    ({ id, notes }) => ({
      ...{ lane: id, notes, gone: false },
    }),
  ),
  { lane: '', notes: unplaced, gone: false },
  { lane: '', notes: gone, gone: true },
];

export function exportedOf(
  description: JobDescription,
  sections: readonly Section[],
  margin: Margin,
): Exported {
  return {
    at: description.status.at,
    notes: placesIn(description).flatMap(({ lane, notes, gone }) =>
      notes.map((note) => ({
        ...{ id: note.id, lane, gone },
        words: signOfWords(cleanLines(say.orBlank(note.text)).join('\n')),
        change: margin.changeOf(note),
      })),
    ),
    remarks: margin.remarks(),
    // Most of it is said again and again, such as a note's state.
    rest: new Set([...new Set(restOf(description, sections))].map(signOfWords)),
  };
}
