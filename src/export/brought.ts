/**
 * What people said on another board and somebody brought along from there, in words: to be read, under their names, and
 * counted nowhere. A panel shows the same lines as a document.
 */

import type { RoundElsewhere } from '../annotations/archivedRounds.ts';
import { type BroughtReading, writtenAs } from '../annotations/beside/broughtReading.ts';
import type { Desk } from '../annotations/desk.ts';
import type { Placement } from '../annotations/noteDrafts/placements.ts';
import type { Hash } from '../annotations/sha256.ts';
import { altitudeOf, altitudes } from '../workshop/altitude/altitudes.ts';
import { clarityQuestions } from '../workshop/clarity/questions.ts';
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { LineWords } from '../workshop/ladder/ladder.ts';
import { themes } from '../workshop/themes/themes.ts';
import { cleanLine } from './cleanText.ts';
import { dayInWords } from './dates.ts';
import type { Detail, Line, Telling } from './document.ts';
import { needWordsOf } from './needWords.ts';
import { horizonWords, situationWords } from './whyNow.ts';
import * as say from './wording.ts';

/** `Max Example (manager there)` */
export const whoThere = ({ name, claim }: Pick<Desk, 'name' | 'claim'>): string =>
  `${say.name(name)}${claim ? ` (${claim} there)` : ''}`;

const lineName = ({ level, dimension }: LineWords): string =>
  [level, dimension]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(' · ');

const list = new Intl.ListFormat('en');

/** What stands around a note, by one person: its why, lines of the ladder, themes, why it went, how they wrote it. */
export function besideNote(
  note: ItemId,
  one: BroughtReading,
  placements: readonly Placement[] = [],
): readonly Detail[] {
  const answers = new Map(
    one.clarity.answers.flatMap((answer) => (answer.note === note ? [[answer.question, answer.text]] : [])),
  );
  const cited = one.place.citations.get(note);
  const titles = (touches: boolean): readonly string[] =>
    one.themes.notes
      .filter((mark) => mark.note === note && mark.touches === touches)
      .map(({ theme }) => themes[theme].title);
  const because = one.records.retired.get(note);
  const written = writtenAs(one, note, placements);
  const told: readonly (readonly [string, string | null | undefined])[] = [
    ...clarityQuestions.map(({ id, label }) => [label, answers.get(id)] as const),
    [`From the ladder, ${cited ? lineName(cited.words) : ''}`, cited?.words.text],
    ['Touches', titles(true).length > 0 ? list.format(titles(true)) : null],
    ['Does not touch', titles(false).length > 0 ? list.format(titles(false)) : null],
    ['Why it went', because && (cleanLine(because.reason) || 'no reason given')],
    ['Wrote it unseen as', written],
  ];
  return told.flatMap(([name, words]): Detail[] => (words == null ? [] : [{ name, words, said: true }]));
}

/** Views and remarks of one person about a note. */
function wordsOnNote(note: ItemId, { desk }: BroughtReading, asksManager: boolean): readonly Detail[] {
  const stance = desk.stances.get(note);
  const called = (asksManager && needWordsOf(desk.claim)) || null;
  return [
    ...(stance
      ? [
          {
            name: called?.[stance.value] ?? say.plainStance(stance.value),
            words: stance.reason,
            said: true as const,
          },
        ]
      : []),
    ...desk.remarks
      .filter((remark) => remark.note === note)
      .flatMap(({ text, wording, from }): Detail[] => {
        const whose = from ? `, in the words of ${say.name(from.name)} in a document` : '';
        return [
          ...(text.trim() ? [{ name: `Remark${whose}`, words: text, said: true as const }] : []),
          ...(wording ? [{ name: `Suggestion${whose}`, words: wording.proposed, said: true as const }] : []),
        ];
      }),
  ];
}

/** All of it, for a document. */
export const broughtDetails = (
  note: ItemId,
  all: readonly BroughtReading[],
  { placements, asksManager }: { readonly placements: readonly Placement[]; readonly asksManager: boolean },
): readonly Detail[] =>
  all.flatMap((one) =>
    [...wordsOnNote(note, one, asksManager), ...besideNote(note, one, placements)].map(({ name, words }) => ({
      name: `${whoThere(one.desk)} on another board: ${name}`,
      words: words.trim() === '' ? '–' : words,
      said: true as const,
    })),
  );

/** Around the notes, by where the panel has it. */
export type AroundPlace = 'place' | 'why-now' | 'altitude' | 'themes';

export function aroundLines(one: BroughtReading, where: AroundPlace): readonly Line[] {
  const who = whoThere(one.desk);
  const line = (before: string, strong: string, after = ''): Line => [
    { text: `${who} ${before} ` },
    { text: cleanLine(strong), look: 'strong' },
    ...(after ? [{ text: after }] : []),
  ];
  switch (where) {
    case 'place': {
      const { now, role } = one.place.marks;
      return [
        ...(now ? [line('saw the level then at', now.title)] : []),
        ...(role ? [line('saw this role at', role.title)] : []),
      ];
    }
    case 'why-now': {
      if (!one.answer) return [];
      const sign = cleanLine(one.answer.sign);
      const rest = `, ${horizonWords(one.answer)}${sign ? `. First sign: ${sign}` : ''}`;
      return [line('said why it is needed:', situationWords(one.answer), rest)];
    }
    case 'altitude': {
      const { texts, marks } = one.altitude;
      return [
        ...(cleanLine(texts.problem) ? [line('asked of', texts.problem)] : []),
        ...altitudes.flatMap(({ id, title }) =>
          cleanLine(texts[id]) ? [line(`asked as ${title}:`, texts[id])] : [],
        ),
        ...(marks.today ? [line('asked that day as', altitudeOf(marks.today).title)] : []),
        ...(marks.expected ? [line('expected', altitudeOf(marks.expected).title)] : []),
      ];
    }
    case 'themes':
      return one.themes.role.map(({ theme, reason }) =>
        line('left out', themes[theme].title, cleanLine(reason) && `: ${cleanLine(reason)}`),
      );
  }
}

const places: readonly AroundPlace[] = ['place', 'why-now', 'altitude', 'themes'];

/** Who signed a round over there, as far as it came along, and whether the signature fits. */
export interface SignedThere {
  readonly round: Hash;
  readonly user: UserId;
  readonly name: string;
  readonly at: string;
  readonly fits: boolean;
}

export interface RoundsThere {
  readonly rounds: readonly RoundElsewhere[];
  readonly signed: readonly SignedThere[];
  readonly nameOf: (user: UserId) => string;
  readonly timeZone: string;
}

export function roundLine(
  { hash, number, by, at }: RoundElsewhere,
  { signed, nameOf, timeZone }: Omit<RoundsThere, 'rounds'>,
): Line {
  const under = signed.filter(({ round }) => round === hash);
  const fitting = under.filter(({ fits }) => fits).map(({ name }) => name);
  const changed = under.filter(({ fits }) => !fits).map(({ name }) => name);
  return [
    { text: `Round ${number}`, look: 'strong' },
    {
      text: [
        `, closed ${dayInWords(at, timeZone)} by ${say.inAList(by.map(nameOf))}`,
        fitting.length > 0 ? `; signed there by ${say.inAList(fitting)}` : '',
        changed.length > 0 ? `; the signature of ${say.inAList(changed)} does not fit` : '',
        `. Fingerprint ${hash.slice(0, 4)} ${hash.slice(4, 8)}`,
      ].join(''),
    },
  ];
}

/** Null where nothing came along but words about notes. */
export function broughtTelling(all: readonly BroughtReading[], there: RoundsThere): Telling | null {
  const lines = all.flatMap((one) => places.flatMap((where) => aroundLines(one, where)));
  const rounds = there.rounds.map((round) => roundLine(round, there));
  if (lines.length + rounds.length === 0) return null;
  const small = (text: string) => ({ kind: 'line' as const, look: 'small' as const, line: [{ text }] });
  return {
    id: 'another-board',
    title: 'Said on another board',
    blocks: [],
    said: [
      small('Brought along to be read. It counts for nothing here until the person takes it up.'),
      ...(lines.length > 0 ? [{ kind: 'list' as const, lines }] : []),
      ...(rounds.length > 0 ? [{ kind: 'list' as const, lines: rounds }] : []),
    ],
  };
}
