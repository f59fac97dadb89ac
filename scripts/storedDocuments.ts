/**
 * Writes the stored documents of this schema, `tests/fixtures/documents/schema-<n>.json`: a desk and a sheet as their
 * bytes, the same bytes on every machine; and `schema-<n>-<what>.json` for what was added under the same number. Run
 * when one of them ships; a file that is there is never written again, since that is what lies on people's boards. A test compares what this makes with the file: other
 * bytes mean that what we write has changed, and somebody has to decide whether that needs a new number.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { markAltitude, writeAltitude } from '../src/annotations/altitude/altitudeDesk.ts';
import { bringAlong } from '../src/annotations/bringAlong.ts';
import { bringRounds } from '../src/annotations/broughtRounds.ts';
import { answerClarity } from '../src/annotations/clarity/clarityDesk.ts';
import {
  addRemark,
  claimRole,
  clearStance,
  confirmRole,
  decide,
  editRemark,
  introduce,
  takeStance,
  withdrawRole,
} from '../src/annotations/deskDocument.ts';
import { addSignOff, addVouch, introduceDevice, sayWhyRetired } from '../src/annotations/deskRecords.ts';
import { clearInDraft, keepEntries } from '../src/annotations/draftDesk.ts';
import { dropBrought } from '../src/annotations/dropBrought.ts';
import {
  countLooked,
  type Entry,
  entriesIn,
  holdWords,
  release,
  sayDone,
} from '../src/annotations/heldWords.ts';
import { beatRelayout, beginRelayout } from '../src/annotations/layAnew.ts';
import { entriesOfDraft, writeNote } from '../src/annotations/noteDrafts/draftNotes.ts';
import {
  countNotes,
  holdNotes,
  releaseNotes,
  sayNotesDone,
  takeBackNotesDone,
} from '../src/annotations/noteDrafts/heldNotes.ts';
import {
  announceRun,
  chooseForAlike,
  noteKey,
  recordPlaced,
  recordSideTag,
} from '../src/annotations/noteDrafts/placements.ts';
import { showNotes, switchWriting } from '../src/annotations/noteDrafts/switchWriting.ts';
import { askAgain, dismiss } from '../src/annotations/ours/dismissals.ts';
import { addNames } from '../src/annotations/ours/teamNames.ts';
import { changeLadder, replaceLadder } from '../src/annotations/place/ladderDocument.ts';
import { citeLine, dropCitation, markLevel } from '../src/annotations/place/placeDesk.ts';
import { schema } from '../src/annotations/schema.ts';
import { sayDoneWith, stageKey } from '../src/annotations/session/badgeDocument.ts';
import {
  claimSeat,
  offerSeat,
  say,
  writePeople,
  writeSession,
} from '../src/annotations/session/sessionDocument.ts';
import type { Hash } from '../src/annotations/sha256.ts';
import { markGone, mirrorItems } from '../src/annotations/sheetDocument.ts';
import {
  listRound,
  planNext,
  recordTag,
  startSheet,
  switchTags,
} from '../src/annotations/sheetOperations.ts';
import { plantSeed } from '../src/annotations/shelf/seeds.ts';
import { type DeviceKey, signOffText, vouchText } from '../src/annotations/statements.ts';
import { showStep, switchBlind } from '../src/annotations/switchBlind.ts';
import { takeOver } from '../src/annotations/takeOver.ts';
import { leaveOut, markNote, takeIn, unmarkNote } from '../src/annotations/themes/themeMarks.ts';
import { giveAnswer, showAnswers } from '../src/annotations/whyNow/answer.ts';
import { itemId, laneId, sheetId, tagId, userId } from '../src/workshop/ids.ts';
import type { Agenda } from '../src/workshop/session/agenda.ts';

const [noon, one, two] = ['12', '13', '14'].map((hour) => `2026-11-20T${hour}:00:00.000Z`) as [
  string,
  string,
  string,
];
const [n1, n2] = [itemId('n1'), itemId('n2')];
const [erin, mona, max] = [userId('erin'), userId('mona'), userId('max')];
const text = 'Cut the nightly job to two hours';

/** Any numbers do, as long as they stay. */
function document(client: number, write: (doc: Y.Doc) => void): string {
  const doc = new Y.Doc();
  doc.clientID = client;
  write(doc);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

function desk(doc: Y.Doc): void {
  introduce(doc, 'Erin Example');
  claimRole(doc, 'engineer');
  confirmRole(doc, mona, 'manager');
  confirmRole(doc, max, 'peer');
  withdrawRole(doc, max);
  takeStance(doc, { note: n1, value: 'agree-if', reason: 'with the platform team', text, at: noon });
  takeStance(doc, { note: n2, value: 'agree', reason: '', text: 'gone since', at: noon });
  clearStance(doc, n2, one);
  addRemark(doc, { id: 'r1', note: n1, text: 'For whom?', answers: null, at: noon });
  editRemark(doc, { id: 'r1', text: 'For whom first? 🙂', at: one });
  addRemark(doc, {
    id: 'r2',
    note: n1,
    text: 'Rather so',
    answers: 'r1',
    wording: { proposed: 'Cut it to one hour', original: text },
    at: one,
  });
  decide(doc, { remark: 'r2', value: 'applied', before: text, after: null, at: two });
}

function sheet(doc: Y.Doc): void {
  startSheet(doc, {
    details: {
      id: sheetId('s1'),
      template: 'staff-role',
      lens: 'pillars',
      title: 'Staff Engineer',
      team: 'Credit',
      level: 'L6',
      engineer: 'Erin Example',
      reviewers: ['Mona Example'],
      createdAt: noon,
    },
    engineer: erin,
    place: {
      frame: itemId('f1'),
      size: { width: 4000, height: 2400 },
      anchors: new Map([['title', itemId('t1')]]),
    },
  });
  const box = { x: 10, y: 20, width: 200, height: 200 };
  const sticky = { kind: 'sticky', box, colour: 'yellow', modifiedBy: 'erin' } as const;
  mirrorItems(doc, erin, [
    { ...sticky, id: n1, text: 'Cut the nightly job', modifiedAt: noon },
    { ...sticky, id: n2, text: 'gone since', modifiedAt: noon },
  ]);
  mirrorItems(doc, mona, [{ ...sticky, id: n1, text, modifiedAt: one }]);
  markGone(doc, [n2]);
  switchTags(doc, { on: true, by: erin, at: one });
  recordTag(doc, tagId('g1'), 'JD: agreed');
}

const json = (documents: {
  readonly desk: string;
  readonly sheet: string;
  readonly draft?: string;
}): string => `${JSON.stringify(documents, null, 2)}\n`;

const storedDocuments = (): string =>
  json({ desk: document(1_435_922_144, desk), sheet: document(3_428_781_537, sheet) });

const elsewhere = (owner: typeof erin) => ({
  owner,
  name: 'Mona Example',
  claim: 'manager' as const,
  confirmed: new Map([[max, 'peer' as const]]),
  stances: new Map([
    [n1, { note: n1, value: 'disagree' as const, reason: 'too soon', text, at: noon }],
    [n2, { note: n2, value: 'agree' as const, reason: '', text: 'gone since', at: noon }],
  ]),
  remarks: [
    { id: 'r3', note: n1, text: 'For whom? 🙂', answers: null, wording: null, at: noon, editedAt: one },
    {
      id: 'r4',
      note: n2,
      text: '',
      answers: 'r3',
      wording: { proposed: 'Cut it to one hour', original: text },
      at: one,
      editedAt: null,
    },
  ],
  verdicts: [{ remark: 'r2', value: 'resolved' as const, before: null, at: two }],
  unknown: 0,
  newer: false,
});

/** Erin took her words over from another board; Mona's were brought along; Max wants none here. */
const alongDocuments = (): string =>
  json({
    desk: document(2_071_345_518, (doc) => {
      takeOver(doc, { archived: elsewhere(erin), ids: new Map([[n1, itemId('n9')]]), engineer: mona });
    }),
    sheet: document(1_190_046_873, (doc) => {
      dropBrought(doc, max, noon);
      bringAlong(doc, {
        desks: [elsewhere(mona)],
        ids: new Map([[n1, itemId('n9')]]),
        here: [],
        by: erin,
        at: two,
        board: 'b1',
      });
    }),
  });

const direction = laneId('big-picture', 'technical-direction');

/** Notes written unseen: one step was shown, one is left over; two of them on the board, one in the other's words. */
const notesDocuments = (): string => {
  const write = (doc: Y.Doc): void => {
    writeNote(doc, { id: 'd1', lane: direction, text, at: noon });
    writeNote(doc, { id: 'd2', lane: direction, text: 'Know what each model costs', at: noon });
  };
  const draft = new Y.Doc();
  write(draft);
  const keys = [noteKey({ user: erin, id: 'd1' }), noteKey({ user: mona, id: 'd9' })] as const;
  return json({
    desk: document(1_702_445_813, (doc) => {
      countNotes(doc, 'step-1', 1);
      const step = { at: one, shown: new Set<string>() };
      sayNotesDone(doc, { ...step, step: 'step-1', entries: entriesOfDraft(draft) });
      holdNotes(doc, 'open', entriesOfDraft(draft).slice(0, 1));
      releaseNotes(doc, ['step-1']);
      sayNotesDone(doc, { ...step, step: 'step-2', entries: [] });
      takeBackNotesDone(doc, ['step-2']);
      countNotes(doc, 'step-2', 3);
    }),
    draft: document(1_204_551_976, write),
    sheet: document(2_918_330_467, (doc) => {
      switchWriting(doc, { on: true, step: 'step-1', by: erin, at: noon });
      showNotes(doc, 'step-1');
      switchWriting(doc, { on: true, step: 'step-2', by: erin, at: one });
      recordPlaced(doc, [
        { note: keys[0], run: 'r1', item: n1, also: false, at: one },
        { note: keys[1], run: 'r1', item: n1, also: true, at: one },
        { note: keys[0], run: 'r2', item: null, also: false, at: two },
      ]);
      chooseForAlike(doc, { notes: keys, keep: { kind: 'one', note: keys[0] }, by: mona, at: one });
      recordSideTag(doc, tagId('g2'), 'from Erin Example');
      announceRun(doc, { run: 'r2', by: mona, beat: 4 });
    }),
  });
};

/** A remark that names people, and a suggestion declined with a reason. */
const threadsDocuments = (): string =>
  json({
    desk: document(1_811_407_263, (doc) => {
      const named = [{ user: mona, name: 'Mona Example' }];
      addRemark(doc, { id: 'r1', note: n1, text: '@Mona Example, for whom?', mentions: named, at: noon });
      addRemark(doc, { id: 'r2', note: n1, text: 'Nobody named', mentions: named, at: noon });
      editRemark(doc, { id: 'r2', text: 'Nobody is named', mentions: [], at: one });
      decide(doc, { remark: 's1', value: 'declined', reason: 'Not this year', after: null, at: one });
      decide(doc, { remark: 's2', value: 'declined', reason: 'Taken back', after: null, at: one });
      decide(doc, { remark: 's2', value: 'reopened', after: null, at: two });
    }),
    sheet: document(1, () => undefined),
  });

const [hash, twin] = ['5e'.repeat(32) as Hash, 'a1'.repeat(32) as Hash];
const laptop = `B${'k'.repeat(86)}` as DeviceKey;
const phone = `B${'p'.repeat(86)}` as DeviceKey;

/** Any letters do for a signature: whether one fits is no matter of how it lies there. */
const signed = <S>(says: S, text: (says: S) => string) => ({
  statement: text(says),
  says,
  signature: 'c2ln',
});

/** Reasons, devices and signatures; two who closed a round unaware of each other, the next round, and the next date. */
const roundsDocuments = (): string =>
  json({
    desk: document(1_337_905_411, (doc) => {
      sayWhyRetired(doc, n1, { reason: 'The platform team does it', at: noon });
      sayWhyRetired(doc, n2, { reason: 'Too soon', at: noon });
      sayWhyRetired(doc, n2, null);
      introduceDevice(doc, { key: laptop, name: 'Firefox on Linux', at: noon });
      const round = { sheet: sheetId('s1'), round: hash, number: 1, user: erin, role: 'engineer' as const };
      addSignOff(doc, signed({ ...round, device: laptop, at: one }, signOffText));
      addVouch(doc, signed({ user: erin, device: phone, by: laptop, at: two }, vouchText));
    }),
    sheet: document(2_550_118_734, (doc) => {
      listRound(doc, { hash, by: erin, at: noon, number: 1, previous: null });
      listRound(doc, { hash: twin, by: mona, at: noon, number: 1, previous: null });
      listRound(doc, { hash: 'b2'.repeat(32) as Hash, by: mona, at: two, number: 2, previous: hash });
      planNext(doc, { start: '2026-12-04T09:30:00.000Z', minutes: 45, by: mona, at: two });
    }),
  });

/** Words that wait: drafted in the browser, held on the desk after *done*, shown; and how far somebody is. */
const unseenDocuments = (): string => {
  const said = (speak: (doc: Y.Doc) => void): readonly Entry[] => {
    const doc = new Y.Doc();
    speak(doc);
    return entriesIn(doc);
  };
  const words = said((doc) => {
    takeStance(doc, { note: n1, value: 'agree-if', reason: 'with the platform team', text, at: noon });
    addRemark(doc, { id: 'r1', note: n1, text: 'For whom? 🙂', answers: null, at: noon });
    editRemark(doc, { id: 'r1', text: 'For whom first?', at: one });
    decide(doc, { remark: 's1', value: 'declined', reason: 'Not this year', after: null, at: one });
    clearInDraft(doc, { note: n2, at: one, known: true });
  });
  const none = new Set<string>();
  return json({
    desk: document(1_664_207_318, (doc) => {
      sayDone(doc, { step: 'first', at: noon, entries: words.slice(0, 1), shown: none });
      sayDone(doc, { step: 'second/half', at: one, entries: words, shown: new Set(['first']) });
      holdWords(doc, 'second/half', [
        ...said((later) => void takeStance(later, { note: n2, value: 'agree', reason: '', text, at: two })),
      ]);
      release(doc, ['third']);
      countLooked(doc, 'fourth', 2);
    }),
    sheet: document(2_907_441_105, (doc) => {
      switchBlind(doc, { on: true, step: 'first', by: erin, at: noon });
      showStep(doc, 'first');
      switchBlind(doc, { on: true, step: 'second/half', by: erin, at: one });
    }),
    draft: document(3_215_660_947, (doc) => {
      takeStance(doc, { note: n1, value: 'disagree', reason: 'too soon', text, at: one });
      addRemark(doc, { id: 'r2', note: n1, text: 'Since when?', answers: 'r1', at: one });
      clearInDraft(doc, { note: n2, at: two, known: true });
      keepEntries(doc, words);
    }),
  });
};
/** Questions set aside and asked again; the team's names; a note that began as an example. */
const oursDocuments = (): string =>
  json({
    desk: document(1_702_664_019, (doc) => {
      dismiss(doc, n1, { text, at: noon });
      dismiss(doc, n2, { text: 'gone since', at: noon });
      askAgain(doc, n2);
    }),
    sheet: document(2_961_350_447, (doc) => {
      addNames(doc, ['Kestrel', 'Core  Platform'], { by: erin, at: noon });
      addNames(doc, ['kestrel', 'Équipe Crédit'], { by: mona, at: one });
      plantSeed(doc, { note: n1, example: 'direction-bets', text, by: mona, at: two });
    }),
  });

/** A team's own ladder, changed by hand after it was pasted; marks, and notes that cite a line of it. */
const placeDocuments = (): string => {
  const levels = [
    { id: 'senior', path: 'common', title: 'Senior', scope: 'Owns a problem' },
    { id: 'staff', path: 'technical', title: 'Staff', scope: '' },
  ] as const;
  const cell = { level: 'staff', dimension: 'influence', text: 'The whole group' };
  return json({
    desk: document(1_702_335_871, (doc) => {
      markLevel(doc, 'now', { level: 'senior', title: 'Senior', at: noon });
      markLevel(doc, 'role', { level: 'staff', title: 'Staff', at: noon });
      markLevel(doc, 'role', null);
      const line = { level: 'staff', dimension: 'influence' };
      const words = { level: 'Staff', dimension: 'Influence', text: 'The whole group' };
      citeLine(doc, { note: n1, line, words, at: one });
      citeLine(doc, { note: n2, line: { ...line, dimension: null }, words, at: one });
      dropCitation(doc, n2);
    }),
    sheet: document(2_990_410_663, (doc) => {
      changeLadder(doc, [{ on: { of: 'level', id: 'intern', field: 'removed' }, value: true }]);
      replaceLadder(doc, {
        ...{ id: 'edition-1', by: erin, at: noon },
        ladder: {
          ...{ levels, cells: [cell], source: null },
          dimensions: [{ id: 'influence', title: 'Influence' }],
        },
      });
      changeLadder(doc, [
        { on: { of: 'level', id: 'staff', field: 'scope' }, value: 'Clears up what is tangled' },
        { on: { of: 'level', id: 'l/1', field: 'title' }, value: 'Manager' },
        { on: { of: 'level', id: 'l/1', field: 'path' }, value: 'management' },
        { on: { of: 'level', id: 'l/1', field: 'order' }, value: 0.5 },
        { on: { of: 'cell', level: 'senior', dimension: 'influence' }, value: 'The team' },
      ]);
    }),
  });
};
/** Erin has answered why the role is needed now, and changed it once all was shown. */
const whyNowDocuments = (): string =>
  json({
    desk: document(1_702_518_846, (doc) => {
      const sign = 'One model leaves its own loop';
      const said = { situation: 'caged', words: '', horizon: 'years', horizonWords: '', sign } as const;
      giveAnswer(doc, { ...said, at: noon, wasShown: false });
      const words = { situation: 'other', words: 'Two teams become one' } as const;
      giveAnswer(doc, { ...said, ...words, at: one, wasShown: true });
    }),
    sheet: document(3_020_664_197, (doc) => void showAnswers(doc)),
  });

/** Which notes touch which theme and which don't, and what is no part of the role. */
const themesDocuments = (): string =>
  json({
    desk: document(1_588_310_226, (doc) => {
      markNote(doc, { theme: 'coaching', note: n1, touches: true, at: noon });
      markNote(doc, { theme: 'delivery', note: n1, touches: false, at: noon });
      markNote(doc, { theme: 'delivery', note: n2, touches: true, at: noon });
      unmarkNote(doc, 'delivery', n2);
      leaveOut(doc, { theme: 'strategy', reason: 'The lead does it', at: one });
      leaveOut(doc, { theme: 'impact', reason: '', at: one });
      takeIn(doc, 'impact');
    }),
    sheet: document(1, () => undefined),
  });

/** A session that is going on, whose seat changed hands and is offered to somebody; and what somebody says in it. */
const sessionDocuments = (): string =>
  `${JSON.stringify(
    {
      session: document(3_002_771_946, (doc) => {
        const stage = {
          do: 'Write.',
          place: 'write',
          writing: 'open',
          authors: 'named',
          skipped: false,
        } as const;
        const agenda: Agenda = [
          { ...stage, id: 'open', title: 'Open', minutes: 5, say: 'Hello.', step: 'place', tool: null },
          {
            ...{ ...stage, id: 'write', title: 'Write', minutes: 18, say: '', step: null, tool: null },
            ...{ writing: 'private', authors: 'role', skipped: true },
          },
          {
            ...stage,
            id: 'dots',
            title: 'Dots',
            minutes: 6,
            say: '',
            step: null,
            tool: 'dots',
            place: 'compare',
          },
        ];
        const started = Date.parse(noon);
        claimSeat(doc, { user: erin, name: 'Erin Example', at: noon });
        writePeople(doc, erin, [
          { id: 'p1', name: 'Erin Example', user: erin, role: 'engineer', sheet: sheetId('s1'), reviews: [] },
          { id: 'p2', name: 'Mona Example', user: null, role: 'manager', sheet: null, reviews: ['p1'] },
        ]);
        say(doc, erin, 'kept', { by: 'a later version' });
        claimSeat(doc, { user: mona, name: 'Mona Example', at: one });
        writeSession(doc, mona, {
          ...{ id: 'session-1', format: 'cohort', template: 'staff-role', agenda },
          ...{ phase: 'going', stage: 'dots', since: started, clock: 'laptop', spent: { open: 301_000 } },
        });
        offerSeat(doc, mona, max);
      }),
      badge: document(1_640_992_377, (doc) => {
        const said = { name: 'Erin Example', at: one };
        sayDoneWith(doc, { ...said, stage: stageKey('session-1', 'open'), done: true });
        sayDoneWith(doc, { ...said, stage: stageKey('session-1', 'dots'), done: true });
        sayDoneWith(doc, { ...said, stage: stageKey('session-1', 'dots'), done: false, at: two });
      }),
    },
    null,
    2,
  )}\n`;
/** One problem from three altitudes, marks on it, and notes' whys. */
const altitudeDocuments = (): string =>
  json({
    desk: document(2_211_904_573, (doc) => {
      writeAltitude(doc, 'problem', 'Releases slip');
      writeAltitude(doc, 'staff', 'Why does one service decide?');
      markAltitude(doc, 'today', { level: 'lead', at: noon });
      markAltitude(doc, 'expected', { level: 'staff', at: noon });
      markAltitude(doc, 'expected', null);
      answerClarity(doc, { note: n1, question: 'importance', text: 'It blocks every launch', at: noon });
      answerClarity(doc, { note: n2, question: 'depth', text: 'A week', at: noon });
      answerClarity(doc, { note: n2, question: 'depth', text: '', at: one });
    }),
    sheet: document(1, () => undefined),
  });

/** A sheet that is being laid out by the other lens. */
const relayoutDocuments = (): string =>
  json({
    desk: document(1, () => undefined),
    sheet: document(1_902_655_377, (doc) => {
      sheet(doc);
      beginRelayout(doc, {
        ...{ id: 'run', by: erin, at: two, from: 'pillars', to: 'responsibilities' },
        lanes: new Map([
          [n1, [laneId('execution', 'being-glue')]],
          [n2, []],
        ]),
        plan: { v: 1, frame: [4000, 2400, 5000, 2400], moves: [], make: [], drop: [], loose: [] },
      });
      beatRelayout(doc, 'run', 3);
    }),
  });

/** What Mona said around the notes on another board, and rounds that were closed there. */
const elsewhereDocuments = (): string =>
  json({
    desk: document(1, () => undefined),
    sheet: document(1_955_203_618, (doc) => {
      const word = (root: string, key: string, value: unknown) => ({
        root,
        key,
        value: JSON.stringify(value),
      });
      bringAlong(doc, {
        desks: [elsewhere(mona)],
        besides: new Map([
          [
            mona,
            [
              word('clarity', `${n1}:importance`, { text: 'Four teams wait for it', at: noon }),
              word('marks', 'role', { level: 'staff', title: 'Staff', at: noon }),
              word('of a later version', 'x', { shade: 'blue' }),
            ],
          ],
        ]),
        ...{ ids: new Map([[n1, itemId('n9')]]), here: [], by: erin, at: two, board: 'b1' },
      });
      bringRounds(doc, {
        rounds: [{ hash, number: 1, previous: null, by: [mona], at: noon, text: null }],
        ...{ here: new Set(), board: 'b1', by: erin, at: two },
      });
    }),
  });

/** What is stored under the number of our schema, by the end of the file's name. */
export const stored: Readonly<Record<string, () => string>> = {
  '': storedDocuments,
  '-along': alongDocuments,
  '-notes': notesDocuments,
  '-threads': threadsDocuments,
  '-rounds': roundsDocuments,
  '-unseen': unseenDocuments,
  '-relayout': relayoutDocuments,
  '-place': placeDocuments,
  '-ours': oursDocuments,
  '-why-now': whyNowDocuments,
  '-themes': themesDocuments,
  '-session': sessionDocuments,
  '-altitude': altitudeDocuments,
  '-elsewhere': elsewhereDocuments,
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [what, make] of Object.entries(stored)) {
    const file = new URL(`../tests/fixtures/documents/schema-${schema}${what}.json`, import.meta.url);
    if (existsSync(file)) console.error(`${file.pathname} is there already and is never made again.`);
    else writeFileSync(file, make());
  }
}
