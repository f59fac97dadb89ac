/** A text with some of its words marked: those that touch a theme. */
import type { ThemeQuote } from '../../../workshop/themes/findThemes.ts';

interface Props {
  readonly text: string;
  /** In the order of the text; they do not overlap. */
  readonly quotes: readonly ThemeQuote[];
}

export function QuotedText({ text, quotes }: Props) {
  const pieces: preact.ComponentChild[] = [];
  let at = 0;
  for (const { from, to } of quotes) {
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
