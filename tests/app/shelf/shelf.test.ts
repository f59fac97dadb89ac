/** Examples on the board: by a click, by a drag, when there is no room, and taken back. */
import { describe, expect, test } from 'vitest';
import { readSeeds } from '../../../src/annotations/shelf/seeds.ts';
import { oursPart } from '../../../src/app/models/ours/oursPart.ts';
import { shelfPart } from '../../../src/app/models/shelf/shelfPart.ts';
import { once } from '../../../src/base/disposer.ts';
import { BoardRefusal } from '../../../src/board/port.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { type Example, exampleWith } from '../../../src/workshop/shelf/examples.ts';
import { type GatheringOptions, gathering, sheetOf } from '../../support/people.ts';

const lane = laneId('leveling-up', 'mentorship-and-sponsorship');
const example = exampleWith('mentor-coach') as Example; // it is on the shelf

async function erinsSheet(options: GatheringOptions = {}) {
  const there = gathering({ writer: 'user-erin-example', ...options });
  let drop: (place: { x: number; y: number }, target: string) => void = () => undefined;
  Object.assign(there.board, {
    onDrop(listener: typeof drop) {
      drop = listener;
      return once(() => undefined);
    },
  });
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  const sheet = sheetOf(erin);
  const shelf = await there.clock.until(sheet.loaded(shelfPart));
  const texts = () => [...(sheet.view.value?.notes.values() ?? [])].map(({ text }) => text);
  const settle = () => there.clock.advance(200);
  return {
    there,
    erin,
    sheet,
    shelf,
    texts,
    settle,
    drag: (x: number, y: number, id: string) => drop({ x, y }, id),
  };
}

const leave = () => undefined;

describe('an example', () => {
  test('goes into its lane with a click, is remembered as a seed and marked generic', async () => {
    const { there, sheet, shelf, settle } = await erinsSheet();
    await there.clock.until(shelf.put(example, leave));
    await settle();
    const [note] = [...(sheet.view.value?.notes.values() ?? [])];
    expect([note?.lane?.id, note?.text]).toEqual([lane, example.text]);
    expect([...readSeeds(sheet.document).values.values()]).toMatchObject([
      { note: note?.id, example: 'mentor-coach', text: example.text, by: 'user-erin-example' },
    ]);
    expect([...shelf.used.value]).toEqual(['mentor-coach']);
    const ours = await there.clock.until(sheet.loaded(oursPart));
    await settle();
    expect([...ours.marks.value.values()].map(({ kind }) => kind)).toEqual(['generic']);
  });

  test('is no longer marked once it is really rewritten, but still is with a word more', async () => {
    const { there, sheet, shelf, settle } = await erinsSheet();
    await there.clock.until(shelf.put(example, leave));
    const ours = await there.clock.until(sheet.loaded(oursPart));
    await settle();
    const [id] = [...(sheet.view.value?.notes.keys() ?? [])];
    if (!id) throw new Error('No note');
    await there.clock.until(sheet.editNote(id, `${example.text} here`));
    await settle();
    expect(ours.marks.value.get(id)?.kind).toBe('generic');
    await there.clock.until(
      sheet.editNote(
        id,
        'Sit with both juniors of the limits squad every Thursday until they run Kestrel alone',
      ),
    );
    await settle();
    expect([ours.marks.value.has(id), shelf.used.value.size]).toEqual([false, 0]);
  });

  test('can be taken back, and leaves the blank sticky it was written on', async () => {
    const { there, erin, sheet, shelf, settle, texts } = await erinsSheet();
    const stickies = () => [...there.board.items.values()].filter(({ kind }) => kind === 'sticky').length;
    const before = stickies();
    await there.clock.until(shelf.put(example, leave));
    await settle();
    erin.workshop.notice.value?.action?.run();
    await settle();
    expect([texts(), stickies()]).toEqual([[], before]);
    expect(sheet.view.value?.gone).toEqual([]);
  });

  test('that was rewritten on the board stays when it is taken back too late', async () => {
    const { there, erin, sheet, shelf, settle, texts } = await erinsSheet();
    await there.clock.until(shelf.put(example, leave));
    await settle();
    const undo = erin.workshop.notice.value?.action;
    const [id] = [...(sheet.view.value?.notes.keys() ?? [])];
    if (!id) throw new Error('No note');
    there.board.edit(id, { text: 'Mine now', modifiedAt: '2026-11-24T09:00:00.000Z' });
    undo?.run();
    await settle();
    expect(texts()).toEqual(['Mine now']);
    expect(erin.workshop.notice.value?.message).toContain('rewritten since');
  });

  test('for a full lane asks to make room, and leads there', async () => {
    const { there, erin, sheet, shelf, settle } = await erinsSheet();
    for (let times = 0; times < 4; times += 1) await there.clock.until(shelf.put(example, leave));
    await settle();
    let left = 0;
    expect(
      await there.clock.until(
        shelf.put(example, () => {
          left += 1;
        }),
      ),
    ).toBe(false);
    const notice = erin.workshop.notice.value;
    expect(notice).toMatchObject({ tone: 'warn', action: { word: 'Make room' } });
    notice?.action?.run();
    await settle();
    expect([left, sheet.view.value?.notes.size]).toEqual([1, 3]);
  });

  test('that the board refuses is told and remembered nowhere', async () => {
    let refuses = false;
    const { there, erin, sheet, shelf } = await erinsSheet({
      refuse: ({ method }) =>
        refuses && method === 'change' ? new BoardRefusal('no-access', 'You may only view.') : null,
    });
    refuses = true;
    expect(await there.clock.until(shelf.put(example, leave))).toBe(false);
    expect(erin.workshop.notice.value?.message).toContain('put the example on the board');
    expect(readSeeds(sheet.document).values.size).toBe(0);
  });

  test('dragged into a lane is a note of that lane, whatever lane it is an example for', async () => {
    const { sheet, shelf, there, settle, drag } = await erinsSheet();
    shelf.listen();
    const header = [...there.board.items.values()].find(
      ({ id }) => id === sheet.view.value?.content.anchors.get('lane:execution/exploration'),
    );
    if (!header) throw new Error('No heading');
    drag(header.box.x, header.box.y + 260, 'example:mentor-coach');
    await settle();
    const [note] = [...(sheet.view.value?.notes.values() ?? [])];
    expect([note?.lane?.id, note?.text]).toEqual(['execution/exploration', example.text]);
    expect([...shelf.used.value]).toEqual(['mentor-coach']);
  });

  test('dragged outside the sheet lies there and is asked into a lane', async () => {
    const { erin, there, shelf, settle, drag, texts } = await erinsSheet();
    shelf.listen();
    drag(-90_000, 0, 'example:mentor-coach');
    await settle();
    expect(texts()).toEqual([]);
    expect([...there.board.items.values()].some(({ text }) => text === example.text)).toBe(true);
    expect(erin.workshop.notice.value?.message).toContain('outside the sheet');
  });

  test('of which this version knows nothing is not taken', async () => {
    const { there, shelf, settle, drag } = await erinsSheet();
    shelf.listen();
    const before = there.board.items.size;
    drag(0, 0, 'example:from-a-later-version');
    drag(0, 0, 'sheet');
    await settle();
    expect(there.board.items.size).toBe(before);
  });
});
