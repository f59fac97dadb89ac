/** What is told about what somebody brings in: why a lane is proposed, what is left out, what became of it. */
import type { NotPut, PutResult } from '../../../board/bringIn/run.ts';
import { BoardRefusal } from '../../../board/port.ts';
import type { Why } from '../../../workshop/bringIn/propose.ts';
import type { SourceProblem } from '../../../workshop/bringIn/reading.ts';
import { refusalWords } from '../words/refusalWords.ts';

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Enough of a text to know it by, cut between words. */
export const shortened = (text: string, most = 60): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most)
        .toWellFormed()
        .replace(/\s+\S*$/, '')}…`;
};

const quoted = (words: readonly string[]): string => words.map((one) => `“${shortened(one, 40)}”`).join(', ');

export function whyWords(why: Why): string {
  switch (why.kind) {
    case 'under':
      if (why.lanes < 2) return `It stood under “${shortened(why.name, 40)}”.`;
      return why.words.length > 0
        ? `It stood under “${shortened(why.name, 40)}”; there because of ${quoted(why.words)}.`
        : `It stood under “${shortened(why.name, 40)}”; no word tells which of its ${why.lanes} lanes, so this is the first.`;
    case 'words':
      return `Because of ${quoted(why.words)}.`;
    case 'nothing':
      return 'None of its words points to a lane. Choose one.';
  }
}

export function problemWords(problem: SourceProblem): string {
  switch (problem.kind) {
    case 'open-quote':
      return `Line ${problem.line}: a text in quotes begins here and never ends. Add a " at its end, or take the first one out.`;
    case 'after-quote':
      return `Line ${problem.line}: “${shortened(problem.words, 40)}” stands after a closing quote. Write quotes inside a text twice: "".`;
    case 'too-long':
      return `This is more than a board of notes: at most ${problem.most.toLocaleString('en-GB')} characters fit. Bring it in piece by piece.`;
    case 'not-text':
      return 'This is not text. In your spreadsheet choose “Save as” or “Download” and CSV, then bring that in.';
  }
}

const whys: Readonly<Record<NotPut, (count: number) => string>> = {
  full: (count) => `${counted(count, 'waits', 'wait')} because a lane is full: make room there, then again.`,
  'no-lane': (count) =>
    `${counted(count, 'waits', 'wait')} because the heading of a lane is missing: repair the layout, then again.`,
  'no-place': (count) =>
    `${counted(count, 'note lay', 'notes lay')} on a border or in no lane, where this sheet has no free place like it, and ${count === 1 ? 'is' : 'are'} not put.`,
  'too-long': (count) => `${counted(count, 'is', 'are')} too long for a sticky.`,
  gone: (count) => `${counted(count, 'is', 'are')} no longer on the board.`,
  kept: (count) =>
    `${counted(count, 'stays', 'stay')} where it was: Miro refused. Unlock or ungroup it, then again.`,
};

const skippedWords = (skipped: PutResult['skipped']): string =>
  (Object.keys(whys) as NotPut[]) // these are its keys
    .flatMap((why) => {
      const count = skipped.filter((one) => one.why === why).length;
      return count > 0 ? [whys[why](count)] : [];
    })
    .join(' ');

/** What happened, and whether it is news or a warning. */
export function resultWords({ kind, put, skipped, failure }: PutResult): {
  readonly tone: 'info' | 'warn';
  readonly message: string;
} {
  const there = `${counted(put.length, 'note is', 'notes are')} in the sheet`;
  const rest = skippedWords(skipped);
  if (kind === 'failed' && failure) {
    const why = refusalWords(
      new BoardRefusal(failure.reason, failure.message),
      'put all of them on the board',
    );
    return { tone: 'warn', message: put.length > 0 ? `${why} ${there} by now; the others wait here.` : why };
  }
  const message = kind === 'cancelled' ? `Stopped: ${there}, the others wait here.` : `${there}.`;
  return {
    tone: rest === '' ? 'info' : 'warn',
    message: [message, rest].filter((one) => one !== '').join(' '),
  };
}

export function takenBackWords(back: number, all: number): string {
  if (back === all) return 'Everything is where it was.';
  return `${counted(back, 'note is', 'notes are')} where it was. ${counted(all - back, 'stays', 'stay')}: somebody has changed, moved or spoken about it since.`;
}
