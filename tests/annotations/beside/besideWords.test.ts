import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readAltitude } from '../../../src/annotations/altitude/altitudeDesk.ts';
import {
  besideInSheet,
  besideOnDesk,
  previewTaking,
  takeToDesk,
  takeToSheet,
} from '../../../src/annotations/beside/besideWords.ts';
import type { BesideWord } from '../../../src/annotations/beside/word.ts';
import { readClarity } from '../../../src/annotations/clarity/clarityDesk.ts';
import { dismiss, readDismissals } from '../../../src/annotations/ours/dismissals.ts';
import { addNames, readNames } from '../../../src/annotations/ours/teamNames.ts';
import { changeLadder, readLadder, replaceLadder } from '../../../src/annotations/place/ladderDocument.ts';
import { markLevel, readPlaceDesk } from '../../../src/annotations/place/placeDesk.ts';
import { plantSeed, readSeeds } from '../../../src/annotations/shelf/seeds.ts';
import { leaveOut, markNote, readThemeMarks } from '../../../src/annotations/themes/themeMarks.ts';
import { readAnswered, showAnswers } from '../../../src/annotations/whyNow/answer.ts';
import { type ItemId, itemId } from '../../../src/workshop/ids.ts';
import { themeIds } from '../../../src/workshop/themes/themes.ts';
import { copyOf, erin, noon, one, text, two } from '../builders.ts';
import { n1, say } from '../ground/grounds.ts';

const [theme] = themeIds;
const here = itemId('here');
const known = new Map([[n1, here]]);

/** A desk on which everything was said that comes along this way. */
function deskThere(): Y.Doc {
  const doc = new Y.Doc();
  say(doc, {
    ...{ now: 'senior', role: 'staff', answer: {}, problem: 'Releases slip', today: 'lead' },
    ...{ why: 'Four teams wait', cites: 'Brings clarity' },
  });
  dismiss(doc, n1, { text, at: noon });
  markNote(doc, { theme, note: n1, touches: true, at: noon });
  leaveOut(doc, { theme, reason: 'not ours', at: noon });
  return doc;
}
const shown = (): Y.Doc => {
  const doc = new Y.Doc();
  showAnswers(doc);
  return doc;
};
const takes = (words: readonly BesideWord[], ids: ReadonlyMap<ItemId, ItemId> = known) => ({
  ...{ words, ids, owner: erin },
});
const all = () => besideOnDesk(deskThere(), shown(), erin);

function sheetThere(): Y.Doc {
  const doc = new Y.Doc();
  replaceLadder(doc, {
    id: 'e1',
    ladder: {
      levels: [{ id: 'l1', path: 'technical', title: 'Guide', scope: 'The whole group' }],
      ...{ dimensions: [], cells: [], source: null },
    },
    ...{ by: erin, at: noon },
  });
  changeLadder(doc, [{ on: { of: 'level', id: 'l1', field: 'title' }, value: 'Pathfinder' }]);
  addNames(doc, ['Ledger'], { by: erin, at: noon });
  plantSeed(doc, { note: n1, example: 'x1', text, by: erin, at: noon });
  return doc;
}

describe('what one said around the notes comes along', () => {
  test('as one’s own, with the note it is about', () => {
    const doc = new Y.Doc();
    takeToDesk(doc, takes(all()));
    const place = readPlaceDesk(doc, erin);
    expect([place.marks.now?.level, place.marks.role?.level]).toEqual(['senior', 'staff']);
    expect([...place.citations.keys()]).toEqual([here]);
    expect(readAnswered(doc)).toMatchObject({ done: true, answer: { situation: 'caged' } });
    expect(readAltitude(doc)).toMatchObject({
      texts: { problem: 'Releases slip' },
      marks: { today: 'lead' },
    });
    expect(readClarity(doc).answers.map(({ note, text: words }) => [note, words])).toEqual([
      [here, 'Four teams wait'],
    ]);
    expect([...readDismissals(doc).values.keys()]).toEqual([here]);
    expect(readThemeMarks(doc)).toMatchObject({ notes: [{ note: here }], role: [{ reason: 'not ours' }] });
  });

  test('about the old note where it is not here, and without answers that are not shown', () => {
    const doc = new Y.Doc();
    takeToDesk(doc, takes(besideOnDesk(deskThere(), new Y.Doc(), erin), new Map()));
    expect(readAnswered(doc).answer).toBeNull();
    expect([...readPlaceDesk(doc, erin).citations.keys()]).toEqual([n1]);
    expect(readClarity(doc).answers.map(({ note }) => note)).toEqual([n1]);
    expect(readThemeMarks(doc).notes.map(({ note }) => note)).toEqual([n1]);
    expect(readPlaceDesk(doc, erin).marks.role?.level).toBe('staff');
  });

  test('once, however often it is taken', () => {
    const doc = new Y.Doc();
    expect(previewTaking(doc, takeToDesk, takes(all()))).toBeGreaterThan(8);
    takeToDesk(doc, takes(all()));
    const before = Y.encodeStateVector(doc);
    expect(previewTaking(doc, takeToDesk, takes(all()))).toBe(0);
    takeToDesk(doc, takes(all()));
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });

  test('never in the place of something newer, of another age that nobody knows, or that was taken back', () => {
    const doc = new Y.Doc();
    markLevel(doc, 'role', { level: 'principal', title: 'Principal', at: one });
    markLevel(doc, 'now', { level: 'mid', title: 'Mid', at: one });
    markLevel(doc, 'now', null);
    say(doc, { problem: 'Nobody owns search' });
    takeToDesk(doc, takes(all()));
    expect(readPlaceDesk(doc, erin).marks).toMatchObject({ role: { level: 'principal' } });
    expect(readPlaceDesk(doc, erin).marks.now).toBeUndefined();
    expect(readAltitude(doc).texts.problem).toBe('Nobody owns search');
  });

  test('in the place of something older, which comes back when it is undone', () => {
    const there = new Y.Doc();
    markLevel(there, 'role', { level: 'staff', title: 'Staff', at: two });
    const doc = new Y.Doc();
    markLevel(doc, 'role', { level: 'senior', title: 'Senior', at: one });
    const done = takeToDesk(doc, takes(besideOnDesk(there, shown(), erin)));
    expect(readPlaceDesk(doc, erin).marks.role?.level).toBe('staff');
    done?.undo();
    expect(readPlaceDesk(doc, erin).marks.role?.level).toBe('senior');
  });

  test('alike on two devices that take it at once', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all()], { minLength: 1 }), (some) => {
        const [first, second] = [new Y.Doc(), new Y.Doc()];
        takeToDesk(first, takes(all()));
        takeToDesk(second, takes(some));
        const merged = copyOf(first);
        Y.applyUpdate(merged, Y.encodeStateAsUpdate(second));
        expect(besideOnDesk(merged, shown(), erin)).toEqual(besideOnDesk(first, shown(), erin));
      }),
      { seed: 20261130, numRuns: 40 },
    );
  });

  test('but nothing that can’t be read, and nothing of a root that is none of these', () => {
    const doc = new Y.Doc();
    const taken = takeToDesk(
      doc,
      takes([
        { root: 'marks', key: 'role', value: '{"level":5}' },
        { root: 'marks', key: '__proto__', value: '{"level":"a","title":"b","at":"c"}' },
        { root: 'citations', key: 'n1', value: 'not json' },
        { root: 'stances', key: 'n1', value: '{"value":"agree"}' },
        { root: 'about', key: 'schema', value: '9' },
      ]),
    );
    expect(taken?.unreadable).toBe(3);
    const written = [...doc.share].filter(([name, root]) => name !== 'about' && root._map.size > 0);
    expect([written, doc.getMap('about').get('schema')]).toEqual([[], 1]);
  });
});

describe('what all edit together comes along', () => {
  test('where the sheet has none of it', () => {
    const doc = new Y.Doc();
    takeToSheet(doc, takes(besideInSheet(sheetThere())));
    expect(readLadder(doc).ladder.levels.map(({ title }) => title)).toEqual(['Pathfinder']);
    expect(readNames(doc).values.map(({ name }) => name)).toEqual(['Ledger']);
    expect([...readSeeds(doc).values.keys()]).toEqual([here]);
  });

  test('and never over a ladder or names that are there', () => {
    const doc = new Y.Doc();
    changeLadder(doc, [{ on: { of: 'level', id: 'staff', field: 'title' }, value: 'Staff here' }]);
    addNames(doc, ['LEDGER'], { by: erin, at: one });
    const taken = takeToSheet(doc, takes(besideInSheet(sheetThere())));
    expect([...(taken?.taken.keys() ?? [])]).toEqual(['seeds']);
    expect(readLadder(doc).base).toBe('built-in');
    expect(readNames(doc).values.map(({ name }) => name)).toEqual(['LEDGER']);
  });

  test('and not into a document of a newer version', () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('schema', 99);
    expect(takeToSheet(doc, takes(besideInSheet(sheetThere())))).toBeNull();
    expect(doc.getMap('names').size).toBe(0);
  });
});
