import { describe, expect, test } from 'vitest';
import { boxAt } from '../../src/base/box.ts';
import { memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { lookAt } from '../../src/miro/looking.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { linkedomParser } from '../support/htmlParser.ts';

const sticky = boxAt(5000, 300, 199, 228);

describe('looking at items', () => {
  test('leaves the view alone where they can be read', () => {
    expect(lookAt([sticky], boxAt(4600, 0, 1500, 900))).toBeNull();
  });

  test('comes nearer where they are in sight but too small to read', () => {
    expect(lookAt([sticky], boxAt(0, -2000, 9000, 6000))).toEqual({
      x: sticky.x,
      y: sticky.y,
      width: 1500,
      height: 940,
    });
  });

  test('shows a single note among its neighbours', () => {
    expect(lookAt([sticky], boxAt(0, 0, 1500, 900))).toEqual({
      x: sticky.x,
      y: sticky.y,
      width: 1500,
      height: 940,
    });
  });

  test('shows a whole sheet with room around it, since toolbars lie over the edges', () => {
    const frame = boxAt(0, 0, 3000, 2000);
    expect(lookAt([frame], boxAt(0, 0, 1500, 900))).toEqual({ x: 1500, y: 1000, width: 3440, height: 2440 });
  });

  test('has nothing to do for nothing', () => {
    expect(lookAt([], boxAt(0, 0, 10, 10))).toBeNull();
  });

  test('moves the board’s view to where a note lies, also inside a frame', async () => {
    const board = memoryBoard();
    const erin = await board.join('Erin Example');
    const port = miroBoard(erin.miro, countedCalls(budgetMeter(() => 0, Math.random)), linkedomParser);
    const frame = await port.create({ kind: 'frame', box: boxAt(4000, 0, 2000, 1000), title: 'Sheet' });
    const note = await port.create({ kind: 'sticky', box: sticky, text: 'A note', colour: 'cyan' });
    await port.putInFrame(frame.id, note.id);
    await port.show([note.id]);
    const { x, y, width, height } = erin.screen.viewport.get();
    expect({ x, y, width, height }).toEqual({
      x: sticky.x - 750,
      y: sticky.y - 470,
      width: 1500,
      height: 940,
    });
    board.dispose();
  });
});
