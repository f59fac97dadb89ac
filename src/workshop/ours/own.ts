/** What a statement has of its own: names of the glossary, and words that tell a lack, an aim, a time, … */
import type { Kind } from './finding.ts';
import { type Finder, type Match, withoutOverlaps } from './phrases.ts';
import type { Rules } from './rules.ts';
import { covered, indexesOf, type Span, spell } from './span.ts';
import { manyOwnWords, ownPoints } from './weights.ts';
import { type Word, wordsOf } from './words.ts';

/** The team's own names, found whatever their capitals, accents and spaces. */
export function glossaryFinder(names: readonly string[]): Finder<'glossary'> {
  const byFirst = new Map<string, string[][]>();
  for (const name of names) {
    const parts = wordsOf(name).map(({ plain }) => plain);
    const [head] = parts;
    if (head !== undefined) byFirst.set(head, [...(byFirst.get(head) ?? []), parts]);
  }
  return {
    find: (words) =>
      words.flatMap(({ plain }, first) =>
        (byFirst.get(plain) ?? [])
          .filter((parts) => parts.every((part, offset) => words[first + offset]?.plain === part))
          .map(
            (parts): Match<'glossary'> => ({
              label: 'glossary',
              phrase: parts.join(' '),
              first,
              last: first + parts.length - 1,
            }),
          ),
      ),
  };
}

/** Without words that fit anywhere. Each word counts for one thing only, the one that says most. */
export function ownOf(words: readonly Word[], rules: Rules, general: readonly Span[]): Match<Kind>[] {
  const anybodys = covered(general);
  const free = (index: number) => !anybodys.has(index);
  const byKind = new Map<Kind, Match<Kind>[]>();
  for (const match of rules.own.find(words)) {
    if (!free(match.first) || !free(match.last)) continue;
    const same = byKind.get(match.label);
    if (same) same.push(match);
    else byKind.set(match.label, [match]);
  }
  const strongestFirst = [...byKind.values()]
    .flatMap((matches) => withoutOverlaps(matches))
    .sort((a, b) => ownPoints[b.label][0] - ownPoints[a.label][0]);
  const spent = new Set<number>();
  const phrases = strongestFirst.filter((match) => {
    if (spent.has(match.first)) return false;
    // What stands in the gap of a phrase may still say something of its own.
    const open = /[_~]/.test(match.phrase);
    const ends = match.phrase.endsWith('_') ? [match.first] : [match.first, match.last];
    for (const index of open ? ends : indexesOf(match)) spent.add(index);
    return true;
  });
  const single = words.flatMap(({ plain, kind }, index): Match<Kind>[] =>
    kind === 'letters' && plain.length > 2 && free(index) && !spent.has(index) && !rules.common.has(plain)
      ? [{ label: 'own-word', phrase: plain, first: index, last: index }]
      : [],
  );
  return [...phrases, ...single];
}

/** The same words count once. `general`: whether some words fit anywhere. */
export function ownPointsOf(words: readonly Word[], own: readonly Match<Kind>[], general: boolean): number {
  const counted = new Map<Kind, Set<string>>();
  for (const match of own)
    counted.set(match.label, (counted.get(match.label) ?? new Set()).add(spell(words, match)));
  // Unusual words alone, or deadlines alone, are in postings too: it takes two kinds of things to tell a case.
  const unusual = counted.get('own-word')?.size ?? 0;
  if (counted.size < 2 && (general || unusual < manyOwnWords)) return 0;
  let points = 0;
  for (const [kind, found] of counted) {
    const [first, further, most] = ownPoints[kind];
    points += Math.min(most, first + further * (found.size - 1));
  }
  return points;
}
