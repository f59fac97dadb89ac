/** What is private leaves the browser by no door, and a full disk is told of. */
import { expect, test } from 'vitest';
import type { Sync } from '../../src/sync/sync.ts';
import { memoryDisk } from '../support/memoryBrowser.ts';
import { syncWorld } from '../support/syncWorld.ts';

const draft = (sync: Sync) => sync.openPrivate('doc').doc.getMap('words');
const secret = 'a word that nobody else may see';
const aWhile = 5 * 60_000;

test('no word, no name and no sign of a private document is sent or stored, whatever its pages do', async () => {
  const { clock, network, device } = syncWorld();
  const heard: unknown[] = [];
  const listener = network.connect(device('max').openPage().meter, 'listener');
  listener.wire.onMessage((message) => heard.push(message));
  const erin = device('erin');
  const first = erin.openPage();
  const second = erin.openPage();
  second.sync.openPrivate('draft of erin').doc.getMap('words').set('said', secret);
  second.sync.open('doc').doc.getMap('words').set('said', 'for all');
  await clock.advance(aWhile);
  draft(first.sync).set('said', secret);
  first.sleep('lost');
  await clock.advance(aWhile);
  first.wake();
  await Promise.all([first.sync.flush(), second.sync.refresh(), clock.advance(aWhile)]);
  second.kill();
  const third = erin.openPage();
  await Promise.all([third.sync.openPrivate('draft of erin').loaded, clock.advance(aWhile)]);
  expect(third.sync.openPrivate('draft of erin').doc.getMap('words').get('said')).toBe(secret);
  const outside = JSON.stringify([heard, network.keys().map((key) => [key, network.read(key)])]);
  const encoded = [secret, 'draft of erin', 'private'].flatMap((text) => [text, btoa(text).slice(4, 16)]);
  expect(encoded.filter((text) => outside.includes(text))).toEqual([]);
  // The test would see words that do leave.
  expect(outside).toContain('d/erin/doc');
  expect(heard.length).toBeGreaterThan(0);
});

test('costs the board no call', async () => {
  const calls = async (speak: (sync: Sync) => unknown): Promise<unknown> => {
    const { clock, network, device } = syncWorld();
    const { sync } = device('erin').openPage();
    sync.open('doc');
    speak(sync);
    await clock.advance(aWhile);
    return network.counts();
  };
  expect(await calls((sync) => draft(sync).set('said', secret))).toEqual(await calls(draft));
});

test('says truly whether it is on the disk', async () => {
  const { clock, device } = syncWorld();
  const disk = memoryDisk();
  const { sync } = device('erin', disk).openPage();
  await clock.advance(1_000);
  disk.full = true;
  draft(sync).set('said', secret);
  expect(sync.saved.get()).toEqual({ browser: 'saving', board: 'saved' });
  await clock.advance(1_000);
  expect(sync.saved.get()).toEqual({ browser: 'failed', board: 'saved' });
  disk.full = false;
  await clock.advance(aWhile);
  expect(sync.saved.get()).toEqual({ browser: 'saved', board: 'saved' });
});

test('goes with everything else that a browser is asked to forget', async () => {
  const { clock, device } = syncWorld();
  const browser = device('erin');
  const { sync } = browser.openPage();
  draft(sync).set('said', secret);
  await clock.advance(1_000);
  await Promise.all([sync.forgetHere(), clock.advance(1_000)]);
  const later = browser.openPage().sync;
  await Promise.all([later.openPrivate('doc').loaded, clock.advance(1_000)]);
  expect(draft(later).toJSON()).toEqual({});
});
