/** JSON → another board with other people → JSON: nothing is lost, nothing doubled, nothing shown that was not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SheetArchive } from '../../../src/annotations/archive.ts';
import { deskRoots, sheetRoots, staying } from '../../../src/annotations/beside/besideRoots.ts';
import { adopt, besidesIn, desksIn } from '../../../src/annotations/bringAlong.ts';
import { introduce, takeStance } from '../../../src/annotations/deskDocument.ts';
import { plainDesk } from '../../../src/annotations/plainDesk.ts';
import { deskRootNames } from '../../../src/annotations/readDesk.ts';
import { sayAuthors } from '../../../src/annotations/session/authors.ts';
import { sheetRootNames } from '../../../src/annotations/sheetDocument.ts';
import type { UserId } from '../../../src/workshop/ids.ts';
import { erin, fay, max, mona, pia } from '../builders.ts';
import {
  type Board,
  bring,
  deskOn,
  drawing,
  fileOf,
  freshBoard,
  fullBoard,
  inSheet,
  onDesk,
  read,
  secret,
  sheetOf,
} from './wholeBoard.ts';

const seeds = [1, 7, 20_261_130, 3_141_592, 27_182_818, 42, 99, 123_456, 5, 11, 13, 17];

/** On a board with other people: Fay works there, Max has said something of his own. */
function otherBoard(): Board {
  const board = freshBoard('b2');
  introduce(deskOn(board, fay), 'Fay Example');
  introduce(deskOn(board, max), 'max Example');
  return board;
}

/**
 * All that a file says, whosever desk or record it lies in: ids of notes as on the first board; without where it was
 * made, and what is told of the way it came.
 */
function said(archive: SheetArchive, but: readonly UserId[] = []) {
  const besides = besidesIn(archive);
  const { details, engineer, notes, shared = [], rounds = [] } = archive;
  const sorted = <T>(all: readonly T[]): T[] =>
    all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const everything = {
    ...{ details, engineer, notes: sorted(notes), shared: sorted(shared) },
    desks: desksIn(archive)
      .filter(({ owner }) => !but.includes(owner))
      .map(plainDesk)
      .map(({ confirmed, stances, remarks, verdicts, ...desk }) => ({
        ...desk,
        ...{ confirmed: sorted(confirmed), stances: sorted(stances) },
        ...{ remarks: sorted(remarks), verdicts: sorted(verdicts) },
      }))
      .sort((a, b) => (a.owner < b.owner ? -1 : 1)),
    besides: sorted([...besides].map(([owner, words]) => ({ owner, words: sorted(words) }))),
    rounds: sorted(rounds.map(({ from: _, ...round }) => round)),
    unknown: archive.unknown,
  };
  return JSON.parse(JSON.stringify(everything).replaceAll('b2-', 'b1-'));
}

const states = (board: Board) =>
  [...board].map(([name, doc]) => [name, Buffer.from(Y.encodeStateVector(doc)).toString('hex')]);

describe('everything that can lie on a desk or in a sheet', () => {
  test('comes along or stays for a reason that is told', () => {
    expect([...deskRoots.keys(), ...Object.keys(staying.desk)].sort()).toEqual([...deskRootNames].sort());
    expect([...sheetRoots.keys(), ...Object.keys(staying.sheet)].sort()).toEqual([...sheetRootNames].sort());
  });

  test('is said on the board of this test', () => {
    expect(Object.keys(onDesk).sort()).toEqual([...deskRootNames].sort());
    expect(Object.keys(inSheet).sort()).toEqual([...sheetRootNames].sort());
    const board = fullBoard('b1', drawing(1));
    const empty = (doc: Y.Doc, names: readonly string[]) =>
      names.filter((name) => doc.getMap(name).size === 0);
    expect(empty(deskOn(board, erin), deskRootNames)).toEqual([]);
    expect(empty(sheetOf(board), sheetRootNames)).toEqual(['authors']);
  });

  test.each(seeds)('is the same in the file of the board it was brought to (%i)', (seed) => {
    const first = fileOf(fullBoard('b1', drawing(seed)), 'board 1');
    const board = otherBoard();
    bring(board, first, erin);
    const second = fileOf(board, 'board 2');
    expect(said(read(second), [fay])).toEqual(said(read(first)));
    // And on to a third, by somebody of whom nothing is in it.
    const third = freshBoard('b2');
    bring(third, second, fay);
    expect(said(read(fileOf(third, 'board 3')))).toMatchObject({
      besides: said(read(first)).besides,
      rounds: said(read(first)).rounds,
      notes: said(read(first)).notes,
    });
  });

  test.each(seeds.slice(0, 4))('is not doubled when it is brought twice (%i)', (seed) => {
    const file = fileOf(fullBoard('b1', drawing(seed)), 'board 1');
    const board = otherBoard();
    bring(board, file, erin);
    const before = states(board);
    bring(board, file, erin);
    expect(states(board)).toEqual(before);
    // Nor when its own file comes back to it.
    bring(board, fileOf(board, 'board 2'), erin);
    expect(states(board)).toEqual(before);
  });

  test.each(seeds.slice(0, 4))('and nothing of it that is not shown yet (%i)', (seed) => {
    const file = fileOf(fullBoard('b1', drawing(seed)), 'board 1');
    expect(file).not.toContain(secret);
    expect(file).toContain('Words of n1');
  });
});

test('others’ words are a record here, and theirs once they take it up, whole', () => {
  const first = fileOf(fullBoard('b1', drawing(3)), 'board 1');
  const board = otherBoard();
  bring(board, first, erin);
  expect([...board.keys()].some((name) => name.includes('mona'))).toBe(false);
  for (const owner of [mona, max, pia])
    adopt({ sheet: sheetOf(board), desk: deskOn(board, owner), owner, engineer: erin });
  const archive = read(fileOf(board, 'board 2'));
  expect(archive.brought).toEqual([]);
  expect(said(archive, [fay]).besides).toEqual(said(read(first)).besides);
});

test('what was said here in the meantime stays where it is newer', () => {
  const first = fileOf(fullBoard('b1', drawing(5)), 'board 1');
  const board = otherBoard();
  const note = [...sheetOf(board).getMap('items').keys()][0] as never;
  const at = '2027-01-01T00:00:00.000Z';
  takeStance(deskOn(board, erin), { note, value: 'disagree', reason: 'said here', text: 'x', at });
  bring(board, first, erin);
  const mine = desksIn(read(fileOf(board, 'board 2'))).find(({ owner }) => owner === erin);
  expect(mine?.stances.get(note)?.reason).toBe('said here');
});

test('whose a sticky is stays behind where the writers of some notes are not told', () => {
  const board = fullBoard('b1', drawing(9));
  sayAuthors(sheetOf(board), 'notes/shown', 'hidden');
  const archive = read(fileOf(board, 'board 1'));
  expect(archive.shared?.map(({ root }) => root)).not.toContain('placing');
  const steps = archive.beside?.flatMap(({ words }) =>
    words.flatMap(({ root, key }) => (root === 'notes' ? [key.split('/')[0]] : [])),
  );
  expect([...new Set(steps)]).toEqual(['released']);
});

test('entries that nobody can read are kept in the file and in records', () => {
  const board = fullBoard('b1', drawing(21));
  deskOn(board, mona).getMap('marks').set('of later', { shade: 'blue' });
  deskOn(board, mona).getMap('signOffs').set('damaged', 'no signature');
  const file = fileOf(board, 'board 1');
  const other = otherBoard();
  bring(other, file, erin);
  for (const archive of [read(file), read(fileOf(other, 'board 2'))]) {
    const words = besidesIn(archive).get(mona) ?? [];
    expect(words).toContainEqual({ root: 'marks', key: 'of later', value: '{"shade":"blue"}' });
    expect(words).toContainEqual({ root: 'signOffs', key: 'damaged', value: '"no signature"' });
  }
});

test('a file that was saved before any of this came along still reads, and is brought whole', () => {
  const stored = new URL('../../fixtures/files/before-elsewhere.rolewright.json', import.meta.url);
  const file = readFileSync(stored, 'utf8');
  const board = freshBoard('b2');
  bring(board, file, erin);
  const [before, after] = [read(file), read(fileOf(board, 'board 2'))];
  // What an earlier version had put there of a desk it knew nothing of is among it.
  expect([...besidesIn(before).keys()].sort()).toEqual(['erin', 'mona']);
  for (const owner of [erin, mona]) expect(besidesIn(after).get(owner)).toEqual(besidesIn(before).get(owner));
  const words = (archive: SheetArchive) =>
    desksIn(archive).map(({ owner, stances, remarks, verdicts }) => ({ owner, stances, remarks, verdicts }));
  expect(words(after).filter(({ owner }) => owner === mona)).toEqual(
    words(before).filter(({ owner }) => owner === mona),
  );
  expect(after.rounds?.map(({ hash, text }) => [hash, text])).toEqual(
    before.rounds?.map(({ hash, text }) => [hash, text]),
  );
});
