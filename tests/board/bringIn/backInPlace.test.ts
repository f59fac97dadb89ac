/** What is done before notes of a file go back to their places: where headers may be moved, which blank stickies take words. */
import { expect, test } from 'vitest';
import { boxAt, moved } from '../../../src/base/box.ts';
import {
  bordersNow,
  type ComingBack,
  isFree,
  type LayoutThere,
  planBack,
} from '../../../src/board/bringIn/backInPlace.ts';
import { applied } from '../../../src/board/bringIn/planRoom.ts';
import { changesOf, isEmpty } from '../../../src/board/changePlan.ts';
import { itemsInFrame } from '../../../src/board/inFrame.ts';
import { planMakeRoom, type SheetOnBoard } from '../../../src/board/makeRoom.ts';
import { itemId, laneId } from '../../../src/workshop/ids.ts';
import { laneKey } from '../../../src/workshop/piece.ts';
import { droppedSheet } from '../../support/dropped.ts';

const direction = laneId('big-picture', 'technical-direction');
const mentoring = laneId('leveling-up', 'mentorship-and-sponsorship');

async function dropped(): Promise<SheetOnBoard> {
  const sheet = await droppedSheet();
  const { columns, anchors } = sheet.reading();
  const frame = sheet.frame();
  return { columns, anchors, frame, items: itemsInFrame(frame, [...sheet.board.items.values()]) };
}
const blanksOf = ({ items }: SheetOnBoard) =>
  items.filter(({ kind, text }) => kind === 'sticky' && text === '');
const layoutOf = ({ anchors, items, frame }: SheetOnBoard): LayoutThere => ({
  ...{ width: frame.box.width, height: frame.box.height },
  headers: [...anchors].flatMap(([key, id]) => {
    const item = items.find((one) => one.id === id);
    return item && item.kind !== 'sticky' ? [{ key, box: item.box }] : [];
  }),
});
const comingFrom = (there: SheetOnBoard, notes: ComingBack['notes'] = []): ComingBack => ({
  ...{ layout: layoutOf(there), notes },
  blanks: blanksOf(there).map(({ box }) => box),
});
/** With room for one more row of notes in a lane. */
const roomier = (sheet: SheetOnBoard): SheetOnBoard => applied(sheet, planMakeRoom(sheet, direction, 1));
/** The same with words on one of its blank stickies. */
function written(sheet: SheetOnBoard): SheetOnBoard {
  const [blank] = blanksOf(sheet);
  return { ...sheet, items: sheet.items.map((item) => (item === blank ? { ...item, text: 'Mine' } : item)) };
}
const areas = (sheet: SheetOnBoard) => [...bordersNow(sheet).areas];

test('a sheet without notes is laid out as the one in the file, and blank stickies lie as there', async () => {
  const [here, there] = [await dropped(), roomier(await dropped())];
  expect(areas(here)).not.toEqual(areas(there));
  const { plan } = planBack(here, comingFrom(there));
  const after = applied(here, plan);
  expect(areas(after)).toEqual(areas(there));
  expect(blanksOf(after).map(({ box }) => box)).toEqual(blanksOf(there).map(({ box }) => box));
  // Once more there is nothing to do, nor from the sheet as it was dropped.
  expect(isEmpty(planBack(after, comingFrom(there)).plan)).toBe(true);
  expect(isEmpty(planBack(here, comingFrom(here)).plan)).toBe(true);
});

test('where somebody has written, nothing moves; the frame grows where the headers are as they were', async () => {
  const here = written(await dropped());
  const there = roomier(await dropped());
  expect(isEmpty(planBack(here, comingFrom(there)).plan)).toBe(true);
  const layout = { ...layoutOf(here), height: here.frame.box.height + 300 };
  const { plan } = planBack(here, { ...comingFrom(here), layout });
  expect(
    changesOf(plan).map((change) => change.kind === 'change' && [change.id, change.to.box?.height]),
  ).toEqual([[here.frame.id, here.frame.box.height + 300]]);
});

test('a layout that lacks a heading, has one more, or makes no sense is left alone', async () => {
  const here = await dropped();
  const layout = layoutOf(roomier(here));
  const key = laneKey(mentoring);
  const [first] = layout.headers;
  if (!first) throw new Error('No headers');
  const strange: readonly LayoutThere[] = [
    { ...layout, headers: layout.headers.filter((header) => header.key !== key) },
    { ...layout, headers: [...layout.headers, { key: 'lane:of/another', box: first.box }] },
    { ...layout, width: 1e300 },
    { ...layout, width: -1 },
    { ...layout, height: 10 },
    {
      ...layout,
      headers: layout.headers.map(({ key: own, box }) => ({ key: own, box: { ...box, x: -1e9 } })),
    },
    {
      ...layout,
      headers: layout.headers.map(({ key: own, box }) => ({ key: own, box: { ...box, width: 0 } })),
    },
  ];
  for (const one of strange)
    expect(isEmpty(planBack(here, { layout: one, blanks: [], notes: [] }).plan)).toBe(true);
});

test('words go onto the blank sticky at their place, else in their lane, and a wide note onto none', async () => {
  const here = await dropped();
  const area = bordersNow(here).areas.get(direction);
  const blank = blanksOf(here).find(
    ({ box }) => area && bordersNow(here).at(box.x, box.y).includes(direction),
  );
  const other = blanksOf(here).find(({ id }) => id !== blank?.id);
  if (!blank || !other) throw new Error('No blank stickies');
  const at = { lanes: [direction], colour: null };
  const notes = [
    { key: 'beside', at: { ...at, box: moved(blank.box, 40, 20) } },
    { key: 'there', at: { ...at, box: other.box } },
    { key: 'wide', at: { ...at, box: { ...blank.box, width: 350 } } },
  ];
  const { blanks } = planBack(here, { layout: null, blanks: [], notes });
  expect([...blanks]).toEqual([
    ['there', other.id],
    ['beside', blank.id],
  ]);
});

test('a place is free where it means the same and nobody else’s note lies there', async () => {
  const here = await dropped();
  const area = bordersNow(here).areas.get(direction);
  if (!area) throw new Error('No lane');
  const box = boxAt(area.x, area.y, 199, 228);
  const place = { box, lanes: [direction], colour: null };
  const none = new Set<never>();
  expect(isFree(here, place, none)).toBe(true);
  expect(isFree(here, { ...place, lanes: [mentoring] }, none)).toBe(false);
  expect(isFree(here, { ...place, lanes: [] }, none)).toBe(false);
  expect(isFree(here, { ...place, box: { ...box, width: Number.NaN } }, none)).toBe(false);
  const outside = { ...box, x: here.frame.box.width - 20, y: 130 };
  expect(isFree(here, { ...place, lanes: [], box: outside }, none)).toBe(false);
  const id = itemId('mine');
  const taken = {
    ...here,
    items: [...here.items, { id, kind: 'sticky', text: 'Mine', box: moved(box, 90, 0) }],
  };
  expect([isFree(taken, place, none), isFree(taken, place, new Set([id]))]).toEqual([false, true]);
});
