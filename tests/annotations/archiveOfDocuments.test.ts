/** An archive of documents from elsewhere, and the whole way: read from one board, taken over and brought to another. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { archiveOfDocuments, sheetsIn } from '../../src/annotations/archiveOfDocuments.ts';
import { bringAlong, desksIn } from '../../src/annotations/bringAlong.ts';
import { addRemark, introduce, takeStance } from '../../src/annotations/deskDocument.ts';
import { entriesIn, sayDone } from '../../src/annotations/heldWords.ts';
import { archiveJson } from '../../src/annotations/makeArchive.ts';
import { deskName, sheetName } from '../../src/annotations/names.ts';
import { parseArchive } from '../../src/annotations/parseArchive.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { idsOf, rematch } from '../../src/annotations/rematch.ts';
import { mirrorItems, readSheet } from '../../src/annotations/sheetDocument.ts';
import { startSheet } from '../../src/annotations/sheetOperations.ts';
import { showStep, switchBlind } from '../../src/annotations/switchBlind.ts';
import { takeOver } from '../../src/annotations/takeOver.ts';
import { itemId, laneId, sheetId, userId } from '../../src/workshop/ids.ts';
import { desk, erin, mona, noon, note, one, remark, stance, text, two } from './builders.ts';

const sheet = sheetId('s1');
const lane = laneId('execution', 'exploration');
const left = {
  box: { x: 1, y: 2, width: 3, height: 4 },
  colour: 'yellow',
  modifiedAt: noon,
  modifiedBy: 'erin',
};

function sheetDocument(): Y.Doc {
  const doc = new Y.Doc();
  startSheet(doc, {
    details: {
      id: sheet,
      template: 'staff-role',
      lens: 'pillars',
      title: 'Staff Engineer',
      team: '',
      level: '',
      engineer: 'Erin Example',
      reviewers: [],
      createdAt: noon,
    },
    engineer: erin,
    place: { frame: itemId('f1'), size: { width: 10, height: 10 }, anchors: new Map() },
  });
  mirrorItems(doc, erin, [{ ...left, id: note.id, kind: 'sticky', text }]);
  return doc;
}

function deskDocument(name: string, reason: string): Y.Doc {
  const doc = new Y.Doc();
  introduce(doc, name);
  takeStance(doc, { note: note.id, value: 'agree', reason, text, at: noon });
  addRemark(doc, { id: `r of ${name}`, note: note.id, text: 'hm', at: one });
  return doc;
}

const documents = new Map([
  [sheetName(sheet), sheetDocument()],
  [deskName(sheet, erin), deskDocument('erin Example', 'mine')],
  [deskName(sheet, mona, 2), deskDocument('mona Example', 'second thoughts')],
  [deskName(sheet, mona), deskDocument('mona Example', 'deleted elsewhere')],
  [deskName(sheetId('s2'), mona), deskDocument('mona Example', 'another sheet')],
  ['session', new Y.Doc()],
]);
const found = {
  sheet,
  board: 'board 1',
  at: two,
  by: { user: erin, name: 'Erin Example' },
  lanesOf: () => new Map([[note.id, [lane]]]),
};
const saying = (owner: string, reason: string, id = note.id) =>
  desk(owner, {
    stances: stance('agree', { note: id, reason }),
    remarks: [remark(`r of ${owner} Example`, { note: id, text: 'hm', at: one })],
  });

test('an archive is made of the sheet and everybody’s newest desk', () => {
  expect(sheetsIn(documents)).toEqual([sheet]);
  const archive = archiveOfDocuments(documents, found);
  expect(archive?.desks).toEqual([saying('erin', 'mine'), saying('mona', 'second thoughts')]);
  expect(archive?.notes.map(({ id, lanes }) => [id, lanes])).toEqual([[note.id, [lane]]]);
});

test('there is none of a sheet that is not there, or whose header is missing', () => {
  expect(archiveOfDocuments(documents, { ...found, sheet: sheetId('s2') })).toBe(null);
  expect(archiveOfDocuments(new Map([[sheetName(sheet), new Y.Doc()]]), found)).toBe(null);
});

test('all the way: from one board’s documents through a file to the desks and records of another', () => {
  const archive = archiveOfDocuments(documents, found);
  const read = archive && parseArchive(archiveJson(archive));
  if (!read?.ok) throw new Error('The file can not be read');
  const here = itemId('copy of n1');
  const { pairs } = rematch(read.value.notes, [{ id: here, text: `${text} `, lanes: [lane], box: left.box }]);
  const ids = idsOf(pairs);
  const own = read.value.desks.find(({ owner }) => owner === erin);
  if (!own) throw new Error('Nothing was said');
  const [myDesk, sheetHere] = [new Y.Doc(), new Y.Doc()];
  takeOver(myDesk, { archived: own, ids, engineer: erin });
  bringAlong(sheetHere, { desks: desksIn(read.value), ids, here: [], by: erin, at: two, board: 'board 1' });
  expect(readDesk(myDesk, userId('erin'))).toEqual(saying('erin', 'mine', here));
  expect(readSheet(sheetHere).brought).toEqual([
    { desk: saying('mona', 'second thoughts', here), by: erin, at: two, board: 'board 1' },
  ]);
});

test('holds no words of others that they have not shown, and one’s own', () => {
  const sheetDoc = sheetDocument();
  switchBlind(sheetDoc, { on: true, step: 'step-1', by: erin, at: noon });
  const held = (name: string, owner: typeof erin): readonly [string, Y.Doc] => {
    const doc = new Y.Doc();
    introduce(doc, name);
    const entries = entriesIn(deskDocument(name, `unseen of ${name}`));
    sayDone(doc, { step: 'step-1', at: one, entries, shown: new Set() });
    return [deskName(sheet, owner), doc];
  };
  const copies = new Map([
    [sheetName(sheet), sheetDoc],
    held('erin Example', erin),
    held('mona Example', mona),
  ]);
  const archived = () => {
    const made = { board: 'b', at: two, by: { user: erin, name: 'erin Example' } };
    const archive = archiveOfDocuments(copies, { ...made, sheet, lanesOf: () => new Map() });
    return archive && archiveJson(archive).match(/unseen of \w+/g);
  };
  expect(archived()).toEqual(['unseen of erin']);
  showStep(sheetDoc, 'step-1');
  expect(archived()?.sort()).toEqual(['unseen of erin', 'unseen of mona']);
});
