/** A drop over the SDK: what it costs in calls, which is what Miro's limits count. */
import { describe, expect, test } from 'vitest';
import { builtInTemplates } from '../../src/app/models/templates/moreTemplates.ts';
import { planDrop } from '../../src/board/plan.ts';
import { runDrop } from '../../src/board/runDrop.ts';
import { memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { lenses } from '../../src/workshop/sheet.ts';
import { linkedomParser } from '../support/htmlParser.ts';
import { details } from '../support/sheets.ts';

describe.each(lenses)('dropping the default sheet by %s', (lens) => {
  test('costs two calls per item, and a fixed part for marks and the record', async () => {
    const [template] = builtInTemplates;
    if (!template) throw new Error('No template');
    const board = memoryBoard();
    const erin = await board.join('Erin Example');
    const meter = budgetMeter(board.clock.now, Math.random);
    const calls = countedCalls(meter);
    const plan = planDrop(template, { ...details, lens }, { centre: { x: 0, y: 0 } });
    const result = await runDrop(plan, miroBoard(erin.miro, calls, linkedomParser), { clock: board.clock });
    await board.settled();
    expect(result.kind).toBe('dropped');
    const fixed = plan.marked.length + 1;
    const frame = 1;
    expect(meter.usage()).toEqual({
      calls: 2 * plan.commands.length + frame + fixed,
      credits: 50 * (2 * plan.commands.length + frame + fixed),
    });
    expect(board.contents().items.size).toBe(plan.commands.length + 1);
    expect(
      [...board.contents().items.values()].filter(({ type, parentId }) => type !== 'frame' && !parentId),
    ).toEqual([]);
    board.dispose();
  });

  test('survives a board that refuses some calls, without doubles', async () => {
    const [template] = builtInTemplates;
    if (!template) throw new Error('No template');
    const board = memoryBoard();
    const erin = await board.join('Erin Example');
    const plan = planDrop(template, { ...details, lens }, { centre: { x: 0, y: 0 } });
    board.failNext(2, { message: 'You have used up your credits for this minute: rate limit' });
    const dropping = runDrop(
      plan,
      miroBoard(erin.miro, countedCalls(budgetMeter(board.clock.now, Math.random)), linkedomParser),
      {
        clock: board.clock,
      },
    );
    await board.settled();
    await board.clock.advance(5000);
    await board.settled();
    expect((await dropping).kind).toBe('dropped');
    expect(board.contents().items.size).toBe(plan.commands.length + 1);
    board.dispose();
  });
});
