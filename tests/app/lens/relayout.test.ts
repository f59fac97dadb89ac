/** Laying a sheet out by the other lens for everybody: two people with the whole app on one board in memory. */
import { describe, expect, test } from 'vitest';
import { ownLensPart } from '../../../src/app/models/lens/ownLensPart.ts';
import type { RelayoutModel } from '../../../src/app/models/lens/relayoutModel.ts';
import { relayoutPart } from '../../../src/app/models/lens/relayoutPart.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { parseRecord } from '../../../src/board/marker.ts';
import { parseMark } from '../../../src/board/marks.ts';
import { BoardRefusal } from '../../../src/board/port.ts';
import { type LaneId, laneId } from '../../../src/workshop/ids.ts';
import {
  type Gathering,
  type GatheringOptions,
  gathering,
  type SomebodyThere,
  sheetOf,
} from '../../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const glue = [laneId('execution', 'being-glue'), laneId('leveling-up', 'being-glue')] as const;
const mentoring = laneId('leveling-up', 'mentorship-and-sponsorship');

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
async function modelOf(there: Gathering, person: SomebodyThere): Promise<RelayoutModel> {
  const part = sheetOf(person).part(relayoutPart);
  for (let turns = 0; turns < 50 && !part.value; turns += 1) await there.clock.advance(0);
  if (!part.value) throw new Error('Not loaded');
  return part.value;
}

/** Where each note lies for this person, by what it says. */
const lanesFor = (person: SomebodyThere): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...viewOf(person).notes.values()]
      .map(({ text, lane, place }) => [text, lane?.id ?? place] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
const boxesOf = ({ board }: Gathering) =>
  [...board.items.values()]
    .map(({ kind, text, box }) => [kind, text, box.x, box.y, box.width, box.height].join(' '))
    .toSorted();

/** Erin's sheet with two notes on glue and some more; Max is her manager. */
async function pair(options: GatheringOptions = {}) {
  const there = gathering(options);
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff Engineer', lens: 'pillars' as const };
  await there.clock.until(erin.workshop.drop.place(form));
  for (const [lane, text] of [
    [direction, 'Decide which feature store stays'],
    [direction, 'Retire the nightly export'],
    [glue[0], 'Keep the on-call handover short'],
    [glue[1], 'Introduce the newcomers to each other'],
    [mentoring, 'Pair with each new joiner'],
  ] as const)
    await there.clock.until(sheetOf(erin).addNote(lane, text));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  const all = [...viewOf(erin).notes.keys()];
  for (const person of [erin, max]) sheetOf(person).standBehind(all);
  await there.clock.advance(0);
  const [erins, maxs] = [await modelOf(there, erin), await modelOf(there, max)];
  return { there, erin, max, erins, maxs };
}
type Pair = Awaited<ReturnType<typeof pair>>;

async function laidOut(
  { there }: Pick<Pair, 'there'>,
  model: RelayoutModel,
  to: 'pillars' | 'responsibilities',
) {
  await there.clock.until(model.show(to));
  await there.clock.until(model.apply());
  await there.clock.advance(0);
}
const undo = async ({ there }: Pair, { workshop }: SomebodyThere): Promise<void> => {
  workshop.notice.value?.action?.run();
  await there.clock.advance(120_000);
};

describe('laying the sheet out by responsibility', () => {
  test('is shown first, with how many notes move and how large the frame becomes', async () => {
    const { there, erins } = await pair();
    const before = boxesOf(there);
    await there.clock.until(erins.show('responsibilities'));
    const state = erins.state.value;
    expect(state).toMatchObject({
      kind: 'preview',
      preview: { facts: { notes: 5, aside: [], kept: [], staying: 0 }, inTheWay: [] },
    });
    expect(state.kind === 'preview' && state.preview.frame.to.width).toBeGreaterThan(2000);
    erins.leave();
    expect([erins.state.value.kind, boxesOf(there)]).toEqual(['idle', before]);
  });

  test('moves everything and changes no lane and no agreement, for anybody, at any moment', async () => {
    const both = await pair();
    const { there, erin, max, erins } = both;
    const before = lanesFor(erin);
    const seen = new Set<string>();
    for (const person of [erin, max])
      sheetOf(person).view.subscribe((view) => {
        if (view)
          seen.add(JSON.stringify([lanesFor(person), view.agreed, view.total, view.harvest.problems]));
      });
    const own = sheetOf(max).part(ownLensPart);
    await there.clock.advance(0);
    own.value?.choose('responsibilities');
    await laidOut(both, erins, 'responsibilities');
    expect([own.value?.lens.value, own.value?.columns.value]).toEqual(['responsibilities', null]);
    expect([...seen]).toEqual([JSON.stringify([before, 5, 5, []])]);
    for (const person of [erin, max]) {
      expect(viewOf(person).columns.map(({ column }) => column.id)).toEqual(
        expect.arrayContaining(['being-glue', 'mentorship-and-sponsorship', 'technical-direction']),
      );
      expect(viewOf(person).details.lens).toBe('responsibilities');
    }
    const lanes = viewOf(max).columns.find(({ column }) => column.id === 'being-glue')?.lanes;
    expect(lanes?.map(({ lane, notes }) => [lane.id, notes.length])).toEqual([
      [glue[0], 1],
      [glue[1], 1],
    ]);
    // The next one who comes reads it on the board itself.
    const pia = await there.come('Pia Example');
    await there.clock.until(pia.workshop.lookAgain());
    expect(lanesFor(pia)).toEqual(before);
    const records = [...there.board.records].map(([id, json]) => parseRecord(id, json));
    expect(records).toMatchObject([{ ok: true, value: { details: { lens: 'responsibilities' } } }]);
    expect(records[0]?.ok && records[0].value.moving).toBeUndefined();
    const abouts = [...there.board.marks.values()].map((mark) => parseMark(mark)?.about?.lens);
    expect(abouts.filter((lens) => lens)).toEqual(['responsibilities']);
    expect(erin.workshop.notice.value?.message).toContain('Every note is in its lane');
  });

  test('is undone with a click, to where everything was', async () => {
    const both = await pair();
    const { there, erin, max, erins } = both;
    const [before, lanes] = [boxesOf(there), lanesFor(erin)];
    await laidOut(both, erins, 'responsibilities');
    expect(boxesOf(there)).not.toEqual(before);
    expect([erins.undo.value !== null, both.maxs.undo.value]).toEqual([true, null]);
    await undo(both, erin);
    expect(erins.undo.value).toBeNull();
    const own = sheetOf(max).part(ownLensPart);
    await there.clock.advance(0);
    expect([own.value?.lens.value, own.value?.columns.value]).toEqual(['pillars', null]);
    expect(boxesOf(there)).toEqual(before);
    expect([lanesFor(erin), lanesFor(max), viewOf(max).details.lens]).toEqual([lanes, lanes, 'pillars']);
    expect(viewOf(erin).harvest.problems).toEqual([]);
  });

  test('undone after somebody added a note, it is laid out by pillar with that note in its lane', async () => {
    const both = await pair();
    const { there, erin, max, erins } = both;
    await laidOut(both, erins, 'responsibilities');
    await there.clock.until(sheetOf(max).addNote(mentoring, 'Something Max adds'));
    await there.clock.advance(0);
    const lanes = lanesFor(max);
    expect(lanes['Something Max adds']).toBe(mentoring);
    await undo(both, erin);
    expect([lanesFor(erin), viewOf(erin).details.lens]).toEqual([lanes, 'pillars']);
  });

  test('lets nobody add or move notes by lane meanwhile, and says why', async () => {
    const { there, erin, max, erins } = await pair();
    await there.clock.until(erins.show('responsibilities'));
    const running = erins.apply();
    // Others are given a moment to hear of it before anything moves.
    await there.clock.advance(1_000);
    expect(viewOf(max).content.relayout).not.toBeNull();
    const adding = sheetOf(max).addNote(direction, 'Too early');
    await there.clock.advance(10);
    expect(await adding).toBe(false);
    expect(max.workshop.notice.value?.message).toContain('being laid out anew');
    await there.clock.until(running);
    expect(viewOf(erin).details.lens).toBe('responsibilities');
  });

  test('waits until what lies beside the frame has made way', async () => {
    const { there, erins } = await pair();
    await there.clock.until(erins.show('responsibilities'));
    const found = erins.state.value;
    if (found.kind !== 'preview') throw new Error('Nothing to see');
    const { from, to } = found.preview.frame;
    const frame = [...there.board.items.values()].find(({ kind }) => kind === 'frame');
    if (!frame) throw new Error('No frame');
    const [wider, higher] = [to.width > from.width, to.height > from.height];
    expect(wider || higher).toBe(true);
    const x = frame.box.x + (wider ? from.width / 2 + 60 : 0);
    const y = frame.box.y + (wider ? 0 : from.height / 2 + 60);
    const box = { x, y, width: 100, height: 100 };
    await there.clock.until(there.board.create({ kind: 'sticky', box, text: 'Not ours', colour: 'gray' }));
    const before = boxesOf(there);
    await there.clock.until(erins.apply());
    expect(erins.state.value).toMatchObject({ kind: 'preview', preview: { inTheWay: ['Not ours'] } });
    expect(boxesOf(there)).toEqual(before);
  });
});

describe('stopped half-way', () => {
  /** The board says no after so many changes, until told otherwise. */
  async function refusedAfter(most: number) {
    const stop = { after: Number.POSITIVE_INFINITY, changes: 0 };
    const both = await pair({
      refuse: ({ method }) => {
        if (!['change', 'create', 'remove'].some((one) => method === one || method.endsWith(one)))
          return null;
        stop.changes += 1;
        return stop.changes > stop.after ? new BoardRefusal('no-access', 'No.') : null;
      },
    });
    const before = { boxes: boxesOf(both.there), lanes: lanesFor(both.erin) };
    stop.after = stop.changes + most;
    await laidOut(both, both.erins, 'responsibilities');
    return { ...both, before, allow: () => (stop.after = Number.POSITIVE_INFINITY) };
  }

  test('by the board, notes still count where they were, and either of the two finishes it or puts it back', async () => {
    for (const [who, back] of [
      ['erins', false],
      ['maxs', true],
      ['maxs', false],
    ] as const) {
      const both = await refusedAfter(9);
      const { there, erin, max, before, allow } = both;
      expect(boxesOf(there)).not.toEqual(before.boxes);
      expect([lanesFor(erin), lanesFor(max)]).toEqual([before.lanes, before.lanes]);
      expect(erin.workshop.notice.value?.message).toContain('could not lay the sheet out anew');
      expect(both.erins.under.value?.record.to).toBe('responsibilities');
      allow();
      await there.clock.until(back ? both[who].putBack() : both[who].goOn());
      await there.clock.advance(0);
      expect([lanesFor(erin), lanesFor(max)]).toEqual([before.lanes, before.lanes]);
      expect(viewOf(max).details.lens).toBe(back ? 'pillars' : 'responsibilities');
      expect([both.erins.under.value, viewOf(erin).harvest.problems]).toEqual([null, []]);
      if (back) expect(boxesOf(there)).toEqual(before.boxes);
    }
  });

  /** Something happens at the change of this number. */
  async function watched() {
    const watch = { changes: 0, at: Number.NaN, task: () => undefined as unknown };
    const both = await pair({
      refuse({ method }) {
        if (['change', 'create', 'remove'].includes(method)) watch.changes += 1;
        if (watch.changes === watch.at) {
          watch.at = Number.NaN;
          watch.task();
        }
        return null;
      },
    });
    return {
      ...both,
      at(more: number, task: () => unknown) {
        Object.assign(watch, { at: watch.changes + more, task });
      },
    };
  }

  test('by a click, everything goes back', async () => {
    const { there, erin, erins, at } = await watched();
    const before = boxesOf(there);
    await there.clock.until(erins.show('responsibilities'));
    at(9, () => {
      expect([erins.state.value.kind, boxesOf(there)]).not.toEqual(['running', before]);
      erins.stop();
    });
    await there.clock.until(erins.apply());
    await there.clock.advance(120_000);
    expect([erins.state.value.kind, viewOf(erin).content.relayout]).toEqual(['idle', null]);
    expect(boxesOf(there)).toEqual(before);
  });

  test('by a closed tab, others are told once nothing was heard of it for a while, and finish it', async () => {
    const { there, erin, max, erins, maxs, at } = await watched();
    const lanes = lanesFor(max);
    await there.clock.until(erins.show('responsibilities'));
    at(14, () => erin.workshop.dispose());
    await there.clock.until(erins.apply());
    await there.clock.advance(1_000);
    expect(maxs.under.value).toMatchObject({ alive: true, record: { by: 'user-erin-example' } });
    await there.clock.advance(60_000);
    expect(maxs.under.value?.alive).toBe(false);
    expect(lanesFor(max)).toEqual(lanes);
    await there.clock.until(maxs.goOn());
    await there.clock.advance(0);
    expect([lanesFor(max), viewOf(max).details.lens]).toEqual([lanes, 'responsibilities']);
    const texts = [...there.board.items.values()].flatMap(({ kind, text }) =>
      kind === 'shape' ? [text] : [],
    );
    const titles = viewOf(max).columns.map(({ column }) => column.title);
    for (const title of titles) expect(texts.filter((text) => text === title).length).toBeLessThanOrEqual(2);
    expect(viewOf(max).harvest.problems).toEqual([]);
  });
});

describe('two at once', () => {
  test('who begin at the same moment do it once', async () => {
    const both = await pair();
    const { there, erin, max, erins, maxs } = both;
    const lanes: Readonly<Record<string, LaneId | string>> = lanesFor(erin);
    await there.clock.until(Promise.all([erins.show('responsibilities'), maxs.show('responsibilities')]));
    await there.clock.until(Promise.all([erins.apply(), maxs.apply()]));
    await there.clock.advance(60_000);
    expect([lanesFor(erin), lanesFor(max)]).toEqual([lanes, lanes]);
    expect([viewOf(erin).details.lens, viewOf(erin).content.relayout]).toEqual(['responsibilities', null]);
    const headings = [...there.board.items.values()]
      .filter(({ kind }) => kind === 'shape')
      .map(({ text }) => text);
    const twice = headings.filter((text, index) => text.length > 60 && headings.indexOf(text) !== index);
    expect(twice).toEqual([]);
    expect(viewOf(erin).harvest.problems).toEqual([]);
  });
});
