/** Where the role stands on the ladder, and what the ladder's lines mean here: as a part of the document. */
import { type CitedOn, citedOn } from '../annotations/place/cited.ts';
import type { PlaceDesk } from '../annotations/place/placeDesk.ts';
import { type Standing, standingOf } from '../annotations/place/standing.ts';
import type { Talk } from '../annotations/talk.ts';
import type { ItemId } from '../workshop/ids.ts';
import { distanceWords } from '../workshop/ladder/distanceWords.ts';
import type { Ladder, Level, LineWords } from '../workshop/ladder/ladder.ts';
import { cleanLine } from './cleanText.ts';
import type { Block, Detail, Line, Telling } from './document.ts';
import * as say from './wording.ts';

export interface PlaceTold {
  readonly ladder: Ladder;
  readonly desks: readonly PlaceDesk[];
  readonly talk: Pick<Talk, 'participants' | 'engineer'>;
  /** The notes of the sheet, in reading order. */
  readonly notes: readonly { readonly id: ItemId; readonly text: string }[];
}

/** Who has not said yet who they are has only looked. */
const speaking = ({ participants }: PlaceTold['talk']) => participants.filter(({ role }) => role !== null);

const citedIn = (note: ItemId, { desks, talk }: PlaceTold): CitedOn =>
  citedOn(note, speaking(talk), desks, talk.engineer);

/** `Staff · Influence` */
const nameOf = ({ level, dimension }: LineWords): string =>
  [level, dimension]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(' · ');

/** The lines of the ladder that a note is about; what others point to is told with their names. */
export function ladderDetails(note: ItemId, told: PlaceTold): readonly Detail[] {
  const { sheets, others } = citedIn(note, told);
  return [
    ...(sheets
      ? [{ name: `From the ladder, ${nameOf(sheets.citation.words)}`, words: sheets.citation.words.text }]
      : []),
    ...others.map(({ person, citation }) => ({
      name: `${say.withRole(person)} points to ${nameOf(citation.words)}`,
      words: citation.words.text,
      said: true as const,
    })),
  ];
}

/** From the engineer's marks; what lanes ask follows from it. */
export const standingIn = ({ ladder, talk, desks }: PlaceTold): Standing =>
  standingOf(ladder, speaking(talk), desks, talk.engineer);

/** Null while nobody has said where the role stands, and no note cites the ladder. */
export function placeTelling(told: PlaceTold): Telling | null {
  const standing = standingIn(told);
  const blocks = [...marks(standing), ...meanings(told)];
  const said = differences(standing);
  if (blocks.length === 0) return null;
  return { id: 'place', title: 'Where the role stands', blocks, ...(said.length > 0 ? { said } : {}) };
}

const modes = {
  job: 'Written as a job that is there.',
  stretch: 'Written as a stretch: what whoever grows into the role would do.',
} as const;

function marks({ engineer, distance, mode }: Standing): readonly Block[] {
  const at = (name: string, level: Level): Line => [
    { text: `${name}: ` },
    { text: cleanLine(level.title), look: 'strong' },
    ...(cleanLine(level.scope) ? [{ text: ` – ${cleanLine(level.scope)}` }] : []),
  ];
  const lines = [
    ...(engineer?.now?.level ? [at('Level now', engineer.now.level)] : []),
    ...(engineer?.role?.level ? [at('This role', engineer.role.level)] : []),
    ...(distance && mode
      ? [
          [
            { text: `${distanceWords(distance)}. `.replace(/^./, (letter) => letter.toUpperCase()) },
            { text: modes[mode] },
          ],
        ]
      : []),
  ];
  return lines.length > 0 ? [{ kind: 'list', lines }] : [];
}

/** The engineer's citations: a line of the ladder, and what it means here. */
function meanings(told: PlaceTold): readonly Block[] {
  const rows = told.notes.flatMap(({ id, text }) => {
    const { sheets } = citedIn(id, told);
    if (!sheets) return [];
    const { words } = sheets.citation;
    return [[`${nameOf(words)}: ${cleanLine(words.text)}`, cleanLine(say.orBlank(text))]];
  });
  return rows.length > 0
    ? [{ kind: 'table', rows: [['The ladder says', 'What it means here'], ...rows], widths: [0.5, 0.5] }]
    : [];
}

function differences({ differences: all }: Standing): readonly Block[] {
  const lines = all.map(
    ({ person, kind, theirs }): Line => [
      {
        text: `${say.withRole(person)} sees ${kind === 'role' ? 'this role' : 'the level now'} at ${cleanLine(theirs.title)}.`,
      },
    ],
  );
  return lines.length > 0 ? [{ kind: 'list', lines }] : [];
}
