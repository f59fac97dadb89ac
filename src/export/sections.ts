/**
 * The document as sections in reading order: what every rendering walks through. What a section says is decided here,
 * how it looks there.
 */
import type { StickyColour } from '../workshop/stickyColour.ts';
import type { Chapter } from './choice.ts';
import { cleanLine } from './cleanText.ts';
import { dayInWords, momentInWords } from './dates.ts';
import type {
  Agreement,
  Block,
  GoneNote,
  JobDescription,
  Line,
  Note,
  PastRound,
  PillarSection,
  SideSection,
} from './document.ts';
import * as say from './wording.ts';

export interface Section {
  /** Lasting; unique in the document. */
  readonly id: string;
  readonly level: 1 | 2;
  readonly title: string;
  /** Of its pillar; null outside the pillars. */
  readonly colour: StickyColour | null;
  readonly blocks: readonly Block[];
}

const line = (text: string, look?: 'small' | 'aside'): Block => ({
  kind: 'line',
  line: [{ text: cleanLine(text) }],
  ...(look ? { look } : {}),
});
const note = (one: Note, more?: Line): Block => ({ kind: 'note', note: one, ...(more ? { more } : {}) });

/** Places without notes ask their question; a finished document asks nothing. */
function notesOf(notes: readonly Note[], prompt: string, { variant }: JobDescription): Block[] {
  if (notes.length > 0) return notes.map((one) => note(one));
  return [line(variant === 'clean' ? say.nothingYet : `${say.nothingYet} ${prompt}`, 'aside')];
}

const side = (description: JobDescription, { id, title, prompt, notes }: SideSection): Section => ({
  ...{ id, level: 1, title, colour: null },
  blocks: notesOf(notes, prompt, description),
});

function pillar(description: JobDescription, section: PillarSection): Section[] {
  const { id, title, meaning, colour, agreement } = section;
  const annotated = description.variant === 'annotated';
  const head: Line = [
    ...(annotated ? [{ text: say.agreedOf(agreement), look: 'strong' as const }] : []),
    ...(annotated && cleanLine(meaning) ? [{ text: ' · ' }] : []),
    ...(cleanLine(meaning) ? [{ text: cleanLine(meaning) }] : []),
  ];
  // What holds nothing yet has no place in a finished document; that it is empty is said under "Where we stand".
  const filled = section.responsibilities.filter(({ notes }) => annotated || notes.length > 0);
  return [
    {
      ...{ id: `pillar/${id}`, level: 1, title, colour },
      blocks: [
        ...(head.length > 0 ? [{ kind: 'line' as const, line: head, look: 'small' as const }] : []),
        ...(filled.length > 0 ? [] : [line(say.nothingYet, 'aside')]),
      ],
    },
    ...filled.map(
      (one): Section => ({
        ...{ id: one.id, level: 2, title: one.title, colour },
        blocks: [
          ...(cleanLine(one.meaning) ? [line(one.meaning, 'small')] : []),
          ...notesOf(one.notes, one.prompt, description),
        ],
      }),
    ),
  ];
}

function standing(description: JobDescription): Section {
  const row = (title: string, { notes, agreed }: Agreement) => [
    cleanLine(title),
    `${notes}`,
    `${agreed}`,
    `${notes - agreed}`,
  ];
  const rows = [
    ['Pillar', 'Notes', 'Agreed', 'To talk about'],
    ...description.pillars.map((one) => row(one.title, one.agreement)),
    row('Outside the pillars', description.agreementAround),
    row('In all', description.agreement),
  ];
  return {
    ...{ id: 'standing', level: 1, title: say.headings.standing, colour: null },
    blocks: [
      { kind: 'table', rows, numbers: true, sum: true, widths: [0.52, 0.16, 0.16, 0.16] },
      ...say.remainders(description).map((text) => line(text, 'aside')),
    ],
  };
}

/** Enough of a note to be recognised, in one line. */
const short = (text: string): string => {
  const whole = cleanLine(say.orBlank(text));
  const characters = [...whole];
  return characters.length > 140 ? `${characters.slice(0, 139).join('').trimEnd()}…` : whole;
};

function open({ open: points }: JobDescription): Section {
  const lines = points.map(({ note: { id, text, state, answered, stances }, place }): Line => {
    const differing = stances.filter(({ value, earlierText }) => value !== 'agree' && !earlierText);
    const views = differing.map((one) => {
      const reason = cleanLine(one.reason);
      return `${say.withRole(one.who)}: ${say.stanceValue(one)}${reason ? ` – ${reason}` : ''}`;
    });
    return [
      { text: short(text), to: `#${id}` },
      ...(state === null
        ? []
        : [{ text: ' ' }, { text: say.stateOf(state, answered), look: 'strong' as const }]),
      { text: ` · ${cleanLine(place)}`, look: 'quiet' },
      ...(views.length > 0 ? [{ text: ` · ${views.join('; ')}` }] : []),
    ];
  });
  return {
    ...{ id: 'open', level: 1, title: say.headings.open, colour: null },
    blocks:
      lines.length > 0 ? [{ kind: 'list', lines }] : [line('Nothing: all that is here is agreed.', 'aside')],
  };
}

/** The round that the document shows; of a draft the newest that somebody has signed. */
const signedRound = (description: JobDescription): PastRound | null =>
  description.status.kind === 'round'
    ? say.roundOf(description)
    : (description.rounds.findLast((round) => say.fittingSigners(round).length > 0) ?? null);

function signatures(description: JobDescription): Section {
  const round = signedRound(description);
  const draft = description.status.kind === 'draft';
  const rows = (round?.signatures ?? []).map(({ who, at, trust }) => [
    say.withRole(who),
    momentInWords(at, description.timeZone),
    say.trustWords[trust],
  ]);
  const waits = round?.waitingFor ?? [];
  const head = !round
    ? 'Nobody has signed a round of this sheet yet.'
    : draft
      ? `This draft is not signed. ${round.title} of ${dayInWords(round.at, description.timeZone)} is:`
      : rows.length > 0
        ? ''
        : 'Nobody has signed this round yet.';
  return {
    ...{ id: 'signatures', level: 1, title: say.headings.signatures, colour: null },
    blocks: [
      ...(head ? [line(head, rows.length > 0 ? undefined : 'aside')] : []),
      ...(rows.length > 0
        ? [
            {
              kind: 'table' as const,
              rows: [['Who', 'When, by their clock', 'How'], ...rows],
              widths: [0.3, 0.3, 0.4],
            },
          ]
        : []),
      ...(waits.length > 0 && rows.length > 0 ? [line(`It waits for ${say.inAList(waits)}.`, 'aside')] : []),
      ...(round ? [line(`Fingerprint of what was signed (SHA-256): ${round.hash}`, 'small')] : []),
    ],
  };
}

function rounds({ rounds: all, timeZone }: JobDescription): Section {
  const rows = all.map((round) => [
    [round.title, cleanLine(round.note)].filter((part) => part !== '').join(': '),
    dayInWords(round.at, timeZone),
    say.inAList(round.by),
    round.agreement ? say.agreedOf(round.agreement) : 'not here',
    say.fittingSigners(round).length > 0 ? say.inAList(say.fittingSigners(round)) : 'nobody',
    round.hash.slice(0, 8),
  ]);
  return {
    ...{ id: 'rounds', level: 1, title: say.headings.rounds, colour: null },
    blocks:
      rows.length > 0
        ? [
            {
              kind: 'table',
              rows: [['Round', 'Closed', 'By', 'Agreed', 'Signed by', 'Fingerprint'], ...rows],
              widths: [0.22, 0.16, 0.17, 0.15, 0.17, 0.13],
            },
          ]
        : [line('No round has been closed yet.', 'aside')],
  };
}

function leftOver({ unplaced, gone }: JobDescription): Section[] {
  const because = ({ because: all }: GoneNote): Line | undefined =>
    all.length > 0
      ? all.flatMap(({ who, reason }, at) => [
          { text: `${at > 0 ? '; ' : 'Why it went: '}${say.withRole(who)}`, look: 'quiet' as const },
          ...(cleanLine(reason) ? [{ text: ` – ${cleanLine(reason)}`, look: 'quiet' as const }] : []),
        ])
      : undefined;
  const between = (titles: readonly string[]): Line | undefined =>
    titles.length > 0
      ? [{ text: `between ${titles.map(cleanLine).join(' and ')}`, look: 'quiet' }]
      : undefined;
  return [
    ...(unplaced.length > 0
      ? [
          {
            ...{ id: 'unplaced', level: 1 as const, title: say.headings.unplaced, colour: null },
            blocks: unplaced.map((one) => note(one, between(one.between))),
          },
        ]
      : []),
    ...(gone.length > 0
      ? [
          {
            ...{ id: 'gone', level: 1 as const, title: say.headings.gone, colour: null },
            blocks: gone.map((one) => note(one, because(one))),
          },
        ]
      : []),
  ];
}

const sources = ({ sources: all }: JobDescription): Section[] =>
  all.length === 0
    ? []
    : [
        {
          ...{ id: 'sources', level: 1, title: say.headings.sources, colour: null },
          blocks: [
            {
              kind: 'list',
              lines: all.map(
                ({ title, url }): Line => [{ text: cleanLine(title) || cleanLine(url), to: url }],
              ),
            },
          ],
        },
      ];

export function sectionsOf(description: JobDescription): readonly Section[] {
  const when = (chapter: Chapter, make: () => readonly Section[]): readonly Section[] =>
    description.chapters.includes(chapter) ? make() : [];
  return [
    ...description.tops.map((one) => side(description, one)),
    ...description.around.map(
      ({ id, title, blocks, said = [] }): Section => ({
        ...{ id, level: 1, title, colour: null },
        blocks: [...blocks, ...said],
      }),
    ),
    ...description.pillars.flatMap((one) => pillar(description, one)),
    ...description.sides.map((one) => side(description, one)),
    ...when('standing', () => [standing(description)]),
    ...when('open', () => (description.agreement.notes > 0 ? [open(description)] : [])),
    ...when('signatures', () => (description.rounds.length > 0 ? [signatures(description)] : [])),
    ...when('rounds', () => (description.rounds.length > 0 ? [rounds(description)] : [])),
    ...leftOver(description),
    ...sources(description),
  ].map((section) => ({ ...section, title: cleanLine(section.title) || 'Without a title' }));
}
