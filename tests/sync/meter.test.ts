/** What a refusal teaches, and how fast one may go on. Counted in calls and credits. */
import { describe, expect, test } from 'vitest';
import { ledger } from '../../src/sync/ledger.ts';
import { budgets, paces } from '../../src/sync/limits.ts';
import { budgetMeter } from '../../src/sync/meter.ts';

const rate = { reason: 'rate' };
const minute = 60_000;

function atHome() {
  let time = 0;
  const meter = budgetMeter(
    () => time,
    () => 0.5,
  );
  return {
    meter,
    pass: (by: number) => {
      time += by;
    },
    goes: (credits = 50) => meter.run(credits, async () => undefined),
    fails: (error: unknown, credits = 50) =>
      meter.run(credits, () => Promise.reject(error)).catch(() => undefined),
  };
}

describe('the ledger', () => {
  test('knows what was spent in the last minute and hour, whatever the clock does', () => {
    let time = 0;
    const spent = ledger(() => time);
    const seen: [number, number][] = [];
    const look = () => seen.push([spent.minute(), spent.hour()]);
    spent.add(100);
    time = 30_000;
    spent.add(50);
    look();
    time = 75_000;
    look();
    time = 61 * minute;
    look();
    spent.add(10);
    time = 0; // set back by an hour: what lies in the future can't be told to have been spent
    look();
    expect(seen).toEqual([
      [150, 150],
      [50, 150],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('the meter', () => {
  test('takes the whole budget to be ours until told otherwise, and slows down before it is used up', async () => {
    const { meter, goes } = atHome();
    expect([meter.share(), meter.free(), meter.pause()]).toEqual([budgets, true, 0]);
    const first = meter.pace();
    await goes(budgets.minute * 0.75);
    expect([meter.free(), meter.near()]).toEqual([false, false]);
    await goes(budgets.minute * 0.2);
    expect([meter.pace() < first, meter.near()]).toEqual([true, true]);
  });

  test('learns from a refusal within the minute what share of the minute is ours, once per refusal', async () => {
    const { meter, pass, goes, fails } = atHome();
    for (const name of ['mona', 'max', 'pia']) meter.saw(name, 50);
    await goes(40_000);
    await Promise.all([fails(rate), fails(rate), fails(rate)]);
    const learnt = meter.share();
    expect(learnt).toEqual({ minute: 40_150 * paces.caution, hour: budgets.hour });
    expect([meter.pause() > 0, meter.free()]).toEqual([true, false]);
    pass(minute);
    await goes();
    expect([meter.pause(), meter.share()]).toEqual([0, learnt]);
  });

  test('takes at least a fair part among the people here to be ours', async () => {
    const { meter, fails } = atHome();
    for (const name of ['mona', 'max', 'pia']) meter.saw(name, 50);
    await fails(rate);
    expect(meter.share().minute).toBe((budgets.minute / 4) * paces.caution);
  });

  test('takes refusals that outlast the minute for the hour’s, waits longer and longer, and starts anew after', async () => {
    const { meter, pass, goes, fails } = atHome();
    await goes(90_000);
    pass(10 * minute);
    for (let i = 0; i < 11; i += 1) meter.saw(`person ${i}`, 50);
    const waits: number[] = [];
    for (let refusals = 0; refusals < 12; refusals += 1) {
      await fails(rate, 0);
      waits.push(meter.pause());
      pass(meter.pause());
    }
    expect(waits.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(meter.share()).toEqual({ minute: budgets.minute, hour: 90_000 * paces.caution });
    await goes();
    expect([meter.free(), meter.pause()]).toEqual([true, 0]);
  });

  test('grows its share again slowly while all goes well', async () => {
    const { meter, pass, goes, fails } = atHome();
    meter.saw('mona', 50);
    await fails(rate);
    const least = meter.share().minute;
    pass(minute);
    await goes();
    const seen: number[] = [];
    for (let i = 0; i < 60; i += 1) {
      pass(minute);
      await goes();
      seen.push(meter.share().minute);
    }
    expect(seen[0]).toBeCloseTo(least * paces.growth.minute);
    expect(seen.at(-1)).toBe(budgets.minute);
  });

  test('takes a plain no near the limit for one about the limit, and far from it for a plain no', async () => {
    const far = atHome();
    await far.fails({ reason: 'refused' });
    expect(far.meter.pause()).toBe(0);
    const near = atHome();
    await near.goes(budgets.minute * 0.9);
    await near.fails({ reason: 'refused' });
    expect(near.meter.pause()).toBeGreaterThan(0);
    const crowd = atHome();
    crowd.meter.saw('mona', budgets.minute * 0.9); // others are near it, and it may be one for all
    await crowd.fails(new Error('No.'));
    expect(crowd.meter.pause()).toBeGreaterThan(0);
  });

  test('lets who only reads try again a minute after a refusal, and not sooner', async () => {
    const { meter, pass, fails } = atHome();
    await fails(rate);
    pass(minute);
    expect(meter.free()).toBe(false);
    pass(minute);
    expect(meter.free()).toBe(true);
    await fails(rate);
    expect(meter.free()).toBe(false);
  });

  test('counts what other pages of this browser use, and waits with them', async () => {
    const { meter, goes } = atHome();
    await goes();
    meter.elsewhere({ credits: budgets.minute * 0.75, refused: false });
    expect([meter.usage(), meter.free(), meter.pause()]).toEqual([{ calls: 1, credits: 50 }, false, 0]);
    meter.elsewhere({ credits: 0, refused: true });
    expect(meter.pause()).toBeGreaterThan(0);
  });
});
