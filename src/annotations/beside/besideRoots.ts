/**
 * What a desk or a sheet holds beside words about notes, root by root, as far as a file takes it along: how its keys and
 * values name a note, what of it is for everybody's eyes, and what reads it. A root is named here once, or among those
 * that stay (and why), which a test compares with all there are.
 */
import type * as Y from 'yjs';
import { type UserId, userId } from '../../workshop/ids.ts';
import { authorDisplays } from '../../workshop/stage.ts';
import { readAltitude } from '../altitude/altitudeDesk.ts';
import { readBlind } from '../blindSetting.ts';
import { readClarity } from '../clarity/clarityDesk.ts';
import { readDeskRecords } from '../deskRecords.ts';
import { field } from '../entries.ts';
import { openStep } from '../heldWords.ts';
import { nextTalkFrom } from '../nextTalk.ts';
import { readHeldNotes } from '../noteDrafts/heldNotes.ts';
import { readPlacing } from '../noteDrafts/placements.ts';
import { readDismissals } from '../ours/dismissals.ts';
import { readNames } from '../ours/teamNames.ts';
import { readLadder } from '../place/ladderDocument.ts';
import { readPlaceDesk } from '../place/placeDesk.ts';
import { authorsIn } from '../session/authors.ts';
import { readGroups } from '../session/groups.ts';
import { readWalk } from '../session/walk.ts';
import { readSeeds } from '../shelf/seeds.ts';
import { readThemeMarks } from '../themes/themeMarks.ts';
import { isShown, readAnswered } from '../whyNow/answer.ts';

export interface Root {
  /** What it says that this version can't read. */
  readonly unknown: (doc: Y.Doc, owner: UserId) => number;
  /** Where the note's id stands in a key; absent where keys name none. */
  readonly note?: RegExp;
  /** The field of a value in which a note's id stands, too. */
  readonly noteField?: string;
  /** It says one thing in several keys. */
  readonly whole?: true;
  /** The file has a list of its own for it. */
  readonly listed?: true;
  /** What of it is for everybody's eyes, and not about what happens at this moment; all of it where absent. */
  readonly open?: (key: string, sheet: Y.Doc, desk: Y.Doc) => boolean;
}

const everything = /^()(.+)()$/s;
const place = (doc: Y.Doc) => readPlaceDesk(doc, userId('')).unknown;
const records = (doc: Y.Doc, owner: UserId) => readDeskRecords(doc, owner).unknown;

/** How many entries of a root are not what they should be. */
const unless =
  (root: string, isRight: (value: unknown) => boolean) =>
  (doc: Y.Doc): number =>
    [...doc.getMap(root).values()].filter((value) => !isRight(value)).length;

const stepOf = (key: string): string | null => {
  try {
    return decodeURIComponent(key.slice(0, Math.max(0, key.indexOf('/'))));
  } catch {
    return null; // not escaped as ours are
  }
};

/** Whether everybody may read the notes that somebody wrote in this step, and whose they are. */
function isStepOpen(step: string | null, sheet: Y.Doc, desk: Y.Doc): boolean {
  if (!step || authorsIn(sheet, step) !== 'named') return false;
  const shown = readBlind(sheet.getMap('writing')).value.shown.has(step);
  return step === openStep || shown || desk.getMap('notesReleased').has(step);
}

export const deskRoots: ReadonlyMap<string, Root> = new Map<string, Root>([
  ['marks', { unknown: place }],
  ['citations', { unknown: place, note: everything }],
  ['dismissed', { unknown: (doc) => readDismissals(doc).unknown, note: everything }],
  // Both kinds of keys; those about the role name no note.
  ['themes', { unknown: (doc) => readThemeMarks(doc).unknown, note: /^(note:[^/]+\/)(.+)()$/s }],
  ['altitude', { unknown: (doc) => readAltitude(doc).unknown }],
  ['clarity', { unknown: (doc) => readClarity(doc).unknown, note: /^()(.+)(:[^:]+)$/s }],
  [
    'whyNow',
    { unknown: (doc) => readAnswered(doc).unknown, whole: true, open: (_, sheet) => isShown(sheet) },
  ],
  [
    'notes',
    {
      unknown: (doc) => doc.getMap('notes').size - readHeldNotes(doc).notes.length,
      open: (key, sheet, desk) => isStepOpen(stepOf(key), sheet, desk),
    },
  ],
  [
    'notesReleased',
    {
      unknown: unless('notesReleased', (value) => value === true),
      open: (step, sheet, desk) => isStepOpen(step, sheet, desk),
    },
  ],
  ['retired', { unknown: records, note: everything, listed: true }],
  ['devices', { unknown: records, listed: true }],
  ['vouches', { unknown: records, listed: true }],
  ['signOffs', { unknown: records, listed: true }],
]);

export const sheetRoots: ReadonlyMap<string, Root> = new Map<string, Root>([
  ['ladder', { unknown: (doc) => readLadder(doc).unknown, whole: true }],
  ['names', { unknown: (doc) => readNames(doc).unknown }],
  ['seeds', { unknown: (doc) => readSeeds(doc).unknown, note: everything }],
  ['groups', { unknown: (doc) => readGroups(doc, []).unknown, note: everything }],
  ['groupNames', { unknown: (doc) => readGroups(doc, []).unknown }],
  // What was put aside, and not where they are just now.
  [
    'walk',
    {
      unknown: (doc) => readWalk(doc).unknown,
      note: /^(parked:)(.+)()$/s,
      open: (key) => key.startsWith('parked:'),
    },
  ],
  ['authors', { unknown: unless('authors', (value) => authorDisplays.some((known) => known === value)) }],
  // Whose a sticky is: nothing of it where the writers of some notes are not told. Runs and tags are this board's.
  [
    'placing',
    {
      unknown: (doc) => readPlacing(doc).unknown,
      noteField: 'item',
      open: (key, sheet) =>
        sheet.getMap('authors').size === 0 &&
        (key.startsWith('alike:') ||
          (key.startsWith('note:') && field(sheet.getMap('placing').get(key), 'item') !== null)),
    },
  ],
  ['plans', { unknown: unless('plans', (value) => nextTalkFrom(value) !== undefined) }],
  ['whyNow', { unknown: unless('whyNow', (value) => value === true), open: (key) => key === 'shown' }],
]);

/** Those that a file has otherwise or leaves where they are, each with why: nothing is forgotten by accident. */
export const staying = {
  desk: {
    about: 'name and claim are in the list of desks',
    confirmed: 'in the list of desks',
    stances: 'in the list of desks',
    remarks: 'in the list of desks',
    verdicts: 'in the list of desks',
    taken: 'in the list of desks, as words of its owner like any others',
    held: 'in the list of desks once it is shown, in no file before',
    done: 'how far a step has come on this board',
    released: 'how far a step has come on this board',
    looked: 'how far a step has come on this board',
    notesDone: 'how far a step has come on this board',
    notesCounted: 'how far a step has come on this board',
  },
  sheet: {
    about: 'whose the sheet is, is in the file; where it lies is this board’s',
    details: 'in the file',
    anchors: 'items of this board',
    items: 'in the list of notes',
    gone: 'in the list of notes',
    tags: 'a choice for this board',
    tagIds: 'items of this board',
    brought: 'in the list of what was brought along',
    unwanted: 'what somebody asked of this board',
    rounds: 'in the list of rounds',
    broughtRounds: 'in the list of rounds',
    blind: 'how views are given on this board',
    writing: 'how notes are written on this board',
    relayout: 'what happens on this board at this moment',
    boardPage: 'items of this board',
  },
} as const;
