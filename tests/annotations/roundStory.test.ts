/** From the first stances to a signed round and a next date, as the panel goes about it: two people, two browsers. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeRound } from '../../src/annotations/closeRound.ts';
import { changesSince, compareRounds } from '../../src/annotations/compareRounds.ts';
import { claimRole, confirmRole, takeStance } from '../../src/annotations/deskDocument.ts';
import {
  addSignOff,
  introduceDevice,
  readDeskRecords,
  sayWhyRetired,
} from '../../src/annotations/deskRecords.ts';
import { readHeld } from '../../src/annotations/heldWords.ts';
import { acceptDevice } from '../../src/annotations/knownDevices.ts';
import { roundName } from '../../src/annotations/names.ts';
import { nextRound, roundsOf } from '../../src/annotations/numberedRounds.ts';
import { participantsOf } from '../../src/annotations/participants.ts';
import { publicState } from '../../src/annotations/publicState.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { keepRound, readRound } from '../../src/annotations/roundDocument.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import { markGone, mirrorItems, readSheet } from '../../src/annotations/sheetDocument.ts';
import { listRound, planNext } from '../../src/annotations/sheetOperations.ts';
import { lastSignedBy, signedRounds } from '../../src/annotations/signOffs.ts';
import { calendarFile } from '../../src/export/calendar.ts';
import { itemId, sheetId, type UserId } from '../../src/workshop/ids.ts';
import { erin, mona, noon, one, text, two } from './builders.ts';
import { check, newDevice } from './devices.ts';
import { exploration, glue, sheetOf, subtle } from './sheets.ts';

const [n1, n2] = [itemId('n1'), itemId('n2')];
const lanes = new Map([
  [n1, [glue]],
  [n2, [exploration]],
]);
const reworded = 'Cut the nightly job to one hour';

/** Everything two browsers hold that have heard all of each other. */
function together() {
  const sheet = sheetOf({ notes: { n1: { text }, n2: { text: 'Own the index' } } });
  const desks = new Map<UserId, Y.Doc>([
    [erin, new Y.Doc()],
    [mona, new Y.Doc()],
  ]);
  const rounds = new Map<string, Y.Doc>();
  const deskOf = (user: UserId): Y.Doc => {
    const doc = desks.get(user);
    if (!doc) throw new Error(`${user} has no desk`);
    return doc;
  };
  const read = () => [...desks].map(([user, doc]) => readDesk(doc, user));
  const records = () => [...desks].map(([user, doc]) => readDeskRecords(doc, user));
  const now = () => {
    const whole = [...desks].map(([user, doc]) => ({ desk: readDesk(doc, user), ...readHeld(doc) }));
    const columns = [{ column: 'execution', lanes: [glue, exploration] }];
    const state = publicState({
      content: readSheet(sheet),
      desks: whole,
      records: records(),
      lanes,
      columns,
    });
    if (!state) throw new Error('The sheet has no header');
    return state;
  };
  return {
    ...{ sheet, deskOf, now, records },
    agree: (user: UserId, note: typeof n1, words: string, at: string) =>
      takeStance(deskOf(user), { note, value: 'agree', reason: '', text: words, at }),
    async close(by: UserId, at: string): Promise<Hash> {
      const next = nextRound(readSheet(sheet).closings);
      const made = await closeRound(subtle, now(), { ...next, note: '' });
      if (!made.ok) throw new Error(made.error.kind);
      const { hash } = made.value;
      const doc = new Y.Doc();
      keepRound(doc, made.value);
      rounds.set(roundName(sheetId('s1'), hash), doc);
      listRound(sheet, { ...next, hash, by, at });
      return hash;
    },
    async round(hash: Hash) {
      const found = await readRound(subtle, rounds.get(roundName(sheetId('s1'), hash)) ?? new Y.Doc(), hash);
      if (!found?.ok) throw new Error(`No round ${hash}`);
      return found.value.content;
    },
    participants: () => participantsOf(read(), erin),
  };
}

test('two people agree, edit, close two rounds, see what changed, sign, and set the next date', async () => {
  const there = together();
  claimRole(there.deskOf(mona), 'manager');
  confirmRole(there.deskOf(erin), mona, 'manager');
  for (const user of [erin, mona]) there.agree(user, n1, text, noon);
  const first = await there.close(erin, noon);

  const sticky = { kind: 'sticky', colour: 'yellow', modifiedBy: 'erin', modifiedAt: one } as const;
  const box = { x: 10, y: 20, width: 200, height: 200 };
  mirrorItems(there.sheet, erin, [{ ...sticky, box, id: n1, text: reworded }]);
  markGone(there.sheet, [n2]);
  sayWhyRetired(there.deskOf(erin), n2, { reason: 'The platform team owns it', at: one });

  const opened = changesSince({ wordOf: mona }, there.now());
  expect(opened.notes.map(({ note, reworded: words }) => [note, words?.after])).toEqual([[n1, reworded]]);
  for (const user of [erin, mona]) there.agree(user, n1, reworded, two);
  const second = await there.close(mona, two);
  expect(roundsOf(readSheet(there.sheet).closings).map(({ number, hash, by }) => [number, hash, by])).toEqual(
    [
      [1, first, [erin]],
      [2, second, [mona]],
    ],
  );

  const changes = compareRounds(await there.round(first), await there.round(second));
  expect(
    changes.notes.map(({ note, presence, because, reworded: words }) => [
      ...[note, presence, because.map(({ reason }) => reason)],
      words?.parts.filter(({ kind }) => kind !== 'same'),
    ]),
  ).toEqual([
    [
      ...[n1, 'kept', []],
      [
        { kind: 'removed', text: 'two hours' },
        { kind: 'added', text: 'one hour' },
      ],
    ],
    [n2, 'retired', ['The platform team owns it'], undefined],
  ]);
  expect(changes.agreed.after).toEqual({
    all: { agreed: 1, total: 1 },
    columns: [{ column: 'execution', agreed: 1, total: 1 }],
  });

  const devices = new Map([
    [erin, await newDevice()],
    [mona, await newDevice()],
  ]);
  for (const { user, role } of there.participants()) {
    const device = devices.get(user);
    if (!device || !role) throw new Error(`${user} can't sign`);
    const said = { sheet: sheetId('s1'), round: second, number: 2, user, role, at: two };
    introduceDevice(there.deskOf(user), { key: device.key, name: 'A browser', at: two });
    addSignOff(there.deskOf(user), await device.signOff(said));
  }
  const own = devices.get(erin)?.key;
  if (!own) throw new Error('Erin has no device');
  const signed = signedRounds({
    sheet: sheetId('s1'),
    rounds: roundsOf(readSheet(there.sheet).closings),
    participants: there.participants(),
    desks: await Promise.all(there.records().map(check)),
    known: acceptDevice(new Map(), erin, own),
  });
  expect(signed.map(({ number, signed: done, onNewDevices }) => [number, done, onNewDevices])).toEqual([
    [1, false, []],
    [2, true, [mona]],
  ]);
  expect(lastSignedBy(mona, signed)?.hash).toBe(second);
  const since = changesSince(await there.round(second), there.now());
  expect([since.notes, since.unchanged]).toEqual([[], [n1]]);

  planNext(there.sheet, { start: '2026-12-04T09:30:00.000Z', minutes: 45, by: mona, at: two });
  const { next, details } = readSheet(there.sheet);
  if (!next || !details) throw new Error('No date is set');
  const file = calendarFile({ ...next, id: details.id, title: details.title, about: '', link: null });
  expect(file).toContain('DTSTART:20261204T093000Z\r\n');
});
