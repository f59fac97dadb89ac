/** How stickies look: wide ones, and a colour that changes with the words, also where Miro refuses to move a child. */
import { expect, test } from 'vitest';
import { memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { linkedomParser } from '../support/htmlParser.ts';

test.each(['kept', 'refused'] as const)(
  'moving children being %s, a sticky takes words, place, size and colour',
  async (way) => {
    const board = memoryBoard(way === 'refused' ? { switches: { childmove: 'refused' } } : {});
    const calls = countedCalls(budgetMeter(() => 0, Math.random));
    const port = miroBoard((await board.join('Erin Example')).miro, calls, linkedomParser);
    const frame = await port.create({
      kind: 'frame',
      box: { x: 0, y: 0, width: 2000, height: 1200 },
      title: 'Role',
    });
    const box = { x: 100, y: 100, width: 199, height: 228 };
    const { id } = await port.create({ kind: 'sticky', box, text: '', colour: 'cyan' });
    await port.putInFrame(frame.id, id);
    await port.change(id, { text: 'Words', x: 300, y: -50, width: 398, height: 456, colour: 'violet' });
    const [note] = await port.readSome([id]);
    expect(note).toMatchObject({
      ...{ text: 'Words', colour: 'violet', frame: frame.id },
      box: { x: 300, y: -50, width: 398, height: 456 },
    });
    const wide = await port.create({
      kind: 'sticky',
      box: { ...box, width: 350 },
      text: 'Wide',
      colour: 'red',
      wide: true,
    });
    expect(wide.box).toMatchObject({ x: 100, y: 100, width: 350, height: 228 });
    board.dispose();
  },
);
