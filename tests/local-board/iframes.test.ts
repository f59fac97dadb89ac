/** The messages between an app's iframe and the board's window: who is heard, and who is not. */
import { afterEach, describe, expect, test } from 'vitest';
import { observable } from '../../src/base/observable.ts';
import { serveIframes } from '../../src/local-board/host/iframes.ts';
import type { AppPage, Screen } from '../../src/local-board/host/screen.ts';
import { memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { createMiro } from '../../src/local-board/sdk/miro.ts';
import { boardOrigins, windowTransport } from '../../src/local-board/sdk/windowTransport.ts';

const boardOrigin = 'http://localhost:3000';
const appOrigin = 'http://localhost:3001';

/** As much of a window as messages need. */
function fakeWindow(origin: string) {
  const listeners = new Set<(event: MessageEvent) => void>();
  const received: unknown[] = [];
  const self = {
    origin,
    received,
    parent: undefined as unknown,
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: MessageEvent) => void) =>
      listeners.delete(listener),
    /** A message from `source`, as the browser would bring it. */
    hear(data: unknown, source: unknown, from: string) {
      for (const listener of [...listeners]) listener({ data, source, origin: from } as MessageEvent);
    },
    postFrom: (source: { origin: string }) => (data: unknown, to: string) => {
      if (to !== '*' && to !== origin) return;
      const copy: unknown = structuredClone(data);
      received.push(copy);
      void Promise.resolve().then(() => self.hear(copy, source, source.origin));
    },
  };
  return self;
}

const board = memoryBoard();
const { clock } = board;
afterEach(() => board.dispose());

/** A board window with an app's headless iframe in it; both see each other through messages only. */
async function pair(options: { script?: string; served?: string } = {}) {
  const erin = await board.join('Erin Example', { app: `${appOrigin}/` });
  const outer = fakeWindow(boardOrigin);
  const inner = fakeWindow(options.served ?? appOrigin);
  // Each holds the other's handle, whose postMessage says who sent it.
  const innerSeen = { postMessage: inner.postFrom(outer) };
  const outerSeen = { postMessage: outer.postFrom(inner) };
  inner.parent = outerSeen;
  Object.assign(outer, { document: { querySelectorAll: () => [] } });
  // Messages name their source by those handles.
  const hearOuter = outer.hear;
  outer.hear = (data, source, from) => hearOuter(data, source === inner ? innerSeen : source, from);
  const hearInner = inner.hear;
  inner.hear = (data, source, from) => hearInner(data, source === outer ? outerSeen : source, from);
  const state = observable<'loading' | 'live' | 'failed' | 'closed'>('loading');
  const page = {
    kind: 'headless',
    url: `${appOrigin}/`,
    state,
    window: () => innerSeen,
    answered: () => state.set('live'),
    close: () => state.set('closed'),
  } as unknown as AppPage;
  const screen = { openPage: () => page, notify: erin.screen.notify } as unknown as Screen;
  // As much of a window as is used here; the rest of Window would be pretence.
  const stop = serveIframes({ host: erin.host, screen, window: outer as unknown as Window, clock });
  const load = () =>
    createMiro(windowTransport(inner as unknown as Window, options.script ?? boardOrigin)).board;
  return { erin, outer, inner, state, load, stop };
}

describe('an app in an iframe', () => {
  test('calls the board and hears its events', async () => {
    const { load, state, erin } = await pair();
    const app = load();
    const heard: number[] = [];
    await app.ui.on('selection:update', ({ items }) => heard.push(items.length));
    const note = await app.createStickyNote({ content: 'from an iframe' });
    expect(note.content).toBe('from an iframe');
    expect(state.get()).toBe('live');
    erin.screen.select([note.id]);
    await board.settled();
    expect(heard).toEqual([1]);
    await expect(app.getById('1')).rejects.toThrow('not found: 1');
  });

  test('is not heard when its page has gone to another origin', async () => {
    const { load, state, inner } = await pair({ served: 'https://elsewhere.example' });
    void load();
    await board.settled();
    expect([state.get(), inner.received]).toEqual(['loading', []]);
  });

  test('says nothing but a greeting to a window that is not its board', async () => {
    const { load, outer } = await pair({ script: 'https://other-board.example' });
    void load().createStickyNote({ content: 'secret' });
    await board.settled();
    expect(outer.received).toEqual([
      { channel: 'local-board-sdk', call: 0, name: 'HELLO', payload: undefined },
    ]);
  });

  test('messages of other windows and other kinds are passed over', async () => {
    const { load, outer, inner } = await pair();
    const app = load();
    await app.getInfo();
    const before = inner.received.length;
    const call = { channel: 'local-board-sdk', call: 1, name: 'GET_BOARD_INFO' };
    outer.hear(call, { postMessage() {} }, appOrigin);
    outer.hear({ ...call, channel: 'other' }, inner, appOrigin);
    outer.hear('text', inner, appOrigin);
    outer.hear(null, inner, appOrigin);
    await board.settled();
    expect(inner.received.length).toBe(before);
  });

  test('that is closed is served no more', async () => {
    const { load, state, inner } = await pair();
    const app = load();
    await app.getInfo();
    state.set('closed');
    const before = inner.received.length;
    void app.getInfo();
    await board.settled();
    expect(inner.received.length).toBe(before);
  });

  test('that floods the board is stopped, and the person is told', async () => {
    const { load, outer, inner, state, erin } = await pair();
    await load().getInfo();
    const call = { channel: 'local-board-sdk', call: 1, name: 'UI_DRAG_MOVE', payload: {} };
    for (let sent = 0; sent < 10_000; sent += 1) outer.hear(call, inner, appOrigin);
    await board.settled();
    expect([state.get(), erin.screen.notices.map(({ type }) => type)]).toEqual(['closed', ['error']]);
  });

  test('that reloads starts anew: its old handlers hear nothing', async () => {
    const { load, erin } = await pair();
    const heard: string[] = [];
    await load().ui.on('icon:click', () => heard.push('before'));
    const app = load();
    await app.getInfo();
    erin.screen.clickIcon();
    await board.settled();
    expect(heard).toEqual([]);
    await app.ui.on('icon:click', () => heard.push('after'));
    erin.screen.clickIcon();
    await board.settled();
    expect(heard).toContain('after');
  });
});

test('a board on this machine is known by any of its names, others by one', () => {
  expect(boardOrigins('http://localhost:3000')).toEqual([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ]);
  expect(boardOrigins('https://board.example')).toEqual(['https://board.example']);
});
