/**
 * People who type without pause, in sheets of three, on a virtual clock: each key sets a remark on their own desk to its
 * text so far; the two others in their sheet have that desk open. Everything that sync does for it is counted.
 */
import type { Sync } from '../../src/sync/sync.ts';
import { syncWorld } from '../../tests/support/syncWorld.ts';

/** Milliseconds between two keys: five a second. */
const keyTime = 200;
const wordLength = 5;
/** Keys of one word: its letters and a space. */
const wordKeys = wordLength + 1;
/** Then the next remark begins. */
const remarkWords = 20;
const people = 3;

export interface Typing {
  readonly edits: number;
  /** Of all people, while they type. */
  readonly calls: number;
  readonly credits: number;
  readonly minutes: number;
  /** Of the minute in which all together spent most. */
  readonly busiestMinute: number;
  readonly bytes: number;
  /** Milliseconds from a word's last key until another person of the sheet sees it; sorted. */
  readonly delays: readonly number[];
  /** Calls of somebody who opens a sheet of three among all these people. */
  readonly joining: number;
}

const remarkOf = (key: number): number => Math.floor(key / (wordKeys * remarkWords));
const letters = 'lorem ipsum dolor amet ';

/** The text of the remark after this key, of which `key` is the last. */
function textAfter(key: number): string {
  const length = (key % (wordKeys * remarkWords)) + 1;
  return Array.from({ length }, (_, i) =>
    i % wordKeys === wordLength ? ' ' : letters[(i * 7) % letters.length],
  ).join('');
}

interface Writer {
  readonly sync: Sync;
  readonly desk: string;
  /** When each word got its last letter. */
  readonly typed: number[];
}

/** `warm` and `minutes` (a whole number) of typing; what happens while warm is not measured. */
export async function typeTogether(count: number, minutes: number, warm: number): Promise<Typing> {
  const world = syncWorld(count);
  const { clock, network } = world;
  const meters: { usage(): { readonly calls: number; readonly credits: number } }[] = [];
  const delays: number[] = [];
  let measuring = false;

  const sheetOf = (index: number): string => `s${Math.floor(index / people)}`;
  const desksOf = (sheet: string): string[] =>
    Array.from({ length: count }, (_, i) => i)
      .filter((i) => sheetOf(i) === sheet)
      .map((i) => `desk/${sheet}/${i}`);

  function openSheet(sync: Sync, sheet: string): void {
    sync.open(`sheet/${sheet}`);
    for (const desk of desksOf(sheet)) sync.open(desk);
  }

  const writers = Array.from({ length: count }, (_, index): Writer => {
    const page = world.device(`person-${index}`).openPage();
    meters.push(page.meter);
    openSheet(page.sync, sheetOf(index));
    return { sync: page.sync, desk: `desk/${sheetOf(index)}/${index}`, typed: [] };
  });
  writers.forEach((reader, index) => {
    for (const writer of writers) {
      if (writer === reader || !desksOf(sheetOf(index)).includes(writer.desk)) continue;
      const remarks = reader.sync.open(writer.desk).doc.getMap<string>('remarks');
      let seen = 0;
      remarks.observe(({ keysChanged }) => {
        const newest = Math.max(...[...keysChanged].map(Number));
        const length = remarks.get(String(newest))?.length ?? 0;
        const words = newest * remarkWords + Math.floor((length + 1) / wordKeys);
        for (; seen < words; seen += 1) {
          const at = writer.typed[seen];
          if (measuring && at !== undefined) delays.push(clock.now() - at);
        }
      });
    }
  });

  let edits = 0;
  function type({ sync, desk, typed }: Writer, key: number): void {
    edits += 1;
    sync
      .open(desk)
      .doc.getMap('remarks')
      .set(String(remarkOf(key)), textAfter(key));
    if (key % wordKeys === wordLength - 1) typed.push(clock.now());
  }

  await clock.advance(10_000);
  // Nobody hits the keys at the same moment as the others.
  let key = 0;
  async function typeFor(time: number): Promise<void> {
    const end = clock.now() + time;
    for (; clock.now() < end; key += 1)
      for (const writer of writers) {
        type(writer, key);
        await clock.advance(keyTime / count);
      }
  }

  const usage = () =>
    meters.reduce(
      (sum, meter) => ({
        calls: sum.calls + meter.usage().calls,
        credits: sum.credits + meter.usage().credits,
      }),
      { calls: 0, credits: 0 },
    );
  await typeFor(warm * 60_000);
  const before = { ...usage(), edits, bytes: network.bytes() };
  measuring = true;
  let busiestMinute = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    const start = usage().credits;
    await typeFor(60_000);
    busiestMinute = Math.max(busiestMinute, usage().credits - start);
  }
  measuring = false;
  const after = { ...usage(), edits, bytes: network.bytes() };

  await clock.advance(60_000);
  const newcomer = world.device('newcomer').openPage();
  openSheet(newcomer.sync, 's0');
  await clock.advance(20_000);
  const joining = newcomer.meter.usage().calls;
  for (const { sync } of [...writers, newcomer]) sync.dispose();
  return {
    edits: after.edits - before.edits,
    calls: after.calls - before.calls,
    credits: after.credits - before.credits,
    minutes,
    busiestMinute,
    bytes: after.bytes - before.bytes,
    delays: delays.sort((a, b) => a - b),
    joining,
  };
}
