/** What somebody chose to take away, said back to them. */
import { chapters } from '../../../export/choice.ts';
import { chaptersIn, type ExportChoice, type ExportFormat } from './exportChoice.ts';
import { formatWords } from './formatWords.ts';

/** What people said, as far as a format has room for it: the words of remarks have none in a cell. */
export const saidIn = (format: ExportFormat): string =>
  `everybody’s ${format === 'csv' ? 'views, and how many remarks each note has' : 'views and remarks'}`;

/** `Word document, with everybody’s views and remarks, as it is now` */
export function choiceWords(choice: ExportChoice, roundName: (hash: string) => string): string {
  const { name } = formatWords[choice.format];
  if (choice.format === 'json') return 'All that this sheet holds, everybody’s words, rounds and signatures.';
  const views =
    choice.variant === 'annotated' ? `with ${saidIn(choice.format)}` : 'without views and remarks';
  const when =
    choice.moment === 'now' ? 'as it is now, marked as a draft' : `as ${roundName(choice.moment)} has it`;
  const left = chapters.length - chaptersIn(choice).length;
  const without = left > 0 ? `; ${left} ${left === 1 ? 'part' : 'parts'} left out` : '';
  return `${name}, ${views}, ${when}${without}.`;
}
