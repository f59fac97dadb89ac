import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskName, parseDeskName, parseSheetName, sheetName } from '../../src/annotations/names.ts';
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
