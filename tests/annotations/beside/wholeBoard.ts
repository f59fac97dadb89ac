/**
 * A board on which everything was said that can be said in a sheet, one way of saying it for each root; and bringing a
 * file of it to another board, as the panel does it (app/models/takingAlong/takingOver.ts).
 */
import * as Y from 'yjs';
import { markAltitude, writeAltitude } from '../../../src/annotations/altitude/altitudeDesk.ts';
import type { SheetArchive } from '../../../src/annotations/archive.ts';
import { archiveOfDocuments } from '../../../src/annotations/archiveOfDocuments.ts';
import {
  allBesideOnDesk,
  notesIn,
  takeToDesk,
  takeToSheet,
} from '../../../src/annotations/beside/besideWords.ts';
import { writeBoardPage } from '../../../src/annotations/boardPage/boardPage.ts';
import { besidesIn, bringAlong, desksIn, sharedIn } from '../../../src/annotations/bringAlong.ts';
import { bringRounds } from '../../../src/annotations/broughtRounds.ts';
import { answerClarity } from '../../../src/annotations/clarity/clarityDesk.ts';
import {
  addRemark,
  claimRole,
  confirmRole,
  decide,
  introduce,
  takeStance,
} from '../../../src/annotations/deskDocument.ts';
import {
  addSignOff,
  addVouch,
  introduceDevice,
  sayWhyRetired,
} from '../../../src/annotations/deskRecords.ts';
import { dropBrought } from '../../../src/annotations/dropBrought.ts';
import { countLooked, entriesIn, release, sayDone } from '../../../src/annotations/heldWords.ts';
import { beginRelayout } from '../../../src/annotations/layAnew.ts';
import { archiveJson } from '../../../src/annotations/makeArchive.ts';
import { deskName, parseDeskName, roundName, sheetName } from '../../../src/annotations/names.ts';
import { entryOfNote } from '../../../src/annotations/noteDrafts/draftNote.ts';
import { countNotes, releaseNotes, sayNotesDone } from '../../../src/annotations/noteDrafts/heldNotes.ts';
import {
  announceRun,
  chooseForAlike,
  noteKey,
  recordPlaced,
  recordSideTag,
} from '../../../src/annotations/noteDrafts/placements.ts';
import { showNotes, switchWriting } from '../../../src/annotations/noteDrafts/switchWriting.ts';
import { dismiss } from '../../../src/annotations/ours/dismissals.ts';
import { addNames } from '../../../src/annotations/ours/teamNames.ts';
import { parseArchive } from '../../../src/annotations/parseArchive.ts';
import { changeLadder, replaceLadder } from '../../../src/annotations/place/ladderDocument.ts';
import { citeLine, markLevel } from '../../../src/annotations/place/placeDesk.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { idsOf, rematch } from '../../../src/annotations/rematch.ts';
import { rememberNotes } from '../../../src/annotations/rememberNotes.ts';
import { keepRound } from '../../../src/annotations/roundDocument.ts';
import { groupNotes, nameGroup } from '../../../src/annotations/session/groups.ts';
import { parkNote, walkTo } from '../../../src/annotations/session/walk.ts';
import type { Hash } from '../../../src/annotations/sha256.ts';
import { markGone, mirrorItems, readSheet } from '../../../src/annotations/sheetDocument.ts';
import {
  listRound,
  planNext,
  recordTag,
  startSheet,
  switchTags,
} from '../../../src/annotations/sheetOperations.ts';
import { plantSeed } from '../../../src/annotations/shelf/seeds.ts';
import { type DeviceKey, signOffText, vouchText } from '../../../src/annotations/statements.ts';
import { showStep, switchBlind } from '../../../src/annotations/switchBlind.ts';
import { takeOver } from '../../../src/annotations/takeOver.ts';
import { leaveOut, markNote } from '../../../src/annotations/themes/themeMarks.ts';
import { giveAnswer, showAnswers } from '../../../src/annotations/whyNow/answer.ts';
import {
  type ItemId,
  itemId,
  laneId,
  sheetId,
  tagId,
  type UserId,
  userId,
} from '../../../src/workshop/ids.ts';
import { themeIds } from '../../../src/workshop/themes/themes.ts';
import { chance } from '../../support/chance.ts';
import { erin, max, mona, pia } from '../builders.ts';

export const sheet = sheetId('s1');
/** Never to be in a file. */
export const secret = 'for nobody’s eyes yet';
const lane = laneId('execution', 'exploration');

/** What differs from one seed to the next. */
export interface Draw {
  /** Something that somebody may have typed. */
  words(): string;
  at(): string;
  one<T>(of: readonly T[]): T;
  /** Another each time. */
  id(): string;
}

const typed = [
  'Cut it',
  '',
  ' ',
  'naïve 🙂',
  '=cmd()',
  '<b>bold</b>',
  'a\nb\t"c"',
  '‮reversed',
  'x'.repeat(400),
];

export function drawing(seed: number): Draw {
  const next = chance(seed);
  let count = 0;
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T; // never empty
  return {
    one,
    words: () => `${one(typed)} ${Math.floor(next() * 1000)}`,
    at: () => new Date(Date.UTC(2026, 10, 1) + Math.floor(next() * 1e9)).toISOString(),
    id: () => {
      count += 1;
      return `${seed}-${count}`;
    },
  };
}

const notes = (board: string) => ['n1', 'n2', 'n3', 'gone'].map((id) => itemId(`${board}-${id}`));
const text = (note: ItemId): string => `Words of ${note.replace(/^b\d-/, '')}`;
const hash = (sign: string): Hash => sign.repeat(64) as Hash;
const device = (sign: string): DeviceKey => `B${sign.repeat(86)}` as DeviceKey;

interface Desk {
  readonly doc: Y.Doc;
  readonly owner: UserId;
  readonly board: string;
  readonly draw: Draw;
}

const draft = ({ draw }: Desk, words: string) =>
  entryOfNote({ id: draw.id(), lane, text: words, order: 1, at: draw.at() });

/** By root. What one says lies with what is about the same. */
export const onDesk: Readonly<Record<string, (desk: Desk) => void>> = {
  about: ({ doc, owner }) => {
    introduce(doc, `${owner} Example`);
    claimRole(doc, owner === erin ? 'engineer' : 'manager');
  },
  confirmed: ({ doc, owner }) => owner === erin && confirmRole(doc, mona, 'manager'),
  stances: ({ doc, board, draw }) => {
    for (const note of notes(board))
      takeStance(doc, {
        ...{ note, value: draw.one(['agree', 'agree-if', 'disagree', 'not-sure']), reason: draw.words() },
        ...{ text: text(note), at: draw.at() },
      });
  },
  remarks: ({ doc, owner, board, draw }) => {
    const id = `r-${owner}-${draw.id()}`;
    const mentions = [{ user: max, name: 'Max Example' }];
    const said = `@Max Example ${draw.words()}`;
    addRemark(doc, { id, note: draw.one(notes(board)), text: said, mentions, at: draw.at() });
    addRemark(doc, {
      ...{ id: `${id}-2`, note: draw.one(notes(board)), text: draw.words(), answers: id, at: draw.at() },
      wording: { proposed: draw.words(), original: draw.words() },
      from: { name: 'Somebody in Word', at: draw.at() },
    });
  },
  verdicts: ({ doc, draw }) =>
    decide(doc, {
      ...{ remark: 'r-erin', value: draw.one(['resolved', 'declined']), reason: draw.words(), after: null },
      at: draw.at(),
    }),
  taken: ({ doc, owner, board, draw }) => {
    const elsewhere = new Y.Doc();
    const note = notes(board)[0] as ItemId; // there are four
    addRemark(elsewhere, { id: `t-${draw.id()}`, note, text: draw.words(), at: draw.at() });
    takeOver(doc, { archived: readDesk(elsewhere, owner), ids: new Map([[note, note]]), engineer: erin });
  },
  retired: ({ doc, board, draw }) =>
    sayWhyRetired(doc, notes(board)[3] as ItemId, { reason: draw.words(), at: draw.at() }),
  devices: ({ doc, draw }) => introduceDevice(doc, { key: device('k'), name: draw.words(), at: draw.at() }),
  vouches: ({ doc, owner, draw }) => {
    const says = { user: owner, device: device('p'), by: device('k'), at: draw.at() };
    addVouch(doc, { statement: vouchText(says), says, signature: 'c2ln' });
  },
  signOffs: ({ doc, owner, draw }) => {
    const says = {
      ...{ sheet, round: hash('a'), number: 1, user: owner, role: 'manager' as const },
      ...{ device: device('k'), at: draw.at() },
    };
    addSignOff(doc, { statement: signOffText(says), says, signature: 'c2ln' });
  },
  held: ({ doc, board, draw }) => {
    const said = (words: string) => {
      const other = new Y.Doc();
      const note = draw.one(notes(board));
      addRemark(other, { id: `h-${draw.id()}`, note, text: words, at: draw.at() });
      return entriesIn(other);
    };
    const none = new Set<string>();
    sayDone(doc, { step: 'shown step', at: draw.at(), entries: said(draw.words()), shown: none });
    sayDone(doc, {
      ...{ step: 'step of now', at: draw.at(), entries: said(secret), shown: new Set(['shown step']) },
    });
  },
  done: () => undefined, // with `held`
  released: ({ doc }) => release(doc, ['another step']),
  looked: ({ doc }) => countLooked(doc, 'step of now', 2),
  notes: (desk) => {
    const step = { at: desk.draw.at(), shown: new Set<string>() };
    sayNotesDone(desk.doc, { ...step, step: 'notes/shown', entries: [draft(desk, desk.draw.words())] });
    sayNotesDone(desk.doc, {
      ...{ ...step, shown: new Set(['notes/shown']), step: 'notes of now', entries: [draft(desk, secret)] },
    });
  },
  notesDone: () => undefined, // with `notes`
  notesReleased: (desk) => {
    const entries = [draft(desk, desk.draw.words())];
    const shown = new Set(['notes/shown', 'notes of now']);
    sayNotesDone(desk.doc, { at: desk.draw.at(), shown, step: 'released', entries });
    releaseNotes(desk.doc, ['released']);
  },
  notesCounted: ({ doc }) => countNotes(doc, 'notes of now', 3),
  marks: ({ doc, draw }) => {
    for (const kind of ['now', 'role'] as const)
      markLevel(doc, kind, { level: draw.id(), title: draw.words(), at: draw.at() });
  },
  citations: ({ doc, board, draw }) => {
    for (const note of notes(board))
      citeLine(doc, {
        ...{ note, line: { level: draw.id(), dimension: draw.one([null, 'influence']) }, at: draw.at() },
        words: { level: draw.words(), dimension: draw.words(), text: draw.words() },
      });
  },
  dismissed: ({ doc, board, draw }) =>
    dismiss(doc, draw.one(notes(board)), { text: draw.words(), at: draw.at() }),
  whyNow: ({ doc, draw }) =>
    giveAnswer(doc, {
      ...{
        situation: 'other',
        words: `a ${draw.words()}`,
        horizon: 'other',
        horizonWords: `b ${draw.words()}`,
      },
      ...{ sign: draw.words(), at: draw.at(), wasShown: true },
    }),
  themes: ({ doc, board, draw }) => {
    const [theme, other] = themeIds;
    markNote(doc, { theme, note: draw.one(notes(board)), touches: draw.one([true, false]), at: draw.at() });
    leaveOut(doc, { theme: other, reason: draw.words(), at: draw.at() });
  },
  altitude: ({ doc, draw }) => {
    for (const what of ['problem', 'staff', 'lead', 'senior'] as const)
      writeAltitude(doc, what, draw.words());
    markAltitude(doc, 'today', { level: draw.one(['staff', 'lead', 'senior']), at: draw.at() });
    markAltitude(doc, 'expected', { level: draw.one(['staff', 'lead', 'senior']), at: draw.at() });
  },
  clarity: ({ doc, board, draw }) => {
    for (const note of notes(board))
      for (const question of ['importance', 'depth'] as const)
        answerClarity(doc, { note, question, text: draw.words(), at: draw.at() });
  },
};

interface Sheet {
  readonly doc: Y.Doc;
  readonly board: string;
  readonly draw: Draw;
}

function begin({ doc, board }: Pick<Sheet, 'doc' | 'board'>, ids = notes(board)): void {
  startSheet(doc, {
    details: {
      ...{ id: sheet, template: 'staff-role', lens: 'pillars', title: 'Staff Engineer', team: 'Credit' },
      ...{
        level: 'L6',
        engineer: 'Erin Example',
        reviewers: ['Mona Example'],
        createdAt: '2026-11-01T00:00:00Z',
      },
    },
    engineer: erin,
    place: {
      ...{ frame: itemId(`${board}-frame`), size: { width: 10, height: 10 } },
      anchors: new Map([['title', itemId(`${board}-title`)]]),
    },
  });
  const box = { x: 1, y: 2, width: 3, height: 4 };
  const look = {
    kind: 'sticky',
    colour: 'yellow',
    modifiedBy: 'erin',
    modifiedAt: '2026-11-01T00:00:00Z',
  } as const;
  mirrorItems(
    doc,
    erin,
    ids.map((id) => ({ ...look, id, box, text: text(id) })),
  );
}

/** By root, in this order. */
export const inSheet: Readonly<Record<string, (sheet: Sheet) => void>> = {
  about: (sheet) => begin(sheet),
  details: () => undefined, // with `about`
  anchors: () => undefined,
  items: () => undefined,
  gone: ({ doc, board }) => markGone(doc, [notes(board)[3] as ItemId]),
  tags: ({ doc, draw }) => switchTags(doc, { on: true, by: erin, at: draw.at() }),
  tagIds: ({ doc }) => recordTag(doc, tagId('t1'), 'agreed'),
  brought: ({ doc, board, draw }) => {
    const there = new Y.Doc();
    fillDesk({ doc: there, owner: pia, board, draw });
    const words = allBesideOnDesk(there, shownSheet()).filter(({ root }) => root !== 'signOffs');
    const ids = new Map(notes(board).map((id) => [id, id]));
    bringAlong(doc, {
      ...{ desks: [readDesk(there, pia)], besides: new Map([[pia, words]]), ids, here: [], by: mona },
      ...{ at: draw.at(), board: 'an earlier board' },
    });
  },
  unwanted: ({ doc, draw }) => dropBrought(doc, userId('wants nothing'), draw.at()),
  rounds: ({ doc, draw }) => {
    listRound(doc, { hash: hash('a'), by: mona, at: draw.at(), number: 1, previous: null });
    listRound(doc, { hash: hash('b'), by: erin, at: draw.at(), number: 2, previous: hash('a') });
  },
  broughtRounds: ({ doc, draw }) =>
    bringRounds(doc, {
      rounds: [{ hash: hash('c'), number: 1, previous: null, by: [pia], at: draw.at(), text: null }],
      ...{ here: new Set(), board: 'an earlier board', by: mona, at: draw.at() },
    }),
  plans: ({ doc, draw }) =>
    planNext(doc, { start: '2026-12-04T09:30:00.000Z', minutes: 45, by: mona, at: draw.at() }),
  blind: ({ doc, draw }) => {
    switchBlind(doc, { on: true, step: 'shown step', by: erin, at: draw.at() });
    showStep(doc, 'shown step');
    switchBlind(doc, { on: true, step: 'step of now', by: erin, at: draw.at() });
  },
  writing: ({ doc, draw }) => {
    switchWriting(doc, { on: true, step: 'notes/shown', by: erin, at: draw.at() });
    showNotes(doc, 'notes/shown');
    switchWriting(doc, { on: true, step: 'notes of now', by: erin, at: draw.at() });
  },
  placing: ({ doc, board, draw }) => {
    const keys = [noteKey({ user: erin, id: draw.id() }), noteKey({ user: mona, id: draw.id() })] as const;
    const [first] = notes(board);
    recordPlaced(doc, [
      { note: keys[0], run: 'run', item: first as ItemId, also: false, at: draw.at() },
      { note: keys[1], run: 'run', item: first as ItemId, also: true, at: draw.at() },
    ]);
    chooseForAlike(doc, { notes: keys, keep: { kind: 'apart' }, by: mona, at: draw.at() });
    recordSideTag(doc, tagId('t2'), 'from Erin Example');
    announceRun(doc, { run: 'run', by: mona, beat: 1 });
  },
  ladder: ({ doc, draw }) => {
    replaceLadder(doc, {
      ...{ id: draw.id(), by: erin, at: draw.at() },
      ladder: {
        levels: [{ id: 'l1', path: 'technical', title: draw.words(), scope: draw.words() }],
        ...{ dimensions: [{ id: 'd1', title: draw.words() }], source: null },
        cells: [{ level: 'l1', dimension: 'd1', text: draw.words() }],
      },
    });
    changeLadder(doc, [{ on: { of: 'level', id: 'l1', field: 'title' }, value: draw.words() }]);
  },
  whyNow: ({ doc }) => showAnswers(doc),
  relayout: ({ doc, draw }) =>
    beginRelayout(doc, {
      ...{ id: 'run', by: erin, at: draw.at(), from: 'pillars', to: 'responsibilities' },
      lanes: new Map(),
      plan: { v: 1 },
    }),
  names: ({ doc, draw }) => addNames(doc, ['Kestrel', 'Équipe Crédit'], { by: erin, at: draw.at() }),
  groups: ({ doc, board, draw }) => {
    groupNotes(doc, notes(board).slice(0, 2), 'group');
    nameGroup(doc, 'group', `a ${draw.words()}`, draw.at());
  },
  groupNames: () => undefined, // with `groups`
  walk: ({ doc, board, draw }) => {
    walkTo(doc, notes(board)[0] as ItemId, draw.at());
    parkNote(doc, notes(board)[1] as ItemId, true);
  },
  // Where the writers of some notes are not told, `placing` stays behind: another test.
  authors: () => undefined,
  seeds: ({ doc, board, draw }) =>
    plantSeed(doc, {
      ...{ note: notes(board)[2] as ItemId, example: draw.id(), text: draw.words(), by: mona, at: draw.at() },
    }),
  boardPage: ({ doc, board }) =>
    writeBoardPage(doc, { frame: itemId(`${board}-page`), self: [], pieces: new Map() }),
};

export function fillDesk(desk: Desk): void {
  for (const fill of Object.values(onDesk)) fill(desk);
}

function shownSheet(): Y.Doc {
  const doc = new Y.Doc();
  showAnswers(doc);
  switchWriting(doc, { on: true, step: 'notes/shown', by: erin, at: '2026-11-01T00:00:00Z' });
  showNotes(doc, 'notes/shown');
  return doc;
}

/** By document name. */
export type Board = Map<string, Y.Doc>;

export const documentOf = (board: Board, name: string): Y.Doc => {
  const known = board.get(name) ?? new Y.Doc();
  board.set(name, known);
  return known;
};
export const sheetOf = (board: Board): Y.Doc => documentOf(board, sheetName(sheet));
export const deskOn = (board: Board, user: UserId): Y.Doc => documentOf(board, deskName(sheet, user));

/** Erin, Mona and Max have said everything. */
export function fullBoard(name: string, draw: Draw): Board {
  const board: Board = new Map();
  for (const fill of Object.values(inSheet)) fill({ doc: sheetOf(board), board: name, draw });
  for (const owner of [erin, mona, max]) fillDesk({ doc: deskOn(board, owner), owner, board: name, draw });
  keepRound(documentOf(board, roundName(sheet, hash('a'))), { json: `{"round":"${draw.id()}"}` });
  keepRound(documentOf(board, roundName(sheet, hash('c'))), { json: `{"round":"${draw.id()}"}` });
  return board;
}

/** The same notes under other ids, and nobody has said anything. */
export function freshBoard(name: string): Board {
  const board: Board = new Map();
  // One of them had left the first board.
  begin({ doc: sheetOf(board), board: name }, notes(name).slice(0, 3));
  return board;
}

/** As somebody saves it who is not among its people, so that nothing is in it for their eyes only. */
export function fileOf(board: Board, name: string): string {
  const archive = archiveOfDocuments(board, {
    ...{ board: name, at: '2026-12-01T00:00:00.000Z', by: { user: userId('saver'), name: 'Saver Example' } },
    ...{ sheet, lanesOf: ({ items }) => new Map([...items.keys()].map((id) => [id, [lane]])) },
  });
  if (!archive) throw new Error('No archive was made');
  return archiveJson(archive);
}

export function read(file: string): SheetArchive {
  const archive = parseArchive(file);
  if (!archive.ok) throw new Error(JSON.stringify(archive.error));
  return archive.value;
}

/** One person brings all of it to this board, others' words as well. */
export function bring(board: Board, file: string, me: UserId): void {
  const archive = read(file);
  const doc = sheetOf(board);
  const here = [...readSheet(doc).items.values()]
    .filter(({ gone }) => !gone)
    .map((note) => ({ ...note, lanes: [lane] }));
  const ids = idsOf(rematch(archive.notes, here).pairs);
  const desks = desksIn(archive);
  const besides = besidesIn(archive);
  const mine = desks.find(({ owner }) => owner === me);
  const others = desks.filter(({ owner }) => owner !== me);
  const peopleHere = [...board].flatMap(([name, desk]) => {
    const user = parseDeskName(name)?.user;
    return user ? [{ user, desk }] : [];
  });
  if (mine) takeOver(deskOn(board, me), { archived: mine, ids, engineer: readSheet(doc).engineer });
  takeToDesk(deskOn(board, me), { words: besides.get(me) ?? [], ids, owner: me });
  takeToSheet(doc, { words: sharedIn(archive), ids, owner: me });
  const [at, from] = ['2026-12-02T00:00:00.000Z', archive.board];
  bringAlong(doc, {
    ...{ desks: others, besides, ids, by: me, at, board: from },
    here: peopleHere.map(({ user, desk }) => readDesk(desk, user)),
    besidesHere: new Map(peopleHere.map(({ user, desk }) => [user, allBesideOnDesk(desk, doc)])),
  });
  const closedHere = new Set(readSheet(doc).closings.map((one) => one.hash));
  const rounds = archive.rounds ?? [];
  for (const one of bringRounds(doc, { rounds, here: closedHere, board: from, by: me, at }) ?? []) {
    const said = rounds.find(({ hash: own }) => own === one)?.text;
    if (said != null) keepRound(documentOf(board, roundName(sheet, one)), { json: said });
  }
  const about = notesIn(desks.flatMap(({ owner }) => besides.get(owner) ?? []));
  rememberNotes(doc, { by: me, notes: archive.notes, ids, desks, about });
}
