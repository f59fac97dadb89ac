/**
 * Notes on their way to the board, under bad luck: the board refuses, a call does its work and fails all the same, the
 * page is killed, two people click at once and can't hear each other. Every note ends on one sticky, none on two.
 */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { noteKey, readPlacing, stickiesOf } from '../../../src/annotations/noteDrafts/placements.ts';
import { planPlacing } from '../../../src/annotations/noteDrafts/placingPlan.ts';
import type { SideNote } from '../../../src/annotations/noteDrafts/revealed.ts';
import {
  type PlacingOptions,
  placeNotes,
  takeDoublesAway,
} from '../../../src/app/models/noteDrafts/placeNotes.ts';
import { left, top } from '../../../src/base/box.ts';
import { itemsInFrame } from '../../../src/board/inFrame.ts';
import { planDrop } from '../../../src/board/plan.ts';
import { BoardRefusal } from '../../../src/board/port.ts';
import { runDrop } from '../../../src/board/runDrop.ts';
import { sheetId } from '../../../src/workshop/ids.ts';
import { sheetColumns } from '../../../src/workshop/lens.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';
import { erin, max, noon } from '../../annotations/builders.ts';
import { chance } from '../../support/chance.ts';
import { type FakeBoardOptions, fakeBoard } from '../../support/fakeBoard.ts';
import { virtualClock } from '../../support/virtualClock.ts';
import { direction, exploration } from './somebody.ts';

const details = {
  id: sheetId('s1'),
  template: staffRole.id,
  lens: 'pillars' as const,
  title: 'Staff Engineer',
  team: 'Credit',
  level: '',
  engineer: 'Erin Example',
  reviewers: [],
  createdAt: noon,
};
const notes: readonly SideNote[] = ['a', 'b', 'c', 'd', 'e'].map((id, order) => ({
  id,
  user: order % 2 ? max : erin,
  step: 's',
  lane: order < 3 ? direction : exploration,
  text: `The words of ${id}`,
  order,
  at: noon,
}));

type Refuse = NonNullable<FakeBoardOptions['refuse']>;

/** A sheet on a board, and as many people as there are documents. */
async function world(people = 1) {
  const clock = virtualClock();
  let refuse: Refuse = () => null;
  const board = fakeBoard({ clock, latency: 40, refuse: (call, n) => refuse(call, n) });
  const plan = planDrop(staffRole, details, { centre: { x: 0, y: 0 }, writing: 'panel' });
  const dropped = await clock.until(runDrop(plan, board, { clock }));
  if (dropped.kind !== 'dropped') throw new Error('Not dropped');
  const documents = Array.from({ length: people }, () => new Y.Doc());
  let runs = 0;
  const share = (): void => {
    for (const one of documents)
      for (const other of documents) Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  };
  const isGone = (id: string) => ![...board.items.keys()].some((known) => known === id);
  const optionsFor = (document: Y.Doc, more: Partial<PlacingOptions> = {}): PlacingOptions => {
    runs += 1;
    return {
      board,
      clock,
      document,
      hasRoom: () => true,
      me: erin,
      run: `run-${runs}`,
      plan: () => {
        const placed = stickiesOf(readPlacing(document).placements, isGone);
        return planPlacing({
          comparison: { alike: [], alone: notes },
          choices: new Map(),
          isPlaced: (note) => placed.has(note),
          lanes: [direction, exploration],
          first: erin,
        });
      },
      async look() {
        const items = await board.readAll();
        const frame = items.find(({ id }) => id === dropped.frame);
        if (!frame) throw new BoardRefusal('gone', 'No frame');
        const columns = sheetColumns(staffRole, 'pillars');
        return {
          columns,
          anchors: dropped.anchors,
          frame: { id: frame.id, box: frame.box },
          items: itemsInFrame(frame, items),
        };
      },
      take: () => undefined,
      tagsFor: async () => [],
      isGone,
      textOf: (key) => notes.find((note) => noteKey(note) === key)?.text ?? null,
      isSpokenAbout: () => false,
      company: () => people > 1,
      now: () => new Date(clock.now()).toISOString(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...more,
    };
  };
  const stickies = () =>
    [...board.items.values()]
      .filter(({ kind }) => kind === 'sticky')
      .map(({ text }) => text)
      .sort();
  return {
    ...{ board, clock, documents, share, optionsFor, stickies, isGone },
    refuseWith(next: Refuse) {
      refuse = next;
    },
  };
}

const all = notes.map(({ text }) => text);

describe('notes on their way to the board', () => {
  test('go each to its lane, inside the frame, with a mark that makes no sheet of them', async () => {
    const { board, clock, documents, optionsFor, stickies } = await world();
    const [document] = documents;
    if (!document) throw new Error('Nobody is there');
    const result = await clock.until(placeNotes(optionsFor(document)));
    expect([result.kind, result.placed.length, stickies()]).toEqual(['done', 5, all]);
    const made = [...board.items.values()].filter(({ kind }) => kind === 'sticky');
    expect(made.every(({ frame, id }) => frame !== null && board.marks.has(id))).toBe(true);
    expect(new Set(made.map(({ box }) => `${left(box)},${top(box)}`)).size).toBe(5);
    expect(readPlacing(document).run).toBeNull();
  });

  test('stop between two of them when somebody cancels, and the rest comes at the next click', async () => {
    const { clock, documents, optionsFor, stickies } = await world();
    const [document] = documents;
    if (!document) throw new Error('Nobody is there');
    const control = new AbortController();
    const first = await clock.until(
      placeNotes(
        optionsFor(document, {
          signal: control.signal,
          onProgress: ({ done }) => done === 2 && control.abort(),
        }),
      ),
    );
    expect([first.kind, stickies().length]).toEqual(['cancelled', 2]);
    const second = await clock.until(placeNotes(optionsFor(document)));
    expect([second.kind, second.placed.length, stickies()]).toEqual(['done', 3, all]);
  });

  test('wait while the board asks to slow down or its budget has no room, and go on by themselves', async () => {
    const { clock, documents, optionsFor, stickies, refuseWith } = await world();
    const [document] = documents;
    if (!document) throw new Error('Nobody is there');
    let calls = 0;
    refuseWith(({ method }) => {
      if (method !== 'create') return null;
      calls += 1;
      return calls < 4 ? new BoardRefusal('rate', 'Slow down') : null;
    });
    let room = 3;
    const slow: boolean[] = [];
    const result = await clock.until(
      placeNotes(
        optionsFor(document, {
          hasRoom() {
            room -= 1;
            return room !== 0;
          },
          onProgress: ({ slowed }) => slow.push(slowed),
        }),
      ),
    );
    expect([result.kind, stickies(), slow.includes(true)]).toEqual(['done', all, true]);
  });

  test('are never put there twice, though calls do their work and fail, and pages are killed anywhere', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = chance(seed);
      const { board, clock, documents, optionsFor, stickies, isGone } = await world();
      const [document] = documents;
      if (!document) throw new Error('Nobody is there');
      for (let run = 0; run < 25 && stickies().length < all.length; run += 1) {
        const killedAt = Math.floor(random() * 30);
        let calls = 0;
        const dead = new Promise<never>(() => undefined);
        /** The page ends: what was asked of the board happens or not, and nothing of ours runs any more. */
        const mortal = new Proxy(board, {
          get(target, name: keyof typeof board) {
            const method = target[name];
            if (typeof method !== 'function') return method;
            return async (...given: never[]) => {
              calls += 1;
              const fate = random();
              if (calls > killedAt) {
                if (fate < 0.5 && calls === killedAt + 1)
                  await (method as (...all: never[]) => unknown)(...given);
                return dead;
              }
              const done = await (method as (...all: never[]) => unknown)(...given);
              if (fate < 0.08)
                throw new BoardRefusal('refused', 'It failed without a word, after it was done.');
              return done;
            };
          },
        });
        let over = false;
        const end = placeNotes(optionsFor(document, { board: mortal })).then(
          () => {
            over = true;
          },
          () => undefined,
        );
        for (let passed = 0; !over && passed < 60; passed += 1) await clock.advance(200);
        void end;
      }
      const result = await clock.until(placeNotes(optionsFor(document)));
      expect([seed, result.kind, stickies()]).toEqual([seed, 'done', all]);
      const placed = stickiesOf(readPlacing(document).placements, isGone);
      expect([...placed.values()].map(({ item }) => item).sort()).toEqual(
        [...board.items.values()].flatMap(({ kind, id }) => (kind === 'sticky' ? [id] : [])).sort(),
      );
    }
  });

  test('are left to the other one when two click at once and hear each other', async () => {
    const { clock, documents, share, optionsFor, stickies } = await world(2);
    const [one, other] = documents;
    if (!one || !other) throw new Error('Nobody is there');
    const both = Promise.all([placeNotes(optionsFor(one)), placeNotes(optionsFor(other, { me: max }))]);
    await clock.advance(500);
    share();
    const results = await clock.until(both);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'elsewhere']);
    expect(stickies()).toEqual(all);
  });

  test('put there by two who cannot hear each other are each there once in the end', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = chance(seed);
      const { clock, documents, share, optionsFor, stickies } = await world(2);
      const [one, other] = documents;
      if (!one || !other) throw new Error('Nobody is there');
      const options = [optionsFor(one), optionsFor(other, { me: max })] as const;
      const first = placeNotes(options[0]);
      await clock.advance(Math.floor(random() * 1500));
      const second = placeNotes(options[1]);
      await clock.until(Promise.all([first, second]));
      share();
      // As the panel does a while later: each takes its own doubles away.
      for (const each of options) await clock.until(takeDoublesAway(each, new Set([each.run])));
      share();
      expect([seed, stickies()]).toEqual([seed, all]);
    }
  });

  test('of which somebody touched a double, both stay, and no words are lost', async () => {
    const { board, clock, documents, share, optionsFor, stickies } = await world(2);
    const [one, other] = documents;
    if (!one || !other) throw new Error('Nobody is there');
    const options = [optionsFor(one), optionsFor(other, { me: max })] as const;
    await clock.until(Promise.all(options.map(placeNotes)));
    const doubled = stickies().length > all.length;
    expect(doubled).toBe(true);
    for (const { id, kind, text } of [...board.items.values()])
      if (kind === 'sticky' && text.endsWith(' a')) board.edit(id, { text: `${text}, said better` });
    share();
    for (const each of options) await clock.until(takeDoublesAway(each, new Set([each.run])));
    expect(stickies()).toEqual([
      'The words of a, said better',
      'The words of a, said better',
      ...all.filter((text) => !text.endsWith(' a')),
    ]);
  });
});
