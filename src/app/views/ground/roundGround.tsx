/** What a closed round says before its notes, in the words of the document that is made of it. */
import type { RoundContent, RoundNote } from '../../../annotations/round.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Block, Line } from '../../../export/document.ts';
import { groundDetails, groundTellings } from '../../../export/ground.ts';

export function RoundGround({ content }: { readonly content: RoundContent }) {
  return (
    <>
      {groundTellings(content).map(({ id, title, blocks, said = [] }) => (
        <section key={id} class="round-lane" aria-label={title} data-testid={`round-${id}`}>
          <h3 class="eyebrow">{title}</h3>
          <ul class="round-notes">
            {[...blocks, ...said].flatMap(linesOf).map((line) => (
              <li key={textOf(line)}>
                <span dir="auto">
                  {line.map(({ text, look }) => (look === 'strong' ? <b key={text}>{text}</b> : text))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What the lines of the ladder mean here stands with each note. */
function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'line':
      return [block.line];
    case 'list':
      return block.lines;
    default:
      return [];
  }
}

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

interface BesideProps {
  readonly note: RoundNote;
  readonly content: RoundContent;
}

/** Why the note is there, and the lines of the ladder that it is about. */
export function BesideNote({ note, content }: BesideProps) {
  if (!note.whys && !note.cites) return null;
  return (
    <>
      {groundDetails(content)(note).map(({ name, words }) => (
        <span key={name} class="round-beside">
          <bdi>{cleanLine(name)}</bdi>: <span dir="auto">{cleanLine(words)}</span>
        </span>
      ))}
    </>
  );
}
