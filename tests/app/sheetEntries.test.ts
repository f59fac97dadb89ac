import { expect, test } from 'vitest';
import { readSheetEntries } from '../../src/app/models/sheet/sheetEntries.ts';
import type { Json } from '../../src/base/json.ts';
import { type SheetId, sheetId } from '../../src/workshop/ids.ts';

test('entries that no version can read are told apart from those of a newer one', () => {
  const records = new Map<SheetId, Json>([
    [sheetId('one'), { v: 99 }],
    [sheetId('two'), { nonsense: ['<b>'] }],
    [sheetId('three'), 'x'],
  ]);
  expect(readSheetEntries(records)).toEqual({ entries: [], unreadable: 3, damaged: 2 });
});
