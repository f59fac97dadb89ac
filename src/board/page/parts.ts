/**
 * Texts in parts that an item of the board can hold: Miro takes fewer than 6000 characters of content, markup included
 * (text and shape pages), and a long part is hard to read and to move.
 */

/** Of content, as it is reckoned here. A tenth part of what Miro takes is kept for what it may count besides. */
export const mostContent = 2400;

/** `<p>` and its end, a break in an empty line; a sign that HTML writes as an entity takes six at most. */
const paragraph = 7;
const emptyLine = 11;
const signs: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4, '"': 6 };

const lengthOf = (character: string): number => signs[character] ?? character.length;

/** How much of an item's content a text takes. */
export const contentLength = (text: string): number =>
  text
    .split('\n')
    .reduce(
      (sum, line) =>
        sum + (line === '' ? emptyLine : [...line].reduce((all, one) => all + lengthOf(one), paragraph)),
      0,
    );

/** A text in parts that fit: cut between lines where that can be, between words, or anywhere. */
function cut(text: string, most: number): readonly string[] {
  if (contentLength(text) <= most) return [text];
  const characters = [...text];
  let room = most - paragraph;
  let end = 0;
  for (const character of characters) {
    room -= character === '\n' ? emptyLine : lengthOf(character);
    if (room < 0) break;
    end += 1;
  }
  const fits = characters.slice(0, end);
  const between = [fits.lastIndexOf('\n'), fits.lastIndexOf(' ')].find((at) => at > end / 2) ?? end - 1;
  const [first, rest] = [characters.slice(0, between + 1), characters.slice(between + 1)];
  return [first.join('').trimEnd(), ...cut(rest.join('').trimStart(), most)];
}

/** Texts that follow each other, with an empty line between, in as few parts as hold them. */
export function partsOf(texts: readonly string[], most: number = mostContent): readonly string[] {
  const parts: string[] = [];
  for (const text of texts.flatMap((one) => cut(one, most))) {
    const last = parts.at(-1);
    const joined = last === undefined ? text : `${last}\n\n${text}`;
    if (last !== undefined && contentLength(joined) <= most) parts[parts.length - 1] = joined;
    else parts.push(text);
  }
  return parts;
}
