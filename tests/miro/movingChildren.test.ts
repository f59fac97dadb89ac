/** Where Miro refuses to move a frame's child, it is taken out, moved and put back; a refusal on the way loses nothing. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BoardItem } from '../../src/board/item.ts';
import type { BoardPort } from '../../src/board/port.ts';
import type { CallName } from '../../src/local-board/host/costs.ts';
import { type MemoryBoard, memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { linkedomParser } from '../support/htmlParser.ts';

let board: MemoryBoard;
let port: BoardPort;
let frame: BoardItem;
let note: BoardItem;
beforeEach(async () => {
  board = memoryBoard({ switches: { childmove: 'refused' } });
  port = miroBoard(
    (await board.join('Erin Example')).miro,
    countedCalls(budgetMeter(() => 0, Math.random)),
    linkedomParser,
  );
  frame = await port.create({ kind: 'frame', box: { x: 0, y: 0, width: 2000, height: 1200 }, title: 'Role' });
  const box = { x: 100, y: 100, width: 199, height: 228 };
  note = await port.create({ kind: 'sticky', box, text: 'A note', colour: 'cyan' });
  await port.putInFrame(frame.id, note.id);
});
afterEach(() => board.dispose());

const whereItLies = async () => {
  const [item] = await port.readSome([note.id]);
  return item && { x: item.box.x, y: item.box.y, frame: item.frame, text: item.text };
};

test.each<[CallName, number]>([
  ['FRAME_REMOVE', 1],
  ['WIDGET_GET_BY_ID', 1],
  ['WIDGET_UPDATE', 1],
  ['WIDGET_UPDATE', 2],
  ['FRAME_ADD', 1],
])(
  '%s refused %i times: the note is a child all the same, and moved when that was said',
  async (name, times) => {
    board.failNext(times, { name });
    const moved = await port.change(note.id, { x: 300, text: 'Other' }).then(
      () => true,
      () => false,
    );
    const lies = await whereItLies();
    expect(lies?.frame).toBe(frame.id);
    if (moved) expect(lies).toEqual({ x: 300, y: 100, frame: frame.id, text: 'Other' });
  },
);

test('a place outside the frame is refused, and the note stays where it was', async () => {
  await expect(port.change(note.id, { x: 5000 })).rejects.toMatchObject({ reason: 'refused' });
  expect(await whereItLies()).toEqual({ x: 100, y: 100, frame: frame.id, text: 'A note' });
});
