/** The sentences that every rendering says alike: who, which state, when. Plain words, no format. */
import type { StanceValue, VerdictValue } from '../annotations/desk.ts';
import type { NoteState } from '../annotations/noteState.ts';
import { cleanLine } from './cleanText.ts';
import { dayInWords } from './dates.ts';
import type { Agreement, JobDescription, Person, Spoken, TakenStance } from './document.ts';

/**
 * A shape beside each word, so that the page can be skimmed without relying on colour. All are in WGL4, the set of
 * characters that every common font has.
 */
const states: Readonly<Record<NoteState, string>> = {
  agreed: '● Agreed',
  open: '○ Open',
  'change-proposed': '► Change proposed',
  disputed: '◊ Disputed',
  changed: '▲ Changed since',
};

const stances: Readonly<Record<StanceValue, string>> = {
  agree: 'Agree',
  'agree-if': 'Agree, if…',
  disagree: 'Disagree',
  'not-sure': 'Not sure yet',
};

const verdicts: Readonly<Record<VerdictValue, string>> = {
  resolved: 'resolved',
  reopened: 'open again',
  applied: 'applied',
  declined: 'declined',
};

export const stateOf = (state: NoteState): string => states[state];

export const name = (who: string): string => cleanLine(who) || 'Someone without a name';

export const titleOf = (description: JobDescription): string =>
  cleanLine(description.title) || 'A role without a title';

/** `Credit · Staff (L6)` */
export const subtitleOf = ({ team, level }: JobDescription): string =>
  [team, level]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(' · ');

export const draftLine = ({ status, timeZone }: JobDescription): string => {
  const day = dayInWords(status.at, timeZone);
  return day ? `Draft of ${day}` : 'Draft';
};

export const draftMeaning =
  'Work in progress: nothing here is promised until everyone concerned has agreed to it.';

/** `manager`, or `says manager, not confirmed yet` */
export const roleOf = ({ role, confirmed }: Person): string => {
  if (role === null) return 'has not said which role';
  return confirmed ? role : `says ${role}, not confirmed yet`;
};

/** `Max Example (manager)`; a role that is only claimed is said to be. */
export const withRole = (who: Person): string => {
  if (who.role === null) return name(who.name);
  return `${name(who.name)} (${who.confirmed ? who.role : `says ${who.role}`})`;
};

export const agreedOf = ({ notes, agreed }: Agreement): string =>
  notes === 0 ? 'no notes yet' : `${agreed} of ${notes} agreed`;

/** What stands after the name in a stance: `Agree, if…`, with a word when it is about an earlier text. */
export const stanceValue = ({ value, earlierText }: TakenStance): string =>
  earlierText ? `${stances[value]} (to an earlier wording)` : stances[value];

/** What stands after the name above a remark: `23 November 2026 · suggests a wording · declined: not this year` */
export const remarkFacts = ({ at, wording, verdict, reason, countered }: Spoken, timeZone: string): string =>
  [
    dayInWords(at, timeZone),
    wording === null ? '' : 'suggests a wording',
    countered && verdict === null ? 'countered' : '',
    verdict === null ? '' : verdicts[verdict] + (cleanLine(reason) && `: ${cleanLine(reason)}`),
  ]
    .filter((part) => part !== '')
    .join(' · ');

export const headings = {
  inShort: 'Where we stand',
  unplaced: 'Notes still looking for a place',
  gone: 'No longer on the board, but spoken about',
  sources: 'Where these ideas come from',
  madeWith: 'Made with Rolewright',
} as const;

/** The table of agreement, its header row first. */
export const agreementRows = (description: JobDescription): readonly (readonly string[])[] => {
  const row = (title: string, { notes, agreed }: Agreement) => [
    cleanLine(title),
    `${notes}`,
    `${agreed}`,
    `${notes - agreed}`,
  ];
  return [
    ['Pillar', 'Notes', 'Agreed', 'To talk about'],
    ...description.pillars.map((pillar) => row(pillar.title, pillar.agreement)),
    row('Outside the pillars', description.agreementAround),
    row('In all', description.agreement),
  ];
};

/** What a reader should know is missing. */
export const remainders = ({ empty, unknown }: JobDescription): readonly string[] => [
  ...(empty.length > 0 ? [`Still empty: ${empty.map(cleanLine).join('; ')}.`] : []),
  ...(unknown > 0
    ? [
        `${unknown} ${unknown === 1 ? 'entry' : 'entries'} from a newer version of the app could not be read here.`,
      ]
    : []),
];

export const nothingYet = 'Nothing here yet.';
export const orBlank = (text: string): string => (cleanLine(text) === '' ? '(no words yet)' : text);
