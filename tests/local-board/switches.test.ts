/** The switches: the table that tells of them, and those that no sentence of the SDK's contract can show. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { type MemoryBoard, memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { rangeOf, readSwitches, switchNames, usualSwitches } from '../../src/local-board/switches.ts';
import { rightsOf } from '../../src/local-board/view/pages/rights.ts';

describe('the table of switches', () => {
  const rows = [
    ...readFileSync('src/local-board/switches.ts', 'utf8').matchAll(
      /^ \* \| (\w+) +\| (.+?) +\| (.+?) +\|$/gm,
    ),
  ].map(([, name = '', values = '', what = '']) => ({ name, values, what }));

  test('tells of every switch, and of no other', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...switchNames].sort());
    expect(rows.filter(({ what }) => what.length < 10)).toEqual([]);
  });

  test('names every word that a switch can be set to, the usual one first', () => {
    const wrong = rows.filter(({ name, values }) => {
      const range = rangeOf(name as keyof typeof usualSwitches);
      const usual = usualSwitches[name as keyof typeof usualSwitches];
      return 'words' in range ? values !== range.words.join(', ') : !values.startsWith(`${usual}, `);
    });
    expect(wrong).toEqual([]);
  });
});

test('what is unknown, too much or no number leaves a switch as it was', () => {
  const given = [
    ['latency', '60'],
    ['jitter', 'much'],
    ['fail', '2'],
    ['budget', 'nobody'],
    ['strange', '1'],
    ['minute', ''],
    ['telling', 'everything'],
  ] as const;
  expect(readSwitches(given)).toEqual({ latency: 60, telling: 'everything' });
});

describe('time', () => {
  let board: MemoryBoard;
  afterEach(() => board.dispose());

  test('jitter comes on top of latency, as chance has it', async () => {
    board = memoryBoard({ switches: { latency: 10, jitter: 100 }, random: () => 0.5 });
    const { miro } = await board.join('Erin Example');
    let done = false;
    void miro.board.getInfo().then(() => {
      done = true;
    });
    await board.clock.advance(59);
    expect(done).toBe(false);
    await board.clock.advance(1);
    expect(done).toBe(true);
  });

  test('fail refuses the share that chance falls in', async () => {
    const chances = [0.2, 0.3, 0.29];
    board = memoryBoard({ switches: { fail: 0.3 }, random: () => chances.shift() ?? 0.9 });
    const { miro } = await board.join('Erin Example');
    // Joining may have asked for chance too; what counts are these three.
    chances.splice(0, chances.length, 0.2, 0.3, 0.29);
    const outcomes: string[] = [];
    for (let call = 0; call < 3; call += 1)
      outcomes.push(
        await miro.board.getInfo().then(
          () => 'done',
          () => 'refused',
        ),
      );
    expect(outcomes).toEqual(['refused', 'done', 'refused']);
  });
});

describe('rights of iframes', () => {
  const has = (right: string) => (switches: Parameters<typeof rightsOf>[0]) =>
    rightsOf(switches).sandbox.split(' ').includes(right);

  test.each([
    ['storage', 'allow-same-origin'],
    ['downloads', 'allow-downloads'],
    ['popups', 'allow-popups'],
  ])('%s=denied takes %s away, and nothing else', (name, right) => {
    const usual = rightsOf({});
    const denied = rightsOf({ [name]: 'denied' });
    expect([has(right)({}), has(right)({ [name]: 'denied' })]).toEqual([true, false]);
    const lost = usual.sandbox.split(' ').filter((one) => !denied.sandbox.split(' ').includes(one));
    expect(lost.filter((one) => !one.startsWith(right))).toEqual([]);
    expect(denied.allow).toBe(usual.allow);
  });

  test('clipboard=denied takes the clipboard away', () => {
    expect([rightsOf({}).allow, rightsOf({ clipboard: 'denied' }).allow]).toEqual([
      'camera; microphone; display-capture; clipboard-read; clipboard-write',
      "camera; microphone; display-capture; clipboard-read 'none'; clipboard-write 'none'",
    ]);
    expect(rightsOf({ clipboard: 'denied' }).sandbox).toBe(rightsOf({}).sandbox);
  });
});
