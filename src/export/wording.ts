/** The sentences that every rendering says alike: who, which state, when. Plain words, no format. */
import type { StanceValue, VerdictValue } from '../annotations/desk.ts';
import type { NeedState } from '../annotations/needs/needs.ts';
import type { NoteState } from '../annotations/noteState.ts';
import type { Trust } from '../annotations/trust.ts';
import type { Chapter, Variant } from './choice.ts';
import { cleanLine } from './cleanText.ts';
import { dayInWords } from './dates.ts';
import type { Agreement, JobDescription, PastRound, Person, Spoken, TakenStance } from './document.ts';
import { needStateWords } from './needWords.ts';

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

/** `answered`: what a manager answered, where the note asks for it; the shape is the state's all the same. */
export const stateOf = (state: NoteState, answered: NeedState | null = null): string =>
  answered ? `${states[state].slice(0, 2)}${needStateWords[answered]}` : states[state];

/** Without the shape, for tables that are filtered and counted. */
export const plainStateOf = (state: NoteState, answered?: NeedState | null): string =>
  stateOf(state, answered).slice(2);

export const plainStance = (value: StanceValue): string => stances[value];

export const name = (who: string): string => cleanLine(who) || 'Someone without a name';

/** Names as a sentence lists them; one alone where there is no other. */
export function inAList(names: readonly string[]): string {
  const told = names.map(name);
  return told.length > 1 ? `${told.slice(0, -1).join(', ')} and ${told.at(-1)}` : (told[0] ?? '');
}

export const titleOf = (description: Pick<JobDescription, 'title'>): string =>
  cleanLine(description.title) || 'A role without a title';

/** `Credit · Staff (L6)` */
export const subtitleOf = ({ team, level }: JobDescription): string =>
  [team, level]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(' · ');

/** The round that this document shows; null for a draft. */
export const roundOf = ({ status, rounds }: Pick<JobDescription, 'status' | 'rounds'>): PastRound | null =>
  status.kind === 'round' ? (rounds.find(({ hash }) => hash === status.hash) ?? null) : null;

/** What stands above the title. */
export const eyebrowOf = ({ status }: Pick<JobDescription, 'status'>): string =>
  status.kind === 'summary' ? 'SEVERAL SHEETS' : 'JOB DESCRIPTION';

/** `Draft of 23 November 2026`, `Round 2 of 23 November 2026` */
export function statusLine(description: JobDescription): string {
  const { status, timeZone } = description;
  const plain = { draft: 'Draft', summary: 'Summary', round: 'A closed round' } as const;
  const what = roundOf(description)?.title ?? plain[status.kind];
  const day = dayInWords(status.at, timeZone);
  return day ? `${what} of ${day}` : what;
}

/** What stands at the edge of every page. */
export const statusWord = (description: JobDescription): string =>
  (roundOf(description)?.title ?? description.status.kind).toUpperCase();

export function statusMeaning(description: JobDescription): string {
  if (description.status.kind === 'summary')
    return 'It counts what stands on the sheets. What each pair thinks of its notes is on their own sheet, and in its own document.';
  if (description.status.kind === 'draft')
    return 'Work in progress: nothing here is promised until everyone concerned has agreed to it.';
  const round = roundOf(description);
  const signers = round ? fittingSigners(round) : [];
  if (round?.signed) return `Signed by ${inAList(signers)}.`;
  const waits = round && round.waitingFor.length > 0 ? ` It waits for ${inAList(round.waitingFor)}.` : '';
  return signers.length > 0
    ? `Signed by ${inAList(signers)}, not by everyone it takes.${waits}`
    : `A picture of the sheet at that moment, which nobody has signed.${waits}`;
}

/** Names of whose signatures fit. */
export const fittingSigners = ({ signatures }: PastRound): readonly string[] =>
  signatures.flatMap(({ who, trust }) => (trust === 'does not fit' ? [] : [who.name]));

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

/** Whose words a remark has: `Max Example (manager)`, or somebody whom a document named and nobody has checked. */
export const speakerOf = ({ who, from }: Pick<Spoken, 'who' | 'from'>): string =>
  from
    ? `${name(from.name)} (in a Word document, not checked; brought in by ${name(who.name)})`
    : withRole(who);

export const agreedOf = ({ notes, agreed }: Agreement): string =>
  notes === 0 ? 'no notes yet' : `${agreed} of ${notes} agreed`;

/** What stands after the name in a stance: `Agree, if…`, with a word when it is about an earlier text. */
export const stanceValue = ({ value, earlierText, called = stances[value] }: TakenStance): string =>
  earlierText ? `${called} (to an earlier wording)` : called;

/** What was decided about a remark; empty where nothing was: `declined: not this year` */
export const decided = ({
  verdict,
  reason,
  countered,
}: Pick<Spoken, 'verdict' | 'reason' | 'countered'>): string => {
  if (verdict === null) return countered ? 'countered' : '';
  return verdicts[verdict] + (cleanLine(reason) && `: ${cleanLine(reason)}`);
};

/** What stands after the name above a remark: `23 November 2026 · suggests a wording · declined: not this year` */
export const remarkFacts = (remark: Spoken, timeZone: string): string =>
  [
    dayInWords(remark.from?.at ?? remark.at, timeZone),
    remark.wording === null ? '' : 'suggests a wording',
    decided(remark),
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** How far a signature can be trusted, to somebody who was not there. */
export const trustWords: Readonly<Record<Trust, string>> = {
  'known device': 'on a device that whoever made this document knows as theirs',
  'vouched for': 'on a device that another one of theirs vouches for',
  'new device': 'on a device that nobody has vouched for yet',
  'does not fit': 'does not count: it was changed, or made for something else',
};

export const headings = {
  standing: 'Where we stand',
  open: 'Still to talk about',
  signatures: 'Signatures',
  rounds: 'Rounds so far',
  unplaced: 'Notes still looking for a place',
  gone: 'No longer on the board, but spoken about',
  sources: 'Where these ideas come from',
  madeWith: 'Made with Rolewright',
} as const;

/** What somebody chooses from. */
export const chapterNames: Readonly<Record<Chapter, string>> = {
  purpose: 'The one job, and why now',
  around: 'Where the role stands, and what was said around it',
  pillars: 'What is expected, by pillar',
  sides: 'What I will not do, what I need',
  standing: 'Where we stand, in numbers',
  open: 'What is still to talk about',
  signatures: 'Signatures',
  rounds: 'Rounds so far',
  leftOver: 'Notes without a place, and those that are gone',
  sources: 'Sources',
};

export const variantNames: Readonly<Record<Variant, string>> = {
  annotated: 'With everybody’s views and remarks',
  clean: 'The job description alone',
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
