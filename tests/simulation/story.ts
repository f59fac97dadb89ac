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
 * Z6  A document whose deletion was asked for, as far as Z3 to Z5 promise it of any change, is nowhere: everybody who is
 *     there says so, a newcomer reads nothing of it, no disk that is still in use keeps it, and no stored value holds
 *     it but those of devices that never came back, or whose values somebody damaged. Nothing else is ever deleted. Of
 *     its words nothing is asked.
 * Z7  A browser that was asked to keep nothing keeps nothing until it is opened again.
 *
 * What somebody damaged in the storage can't be read from it until it is repaired. So the promises of the one device
 * whose value it was are not asked of the storage alone; everybody else's are. Where both copies of the registry were
 * damaged before anybody who is still there had heard of a deletion, it is not known any more.
 */
import type * as Y from 'yjs';
import { isErased } from '../../src/sync/slices.ts';
import { type MemoryDisk, memoryDisk } from '../support/memoryBrowser.ts';
import { type Page, syncWorld } from '../support/syncWorld.ts';
import { damaged } from './damage.ts';
import { type BrowserKind, type Step, type Story, weathers } from './steps.ts';

interface Change {
  readonly document: string;
  /** Used once only: what was taken back stays so. */
  readonly key: string;
  readonly kind: 'said' | 'taken' | 'deleted';
  readonly device: Device;
}
const idOf = ({ document, key }: Change): string => `${document} ${key}`;

/** What a browser is to the board, until it is asked to forget everything, its name included. */
interface Device {
  readonly name: string;
  /** Somebody damaged what it stored. */
  damaged: boolean;
  /** Nothing comes back of it. */
  gone: boolean;
}

interface LivePage extends Page {
  readonly browser: Browser;
  readonly device: Device;
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
  readonly callItself: (name: string) => void;
  readonly disk: MemoryDisk;
  device: Device;
  pages: LivePage[];
  lost: boolean;
  /** It was asked to keep nothing, and was not opened since. */
  emptied: boolean;
  /** Deleted documents that its disk knows of. */
  knows: Set<string>;
}

interface Content {
  readonly words: Record<string, Record<string, unknown>>;
  readonly deleted: readonly string[];
}

export interface Account {
  readonly edits: number;
  readonly promised: number;
  /** Documents that are deleted in the end. */
  readonly deletions: number;
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
  const devices: Device[] = [];
  function newDevice(name: string): Device {
    const device = { name, damaged: false, gone: false };
    devices.push(device);
    return device;
  }
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
        callItself: shared.callItself,
        disk,
        device: newDevice(name),
        pages: [],
        lost: false,
        emptied: false,
        knows: new Set(),
      };
    }),
  );
  const pagesOf = () => browsers.flatMap(({ pages }) => pages);
  /** What must hold at the end. */
  const promised = new Map<string, Change>();
  const takenBack = new Set<string>();
  /** Documents that somebody asked to delete. */
  const condemned = new Set<string>();
  const damagedRegistries = new Set<string>();
  let edits = 0;

  const kept = new Map<string, Change>();
  const promise = (page: LivePage, where = promised) => {
    // Who knows that a document is deleted is promised nothing more about its words.
    const gone = new Set(page.sync.deleted.get());
    for (const change of page.changes)
      if (
        where.get(idOf(change))?.kind !== 'taken' &&
        (change.kind === 'deleted' || !gone.has(change.document))
      )
        where.set(idOf(change), change);
  };

  /** Promises that are broken. What somebody took back may be there or not, until that is promised too. */
  function missing(
    { words, deleted }: Content,
    excused: (change: Change) => boolean,
    among = promised,
  ): string[] {
    const there = ({ document, key }: Change) => Object.hasOwn(words[document] ?? {}, key);
    const broken = [...among.values()].filter((change) => {
      if (change.kind === 'deleted') return !deleted.includes(change.document);
      if (deleted.includes(change.document)) return false;
      return change.kind === 'taken' ? there(change) : !there(change) && !takenBack.has(idOf(change));
    });
    return broken.filter((change) => !excused(change)).map((change) => `${change.kind} ${idOf(change)}`);
  }

  /** What a deletion left, and deletions that nobody asked for. */
  const misdeleted = ({ words, deleted }: Content): string[] => [
    ...deleted.filter((name) => !condemned.has(name)).map((name) => `nobody deleted ${name}`),
    ...deleted
      .filter((name) => Object.keys(words[name] ?? {}).length > 0)
      .map((name) => `${name} is deleted, and can be read`),
  ];

  /** To be asked whenever everything that is under way within a page has ended. */
  function takeNote(page: LivePage): void {
    const { browser, board } = page.sync.saved.get();
    if (page.asleep || page.sync.forgotten.get()) return;
    if (board === 'saved') promise(page);
    if (browser !== 'saved' || page.browser.kind === 'forgetful') return;
    promise(page, kept);
    if (page.device === page.browser.device)
      for (const name of page.sync.deleted.get()) page.browser.knows.add(name);
  }

  function open(browser: Browser): LivePage {
    browser.emptied = false;
    const live: LivePage = Object.assign(browser.open(), { browser, device: browser.device, changes: [] });
    for (const document of browser.opens) live.sync.open(document);
    live.sync.saved.subscribe((saved) => {
      if (saved.board === 'saved') promise(live);
      if (saved.browser === 'saved' && browser.kind !== 'forgetful') promise(live, kept);
    });
    live.sync.forgotten.subscribe(() => {
      browser.pages = browser.pages.filter((other) => other !== live);
    });
    browser.pages.push(live);
    return live;
  }

  const browserAt = (index: number): Browser | undefined => browsers[index % browsers.length];
  const pageAt = (index: number): LivePage | undefined => {
    const pages = pagesOf();
    return pages[index % Math.max(1, pages.length)];
  };

  const documentOf = (page: LivePage, where: 'desk' | 'sheet'): string =>
    where === 'sheet' ? 'sheet/s' : page.browser.desk;

  function change(step: Extract<Step, { kind: 'say' | 'say much' | 'take back' }>): void {
    const page = pageAt(step.page);
    if (!page || page.asleep) return;
    const { device } = page;
    const document = documentOf(page, step.where);
    // People see that it is deleted, and where to begin anew: another document.
    if (page.sync.deleted.get().includes(document)) return;
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
    const key = `${device.name} ${edits}`;
    page.changes.push({ document, key, kind: 'said', device });
    words.set(key, step.kind === 'say' ? edits : randomText(random, 40_000));
  }

  async function deleteIt(page: LivePage, document: string): Promise<void> {
    if (page.asleep || page.sync.deleted.get().includes(document)) return;
    condemned.add(document);
    await Promise.all([page.sync.delete(document), clock.advance(0)]);
    page.changes.push({ document, key: 'is deleted', kind: 'deleted', device: page.device });
  }

  async function forget(page: LivePage): Promise<void> {
    const { browser } = page;
    if (page.asleep || browser.kind === 'forgetful') return;
    // Pages that can't hear each other go on, and keep what they say from now on.
    browser.emptied = browser.kind === 'ordinary';
    // What a frozen page was writing at that very moment would come after, and nobody could tell it to stop.
    await clock.advance(0);
    browser.knows.clear();
    browser.device.gone = true;
    browser.device = newDevice(`${browser.name}n${devices.length}`);
    browser.callItself(browser.device.name);
    await Promise.all([page.sync.forgetHere(), clock.advance(2)]);
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
    for (const device of devices) device.damaged ||= device.name === deviceIn(key);
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
        browser.device.gone = true;
        browser.knows.clear();
        for (const page of browser.pages) page.kill();
        browser.pages = [];
        return;
      }
      case 'delete': {
        const page = pageAt(step.page);
        return page && deleteIt(page, documentOf(page, step.where));
      }
      case 'forget this browser': {
        const page = pageAt(step.page);
        return page && forget(page);
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
    return {
      words: Object.fromEntries(documents.map((name) => [name, contentIn(page, name)])),
      deleted: page.sync.deleted.get(),
    };
  }
  const newcomer = (): Page => {
    const page = world.device('newcomer').openPage();
    for (const document of documents) page.sync.open(document);
    return page;
  };

  const isForgetful = (device: Device): boolean =>
    browsers.some((browser) => browser.kind === 'forgetful' && browser.device === device);

  /** What is left of deleted documents in the storage and on disks, where it must not be. */
  async function leftOf(deleted: readonly string[]): Promise<string[]> {
    const comesBack = (key: string): boolean =>
      browsers.some(
        ({ kind, device: { name, gone, damaged } }) =>
          kind === 'ordinary' && !gone && !damaged && name === deviceIn(key),
      );
    const stored = network
      .keys()
      .filter((key) => deleted.some((name) => /^[ds]\//.test(key) && key.endsWith(`/${name}`)))
      .filter((key) => comesBack(key) && !isErased(network.read(key)))
      .map((key) => `${key} is not erased`);
    const kept: string[] = [];
    for (const { name, disk, lost } of browsers)
      for (const document of deleted) {
        const { updates } = await disk.load(document);
        if (!lost && updates.length > 0) kept.push(`${name} keeps ${document} on its disk`);
      }
    return [...stored, ...kept];
  }

  for (const browser of browsers.filter(({ name }) => name.endsWith('d0')).slice(0, 4)) open(browser);
  for (const one of steps) {
    await run(one);
    for (const page of pagesOf()) takeNote(page);
  }

  network.set({});
  const losses: string[] = [];
  if (end === 'blackout') {
    for (const page of pagesOf()) endPage(page, 'kill');
    await clock.advance(carried);
    const reader = newcomer();
    await clock.advance(30_000);
    const excused = ({ device }: Change) => damagedRegistries.size > 1 || device.damaged;
    const read = readAll(reader);
    losses.push(
      ...[...missing(read, excused), ...misdeleted(read)].map((what) => `at the blackout: ${what}`),
    );
    reader.kill();
  }
  for (const browser of browsers) browser.disk.full = false;
  for (const page of pagesOf()) page.wake();
  // Long enough to hear that this browser is to forget everything.
  await clock.advance(1);
  const live = pagesOf();
  for (const { name, emptied, disk } of browsers)
    if (emptied && (await disk.keys('')).length > 0) losses.push(`${name} was asked to keep nothing`);
  // Those who left come back. They open no document: what they could not save is saved all the same.
  // Only where its own stored state was damaged does a browser have to be asked for the document.
  const back = browsers.flatMap(({ pages, lost, open, opens, device }) => {
    const page = pages.length === 0 && !lost ? open() : null;
    if (page && device.damaged) for (const document of opens) page.sync.open(document);
    return page ?? [];
  });
  // Damage is noticed by those who read; somebody comes by who does.
  const visitor = newcomer();
  await clock.advance(calmTime);
  // One may have noticed only now that its own stored state is damaged, and be storing it again.
  const isSaving = () => live.some(({ sync }) => sync.saved.get().board === 'saving');
  for (let waits = 0; waits < 12 && isSaving(); waits += 1) await clock.advance(5_000);
  const shown = live.map((page) => ({
    who: page.browser.name,
    content: Object.fromEntries(page.browser.opens.map((name) => [name, contentIn(page, name)])),
    deleted: page.sync.deleted.get(),
    saved: page.sync.saved.get(),
  }));
  for (const page of live) promise(page);

  for (const page of [...live, ...back, visitor]) page.sync.dispose();

  // Nobody is left who could answer: what the newcomer sees comes from the storage alone.
  const last = newcomer();
  await clock.advance(60_000);
  const stored = readAll(last);
  const divergences = shown.flatMap(({ who, content, deleted, saved }) => [
    ...Object.entries(content)
      .filter(([name, words]) => JSON.stringify(words) !== JSON.stringify(stored.words[name]))
      .map(([name, words]) => `${who} shows ${name} ${differences(words, stored.words[name] ?? {})}`),
    ...(deleted.join() === stored.deleted.join()
      ? []
      : [`${who} calls [${deleted}] deleted, and a newcomer [${stored.deleted}]`]),
    ...(saved.board === 'saved' && saved.browser !== 'saving' && saved.browser !== 'failed'
      ? []
      : [`${who} is told ${JSON.stringify(saved)}`]),
  ]);
  /** The tombstone was taken away twice, perhaps when the states were erased already, and nobody is left who knew it. */
  const isForgotten = (document: string): boolean =>
    damagedRegistries.size > 1 &&
    condemned.has(document) &&
    !shown.some(({ deleted }) => deleted.includes(document)) &&
    !browsers.some(({ lost, knows }) => !lost && knows.has(document));
  /** What lay in a damaged state only: its browser is gone, or its disk never took it. */
  const nobodyHasIt = (change: Change) =>
    (change.device.damaged &&
      (change.device.gone || isForgetful(change.device) || !kept.has(idOf(change)))) ||
    isForgotten(change.document);
  losses.push(...missing(stored, nobodyHasIt), ...misdeleted(stored));
  const isLeft = ({ device, document }: Change) => device.gone || isForgotten(document);
  losses.push(...missing(stored, isLeft, kept).map((what) => `saved in a browser: ${what}`));
  losses.push(...(await leftOf(stored.deleted)));
  last.sync.dispose();
  await clock.advance(carried);
  const { broadcast, get, set } = network.counts();
  return {
    edits,
    promised: promised.size,
    deletions: stored.deleted.length,
    calls: broadcast + get + set,
    divergences,
    losses,
    leftovers: clock.pending + network.subscriptions(),
  };
}

/** Whose key it is: of `p0d0.page`, too, the browser. */
const deviceIn = (key: string): string | undefined => key.split('/')[1]?.split('.')[0];

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
