/** What a sheet's archive holds, that a file of it reads back as the same, and what other files are answered. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  type ArchivedRecords,
  type ArchivedRound,
  archivedRounds,
} from '../../src/annotations/archivedRounds.ts';
import { takeStance } from '../../src/annotations/deskDocument.ts';
import { longest } from '../../src/annotations/entries.ts';
import { type ArchiveParts, archiveJson, archiveOf } from '../../src/annotations/makeArchive.ts';
import { longestArchive, parseArchive } from '../../src/annotations/parseArchive.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import { markGone, mirrorItems, readSheet } from '../../src/annotations/sheetDocument.ts';
import { startSheet } from '../../src/annotations/sheetOperations.ts';
import { itemId, laneId, sheetId } from '../../src/workshop/ids.ts';
import { anyArchive } from './archives.ts';
import {
  engineer,
  erin,
  manager,
  mona,
  noon,
  note,
  one,
  remark,
  stance,
  suggestion,
  text,
  two,
  verdict,
} from './builders.ts';

const details = {
  id: sheetId('s1'),
  template: 'staff-role',
  lens: 'pillars',
  title: 'Staff Engineer',
  team: 'Credit',
  level: 'L6',
  engineer: 'Erin Example',
  reviewers: ['Mona Example'],
  createdAt: noon,
} as const;
const box = { x: 10, y: 20, width: 200, height: 200 };
const lane = laneId('execution', 'exploration');

function sheet(): Y.Doc {
  const doc = new Y.Doc();
  startSheet(doc, {
    details,
    engineer: erin,
    place: { frame: itemId('f1'), size: { width: 10, height: 10 }, anchors: new Map() },
  });
  const sticky = { kind: 'sticky', box, colour: 'yellow', modifiedBy: 'erin', modifiedAt: noon } as const;
  mirrorItems(doc, erin, [
    { ...sticky, id: note.id, text },
    { ...sticky, id: itemId('n2'), text: 'gone since' },
    { ...sticky, id: itemId('t1'), kind: 'text', text: 'a title, which is no note' },
  ]);
  markGone(doc, [itemId('n2')]);
  return doc;
}

const mona1 = manager({ stances: stance('disagree'), remarks: [remark('r1')], unknown: 2 });
const erin1 = engineer({ verdicts: [verdict('r1', 'resolved')] });
const parts = (said: Partial<ArchiveParts> = {}): ArchiveParts => ({
  board: 'board 1',
  at: two,
  by: { user: erin, name: 'Erin Example' },
  content: readSheet(sheet()),
  desks: [erin1, mona1],
  lanes: new Map([[note.id, [lane]]]),
  ...said,
});

function fileOf(said: Partial<ArchiveParts> = {}): string {
  const archive = archiveOf(parts(said));
  if (!archive) throw new Error('No archive was made');
  return archiveJson(archive);
}

const round: ArchivedRound = {
  ...{ hash: 'a'.repeat(64) as Hash, number: 1, previous: null, by: [erin], at: one },
  text: '{"format":"rolewright-round"}',
};
const records: ArchivedRecords = {
  owner: erin,
  retired: [{ note: itemId('n2'), reason: 'The platform team does it', at: one }],
  devices: [{ key: 'B1', name: 'Firefox', at: one }],
  vouches: [{ statement: '{}', signature: 'x' }],
  signOffs: [{ statement: '{}', signature: 'y' }],
};

describe('an archive', () => {
  test('holds everything that the sheet does, with the places of its notes', () => {
    const left = { box, colour: 'yellow', modifiedAt: noon, modifiedBy: 'erin' };
    expect(archiveOf(parts())).toEqual({
      board: 'board 1',
      at: two,
      by: { user: 'erin', name: 'Erin Example' },
      details,
      engineer: 'erin',
      notes: [
        { ...left, id: 'n1', text, lanes: [lane], gone: false },
        { ...left, id: 'n2', text: 'gone since', lanes: [], gone: true },
      ],
      desks: [erin1, mona1],
      brought: [],
      unknown: 0,
    });
  });

  test('tells how the sheet is laid out, where that is known and nothing is on its way', () => {
    const anchors = new Map([
      ['title', itemId('t1')],
      ['how', itemId('n2')],
      ['source', itemId('never seen')],
    ]);
    const content = { ...readSheet(sheet()), anchors };
    const layout = { width: 10, height: 10, headers: [{ key: 'title', box }] };
    expect(archiveOf(parts({ content }))?.layout).toEqual(layout);
    const read = parseArchive(fileOf({ content }));
    expect(read.ok && read.value.layout).toEqual(layout);
    expect(archiveOf(parts({ content: { ...content, size: null } }))).not.toHaveProperty('layout');
    const relayout = { lanes: new Map() } as unknown as NonNullable<typeof content.relayout>;
    expect(archiveOf(parts({ content: { ...content, relayout } }))).not.toHaveProperty('layout');
  });

  test('holds closed rounds and what was signed, word for word', () => {
    const read = parseArchive(fileOf({ rounds: [round], records: [records] }));
    expect(read.ok && [read.value.rounds, read.value.records]).toEqual([[round], [records]]);
  });

  test('holds rounds and what lay on desks from yet another board, with where it came from', () => {
    const from = { board: 'board 0', by: mona, at: two };
    const beside = [{ root: 'marks', key: 'role', value: '{"level":"staff"}' }];
    const brought = { desk: mona1, beside, by: erin, at: two, board: 'board 0' };
    const content = { ...readSheet(sheet()), brought: [brought] };
    const read = parseArchive(fileOf({ content, rounds: [{ ...round, from }] }));
    expect(read.ok && [read.value.rounds, read.value.brought]).toEqual([[{ ...round, from }], [brought]]);
  });

  test('of too many large rounds the newest keep their text', () => {
    const [first, second, third] = ['a', 'b', 'c'].map((sign) => sign.repeat(64) as Hash) as [
      Hash,
      Hash,
      Hash,
    ];
    const closed = (hash: Hash, number: number) => ({ hash, number, previous: null, by: [erin], at: one });
    const rounds = [
      { ...closed(first, 1), beside: [closed(second, 1)] },
      { ...closed(third, 2), beside: [] },
    ];
    const texts = archivedRounds(rounds, (hash) =>
      hash === third ? 'x'.repeat(14_999_990) : 'x'.repeat(10),
    );
    expect(texts.map(({ hash, text: said }) => [hash[0], said?.length ?? null])).toEqual([
      ['a', null],
      ['b', 10],
      ['c', 14_999_990],
    ]);
  });

  test('is none while nobody knows what the sheet is', () => {
    expect(archiveOf(parts({ content: readSheet(new Y.Doc()) }))).toBe(null);
  });

  test('reads back from its file as the same, whatever was said', () => {
    fc.assert(
      fc.property(anyArchive, (archive) => {
        expect(parseArchive(archiveJson(archive))).toEqual({ ok: true, value: archive });
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  test('can be read again even when it was made of strange words: cut, mended, and no entry more lost than must be', () => {
    const doc = new Y.Doc();
    takeStance(doc, { note: note.id, value: 'agree', reason: '', text, at: 'the day after' });
    takeStance(doc, { note: itemId('n'.repeat(300)), value: 'agree', reason: '', text, at: noon });
    const long = remark('r1', { text: `${'x'.repeat(longest.text)}y\ud83d`, at: one });
    const strange = { ...readDesk(doc, mona), remarks: [long] };
    const read = parseArchive(fileOf({ desks: [strange] }));
    expect(read.ok && read.value.desks).toEqual([
      {
        ...strange,
        stances: stance('agree', { at: '1970-01-01T00:00:00.000Z' }),
        remarks: [{ ...long, text: 'x'.repeat(longest.text) }],
        unknown: 1,
      },
    ]);
  });
});

describe('a file that is no archive of ours', () => {
  const good = JSON.parse(fileOf());
  const answer = (file: unknown) => parseArchive(typeof file === 'string' ? file : JSON.stringify(file));
  const failure = (file: unknown) => {
    const read = answer(file);
    return read.ok ? null : read.error;
  };

  test.each([
    ['is empty', '', { kind: 'not-json' }],
    ['is cut', fileOf().slice(0, 200), { kind: 'not-json' }],
    ['is a picture', '\ufffdPNG\u0000', { kind: 'not-json' }],
    ['is something else’s JSON', { name: 'package' }, { kind: 'not-ours' }],
    ['is a list', [1, 2], { kind: 'not-ours' }],
    ['is nothing', 'null', { kind: 'not-ours' }],
    ['is of a newer version', { ...good, version: 2, desks: 'anything' }, { kind: 'newer', version: 2 }],
    ['has no version', { ...good, version: undefined }, { kind: 'damaged', path: 'version' }],
    ['has half a version', { ...good, version: 0.5 }, { kind: 'damaged', path: 'version' }],
    ['lacks its notes', { ...good, notes: undefined }, { kind: 'damaged', path: 'notes' }],
    ['lacks its details', { ...good, details: null }, { kind: 'damaged', path: 'details' }],
  ])('says so when it %s', (_, file, expected) => {
    expect(failure(file)).toEqual(expected);
  });

  test('says that it is too large without looking at it', () => {
    expect(failure(`{${' '.repeat(longestArchive)}`)).toEqual({ kind: 'too-large' });
  });

  test.each([
    ['a time that is none', 'desks[1].stances[0].at', 'yesterday'],
    ['a day that is none', 'desks[1].stances[0].at', '2026-13-45T12:00:00Z'],
    ['a time far from text', 'desks[1].remarks[0].at', 5],
    ['a stance nobody can take', 'desks[1].stances[0].value', 'delighted'],
    ['a text that is a thing', 'desks[1].remarks[0].text', { length: 3 }],
    ['a text that is too long', 'desks[1].remarks[0].text', 'x'.repeat(longest.text + 1)],
    ['an id without end', 'desks[1].remarks[0].id', 'x'.repeat(500)],
    ['an empty id', 'notes[0].id', ''],
    ['a place that is nowhere', 'notes[0].box.x', null],
    ['a role nobody has', 'desks[0].claim', 'emperor'],
    ['remarks that are none', 'desks[1].remarks', { 0: 'r1' }],
    ['too much of everything', 'desks[1].remarks', Array.from({ length: 60_000 }, () => 0)],
    ['a negative count', 'unknown', -1],
  ])('is told by its path: %s', (_, path, value) => {
    const broken = structuredClone(good);
    const keys = path.split(/[.[\]]+/);
    const last = keys.pop() ?? '';
    keys.reduce((part, key) => part[key], broken)[last] = value;
    expect(failure(broken)).toEqual({ kind: 'damaged', path });
  });

  test('is told by its path: one person twice, one note twice, one remark twice', () => {
    const twice = (change: (file: typeof good) => unknown[]) => {
      const broken = structuredClone(good);
      const list = change(broken);
      list.push(list[0]);
      return failure(broken);
    };
    expect([
      twice(({ desks }) => desks),
      twice(({ notes }) => notes),
      twice(({ desks }) => desks[1].remarks),
    ]).toEqual(['desks[2]', 'notes[2]', 'desks[1].remarks[1]'].map((path) => ({ kind: 'damaged', path })));
  });

  test('reaches no prototype', () => {
    const hostile = fileOf().replace('"board"', '"__proto__": {"polluted": true}, "constructor": 1, "board"');
    const read = answer(hostile);
    expect(read.ok && read.value.unknown).toBe(2);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(read.ok && Object.getPrototypeOf(read.value)).toBe(Object.prototype);
  });

  test('is read nevertheless when it only has fields that we don’t know, which are counted', () => {
    const more = { ...good, mood: 'fine', desks: [{ ...good.desks[0], later: 1 }, good.desks[1]] };
    const read = answer(more);
    expect(read).toEqual({ ok: true, value: { ...archiveOf(parts()), unknown: 2 } });
  });

  test('is read nevertheless behind the mark that some editors put first', () => {
    expect(answer(`\ufeff${fileOf()}`).ok).toBe(true);
  });
});

test('the page that tells how a file looks names every field, and no other', () => {
  const page = readFileSync('docs/file-format.md', 'utf8');
  const example = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const named = new Set([...example.matchAll(/"(\w+)": /g)].map(([, key]) => key));
  const brought = { desk: mona1, by: erin, at: two, board: 'board 0' };
  const all = fileOf({
    content: { ...readSheet(sheet()), anchors: new Map([['title', itemId('t1')]]), brought: [brought] },
    desks: [
      {
        ...erin1,
        remarks: [
          suggestion('r2', 'Cut it to one hour'),
          remark('r3', { text: '@Mona?', mentions: [{ user: mona, name: 'Mona' }] }),
        ],
      },
      mona1,
    ],
    rounds: [{ ...round, from: { board: 'board 0', by: erin, at: two } }],
    records: [records],
    beside: [{ owner: erin, words: [{ root: 'marks', key: 'role', value: '{}' }] }],
    shared: [{ root: 'names', key: 'ledger', value: '{}' }],
  });
  const there = new Set([...all.matchAll(/^ *"(\w+)": /gm)].map(([, key]) => key));
  expect([...named].sort()).toEqual([...there].sort());
});
