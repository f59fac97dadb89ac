/** What stands at the edge of every page of a PDF: whose it is, what it is a picture of, which page. */
import { cleanLine } from '../cleanText.ts';
import type { JobDescription } from '../document.ts';
import * as say from '../wording.ts';
import type { MeasureAt } from './layout.ts';
import * as look from './look.ts';
import type { PageSize } from './paper.ts';
import { printed } from './text.ts';

export interface Edge {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly strong: boolean;
  readonly colour: string;
}

const size = 8;
const headLine = 38;
const footLine = 31;
/** Characters; more than fits any line, and little enough to be shortened in no time. */
const longest = 400;

export function edgesOf(
  description: JobDescription,
  page: PageSize,
  measureAt: MeasureAt,
): (number: number, of: number) => readonly Edge[] {
  const measure = measureAt(size);
  const wide = page.right - page.left;
  const fitted = (words: string, most: number, strong: boolean): string => {
    const whole = printed(cleanLine(words));
    const signs = [...whole].slice(0, longest);
    if (signs.length < longest && measure(whole, strong) <= most) return whole;
    while (signs.length > 0 && measure(`${signs.join('')}…`, strong) > most) signs.pop();
    return `${signs.join('').trimEnd()}…`;
  };
  const title = [say.titleOf(description), cleanLine(description.engineer)].filter((part) => part !== '');
  const head = fitted(title.join(' · '), wide * 0.75, false);
  const foot = fitted(`${say.statusLine(description)} · ${say.headings.madeWith}`, wide * 0.8, false);
  const status = fitted(say.statusWord(description), wide * 0.22, true);
  const atRight = (text: string, strong: boolean): number => page.right - measure(text, strong);
  const quiet = { size, strong: false, colour: look.quiet };
  const bottom = page.height - footLine;
  return (number, of) => {
    const count = `Page ${number} of ${of}`;
    return [
      // The first page says it large.
      ...(number > 1 ? [{ ...quiet, text: head, x: page.left, baseline: headLine }] : []),
      {
        ...{ text: status, x: atRight(status, true), baseline: headLine, size, strong: true },
        colour: look.accent,
      },
      { ...quiet, text: foot, x: page.left, baseline: bottom },
      { ...quiet, text: count, x: atRight(count, false), baseline: bottom },
    ];
  };
}
