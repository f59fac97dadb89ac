import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeRound, mayCloseRound } from '../../src/annotations/closeRound.ts';
import { stanceValues } from '../../src/annotations/desk.ts';
import { addRemark, takeStance } from '../../src/annotations/deskDocument.ts';
import { sayWhyRetired } from '../../src/annotations/deskRecords.ts';
import { entriesIn, holdWords, readHeld, release } from '../../src/annotations/heldWords.ts';
import { nextRound, roundsOf } from '../../src/annotations/numberedRounds.ts';
import { parseRound } from '../../src/annotations/parseRound.ts';
import { longestRound } from '../../src/annotations/round.ts';
import { keepRound, readRound } from '../../src/annotations/roundDocument.ts';
import { type Hash, sha256 } from '../../src/annotations/sha256.ts';
import { readSheet } from '../../src/annotations/sheetDocument.ts';
import { listRound } from '../../src/annotations/sheetOperations.ts';
import { itemId, userId } from '../../src/workshop/ids.ts';
import {
  copyOf,
  desk,
  engineer,
  erin,
  manager,
  max,
  mona,
  noon,
  note,
  one,
  peer,
  pia,
  remark,
  stance,
  suggestion,
  text,
  two,
  verdict,
} from './builders.ts';
import { glue, records, roundOf, sheetOf, stateHere, strategy, subtle } from './sheets.ts';

const agree = { stances: stance('agree') };

describe('a closed round', () => {
  test('holds the sheet with everybody’s word as it stood', async () => {
    const { content } = await roundOf(
      stateHere({
        notes: {
          n1: { text },
          n2: { text: 'Own the index', lane: strategy },
          n3: { text: 'was here', gone: true },
          n4: { text: 'nobody spoke about it', gone: true },
          n5: { text: ' \n' },
          n6: { text: 'in no lane', lane: null },
        },
        desks: [
          manager({
            stances: stance('agree-if', { text: 'Cut the job', reason: 'for whom?' }),
            remarks: [
              remark('r1', { at: one }),
              remark('r2', { answers: 'r1', at: two }),
              remark('done'),
              suggestion('s1', 'Own the search index', { note: itemId('n2') }),
            ],
          }),
          engineer({ ...agree, verdicts: [verdict('done', 'resolved')] }),
          peer({ stances: stance('disagree', { note: itemId('n3'), text: 'was here' }) }),
        ],
        records: [records('erin', { retired: new Map([[itemId('n3'), { reason: 'not ours', at: two }]]) })],
      }),
      { note: 'After the planning week' },
    );
    const person = { confirmed: true, counts: true };
    const nothing = { stances: [], threads: [], retired: [], gone: false };
    const said = { wording: null, proposes: false, by: mona };
    expect(content).toEqual({
      number: 1,
      previous: null,
      note: 'After the planning week',
      details: readSheet(sheetOf()).details,
      engineer: erin,
      people: [
        { ...person, user: erin, name: 'erin Example', role: 'engineer' },
        { ...person, user: mona, name: 'mona Example', role: 'manager' },
        { user: pia, name: 'pia Example', role: 'peer', confirmed: true, counts: false },
      ],
      notes: [
        {
          ...{ id: 'n1', text, lanes: [glue], gone: false, state: 'changed', retired: [] },
          stances: [
            { user: erin, value: 'agree', reason: '', text: null, at: noon },
            { user: mona, value: 'agree-if', reason: 'for whom?', text: 'Cut the job', at: noon },
          ],
          threads: [
            {
              remarks: [
                { ...said, id: 'r1', text: 'about r1', at: one },
                { ...said, id: 'r2', text: 'about r2', at: two },
              ],
            },
          ],
        },
        {
          ...nothing,
          ...{ id: 'n2', text: 'Own the index', lanes: [strategy], state: 'change-proposed' },
          threads: [
            {
              remarks: [
                {
                  ...{ id: 's1', by: mona, text: 'about s1', proposes: true, at: noon },
                  wording: { proposed: 'Own the search index', original: text },
                },
              ],
            },
          ],
        },
        {
          ...nothing,
          ...{ id: 'n3', text: 'was here', lanes: [], gone: true, state: null },
          stances: [{ user: pia, value: 'disagree', reason: '', text: null, at: noon }],
          retired: [{ by: erin, reason: 'not ours', at: two }],
        },
        { ...nothing, id: 'n6', text: 'in no lane', lanes: [], state: 'open' },
      ],
      agreed: {
        all: { agreed: 0, total: 2 },
        columns: [
          { column: 'execution', agreed: 0, total: 1 },
          { column: 'thinking', agreed: 0, total: 1 },
        ],
      },
    });
  });

  test('is read from its text as it was, and its hash is that of its text', async () => {
    const record = await roundOf(
      stateHere({ notes: { n1: { text } }, desks: [engineer(agree), manager(agree)] }),
    );
    expect(parseRound(record.json)).toEqual({ ok: true, value: record.content });
    expect(await sha256(subtle, record.json)).toBe(record.hash);
    expect(record.content.notes.map(({ state }) => state)).toEqual(['agreed']);
  });

  test('keeps what was said about a note that the mirror has lost', async () => {
    const desks = [engineer(agree), manager({ remarks: [suggestion('s1', 'x', { note: itemId('n9') })] })];
    const { content } = await roundOf(stateHere({ desks }));
    expect(content.notes.map(({ id, text: words, gone }) => [id, words, gone])).toEqual([
      ['n1', text, true],
      ['n9', text, true],
    ]);
  });

  test('has the same hash for the same content, whatever arrived first', async () => {
    const ids = ['n1', 'n2', 'n3', 'n4'];
    const order = fc.shuffledSubarray(ids, { minLength: 4 });
    const who = fc.shuffledSubarray(['erin', 'mona', 'max', 'pia'], { minLength: 4 });
    const values = fc.array(fc.constantFrom(...stanceValues), { minLength: 16, maxLength: 16 });
    const inOrder = async (
      notes: string[],
      people: string[],
      said: readonly (typeof stanceValues)[number][],
    ) => {
      const desks = people.map((owner, at) => {
        const index = ['erin', 'mona', 'max', 'pia'].indexOf(owner);
        const own = notes.map((id) => {
          const value = said[index * 4 + ids.indexOf(id)] ?? 'agree';
          return [itemId(id), { note: itemId(id), value, reason: '', text: `text ${id}`, at: noon }] as const;
        });
        expect(at).toBeLessThan(4);
        return desk(owner, { claim: owner === 'erin' ? 'engineer' : 'manager', stances: new Map(own) });
      });
      const here = Object.fromEntries(notes.map((id) => [id, { text: `text ${id}` }]));
      return (await roundOf(stateHere({ notes: here, desks }))).hash;
    };
    await fc.assert(
      fc.asyncProperty(order, who, values, async (notes, people, said) => {
        expect(await inOrder(notes, people, said)).toBe(
          await inOrder(ids, ['erin', 'mona', 'max', 'pia'], said),
        );
      }),
      { seed: 20261205, numRuns: 40 },
    );
  });

  test('holds no word that somebody keeps back, whoever closes it, and all of it once they show it', async () => {
    const held = new Y.Doc();
    const doc = new Y.Doc();
    takeStance(doc, { note: note.id, value: 'disagree', reason: 'a secret', text, at: one });
    addRemark(doc, { id: 'r1', note: note.id, text: 'a secret', at: one });
    holdWords(held, 'step one', entriesIn(doc));
    const closed = async () =>
      roundOf(
        stateHere({
          ...{ notes: { n1: { text } }, desks: [engineer(agree)] },
          whole: [{ desk: manager(), ...readHeld(held) }],
        }),
      );
    const before = await closed();
    expect(before.json).not.toContain('secret');
    expect(before.hash).toBe(
      (await roundOf(stateHere({ notes: { n1: { text } }, desks: [engineer(agree), manager()] }))).hash,
    );
    release(held, ['step one']);
    expect((await closed()).json.match(/a secret/g)).toHaveLength(2);
  });

  test('has another hash when a single word of anybody is another', async () => {
    const state = (reason: string) =>
      stateHere({
        notes: { n1: { text } },
        desks: [engineer(agree), manager({ stances: stance('agree', { reason }) })],
      });
    const [a, b, c] = await Promise.all([
      roundOf(state('yes')),
      roundOf(state('Yes')),
      roundOf(state('yes'), { number: 2 }),
    ]);
    expect(new Set([a.hash, b.hash, c.hash]).size).toBe(3);
  });

  test('takes odd things that lie in documents in a form in which they can be read again', async () => {
    const odd = stance('agree', { at: 'yesterday', reason: `\ud800${'x'.repeat(900)}` });
    const { content, json } = await roundOf(
      stateHere({ notes: { n1: { text } }, desks: [engineer({ stances: odd })] }),
    );
    expect(content.notes[0]?.stances).toEqual([
      {
        user: erin,
        value: 'agree',
        reason: `\ufffd${'x'.repeat(499)}`,
        text: null,
        at: '1970-01-01T00:00:00.000Z',
      },
    ]);
    expect(parseRound(json)).toEqual({ ok: true, value: content });
  });

  test('is refused where a board could not take it, and says how large it would be', async () => {
    const words = 'x'.repeat(10_000);
    const notes = Object.fromEntries(Array.from({ length: 230 }, (_, at) => [`n${at}`, { text: words }]));
    const refused = await closeRound(subtle, stateHere({ notes }), { number: 1, previous: null, note: '' });
    expect(refused).toEqual({ ok: false, error: { kind: 'too-large', bytes: expect.any(Number) } });
    if (!refused.ok && refused.error.kind === 'too-large')
      expect(refused.error.bytes).toBeGreaterThan(longestRound);
  });
});

test('the engineer, confirmed managers and confirmed facilitators may close a round', () => {
  const may = (['engineer', 'manager', 'peer', 'facilitator', null] as const).map((role) => [
    role,
    mayCloseRound({ role, confirmed: true }),
    mayCloseRound({ role, confirmed: false }),
  ]);
  expect(may).toEqual([
    ['engineer', true, false],
    ['manager', true, false],
    ['peer', false, false],
    ['facilitator', true, false],
    [null, false, false],
  ]);
});

describe('what is no round is refused by its reason', () => {
  const round = async () => (await roundOf(stateHere({ notes: { n1: { text } } }))).json;

  test.each([
    ['no JSON', () => '{"format"', { kind: 'not-json' }],
    ['something else', () => '{"format":"other"}', { kind: 'not-ours' }],
    ['not even an object', () => '[1]', { kind: 'not-ours' }],
    ['too long', () => `"${'x'.repeat(longestRound)}"`, { kind: 'too-large' }],
    [
      'a newer version’s',
      (json: string) => json.replace('"version":1', '"version":2'),
      { kind: 'newer', version: 2 },
    ],
    [
      'no version',
      (json: string) => json.replace('"version":1', '"version":0'),
      { kind: 'damaged', path: 'version' },
    ],
    [
      'cut by hand',
      (json: string) => json.replace('"gone":false,', ''),
      { kind: 'damaged', path: 'notes[0].gone' },
    ],
    [
      'with a hash that is none',
      (json: string) => json.replace('"previous":null', '"previous":"abc"'),
      { kind: 'damaged', path: 'previous' },
    ],
  ])('%s', async (_name, change, error) => {
    expect(parseRound(change(await round()))).toEqual({ ok: false, error });
  });
});

describe('a round in its document', () => {
  test('is read as it was, and one that somebody changed is seen to be another', async () => {
    const record = await roundOf(stateHere({ notes: { n1: { text } } }));
    const doc = new Y.Doc();
    expect(await readRound(subtle, doc, record.hash)).toBeNull();
    keepRound(doc, record);
    expect(await readRound(subtle, copyOf(doc), record.hash)).toEqual({ ok: true, value: record });
    const changed = record.json.replace('two hours', 'one hour');
    doc.getMap('round').set('json', changed);
    expect(await readRound(subtle, doc, record.hash)).toEqual({
      ok: false,
      error: { kind: 'other-hash', hash: await sha256(subtle, changed) },
    });
  });

  test('is never written by a version that is older than the document', async () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('schema', 2);
    expect(keepRound(doc, await roundOf(stateHere()))).toBe(false);
    expect(doc.getMap('round').size).toBe(0);
  });
});

const hash = (digit: string) => digit.repeat(64) as Hash;
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(hash) as [Hash, Hash, Hash, Hash];
const closing = (round: Hash, by: string, at: string, number = 1, previous: Hash | null = null) => ({
  hash: round,
  by: userId(by),
  at,
  number,
  previous,
});

describe('the list of rounds', () => {
  const numbers = (...closings: ReturnType<typeof closing>[]) =>
    roundsOf(closings).map(({ number, hash: own, beside }) => [
      number,
      own[0],
      beside.map((one) => one.hash[0]),
    ]);

  test('two who close the same at the same second have closed one round', () => {
    expect(roundsOf([closing(a, 'mona', noon), closing(a, 'erin', noon)])).toEqual([
      { hash: a, number: 1, previous: null, at: noon, by: [erin, mona], beside: [] },
    ]);
  });

  test('two who close something else at the same second: one is the round, the other stands beside it', () => {
    expect(numbers(closing(b, 'erin', noon), closing(a, 'mona', noon))).toEqual([[1, 'a', ['b']]]);
  });

  test('the earlier one is the round, unless the next one follows the other', () => {
    const twins = [closing(a, 'mona', one), closing(b, 'erin', noon)];
    expect(numbers(...twins)).toEqual([[1, 'b', ['a']]]);
    expect(numbers(...twins, closing(c, 'erin', two, 2, a))).toEqual([
      [1, 'a', ['b']],
      [2, 'c', []],
    ]);
  });

  test('a clock that is hours behind takes no later round’s number', () => {
    const behind = closing(d, 'max', '2026-11-19T00:00:00.000Z', 3, c);
    expect(
      numbers(behind, closing(b, 'erin', two, 2, a), closing(a, 'erin', one), closing(c, 'mona', two, 2, a)),
    ).toEqual([
      [1, 'a', []],
      [2, 'c', ['b']],
      [3, 'd', []],
    ]);
  });

  test('the next round follows the last', () => {
    expect(nextRound([])).toEqual({ number: 1, previous: null });
    expect(nextRound([closing(a, 'mona', one), closing(c, 'erin', two, 2, a)])).toEqual({
      number: 3,
      previous: c,
    });
  });

  test('everybody numbers alike, whatever arrives first, and no round is lost', () => {
    const some = fc.record({
      hash: fc.constantFrom(a, b, c, d),
      by: fc.constantFrom(erin, mona, max),
      at: fc.constantFrom(noon, one, two),
      number: fc.integer({ min: 1, max: 3 }),
      previous: fc.constantFrom(null, a, b, c),
    });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(some, { selector: (one) => one.hash + one.by, maxLength: 9 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const rounds = roundsOf(all);
          expect(roundsOf(shuffled)).toEqual(rounds);
          const listed = rounds.flatMap(({ hash: own, beside }) => [
            own,
            ...beside.map((other) => other.hash),
          ]);
          expect(listed.sort()).toEqual([...new Set(all.map((one) => one.hash))].sort());
        },
      ),
      { seed: 20261206 },
    );
  });

  test('lies in the sheet document, where two devices add to it at once and the first word stays', () => {
    const first = sheetOf();
    const second = copyOf(first);
    listRound(first, closing(a, 'erin', noon));
    listRound(second, closing(b, 'mona', one));
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
    listRound(first, closing(a, 'erin', two));
    first.getMap('rounds').set('x@erin', {});
    const { closings, unknown } = readSheet(copyOf(first));
    expect(closings).toEqual([closing(a, 'erin', noon), closing(b, 'mona', one)]);
    expect(unknown).toBe(1);
  });
});

test('a reason can be taken back, and then nobody said why', () => {
  const doc = new Y.Doc();
  sayWhyRetired(doc, note.id, { reason: 'not ours', at: noon });
  expect(doc.getMap('retired').get(note.id)).toEqual({ reason: 'not ours', at: noon });
  sayWhyRetired(doc, note.id, null);
  expect(doc.getMap('retired').get(note.id)).toBeNull();
});
