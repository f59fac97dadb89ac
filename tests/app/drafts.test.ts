import { describe, expect, test } from 'vitest';
import { type DraftShelf, openDrafts } from '../../src/app/models/talk/drafts.ts';
import { virtualClock } from '../support/virtualClock.ts';

function memoryShelf(): DraftShelf {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    read: (key) => kept.get(key) ?? null,
    write(key, text) {
      if (text === null) kept.delete(key);
      else kept.set(key, text);
      return true;
    },
  };
}

describe('words not sent yet', () => {
  test('are there for the next page, once they were written', async () => {
    const clock = virtualClock();
    const shelf = memoryShelf();
    const drafts = openDrafts(shelf, clock);
    drafts.set('remark:1', 'half a rem');
    drafts.set('remark:1', 'half a remark');
    await clock.advance(500);
    expect(openDrafts(shelf, clock).get('remark:1')).toBe('half a remark');
  });

  test('are written at once for a page that may be about to go', () => {
    const clock = virtualClock();
    const shelf = memoryShelf();
    const drafts = openDrafts(shelf, clock);
    drafts.set('remark:1', 'half a remark');
    drafts.flush();
    expect(openDrafts(shelf, clock).get('remark:1')).toBe('half a remark');
  });

  test('of two tabs of one person stand beside each other', () => {
    const clock = virtualClock();
    const shelf = memoryShelf();
    const here = openDrafts(shelf, clock);
    const there = openDrafts(shelf, clock);
    here.set('remark:1', 'said here');
    here.flush();
    there.set('remark:2', 'said there');
    there.flush();
    const later = openDrafts(shelf, clock);
    expect([later.get('remark:1'), later.get('remark:2')]).toEqual(['said here', 'said there']);
  });

  test('are gone once they were sent', () => {
    const clock = virtualClock();
    const shelf = memoryShelf();
    const drafts = openDrafts(shelf, clock);
    drafts.set('remark:1', 'half a remark');
    drafts.flush();
    drafts.set('remark:1', '');
    drafts.flush();
    const later = openDrafts(shelf, clock);
    expect([later.get('remark:1'), later.about(':1')]).toEqual([undefined, false]);
  });

  test('are at risk exactly while a browser that keeps nothing has some', () => {
    let denied = false;
    const shelf = memoryShelf();
    const drafts = openDrafts(
      { ...shelf, write: (key, text) => !denied && shelf.write(key, text) },
      virtualClock(),
    );
    const risks: boolean[] = [];
    const write = (text: string) => {
      drafts.set('remark:1', text);
      drafts.flush();
      risks.push(drafts.atRisk());
    };
    write('kept');
    denied = true;
    write('not kept');
    write('');
    write('again');
    denied = false;
    write('kept again');
    expect(risks).toEqual([false, true, false, true, false]);
  });
});
