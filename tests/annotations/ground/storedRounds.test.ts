/** Rounds as they were closed once. These files are never made again: people have signed such hashes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkRound } from '../../../src/annotations/parseRound.ts';
import { roundFormat, roundVersion } from '../../../src/annotations/round.ts';
import { sha256 } from '../../../src/annotations/sha256.ts';
import { canonicalJson } from '../../../src/base/canonicalJson.ts';
import { subtle } from '../sheets.ts';

async function stored(name: string) {
  const file = new URL(`../../fixtures/rounds/${name}.json`, import.meta.url);
  const { hash, json } = JSON.parse(readFileSync(file, 'utf8'));
  const read = await checkRound(subtle, json, hash);
  if (!read.ok) throw new Error(`Not read: ${JSON.stringify(read.error)}`);
  const { content } = read.value;
  // What was read loses nothing: made again, it is the round that was signed.
  const again = canonicalJson({ format: roundFormat, version: roundVersion, ...content });
  expect(await sha256(subtle, again)).toBe(hash);
  return content;
}

test('a round of before anything was kept around the notes reads and hashes as it did', async () => {
  const content = await stored('before-ground');
  expect(content.ground).toBeUndefined();
  expect(content.notes.map(({ id, state }) => [id, state])).toEqual([
    ['n1', 'change-proposed'],
    ['n2', null],
  ]);
});

test('a round with all that is kept around the notes reads and hashes as it did', async () => {
  const { ground, notes } = await stored('with-ground');
  expect(ground?.place?.mode).toBe('stretch');
  expect(ground?.place?.marks.map(({ user, kind, level }) => [user, kind, level])).toEqual([
    ['erin', 'now', 'senior'],
    ['erin', 'role', 'staff'],
    ['mona', 'role', 'senior-staff'],
  ]);
  expect(ground?.whyNow?.map(({ situation, words, horizon }) => [situation, words, horizon])).toEqual([
    ['caged', '', 'years'],
    ['other', 'A merger', 'quarters'],
  ]);
  expect(ground?.altitude).toEqual({
    problem: 'Releases slip',
    questions: { staff: '', lead: '', senior: '' },
    today: 'lead',
    expected: [{ user: 'mona', level: 'staff' }],
  });
  expect(notes[0]?.whys).toEqual([{ user: 'erin', question: 'importance', text: 'Four teams wait' }]);
  expect(notes[0]?.cites?.map(({ words }) => words.text)).toEqual(['Brings clarity']);
});
