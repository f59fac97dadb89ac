/**
 * What every board port promises, run on the fake that tests use and on the SDK over the local board's model: as it
 * usually is, under every single switch, and under the harshest set of them.
 */

import { afterEach, describe, expect, test } from 'vitest';
import type { BoardItem } from '../../src/board/item.ts';
import type { BoardPort } from '../../src/board/port.ts';
import { itemId, sheetId } from '../../src/workshop/ids.ts';
import { fakeBoard } from '../support/fakeBoard.ts';
import { type PortUnder, portOn, readings } from '../support/portReadings.ts';

const implementations: Record<string, () => Promise<PortUnder>> = {
  'the fake board': async () => ({ port: fakeBoard(), dispose: () => undefined }),
  ...Object.fromEntries(
    Object.entries(readings).map(([name, switches]) => [
      `the SDK on a board ${name}`,
      () => portOn(switches),
    ]),
  ),
};

const frameBox = { x: 1000, y: 500, width: 2000, height: 1200 };
const noteBox = { x: 900, y: 400, width: 199, height: 228 };

describe.each(Object.entries(implementations))('%s', (_, make) => {
  let under: PortUnder | undefined;
  afterEach(() => under?.dispose());
  const start = async (): Promise<BoardPort> => {
    under = await make();
    return under.port;
  };
  const framed = async (port: BoardPort) => {
    const frame = await port.create({ kind: 'frame', box: frameBox, title: 'Staff Engineer' });
    const note = await port.create({ kind: 'sticky', box: noteBox, text: 'A note', colour: 'light_yellow' });
    await port.putInFrame(frame.id, note.id);
    return { frame, note };
  };
  const one = async (port: BoardPort, id: BoardItem['id']): Promise<BoardItem> => {
    const [item] = await port.readSome([id]);
    if (!item) throw new Error(`No item ${id}`);
    return item;
  };

  test('a sticky comes back with its words, colour and place', async () => {
    const port = await start();
    const words = 'Two lines\n\nand <b>no</b> markup & "quotes"';
    const { id } = await port.create({ kind: 'sticky', box: noteBox, text: words, colour: 'cyan' });
    const { kind, text, colour, box, frame } = await one(port, id);
    expect({ kind, text, colour, box, frame }).toEqual({
      kind: 'sticky',
      text: words,
      colour: 'cyan',
      box: noteBox,
      frame: null,
    });
  });

  test('taken out of its frame an item lies where it lay, and nothing happens to one in no frame', async () => {
    const port = await start();
    const { note } = await framed(port);
    await port.takeOutOfFrame(note.id);
    const { box, frame } = await one(port, note.id);
    expect({ box, frame }).toEqual({ box: noteBox, frame: null });
    await port.takeOutOfFrame(note.id);
    await port.change(note.id, { x: -5_000, y: 0 });
    expect((await one(port, note.id)).box).toMatchObject({ x: -5_000, y: 0 });
  });

  test('what is selected can be asked for', async () => {
    const port = await start();
    const { note } = await framed(port);
    expect(await port.selected()).toEqual([]);
    await port.select([note.id]);
    expect((await port.selected()).map(({ id, text }) => [id, text])).toEqual([[note.id, 'A note']]);
  });

  test('putting an item in a frame moves nothing, and tells its place in both ways', async () => {
    const port = await start();
    const { frame, note } = await framed(port);
    const inside = await one(port, note.id);
    expect(inside.frame).toBe(frame.id);
    expect(inside.box).toEqual(noteBox);
    expect(inside.local).toEqual({ ...noteBox, x: 900, y: 500 });
  });

  test('a child is moved in board coordinates and stays a child', async () => {
    const port = await start();
    const { frame, note } = await framed(port);
    await port.change(note.id, { x: 1500, y: 600 });
    const moved = await one(port, note.id);
    expect({ x: moved.box.x, y: moved.box.y, frame: moved.frame }).toEqual({
      x: 1500,
      y: 600,
      frame: frame.id,
    });
  });

  test('moving a frame takes its children along', async () => {
    const port = await start();
    const { frame, note } = await framed(port);
    await port.change(frame.id, { x: frameBox.x + 300, y: frameBox.y - 100 });
    const all = await port.readAll();
    expect(all.find(({ id }) => id === note.id)?.box).toEqual({
      ...noteBox,
      x: noteBox.x + 300,
      y: noteBox.y - 100,
    });
  });

  test('changing the words keeps everything else', async () => {
    const port = await start();
    const { frame, note } = await framed(port);
    const changed = await port.change(note.id, { text: 'Other words' });
    expect({ text: changed.text, box: changed.box, frame: changed.frame }).toEqual({
      text: 'Other words',
      box: noteBox,
      frame: frame.id,
    });
  });

  test('reading what is gone leaves it out, and removing it again is no failure', async () => {
    const port = await start();
    const { note } = await framed(port);
    await port.remove(note.id);
    expect(await port.readSome([note.id])).toEqual([]);
    await expect(port.remove(note.id)).resolves.toBeUndefined();
  });

  test('changing what is gone is refused as gone', async () => {
    const port = await start();
    await expect(port.change(itemId('3458764500000999999'), { text: 'x' })).rejects.toMatchObject({
      reason: 'gone',
    });
  });

  test('an item outside the frame is refused as its child', async () => {
    const port = await start();
    const { frame } = await framed(port);
    const far = await port.create({ kind: 'sticky', box: { ...noteBox, x: 9000 }, text: '', colour: 'cyan' });
    await expect(port.putInFrame(frame.id, far.id)).rejects.toMatchObject({ name: 'BoardRefusal' });
  });

  test('marks and records come back as they were written, and a record can be taken away', async () => {
    const port = await start();
    const { note } = await framed(port);
    await port.writeMark(note.id, { sheet: 's1', key: 'title' });
    expect(await port.readMark(note.id)).toEqual({ sheet: 's1', key: 'title' });
    await port.writeSheetRecord(sheetId('s1'), { v: 1 });
    await port.writeSheetRecord(sheetId('s2'), { v: 1, frame: '3' });
    await port.writeSheetRecord(sheetId('s1'), null);
    expect([...(await port.readSheetRecords())]).toEqual([['s2', { v: 1, frame: '3' }]]);
  });

  test('records of templates are kept by name, apart from those of sheets', async () => {
    const port = await start();
    await port.writeSheetRecord(sheetId('s1'), { v: 1, frame: '3' });
    await port.writeTemplateRecord('our-ladder.1', { v: 1 });
    await port.writeTemplateRecord('our-ladder.2', { v: 1 });
    await port.writeTemplateRecord('our-ladder.1', null);
    expect([...(await port.readTemplateRecords())]).toEqual([['our-ladder.2', { v: 1 }]]);
    expect([...(await port.readSheetRecords()).keys()]).toEqual(['s1']);
  });

  test('tags are made, worn and removed', async () => {
    const port = await start();
    const { note } = await framed(port);
    const tag = await port.createTag('RW · Agreed', 'green');
    await port.change(note.id, { tags: [tag.id] });
    expect((await one(port, note.id)).tags).toEqual([tag.id]);
    expect(await port.readTags()).toEqual([tag]);
    await port.change(note.id, { tags: [] });
    await port.removeTag(tag.id);
    expect(await port.readTags()).toEqual([]);
  });
});

describe('for somebody who may only view', () => {
  test('the board is read, every change is refused as having no access, and nothing is left half done', async () => {
    const under = await portOn({});
    const viewer = await under.join({ access: 'view' });
    const frame = await under.port.create({ kind: 'frame', box: frameBox, title: 'Staff Engineer' });
    const note = await under.port.create({ kind: 'sticky', box: noteBox, text: 'A note', colour: 'cyan' });
    await under.port.putInFrame(frame.id, note.id);
    await under.port.writeMark(note.id, { sheet: 's1' });
    const before = await viewer.readAll();
    expect(before.map(({ text }) => text).sort()).toEqual(['A note', 'Staff Engineer']);
    expect(await viewer.readMark(note.id)).toEqual({ sheet: 's1' });
    expect(await viewer.readTags()).toEqual([]);
    const changes: Record<string, () => Promise<unknown>> = {
      create: () => viewer.create({ kind: 'sticky', box: noteBox, text: '', colour: 'cyan' }),
      putInFrame: () => viewer.putInFrame(frame.id, note.id),
      change: () => viewer.change(note.id, { x: 950, text: 'Other' }),
      remove: () => viewer.remove(note.id),
      createTag: () => viewer.createTag('RW · Agreed', 'green'),
      writeMark: () => viewer.writeMark(note.id, {}),
      writeSheetRecord: () => viewer.writeSheetRecord(sheetId('s1'), { v: 1 }),
    };
    for (const [name, change] of Object.entries(changes))
      await expect(change(), name).rejects.toMatchObject({ name: 'BoardRefusal', reason: 'no-access' });
    expect(await viewer.readAll()).toEqual(before);
    under.dispose();
  });
});
