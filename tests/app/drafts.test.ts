import { describe, expect, test } from 'vitest';
import { openDrafts } from '../../src/app/models/drafts.ts';
import { memoryStore } from '../../src/sync/memoryStore.ts';
import { virtualClock } from '../support/virtualClock.ts';

describe('words not sent yet', () => {
  test('are there for the next page, once they were written', async () => {
    const clock = virtualClock();
    const shelf = memoryStore();
    const drafts = await openDrafts(shelf, clock);
    drafts.set('remark:1', 'half a rem');
    drafts.set('remark:1', 'half a remark');
    await clock.advance(500);
    expect((await openDrafts(shelf, clock)).get('remark:1')).toBe('half a remark');
  });

  test('are written at once for a page that may be about to go', async () => {
    const clock = virtualClock();
    const shelf = memoryStore();
    const drafts = await openDrafts(shelf, clock);
    drafts.set('remark:1', 'half a remark');
    drafts.flush();
    expect((await openDrafts(shelf, clock)).get('remark:1')).toBe('half a remark');
  });

  test('of two tabs of one person stand beside each other', async () => {
    const clock = virtualClock();
    const shelf = memoryStore();
    const here = await openDrafts(shelf, clock);
    const there = await openDrafts(shelf, clock);
    here.set('remark:1', 'said here');
    here.flush();
    there.set('remark:2', 'said there');
    there.flush();
    const later = await openDrafts(shelf, clock);
    expect([later.get('remark:1'), later.get('remark:2')]).toEqual(['said here', 'said there']);
  });

  test('are gone once they were sent', async () => {
    const clock = virtualClock();
    const shelf = memoryStore();
    const drafts = await openDrafts(shelf, clock);
    drafts.set('remark:1', 'half a remark');
    drafts.flush();
    drafts.set('remark:1', '');
    drafts.flush();
    const later = await openDrafts(shelf, clock);
    expect([later.get('remark:1'), later.about(':1')]).toEqual([undefined, false]);
  });
});
