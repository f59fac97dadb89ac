/** The session of a board as a document: who may say what in it, and what is read of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  claimSeat,
  leaveSeat,
  offerSeat,
  readSession,
  say,
  writePeople,
  writeSession,
} from '../../../src/annotations/session/sessionDocument.ts';
import { userId } from '../../../src/workshop/ids.ts';
import * as run from '../../../src/workshop/session/session.ts';
import { noon, session, stage } from '../../workshop/session/sessions.ts';

const [fay, max, mona] = [userId('fay'), userId('max'), userId('mona/2')];
const at = '2026-11-20T12:00:00.000Z';
const claim = (doc: Y.Doc, user: typeof fay) => claimSeat(doc, { user, name: `${user} Example`, at });

function exchange(...docs: readonly Y.Doc[]): void {
  for (const from of docs)
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}
/** Fay's copy, in which she runs a session, and Max's. */
function held() {
  const [hers, his] = [new Y.Doc(), new Y.Doc()];
  claim(hers, fay);
  writeSession(hers, fay, session());
  exchange(hers, his);
  return { hers, his };
}
const stageIn = (doc: Y.Doc) => readSession(doc).session?.stage;
const goTo = (doc: Y.Doc, user: typeof fay, id: string) => {
  const now = readSession(doc).session;
  return now !== null && writeSession(doc, user, run.goTo(now, id, noon));
};

describe('a session’s document', () => {
  test('says what its holder wrote', () => {
    const doc = new Y.Doc();
    expect(readSession(doc)).toMatchObject({
      holder: null,
      session: null,
      people: [],
      unknown: 0,
      newer: false,
    });
    claim(doc, mona);
    const going = run.byClock(run.start(session([stage('a', 5, { tool: 'walk' }), stage('b')]), noon), {
      clock: 'd1',
      before: noon,
      now: noon,
    });
    const people = [
      { id: 'p', name: 'Erin Example', user: null, role: 'engineer', sheet: null, reviews: [] },
    ] as const;
    expect([
      writeSession(doc, mona, going),
      writePeople(doc, mona, people),
      say(doc, mona, 'bring', { to: 's1' }),
    ]).toEqual([true, true, true]);
    const content = readSession(doc);
    expect(content).toMatchObject({
      session: going,
      people,
      unknown: 0,
      holder: { user: mona, name: 'mona/2 Example', term: 1 },
    });
    expect(content.said('bring')).toEqual({ to: 's1' });
  });

  test('takes nothing from somebody who does not hold the seat, nor a word that means something else', () => {
    const { his } = held();
    expect([
      writeSession(his, max, run.start(session(), noon)),
      writePeople(his, max, []),
      say(his, max, 'bring', 1),
      leaveSeat(his, max),
      offerSeat(his, max, max),
    ]).toEqual(Array(5).fill(false));
    expect(stageIn(his)).toBe(null);
    expect([say(his, fay, 'user', 'max'), say(his, fay, 'agenda', [])]).toEqual([false, false]);
  });

  test('ignores what a holder says who lost the seat without knowing, whenever it arrives (F2)', () => {
    const { hers, his } = held();
    goTo(hers, fay, 'open');
    exchange(hers, his);
    claim(his, max);
    // Neither hears of the other for a while.
    expect([goTo(hers, fay, 'close'), goTo(his, max, 'write')]).toEqual([true, true]);
    expect([stageIn(hers), stageIn(his)]).toEqual(['close', 'write']);
    exchange(hers, his);
    expect([stageIn(hers), stageIn(his)]).toEqual(['write', 'write']);
    expect(goTo(hers, fay, 'close')).toBe(false);
  });

  test('hands on all that was said, also what this version does not know', () => {
    const { hers } = held();
    say(hers, fay, 'from a later version', { mood: 'sunny' });
    claim(hers, max);
    const content = readSession(hers);
    expect(content).toMatchObject({
      holder: { user: max, left: false, offeredTo: null },
      session: session(),
    });
    expect(content.said('from a later version')).toEqual({ mood: 'sunny' });
  });

  test('knows a seat that was left or offered; a new claim is neither', () => {
    const { hers } = held();
    offerSeat(hers, fay, max);
    expect(readSession(hers).holder?.offeredTo).toBe(max);
    offerSeat(hers, fay, null);
    leaveSeat(hers, fay);
    expect(readSession(hers).holder).toMatchObject({ offeredTo: null, left: true });
    claim(hers, fay);
    expect(readSession(hers).holder).toMatchObject({ term: 2, left: false });
  });

  test('stays small, however often the seat changes hands', () => {
    const { hers, his } = held();
    for (let turn = 0; turn < 60; turn += 1) {
      claim(turn % 2 ? hers : his, turn % 2 ? fay : max);
      exchange(hers, his);
    }
    expect(readSession(hers).claims.length).toBeLessThanOrEqual(4);
    expect(Y.encodeStateAsUpdate(hers).length).toBeLessThan(12_000);
    expect(readSession(hers).session).toEqual(session());
  });

  test('leaves aside what it can’t read, counts it, and shows the rest', () => {
    const { hers } = held();
    const terms = hers.getMap('terms');
    terms.set('9/max', 'king');
    terms.set('x', new Y.Map());
    const forged = new Y.Map<unknown>();
    forged.set('user', 'fay');
    terms.set('7/somebody', forged);
    hers.getMap('moods').set('a', 1);
    expect(readSession(hers)).toMatchObject({ holder: { user: fay, term: 1 }, unknown: 4 });
    const own = terms.get('1/fay') as Y.Map<unknown>;
    own.set('agenda', [...session().agenda, { id: 'broken' }]);
    own.set('run', { phase: 'going', stage: 'broken', since: 'noon' });
    expect(readSession(hers)).toMatchObject({
      session: { phase: 'planned', stage: null, since: null },
      unknown: 5,
    });
    own.set('agenda', []);
    expect(readSession(hers)).toMatchObject({ session: null, unknown: 5 });
  });

  test('of a newer version is read and not written', () => {
    const { hers } = held();
    hers.getMap('about').set('schema:9', true);
    const before = Y.encodeStateAsUpdate(hers);
    expect([claim(hers, max), goTo(hers, fay, 'write'), leaveSeat(hers, fay)]).toEqual([false, false, false]);
    expect([readSession(hers).newer, Y.encodeStateAsUpdate(hers)]).toEqual([true, before]);
  });

  test('writes nothing where nothing changed', () => {
    const { hers } = held();
    const before = Y.encodeStateAsUpdate(hers);
    writeSession(hers, fay, structuredClone(session()));
    expect(Y.encodeStateAsUpdate(hers)).toEqual(before);
  });
});

test('in whatever order claims and words arrive, everybody reads the same', () => {
  const doing = fc.record({
    who: fc.constantFrom(0, 1, 2),
    what: fc.constantFrom('claim', 'go', 'leave', 'offer', 'meet'),
    where: fc.constantFrom('open', 'write', 'close'),
  });
  fc.assert(
    fc.property(
      fc.array(doing, { maxLength: 25 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      (done, order) => {
        const people = [fay, max, mona];
        const docs = people.map(() => new Y.Doc());
        const [first] = docs as [Y.Doc];
        claim(first, fay);
        writeSession(first, fay, session());
        exchange(...docs);
        for (const { who, what, where } of done) {
          const [doc, user] = [docs[who] as Y.Doc, people[who] as typeof fay];
          if (what === 'claim') claim(doc, user);
          else if (what === 'go') goTo(doc, user, where);
          else if (what === 'leave') leaveSeat(doc, user);
          else if (what === 'offer') offerSeat(doc, user, max);
          else exchange(doc, docs[(who + 1) % 3] as Y.Doc);
        }
        exchange(...order.map((at) => docs[at] as Y.Doc));
        exchange(...docs);
        const [a, b, c] = docs.map((doc) => {
          const { said: _, ...content } = readSession(doc);
          return content;
        });
        expect(b).toEqual(a);
        expect(c).toEqual(a);
        expect(a).toMatchObject({ unknown: 0 });
        expect(a?.session?.agenda).toEqual(session().agenda);
      },
    ),
    { seed: 20_261_207, numRuns: 150 },
  );
});
