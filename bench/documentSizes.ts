/**
 * How large the documents of a workshop are after ten rounds: 30 people in ten sheets of three, 300 notes, six
 * annotations on each (a stance and a remark by everybody in its sheet), by the app's own operations. Remarks are taken
 * about once a second while they are typed, as the panel does; every round is a new visit, and rewords a part.
 */
import * as Y from 'yjs';
import { stanceValues } from '../src/annotations/desk.ts';
import { addRemark, claimRole, editRemark, introduce, takeStance } from '../src/annotations/deskDocument.ts';
import { readDesk } from '../src/annotations/readDesk.ts';
import { mirrorItems, readSheet } from '../src/annotations/sheetDocument.ts';
import { startSheet } from '../src/annotations/sheetOperations.ts';
import type { Json } from '../src/base/json.ts';
import { toBase64 } from '../src/sync/bytes.ts';
import { digestOf } from '../src/sync/digest.ts';
import { planWriting } from '../src/sync/slices.ts';
import { itemId, userId } from '../src/workshop/ids.ts';
import { details } from '../tests/support/sheets.ts';
import { seeded } from '../tests/support/syncWorld.ts';

const sheets = 10;
const perSheet = 3;
const notesPerSheet = 30;
const rounds = 10;
/** Characters that people type between two takings of the text. */
const taken = 5;
/** The part of notes and remarks that a later round rewords. */
const reworded = 0.2;

interface Sizes {
  readonly encoded: number;
  readonly stored: number;
  readonly plain: number;
}

/** A new visit: the same content under a new client id. */
function reopened(doc: Y.Doc, random: () => number): Y.Doc {
  const next = new Y.Doc();
  next.clientID = Math.floor(random() * 2 ** 32);
  Y.applyUpdate(next, Y.encodeStateAsUpdate(doc));
  return next;
}

/** Maps and sets as plain values. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, part) => (part instanceof Map ? Object.fromEntries(part) : part));

function sizesOf(doc: Y.Doc, content: unknown): Sizes {
  const state = Y.encodeStateAsUpdate(doc);
  const writing = planWriting('device0000', 'desk/0123456789/0123456789', {
    text: toBase64(state),
    digest: digestOf(doc),
    generation: 1,
    slot: 0,
    at: 0,
    holds: new Map(),
  });
  const values: readonly Json[] = (writing?.values ?? []).map(({ value }) => value);
  return {
    encoded: state.length,
    stored: values.reduce<number>((sum, value) => sum + JSON.stringify(value).length, 0),
    plain: plain(content).length,
  };
}

const sum = (all: readonly Sizes[]): Sizes => ({
  encoded: all.reduce((total, { encoded }) => total + encoded, 0),
  stored: all.reduce((total, { stored }) => total + stored, 0),
  plain: all.reduce((total, one) => total + one.plain, 0),
});

function sentence(random: () => number, length: number): string {
  const words = [
    'who',
    'decides',
    'when',
    'the',
    'search',
    'index',
    'is',
    'rebuilt',
    'and',
    'what',
    'it',
    'costs',
  ];
  let text = '';
  while (text.length < length) text += `${words[Math.floor(random() * words.length)]} `;
  return text.slice(0, length);
}

/** A remark as it is typed: its text is taken again and again. */
function typed(text: string, take: (soFar: string) => void): void {
  for (let length = taken; length < text.length; length += taken) take(text.slice(0, length));
  take(text);
}

function workshop(random: () => number) {
  let sheetDocs = Array.from({ length: sheets }, () => new Y.Doc());
  let desks = Array.from({ length: sheets * perSheet }, () => new Y.Doc());
  const texts = new Map<string, string>();
  const at = (round: number, minute: number) =>
    new Date(Date.UTC(2026, 10, 1 + round, 9, 0, minute)).toISOString();

  function mirror(round: number): void {
    sheetDocs.forEach((doc, sheet) => {
      const user = userId(`user-${sheet * perSheet}`);
      if (round === 0)
        startSheet(doc, {
          details,
          engineer: user,
          place: {
            frame: itemId(`frame-${sheet}`),
            size: { width: 3_000, height: 2_000 },
            anchors: new Map(),
          },
        });
      for (let note = 0; note < notesPerSheet; note += 1) {
        const id = `34587640000${sheet}${note}`;
        if (round > 0 && random() > reworded) continue;
        const text = sentence(random, 40 + random() * 80);
        texts.set(id, text);
        const box = { x: note * 90, y: note * 40, width: 199, height: 228 };
        const [modifiedAt, colour] = [at(round, note), 'light_yellow'];
        mirrorItems(doc, user, [
          { id: itemId(id), kind: 'sticky', box, text, colour, modifiedAt, modifiedBy: user },
        ]);
      }
    });
  }

  function annotate(round: number): void {
    desks.forEach((doc, person) => {
      if (round === 0) {
        introduce(doc, `Person ${person} Example`);
        claimRole(doc, person % perSheet === 0 ? 'engineer' : 'manager');
      }
      for (let index = 0; index < notesPerSheet; index += 1) {
        const note = `34587640000${Math.floor(person / perSheet)}${index}`;
        if (round > 0 && random() > reworded) continue;
        const [id, when] = [`remark-${person}-${index}`, at(round, index)];
        const value = stanceValues[Math.floor(random() * stanceValues.length)] ?? 'agree';
        takeStance(doc, {
          note: itemId(note),
          value,
          reason: sentence(random, 30),
          text: texts.get(note) ?? '',
          at: when,
        });
        typed(sentence(random, 60 + random() * 100), (text) => {
          if (!addedOnce(doc, id, note, text, when)) editRemark(doc, { id, text, at: when });
        });
      }
    });
  }

  function addedOnce(doc: Y.Doc, id: string, note: string, text: string, when: string): boolean {
    if (doc.getMap('remarks').has(id)) return false;
    addRemark(doc, { id, note: itemId(note), text, at: when });
    return true;
  }

  return {
    round(round: number): void {
      sheetDocs = sheetDocs.map((doc) => reopened(doc, random));
      desks = desks.map((doc) => reopened(doc, random));
      mirror(round);
      annotate(round);
    },
    sizes: () => ({
      sheets: sheetDocs.map((doc) => sizesOf(doc, readSheet(doc))),
      desks: desks.map((doc, person) => sizesOf(doc, readDesk(doc, userId(`user-${person}`)))),
    }),
  };
}

const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1);

function row(what: string, { encoded, stored, plain: json }: Sizes): string[] {
  return [
    what,
    kilobytes(encoded),
    kilobytes(stored),
    (stored / encoded).toFixed(2),
    kilobytes(json),
    (encoded / json).toFixed(2),
  ];
}

export async function bench() {
  const { round, sizes } = workshop(seeded(20_261_123));
  const rows: string[][] = [];
  for (let number = 0; number < rounds; number += 1) {
    round(number);
    if (number > 0 && number < rounds - 1) continue;
    const now = sizes();
    const name = number === 0 ? 'after one round' : `after ${rounds} rounds`;
    const largest = now.desks.toSorted((a, b) => b.encoded - a.encoded)[0];
    rows.push(
      row(`${name}: all documents`, sum([...now.sheets, ...now.desks])),
      row('  all sheets', sum(now.sheets)),
      row('  all desks', sum(now.desks)),
      ...(largest ? [row('  the largest desk', largest)] : []),
    );
  }
  return {
    title: `The documents of ${sheets * perSheet} people, ${sheets * notesPerSheet} notes, six annotations each`,
    columns: [
      'what',
      'encoded KB',
      'stored KB',
      'stored / encoded (goal < 1.5)',
      'plain JSON KB',
      'encoded / JSON',
    ],
    rows,
    note: `Each of ${rounds} rounds is a new visit and rewords ${reworded * 100} % of notes and remarks. Stored: base64 in JSON with its head, by one device; every device that wrote to a document stores it once.`,
  };
}
