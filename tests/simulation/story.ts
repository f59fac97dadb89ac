/**
 * Random stories of people, browsers and a bad network, and what must be true at their end:
 *
 * Z1  All live pages show the same, document by document.
 * Z2  A newcomer who reads nothing but the storage sees the same, once those who left have been back for a while.
 * Z3  Every change that was ever reported saved on the board is there, whoever was killed since; also at the worst
 *     moment, when everybody is killed at once and only the storage is left.
 * Z4  Every change made in a browser that is still open is there.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type * as Y from 'yjs';
import type { Faults } from '../support/memoryNetwork.ts';
import { type Page, syncWorld } from '../support/syncWorld.ts';

const devices = ['erin', 'mona', 'max', 'pia'] as const;
const documents = ['sheet/s', ...devices.map((name) => `desk/s/${name}`)];
type DeviceName = (typeof devices)[number];

/** How the network behaves for a while; times in milliseconds. */
const weathers: Readonly<Record<string, Partial<Faults>>> = {
  calm: {},
  rough: {
    loss: 0.15,
    doubling: 0.1,
    delay: { least: 20, most: 1_500 },
    refusal: 0.03,
    falseRefusal: 0.02,
    staleRead: 0.1,
    lostNotice: 0.2,
  },
  storm: {
    loss: 0.4,
    doubling: 0.2,
    delay: { least: 20, most: 3_000 },
    refusal: 0.2,
    falseRefusal: 0.1,
    silence: 0.05,
    staleRead: 0.2,
    lostNotice: 0.5,
  },
  cut: { loss: 1, refusal: 1, lostNotice: 1 },
};

export type Step =
  | { readonly kind: 'pass'; readonly time: number }
  | {
      readonly kind: 'say';
      readonly who: DeviceName;
      readonly page: number;
      readonly where: 'desk' | 'sheet';
    }
  | {
      readonly kind: 'say much';
      readonly who: DeviceName;
      readonly page: number;
      readonly where: 'desk' | 'sheet';
    }
  | {
      readonly kind: 'take back';
      readonly who: DeviceName;
      readonly page: number;
      readonly where: 'desk' | 'sheet';
    }
  | { readonly kind: 'open' | 'close' | 'kill'; readonly who: DeviceName; readonly page: number }
  | { readonly kind: 'weather'; readonly weather: string };

const who = fc.constantFrom(...devices);
const page = fc.nat(2);
const where = fc.constantFrom('desk' as const, 'sheet' as const);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), time: fc.integer({ min: 1, max: 8_000 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('say' as const), who, page, where }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('say much' as const), who, page, where }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take back' as const), who, page, where }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), who, page }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'kill' as const), who, page }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('weather' as const),
      weather: fc.constantFrom(...Object.keys(weathers)),
    }),
  },
);

interface Change {
  readonly document: string;
  /** Used once only: what was taken back stays so. */
  readonly key: string;
  readonly kind: 'said' | 'taken';
}
const idOf = ({ document, key }: Change): string => `${document} ${key}`;

interface LivePage extends Page {
  readonly device: DeviceName;
  readonly changes: Change[];
}

/** Long enough for every retry and heartbeat to have come round, once the network is calm. */
const calmTime = 12 * 60_000;

export interface Account {
  readonly changes: number;
  readonly promised: number;
  readonly calls: number;
}

/** `end`: whether the story ends with everybody killed at once, before anything can calm down. */
export async function tell(seed: number, steps: readonly Step[], end: 'calm' | 'blackout'): Promise<Account> {
  const world = syncWorld(seed);
  const { clock, network, random } = world;
  const browsers = new Map(devices.map((name) => [name, world.device(name)]));
  const pages = new Map<DeviceName, LivePage[]>(devices.map((name) => [name, []]));
  /** What must hold at the end. */
  const promised = new Map<string, Change>();
  const takenBack = new Set<string>();
  let changes = 0;

  const wordsIn = (page: LivePage, document: string): Y.Map<unknown> =>
    page.sync.open(document).doc.getMap('words');
  const promise = (page: LivePage) => {
    for (const change of page.changes)
      if (promised.get(idOf(change))?.kind !== 'taken') promised.set(idOf(change), change);
  };

  /** Promises that are broken. What somebody took back may be there or not, until that is promised too. */
  const missing = (content: ReturnType<typeof contentOf>): Change[] => {
    const there = ({ document, key }: Change) => Object.hasOwn(content[document] ?? {}, key);
    return [...promised.values()].filter((change) =>
      change.kind === 'taken' ? there(change) : !there(change) && !takenBack.has(idOf(change)),
    );
  };

  function open(name: DeviceName): LivePage {
    const opened = browsers.get(name)?.openPage();
    if (!opened) throw new Error(`No browser of ${name}`);
    const live: LivePage = { ...opened, device: name, changes: [] };
    for (const document of documents) live.sync.open(document);
    live.sync.saved.subscribe(({ board }) => {
      if (board === 'saved') promise(live);
    });
    pages.get(name)?.push(live);
    return live;
  }

  const pick = (name: DeviceName, index: number): LivePage | undefined => {
    const all = pages.get(name) ?? [];
    return all[index % Math.max(1, all.length)];
  };

  function change(step: Extract<Step, { kind: 'say' | 'say much' | 'take back' }>): void {
    const page = pick(step.who, step.page);
    if (!page) return;
    const document = step.where === 'sheet' ? 'sheet/s' : `desk/s/${step.who}`;
    const words = wordsIn(page, document);
    changes += 1;
    if (step.kind === 'take back') {
      const key = [...words.keys()].sort()[step.page];
      if (key === undefined) return;
      const taken: Change = { document, key, kind: 'taken' };
      page.changes.push(taken);
      takenBack.add(idOf(taken));
      words.delete(key);
      return;
    }
    const key = `${step.who} ${changes}`;
    page.changes.push({ document, key, kind: 'said' });
    words.set(key, step.kind === 'say' ? changes : randomText(random, 40_000));
  }

  async function run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'pass':
        return clock.advance(step.time);
      case 'say':
      case 'say much':
      case 'take back':
        change(step);
        break;
      case 'weather':
        network.set(weathers[step.weather] ?? {});
        break;
      case 'open':
        if ((pages.get(step.who)?.length ?? 0) < 3) open(step.who);
        break;
      default: {
        const page = pick(step.who, step.page);
        if (!page) break;
        pages.set(page.device, pages.get(page.device)?.filter((other) => other !== page) ?? []);
        if (step.kind === 'close') page.close();
        else page.kill();
      }
    }
  }

  open('erin');
  open('mona');
  for (const one of steps) await run(one);

  network.set({});
  if (end === 'blackout') {
    for (const page of [...pages.values()].flat()) page.kill();
    for (const name of devices) pages.set(name, []);
    await clock.advance(30_000); // what the network still carries
    const reader = world.device('reader').openPage();
    for (const document of documents) reader.sync.open(document);
    await clock.advance(30_000);
    expect(missing(contentOf(reader)), 'Z3: what was promised is stored, whoever is gone').toEqual([]);
    reader.kill();
  }
  const live = [...pages.values()].flat();
  // Those who left come back. They open no document: what they could not save is saved all the same.
  const back = devices.flatMap((name) =>
    pages.get(name)?.length === 0 ? (browsers.get(name)?.openPage() ?? []) : [],
  );
  await clock.advance(calmTime);
  const shown = live.map((page) => ({
    who: page.device,
    content: contentOf(page),
    saved: page.sync.saved.get(),
  }));
  for (const page of live) {
    promise(page);
    page.sync.dispose();
  }
  for (const page of back) page.sync.dispose();

  // Nobody is left who could answer: what the newcomer sees comes from the storage alone.
  const newcomer = world.device('newcomer').openPage();
  for (const document of documents) newcomer.sync.open(document);
  await clock.advance(60_000);
  const stored = contentOf(newcomer);
  for (const { who: device, content, saved } of shown) {
    expect(content, `Z1, Z2: what ${device} shows is what is stored`).toEqual(stored);
    expect(saved, `what ${device} is told`).toEqual({ browser: 'saved', board: 'saved' });
  }
  expect(missing(stored), 'Z3, Z4: what was promised is stored').toEqual([]);
  newcomer.sync.dispose();
  await clock.advance(30_000); // what the network still carries
  expect([clock.pending, network.subscriptions()], 'nothing is left running').toEqual([0, 0]);
  const { broadcast, get, set } = network.counts();
  return { changes, promised: promised.size, calls: broadcast + get + set };
}

/** Long texts in short, so that a failure can be read. */
function contentOf(page: Page): Record<string, Record<string, unknown>> {
  const short = (value: unknown) =>
    typeof value === 'string' && value.length > 20 ? `${value.slice(0, 8)}… of ${value.length}` : value;
  const contentIn = (name: string) =>
    Object.fromEntries(
      [...page.sync.open(name).doc.getMap('words').entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => [key, short(value)]),
    );
  return Object.fromEntries(documents.map((name) => [name, contentIn(name)]));
}

function randomText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random() * 36 ** 8).toString(36);
  return text.slice(0, length);
}
