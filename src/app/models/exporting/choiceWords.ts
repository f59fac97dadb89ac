/** What somebody chose to take away, said back to them. */
import { chapters } from '../../../export/choice.ts';
import { chaptersIn, type ExportChoice } from './exportChoice.ts';
import { formatWords } from './formatWords.ts';

/** `Word document, with everybody’s views and remarks, as it is now` */
export function choiceWords(choice: ExportChoice, roundName: (hash: string) => string): string {
  const { name } = formatWords[choice.format];
  if (choice.format === 'json') return 'All that this sheet holds, everybody’s words, rounds and signatures.';
  const said = choice.format === 'csv' ? 'views, and how many remarks each note has' : 'views and remarks';
  const views = choice.variant === 'annotated' ? `with everybody’s ${said}` : 'without views and remarks';
  const when =
    choice.moment === 'now' ? 'as it is now, marked as a draft' : `as ${roundName(choice.moment)} has it`;
  const left = chapters.length - chaptersIn(choice).length;
  const without = left > 0 ? `; ${left} ${left === 1 ? 'part' : 'parts'} left out` : '';
  return `${name}, ${views}, ${when}${without}.`;
}
