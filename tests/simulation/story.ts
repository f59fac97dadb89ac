/**
 * Plays a story of people, browsers and a bad network, and judges what must be true at its end:
 *
 * Z1  All live pages show the same, document by document.
 * Z2  A newcomer who reads nothing but the storage sees the same.
 * Z3  Every change that was ever reported saved on the board is there, whoever was killed since; also at the worst
 *     moment, when everybody is killed at once and only the storage is left.
 * Z4  Every change made in a page that is still open is there.
 *
 * Z5  Every change that was ever reported saved in a browser is there once that browser has been opened again.
 *
 * What somebody damaged in the storage can't be read from it until it is repaired. So the promises of the one device
 * whose value it was are not asked of the storage alone; everybody else's are.
 */
import type * as Y from 'yjs';
import { memoryDisk } from '../support/memoryBrowser.ts';
import { type Page, syncWorld } from '../support/syncWorld.ts';
import { damaged } from './damage.ts';
import { type BrowserKind, type Step, type Story, weathers } from './steps.ts';

interface Change {
  readonly document: string;
  /** Used once only: what was taken back stays so. */
  readonly key: string;
  readonly kind: 'said' | 'taken';
  readonly device: string;
}
const idOf = ({ document, key }: Change): string => `${document} ${key}`;

interface LivePage extends Page {
  readonly browser: Browser;
  readonly changes: Change[];
}

interface Browser {
  readonly name: string;
  readonly kind: BrowserKind;
  readonly desk: string;
  /** The documents that its pages open. */
  readonly opens: readonly string[];
  readonly open: () => Page;
  readonly setClock: (off: number) => void;
  readonly disk: { full: boolean };
  pages: LivePage[];
  lost: boolean;
  damaged: boolean;
}

type Content = Record<string, Record<string, unknown>>;

export interface Account {
  readonly edits: number;
  readonly promised: number;
  readonly calls: number;
  /** Sentences about what is not as it must be. None: all is well. */
  readonly divergences: readonly string[];
  readonly losses: readonly string[];
  /** Timers, watches and listeners that nobody ended. */
  readonly leftovers: number;
}

/** Long enough for every retry and heartbeat to have come round, once the network is calm. */
const calmTime = 15 * 60_000;
/** What the network still carries. */
const carried = 40_000;

export async function tell({ seed, people, steps, end }: Story): Promise<Account> {
  const world = syncWorld(seed);
  const { clock, network, random } = world;
  const desks = people.map((_person, i) => `desk/s/p${i}`);
  const documents = ['sheet/s', ...desks];
  const browsers: Browser[] = people.flatMap((kinds, i) =>
    kinds.map((kind, k): Browser => {
      const name = `p${i}d${k}`;
      const disk = memoryDisk();
      const shared = world.device(name, disk);
      const neighbour = desks[(i + 1) % desks.length] ?? '';
      return {
        name,
        kind,
        desk: desks[i] ?? '',
        opens: ['sheet/s', desks[i] ?? '', neighbour],
        open: () =>
          kind === 'forgetful'
            ? world.device(name, memoryDisk(false)).openPage({ alone: true })
            : shared.openPage({ alone: kind === 'apart' }),
        setClock: shared.setClock,
        disk,
        pages: [],
        lost: false,
        damaged: false,
      };
    }),
  );
  const pagesOf = () => browsers.flatMap(({ pages }) => pages);
  /** What must hold at the end. */
  const promised = new Map<string, Change>();
  const takenBack = new Set<string>();
  const damagedRegistries = new Set<string>();
  let edits = 0;

  const kept = new Map<string, Change>();
  const promise = (page: LivePage, where = promised) => {
    for (const change of page.changes)
      if (where.get(idOf(change))?.kind !== 'taken') where.set(idOf(change), change);
  };

  /** Promises that are broken. What somebody took back may be there or not, until that is promised too. */
  function missing(content: Content, excused: (change: Change) => boolean, among = promised): string[] {
    const there = ({ document, key }: Change) => Object.hasOwn(content[document] ?? {}, key);
    const broken = [...among.values()].filter((change) =>
      change.kind === 'taken' ? there(change) : !there(change) && !takenBack.has(idOf(change)),
    );
    return broken.filter((change) => !excused(change)).map((change) => `${change.kind} ${idOf(change)}`);
  }

  function open(browser: Browser): LivePage {
    const live: LivePage = Object.assign(browser.open(), { browser, changes: [] });
    for (const document of browser.opens) live.sync.open(document);
    live.sync.saved.subscribe((saved) => {
      if (saved.board === 'saved') promise(live);
      if (saved.browser === 'saved' && browser.kind !== 'forgetful') promise(live, kept);
    });
    browser.pages.push(live);
    return live;
  }

  const browserAt = (index: number): Browser | undefined => browsers[index % browsers.length];
  const pageAt = (index: number): LivePage | undefined => {
    const pages = pagesOf();
    return pages[index % Math.max(1, pages.length)];
  };

  function change(step: Extract<Step, { kind: 'say' | 'say much' | 'take back' }>): void {
    const page = pageAt(step.page);
    if (!page || page.asleep) return;
    const { desk, name: device } = page.browser;
    const document = step.where === 'sheet' ? 'sheet/s' : desk;
    const words: Y.Map<unknown> = page.sync.open(document).doc.getMap('words');
    edits += 1;
    if (step.kind === 'take back') {
      const key = [...words.keys()].sort()[step.page % 3];
      if (key === undefined) return;
      const taken: Change = { document, key, kind: 'taken', device };
      page.changes.push(taken);
      takenBack.add(idOf(taken));
      words.delete(key);
      return;
    }
    const key = `${device} ${edits}`;
    page.changes.push({ document, key, kind: 'said', device });
    words.set(key, step.kind === 'say' ? edits : randomText(random, 40_000));
  }

  function endPage(page: LivePage, how: 'close' | 'kill'): void {
    page.browser.pages = page.browser.pages.filter((other) => other !== page);
    if (how === 'close' && !page.asleep) page.close();
    else page.kill();
  }

  function damage(step: Extract<Step, { kind: 'damage' }>): void {
    const keys = network.keys();
    const key = keys[step.key % Math.max(1, keys.length)];
    if (key === undefined) return;
    if (key.startsWith('registry/')) damagedRegistries.add(key);
    const device = key.split('/')[1]?.split('.')[0];
    for (const browser of browsers) browser.damaged ||= browser.name === device;
    if (step.how === 'gone') network.remove(key);
    else network.put(key, damaged(step.how, network.read(key), network.readOlder(key)));
  }

  async function run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'pass':
        return clock.advance(step.time);
      case 'say':
      case 'say much':
      case 'take back':
        return change(step);
      case 'weather':
        return network.set(weathers[step.weather] ?? {});
      case 'open': {
        const browser = browserAt(step.device);
        if (browser && !browser.lost && browser.pages.length < 3) open(browser);
        return;
      }
      case 'close':
      case 'kill': {
        const page = pageAt(step.page);
        return page && endPage(page, step.kind);
      }
      case 'hide': {
        const page = pageAt(step.page);
        if (page && !page.asleep) void page.sync.flush();
        return;
      }
      case 'sleep':
        if (step.how === 'laptop')
          for (const page of pageAt(step.page)?.browser.pages ?? []) page.sleep('kept');
        else pageAt(step.page)?.sleep(step.how === 'page' ? 'kept' : 'lost');
        return;
      case 'wake':
        for (const page of pageAt(step.page)?.browser.pages ?? []) page.wake();
        return;
      case 'lose device': {
        const browser = browserAt(step.device);
        if (!browser) return;
        browser.lost = true;
        for (const page of browser.pages) page.kill();
        browser.pages = [];
        return;
      }
      case 'disk': {
        const browser = browserAt(step.device);
        if (browser) browser.disk.full = step.full;
        return;
      }
      case 'set clock':
        return browserAt(step.device)?.setClock(step.hours * 3_600_000);
      case 'damage':
        return damage(step);
      default:
        step satisfies never;
    }
  }

  function readAll(page: Page): Content {
    return Object.fromEntries(documents.map((name) => [name, contentIn(page, name)]));
  }
  const newcomer = (): Page => {
    const page = world.device('newcomer').openPage();
    for (const document of documents) page.sync.open(document);
    return page;
  };

  for (const browser of browsers.filter(({ name }) => name.endsWith('d0')).slice(0, 4)) open(browser);
  for (const one of steps) await run(one);

  network.set({});
  const losses: string[] = [];
  if (end === 'blackout') {
    for (const page of pagesOf()) endPage(page, 'kill');
    await clock.advance(carried);
    const reader = newcomer();
    await clock.advance(30_000);
    const excused = ({ device }: Change) =>
      damagedRegistries.size > 1 || browsers.some(({ name, damaged }) => damaged && name === device);
    losses.push(...missing(readAll(reader), excused).map((what) => `at the blackout: ${what}`));
    reader.kill();
  }
  for (const browser of browsers) browser.disk.full = false;
  for (const page of pagesOf()) page.wake();
  const live = pagesOf();
  // Those who left come back. They open no document: what they could not save is saved all the same.
  // Only where its own stored state was damaged does a browser have to be asked for the document.
  const back = browsers.flatMap(({ pages, lost, open, opens, damaged }) => {
    const page = pages.length === 0 && !lost ? open() : null;
    if (page && damaged) for (const document of opens) page.sync.open(document);
    return page ?? [];
  });
  // Damage is noticed by those who read; somebody comes by who does.
  const visitor = newcomer();
  await clock.advance(calmTime);
  const shown = live.map((page) => ({
    who: page.browser.name,
    content: Object.fromEntries(page.browser.opens.map((name) => [name, contentIn(page, name)])),
    saved: page.sync.saved.get(),
  }));
  for (const page of live) promise(page);

  for (const page of [...live, ...back, visitor]) page.sync.dispose();

  // Nobody is left who could answer: what the newcomer sees comes from the storage alone.
  const last = newcomer();
  await clock.advance(60_000);
  const stored = readAll(last);
  const divergences = shown.flatMap(({ who, content, saved }) => [
    ...Object.entries(content)
      .filter(([name, words]) => JSON.stringify(words) !== JSON.stringify(stored[name]))
      .map(([name, words]) => `${who} shows ${name} ${differences(words, stored[name] ?? {})}`),
    ...(saved.board === 'saved' && saved.browser !== 'saving' && saved.browser !== 'failed'
      ? []
      : [`${who} is told ${JSON.stringify(saved)}`]),
  ]);
  const nobodyHasIt = ({ device }: Change) =>
    browsers.some(
      ({ name, damaged, lost, kind }) => name === device && damaged && (lost || kind === 'forgetful'),
    );
  losses.push(...missing(stored, nobodyHasIt));
  const isGone = ({ device }: Change) => browsers.some(({ name, lost }) => lost && name === device);
  losses.push(...missing(stored, isGone, kept).map((what) => `saved in a browser: ${what}`));
  last.sync.dispose();
  await clock.advance(carried);
  const { broadcast, get, set } = network.counts();
  return {
    edits,
    promised: promised.size,
    calls: broadcast + get + set,
    divergences,
    losses,
    leftovers: clock.pending + network.subscriptions(),
  };
}

const differences = (shown: Record<string, unknown>, stored: Record<string, unknown>): string => {
  const only = (a: object, b: object) => Object.keys(a).filter((key) => !Object.hasOwn(b, key));
  return `with ${only(shown, stored).join(', ') || 'nothing'} more and ${only(stored, shown).join(', ') || 'nothing'} less than is stored`;
};

/** Long texts in short, so that a failure can be read. */
function contentIn(page: Page, name: string): Record<string, unknown> {
  const short = (value: unknown) =>
    typeof value === 'string' && value.length > 20 ? `${value.slice(0, 8)}… of ${value.length}` : value;
  const words = [...page.sync.open(name).doc.getMap('words').entries()];
  return Object.fromEntries(
    words.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, short(value)]),
  );
}

function randomText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random() * 36 ** 8).toString(36);
  return text.slice(0, length);
}
