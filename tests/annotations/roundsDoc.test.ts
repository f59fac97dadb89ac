/** docs/rounds.md says what the code does: its tables and its example, beside the code. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noteStates } from '../../src/annotations/noteState.ts';
import { trusts } from '../../src/annotations/trust.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { engineer, manager, remark, stance, text } from './builders.ts';
import { records, roundOf, stateHere } from './sheets.ts';

const doc = readFileSync(new URL('../../docs/rounds.md', import.meta.url), 'utf8');
/** First cells of all tables. */
const firsts = [...doc.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, cell]) => cell ?? '');

test('every state of a note and every trust stands in a table, and no other', () => {
  const inCode = firsts
    .filter((cell) => cell.startsWith('`'))
    .flatMap((cell) => cell.match(/^`([a-z-]{3,})`$/)?.[1] ?? []);
  expect(inCode.sort()).toEqual([...noteStates].sort());
  expect(firsts).toEqual(expect.arrayContaining(trusts.map((trust) => `*${trust}*`)));
});

test('the example has the fields of a round', async () => {
  const example = JSON.parse(
    (/```jsonc\n([\s\S]*?)```/.exec(doc)?.[1] ?? '').replace(/(?<=^|\s)\/\/.*$/gm, ''),
  );
  const { json } = await roundOf(
    stateHere({
      notes: { n1: { text, gone: true } },
      desks: [engineer(), manager({ stances: stance('agree'), remarks: [remark('r')] })],
      records: [records('erin', { retired: new Map([[itemId('n1'), { reason: '', at: '' }]]) })],
    }),
  );
  /** What such a round has besides, where people said something around the notes. */
  const stored = new URL('../fixtures/rounds/with-ground.json', import.meta.url);
  const withGround = JSON.parse(JSON.parse(readFileSync(stored, 'utf8')).json);
  /** Every path to a field, lists by their first entry; details are told elsewhere. */
  const fields = (value: unknown, path = ''): string[] =>
    Array.isArray(value)
      ? fields(value[0], `${path}[]`)
      : typeof value === 'object' && value !== null && path !== '.details'
        ? Object.entries(value).flatMap(([key, one]) => [`${path}.${key}`, ...fields(one, `${path}.${key}`)])
        : [];
  const around = fields(withGround).filter((path) => /^\.(ground|notes\[\]\.(whys|cites))/.test(path));
  expect(fields(example).sort()).toEqual([...fields(JSON.parse(json)), ...around].sort());
});
