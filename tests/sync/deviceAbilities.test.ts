import { describe, expect, test } from 'vitest';
import { browserChannel } from '../../src/sync/browserChannel.ts';
import { deviceName } from '../../src/sync/deviceName.ts';
import { type Locks, webLocks } from '../../src/sync/webLocks.ts';
import { memoryDisk } from '../support/memoryBrowser.ts';
import { seeded } from '../support/syncWorld.ts';

/** Grants a lock to one after another, as a browser does. */
function fakeLocks(): Locks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name, { signal }, task) {
      const turn = last.then(() => {
        if (signal.aborted) throw new DOMException('given up', 'AbortError');
        return task();
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('leadership by Web Locks', () => {
  test('is one page at a time; the next leads when the first gives it up', async () => {
    const leadership = await webLocks(fakeLocks(), 'board');
    const story: string[] = [];
    const first = leadership.seek(() => story.push('first'));
    const second = leadership.seek(() => story.push('second'));
    leadership.seek(() => story.push('third'));
    await settle();
    expect([leadership.exclusive, story]).toEqual([true, ['first']]);
    second();
    first();
    first();
    await settle();
    expect(story).toEqual(['first', 'third']);
  });

  test.each<[string, Locks | undefined]>([
    ['missing', undefined],
    ['denied', { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }],
    [
      'throwing',
      {
        request: () => {
          throw new DOMException('no', 'InvalidStateError');
        },
      },
    ],
  ])('where locks are %s every page leads, and knows it is not alone', async (_how, locks) => {
    const leadership = await webLocks(locks, 'board');
    const story: string[] = [];
    leadership.seek(() => story.push('first'));
    leadership.seek(() => story.push('second'));
    leadership.seek(() => story.push('never'))();
    await settle();
    expect([leadership.exclusive, story]).toEqual([false, ['first', 'second']]);
  });
});

describe('the talk between pages', () => {
  test('reaches the others and ends when closed', async () => {
    const name = 'test-talk';
    const [here, there] = [0, 1].map(() => browserChannel(() => new BroadcastChannel(name)));
    if (!here || !there) throw new Error('No channel');
    const heard: unknown[] = [];
    const stop = there.onMessage((message) => heard.push(message));
    here.post({ bytes: new Uint8Array([1, 2]) });
    while (heard.length === 0) await settle();
    stop();
    there.close();
    here.close();
    here.post('after the end');
    expect([here.shared, heard]).toEqual([true, [{ bytes: new Uint8Array([1, 2]) }]]);
  });

  test.each([
    ['missing', undefined],
    [
      'denied',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
    ],
  ])('where it is %s nothing is heard, and that is known', (_how, create) => {
    const channel = browserChannel(create);
    channel.onMessage(() => {
      throw new Error('Nobody speaks here');
    })();
    channel.post('anybody?');
    channel.close();
    expect(channel.shared).toBe(false);
  });
});

describe('the name of a device', () => {
  test('is kept, and made anew where nothing can be kept', async () => {
    const disk = memoryDisk();
    const random = seeded(1);
    const name = await deviceName(disk, random);
    expect(name).toMatch(/^[0-9a-z]{10}$/);
    expect(await deviceName(disk, random)).toBe(name);
    const full = memoryDisk();
    full.full = true;
    expect(await deviceName(full, random)).not.toBe(await deviceName(full, random));
  });
});
