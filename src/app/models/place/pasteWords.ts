/** What is wrong with a ladder that somebody pasted, and what to do about it. */
import type { PasteProblem, Place } from '../../../workshop/ladder/pasteProblems.ts';

const where = ({ line, column }: Place): string =>
  line !== undefined ? `Line ${line}: ` : column !== undefined ? `Column ${column}: ` : '';

export function pasteWords(problem: PasteProblem): string {
  switch (problem.kind) {
    case 'open-quote':
      return `${where(problem)}a text in quotes begins here and never ends. Add a " at its end.`;
    case 'after-quote':
      return `${where(problem)}“${problem.words.slice(0, 40)}” stands after a closing quote. Write quotes inside a text twice: "".`;
    case 'too-long':
      return `This is more than a ladder: at most ${problem.most.toLocaleString('en-GB')} characters fit.`;
    case 'no-levels':
      return 'There is no level in it. Paste a table with a heading, or one level on each line.';
    case 'too-many':
      return `At most ${problem.most} ${problem.what} fit.`;
    case 'no-title':
      return `${where(problem)}the level has no name.`;
    case 'too-wide':
      return `${where(problem)}${problem.cells} cells, but the heading has ${problem.columns}. Put a text with a comma in it in quotes.`;
    case 'no-heading':
      return `${where(problem)}the column with “${problem.cell.slice(0, 40)}” has no name in the heading.`;
    case 'level-twice':
      return `${where(problem)}there is a level “${problem.title}” already. Give each a name of its own.`;
    case 'dimension-twice':
      return `${where(problem)}there is a column “${problem.title}” already. Give each a name of its own.`;
    case 'no-path':
      return `${where(problem)}“${problem.words.slice(0, 40)}” is no path. Write common, technical or management.`;
    case 'text-too-long':
      return `${where(problem)}“${problem.start}…” has ${problem.length} characters; at most ${problem.most} fit.`;
  }
}
