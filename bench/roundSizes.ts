/**
 * How large closed rounds are, for sheets of several sizes, after ten of them: in a document each, as we keep them,
 * beside all of a sheet's rounds in one document; and what the list of them adds to the sheet document. Every round
 * follows new words by everybody, so no two are alike.
 */
import { webcrypto } from 'node:crypto';
import * as Y from 'yjs';
import { closeRound } from '../src/annotations/closeRound.ts';
import { roundName } from '../src/annotations/names.ts';
import type { RoundRecord } from '../src/annotations/round.ts';
import { keepRound } from '../src/annotations/roundDocument.ts';
import { listRound } from '../src/annotations/sheetOperations.ts';
import { toBase64 } from '../src/sync/bytes.ts';
import { digestOf } from '../src/sync/digest.ts';
import { mostSlices, sliceLength } from '../src/sync/limits.ts';
import { planWriting } from '../src/sync/slices.ts';
import { sheetId, userId } from '../src/workshop/ids.ts';
import { type HowMany, largeSheet, most, oneChange, publicStateOf } from './support/largeSheet.ts';

const rounds = 10;
const sizes: readonly HowMany[] = [
  { people: 2, notes: 20 },
  { people: 3, notes: 30 },
  { people: 6, notes: 60 },
  most,
];

interface Stored {
  /** Characters of base64. */
  readonly text: number;
  /** Values to set on the board; null when the board takes none of it. */
  readonly calls: number | null;
}

function stored(name: string, doc: Y.Doc): Stored {
  const text = toBase64(Y.encodeStateAsUpdate(doc));
  const state = { text, digest: digestOf(doc), generation: 1, slot: 0 as const, at: 0, holds: new Map() };
  return { text: text.length, calls: planWriting('device0000', name, state)?.values.length ?? null };
}

async function tenRounds(size: HowMany): Promise<RoundRecord[]> {
  let sheet = largeSheet(size);
  const found: RoundRecord[] = [];
  for (let number = 1; number <= rounds; number += 1) {
    sheet = oneChange(sheet, number);
    const previous = found.at(-1)?.hash ?? null;
    const made = await closeRound(webcrypto.subtle, publicStateOf(sheet), { number, previous, note: '' });
    if (!made.ok) throw new Error(`Round ${number} was not closed`);
    found.push(made.value);
  }
  return found;
}

const kilobytes = (count: number): string => (count / 1_000).toFixed(1);

async function row(size: HowMany): Promise<(string | number)[]> {
  const records = await tenRounds(size);
  const [each, all, list] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const [last] = records.slice(-1);
  if (!last) throw new Error('No round was closed');
  keepRound(each, last);
  for (const { hash, json, content } of records) {
    all.getMap('rounds').set(hash, json);
    const { number, previous } = content;
    listRound(list, {
      hash,
      number,
      previous,
      by: userId('3074457346123400000'),
      at: '2026-11-23T09:00:00.000Z',
    });
  }
  const name = roundName(sheetId('0123456789'), last.hash);
  const [one, ten, index] = [
    stored(name, each),
    stored('rounds/0123456789', all),
    stored('sheet/0123456789', list),
  ];
  return [
    `${size.people} people, ${size.notes} notes`,
    kilobytes(new TextEncoder().encode(last.json).length),
    kilobytes(one.text),
    one.calls ?? 'too large',
    kilobytes(ten.text),
    ten.calls ?? 'too large',
    kilobytes(index.text),
  ];
}

export async function bench() {
  const rows: (string | number)[][] = [];
  for (const size of sizes) rows.push(await row(size));
  return {
    title: `Closed rounds of one sheet after ${rounds} of them, everybody with a stance on every note`,
    columns: [
      'sheet',
      'a round, JSON KB',
      'its document, base64 KB',
      'calls to store it',
      'all ten in one document, KB',
      'calls, at every closing',
      'the list, KB',
    ],
    rows,
    note: `A board takes ${kilobytes(mostSlices * sliceLength)} KB in one document. Three remarks on each note are still open in every round. Only the device that closed a round stores it, once.`,
  };
}
