/**
 * What changed between two wordings, word by word, to be shown: what was taken out stands before what came in its
 * place. The same both ways round: with the texts exchanged, what was added is what was removed.
 */

export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Cells of the table that finds what two texts have in common: two texts of 1,000 words. Beyond, all is replaced. */
const mostCells = 4_000_000;

/** Parts words in scripts without spaces, too. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const wordsOf = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

const isSpace = (text: string): boolean => text.trim() === '';

export function wordDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  // Where several readings are as good, one is taken whichever text came first.
  if (before <= after) return parts(wordsOf(before), wordsOf(after), 'removed', 'added');
  return parts(wordsOf(after), wordsOf(before), 'added', 'removed');
}

type Change = 'removed' | 'added';

function parts(a: readonly string[], b: readonly string[], onlyA: Change, onlyB: Change): DiffPart[] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const made = writer(onlyA, onlyB);
  for (const word of a.slice(0, start)) made.same(word);
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), made);
  for (const word of a.slice(a.length - end)) made.same(word);
  return made.finish();
}

interface Writer {
  same(word: string): void;
  a(word: string): void;
  b(word: string): void;
}

/** The longest sequence of words that both have, by the usual table; the rest was taken out or put in. */
function middle(a: readonly string[], b: readonly string[], out: Writer): void {
  const width = b.length + 1;
  const common = a.length * width > mostCells ? null : new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common?.[i * width + j] ?? 0;
  if (common)
    for (let i = a.length - 1; i >= 0; i -= 1)
      for (let j = b.length - 1; j >= 0; j -= 1)
        common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  for (
    let [wordA, wordB] = [a[i], b[j]];
    wordA !== undefined || wordB !== undefined;
    wordA = a[i], wordB = b[j]
  ) {
    if (wordA !== undefined && wordA === wordB && common) {
      out.same(wordA);
      i += 1;
      j += 1;
    } else if (wordA !== undefined && (wordB === undefined || at(i + 1, j) >= at(i, j + 1))) {
      out.a(wordA);
      i += 1;
    } else if (wordB !== undefined) {
      out.b(wordB);
      j += 1;
    }
  }
}

/** Joins words of one kind, and takes a space between two changes as part of both: a replaced phrase reads as one. */
function writer(onlyA: Change, onlyB: Change): Writer & { finish(): DiffPart[] } {
  const done: DiffPart[] = [];
  let [same, a, b, space] = ['', '', '', ''];
  const flushChange = (): void => {
    for (const kind of ['removed', 'added'] as const) {
      const text = (kind === onlyA ? a : '') + (kind === onlyB ? b : '');
      if (text !== '') done.push({ kind, text });
    }
    [a, b] = ['', ''];
  };
  const flushSame = (): void => {
    if (same !== '') done.push({ kind: 'same', text: same });
    same = '';
  };
  const change = (add: () => void): void => {
    if (space !== '') {
      a += space;
      b += space;
      space = '';
    }
    flushSame();
    add();
  };
  return {
    same(word) {
      if ((a !== '' || b !== '') && isSpace(word)) space += word;
      else {
        flushChange();
        same += space + word;
        space = '';
      }
    },
    a: (word) =>
      change(() => {
        a += word;
      }),
    b: (word) =>
      change(() => {
        b += word;
      }),
    finish() {
      flushChange();
      same += space;
      flushSame();
      return done;
    },
  };
}
