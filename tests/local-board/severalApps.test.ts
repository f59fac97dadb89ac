/** Several apps in one window: what is one app's is no other's, and none of them can hold up the board. */
import type { Miro } from '@mirohq/websdk-types';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHost, type Host } from '../../src/local-board/host/host.ts';
import { type QuietScreen, quietScreen } from '../../src/local-board/host/quietScreen.ts';
import { outweighs } from '../../src/local-board/host/weight.ts';
import { type MemoryBoard, type MemoryPerson, memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { directTransport } from '../../src/local-board/sdk/direct.ts';
import { createMiro } from '../../src/local-board/sdk/miro.ts';

let board: MemoryBoard;
let erin: MemoryPerson;
let other: { readonly miro: Miro; readonly host: Host; readonly screen: QuietScreen };

/** Another app in Erin's window. */
function secondApp(appUrl: string): typeof other {
  const screen = quietScreen(() => erin.client.contents.get());
  const { clock } = board;
  const host = createHost({ appUrl, client: erin.client, screen, clock, random: () => 0.5 });
  return { host, screen, miro: createMiro(directTransport(host, { kind: 'headless' })) };
}

beforeEach(async () => {
  board = memoryBoard();
  erin = await board.join('Erin Example');
  other = secondApp('http://localhost:4001/');
});
afterEach(() => {
  other.host.dispose();
  board.dispose();
});

describe('two apps in one window', () => {
  test('have their own storage, app data and metadata', async () => {
    const note = await erin.miro.board.createStickyNote();
    await note.setMetadata('key', 'mine');
    await erin.miro.board.setAppData('key', 'mine');
    await erin.miro.board.storage.collection('c').set('key', 'mine');
    const seen = await other.miro.board.getById(note.id);
    expect([
      seen.type === 'sticky_note' && (await seen.getMetadata()),
      await other.miro.board.getAppData(),
      await other.miro.board.storage.collection('c').get('key'),
    ]).toEqual([{}, {}, undefined]);
  });

  test('hear their own broadcasts, storage and custom actions, and the board’s events both', async () => {
    const max = await board.join('Max Example');
    const heard: string[] = [];
    for (const [name, { miro }] of Object.entries({ erin, other })) {
      await miro.board.events.on('hello', () => heard.push(`${name} broadcast`));
      await miro.board.storage.collection('c').onValue('key', () => heard.push(`${name} storage`));
      await miro.board.ui.on('custom:count', () => heard.push(`${name} action`));
      await miro.board.ui.on('selection:update', () => heard.push(`${name} selection`));
    }
    await max.miro.board.events.broadcast('hello');
    await max.miro.board.storage.collection('c').set('key', 1);
    await erin.miro.board.experimental.action.register({ event: 'count' });
    const text = await erin.miro.board.createText();
    erin.screen.actions.run('count', [text.id]);
    other.screen.actions.run('count', [text.id]);
    await board.settled();
    expect(heard.sort()).toEqual(['erin action', 'erin broadcast', 'erin storage']);
    for (const { screen } of [erin, other]) screen.select([text.id]);
    await board.settled();
    expect(heard.filter((line) => line.endsWith('selection'))).toEqual(['erin selection', 'other selection']);
  });

  test('may call their custom actions alike; each is offered its own', async () => {
    for (const { miro } of [erin, other]) await miro.board.ui.on('custom:count', () => {});
    await erin.miro.board.experimental.action.register({ event: 'count', ui: { label: 'Mine', icon: 'x' } });
    await other.miro.board.experimental.action.register({
      event: 'count',
      ui: { label: 'Theirs', icon: 'x' },
    });
    const { id } = await erin.miro.board.createText();
    const offered = await Promise.all([erin, other].map(({ screen }) => screen.actions.offered([id])));
    expect(offered.flat().map(({ label }) => label)).toEqual(['Mine', 'Theirs']);
  });

  test('close their own panels only', async () => {
    await erin.miro.board.ui.openPanel({ url: 'panel.html' });
    await expect(other.miro.board.ui.closePanel()).rejects.toThrow('none open');
    expect(await other.miro.board.ui.getPanelData()).toBeUndefined();
    expect(erin.screen.pages.at(-1)?.state.get()).toBe('loading');
  });

  test('have budgets of their own', async () => {
    board.setSwitches({ minute: 50 });
    await erin.miro.board.createText();
    await other.miro.board.createText();
    await expect(other.miro.board.createText()).rejects.toThrow('credits');
  });
});

describe('an app that calls without end', () => {
  test('does not keep the person or another app waiting: they are answered before its calls are', async () => {
    const done: string[] = [];
    const note = (what: string) => () => void done.push(what);
    const flood = Array.from({ length: 1500 }, () => erin.miro.board.getInfo().then(note('flood')));
    const rest = [
      erin.client.create([{ type: 'text' }]).then(note('hand')),
      other.miro.board.createText().then(note('other app')),
    ];
    await Promise.all(rest);
    expect(done.filter((what) => what === 'flood').length).toBeLessThan(500);
    await Promise.all(flood);
    expect(done.length).toBe(1502);
  });

  test('is answered in the order it called', async () => {
    const made = await Promise.all(
      Array.from({ length: 300 }, (_, index) => erin.miro.board.createText({ content: `${index}` })),
    );
    const stored = [...erin.client.contents.get().items.keys()];
    expect(stored).toEqual(made.map(({ id }) => id));
  });

  test('is refused when thousands wait, and served again when they are answered', async () => {
    board.setSwitches({ minute: 1e9, hour: 1e9 });
    const slow = await board.join('Max Example', { switches: { latency: 1000 } });
    const link = slow.host.connect({ kind: 'headless' }, () => {});
    const call = () => link.call('UI_CAN_OPEN_PANEL');
    const waiting = Array.from({ length: 5000 }, call);
    await expect(call()).rejects.toThrow('Too many calls');
    await board.clock.advance(1000);
    await Promise.allSettled(waiting);
    const again = call();
    await board.clock.advance(1000);
    expect(await again).toBe(true);
  });
});

describe('too much in one call', () => {
  test('is refused before anything is done', async () => {
    const storage = erin.miro.board.storage.collection('c');
    await expect(storage.set('key', 'x'.repeat(1024 * 1024))).rejects.toThrow('1 MB');
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    await expect(storage.set('key', circle as never)).rejects.toThrow('1 MB');
    expect(await storage.get('key')).toBeUndefined();
  });

  test('is what weighs more than the bound: never less than its text, ended early however large', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        // Eight for every part covers quotes, commas, brackets and most numbers.
        expect(outweighs(value, 4 * text.length + 40)).toBe(false);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(outweighs({ a: ['x'.repeat(50), 'y'.repeat(51)] }, 100)).toBe(true);
    expect(outweighs(new Array(1e9), 1000)).toBe(true);
  });
});
