import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deskName,
  parseDeskName,
  parseRoundName,
  parseSheetName,
  roundName,
  sheetName,
} from '../../src/annotations/names.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import { sheetId, userId } from '../../src/workshop/ids.ts';

test('a desk name holds whose desk in which sheet it is, whatever signs the ids hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      (sheet, user) => {
        expect(parseDeskName(deskName(sheetId(sheet), userId(user)))).toEqual({ sheet, user, edition: 1 });
        expect(parseSheetName(sheetName(sheetId(sheet)))).toEqual(sheet);
      },
    ),
    { seed: 1 },
  );
});

test('other names are neither desks nor sheets', () => {
  const names = ['session', 'desk', 'desk/a', 'desk//b', 'desk/a/b/c', 'desk/%/b', 'sheet/', 'sheet/a/b', ''];
  expect(names.map(parseDeskName)).toEqual(names.map(() => null));
  expect(names.map(parseSheetName)).toEqual(names.map(() => null));
});

test('a second desk of somebody has a name of its own, and what looks like one but is none is not read', () => {
  const [sheet, user] = [sheetId('s'), userId('u')];
  expect([1, 2, 13].map((edition) => parseDeskName(deskName(sheet, user, edition)))).toEqual(
    [1, 2, 13].map((edition) => ({ sheet, user, edition })),
  );
  const strange = ['1', '0', '-2', '2.5', 'x', '', '02', '1234567'].map((end) => `desk/s/u/${end}`);
  expect(strange.map(parseDeskName)).toEqual(strange.map(() => null));
});

test('a round’s name holds its sheet and its hash, and nothing that is no hash is taken for one', () => {
  const hash = 'a1'.repeat(32) as Hash;
  const name = roundName(sheetId('s/1'), hash);
  expect(parseRoundName(name)).toEqual({ sheet: 's/1', hash });
  const others = [
    `${name}/x`,
    name.slice(0, -1),
    name.toUpperCase(),
    `round//${hash}`,
    `desk/s/${hash}`,
    'round/s',
  ];
  expect(others.map(parseRoundName)).toEqual(others.map(() => null));
  expect([parseDeskName(name), parseSheetName(name)]).toEqual([null, null]);
});
