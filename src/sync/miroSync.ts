/**
 * Sync through Miro itself: no server. All pages of one browser are one device and share every document over the
 * DeviceChannel; the one that holds the leadership talks to the board (leading.ts). This file is one page of it.
 *
 *   page ── DeviceChannel ── leading page ──┬── Wire (broadcasts, quick, may get lost)
 *     └──────── LocalStore (this browser) ──┘── BoardStore (whole states, per device and document)
 */
import * as Y from 'yjs';
import type { Clock } from '../base/clock.ts';
import { type Disposer, disposers } from '../base/disposer.ts';
import { observable } from '../base/observable.ts';
import { type DeviceMessage, type Own, parseDeviceMessage } from './deviceMessages.ts';
import { applied, hasBeyond } from './digest.ts';
import type { Leading, leading } from './leading.ts';
import { leaderPatience, mostDocuments, retry, tellUse } from './limits.ts';
import { localCopy } from './localCopy.ts';
import type { BoardStore, DeviceChannel, Leadership, LocalStore, Meter, Wire } from './ports.ts';
import { privateDocuments } from './privateDocuments.ts';
import { problemList } from './problems.ts';
import { isSource, type Replica, replica } from './replica.ts';
import type { Connection, DocumentName, OpenDocument, Other, SavedState, Sync } from './sync.ts';
import { type Random, randomId, type Timers, timersOn } from './timers.ts';

export interface MiroSyncOptions {
  readonly wire: Wire;
  readonly board: BoardStore;
  /** The same that counts the calls of `wire`, `board` and everything else this page asks of Miro. */
  readonly meter: Meter;
  readonly local: LocalStore;
  readonly channel: DeviceChannel;
  readonly leadership: Leadership;
  /** What the leading page runs. Most pages never lead, so it is loaded by the one that does. */
  readonly loadLeading: () => Promise<typeof leading>;
  readonly clock: Clock;
  readonly random: Random;
  /** This browser's name for itself, kept by it; short and without slashes. */
  readonly device: string;
  readonly user: string;
}

/** Starts at once: takes part in the device's talk and seeks its leadership. */
export function createSync(options: MiroSyncOptions): Sync {
  const { channel, random } = options;
  const owned = disposers();
  const timers = timersOn(options.clock);
  owned.add(timers.dispose);
  const page = randomId(random);
  // Pages that can't hear each other, or can't agree who leads, must not write the same keys.
  const device =
    channel.shared && options.leadership.exclusive ? options.device : `${options.device}.${page}`;
  const local = localCopy(options.local, page, timers, random);
  const problems = problemList();
  const names = observable<readonly DocumentName[]>([]);
  const others = observable<readonly Other[]>([]);
  const connection = observable<Connection>({ reach: 'joining', behind: 0 });
  const deleted = observable<readonly DocumentName[]>([]);
  const forgotten = observable(false);
  const replicas = new Map<DocumentName, Replica>();
  /** Wishes to the leading page that are not answered yet. */
  const wishes = new Map<string, { readonly what: 'flush' | 'refresh'; readonly done: () => void }>();
  let leader: Leading | null = null;
  let endTerm = (): void => {};
  let termOver = Promise.resolve();
  owned.add(() => endTerm());
  /** What the leading page last said, while it is another one. */
  let told: SavedState['board'] = 'saved';

  /** Deletions that were asked for in this page, of which it is not known that the board knows. */
  const asked = new Set<DocumentName>();

  const saved = observable<SavedState>({ browser: 'saved', board: 'saved' });
  function judge(): void {
    const waiting =
      asked.size > 0 || [...replicas.values()].some(({ own, acknowledged }) => acknowledged < own);
    const board = leader ? leader.board.get() : told;
    const next: SavedState = {
      browser: local.state.get(),
      board: waiting && board === 'saved' ? 'saving' : board,
    };
    const now = saved.get();
    if (now.browser !== next.browser || now.board !== next.board) saved.set(next);
  }
  owned.add(local.state.subscribe(judge));

  const post = (message: DeviceMessage): void => channel.post(message);
  const drafts = privateDocuments({ local, post, random, problems });
  owned.add(drafts.dispose);

  /** What is opened under a deleted document's name: nothing hears of it. */
  const dead = new Map<DocumentName, Replica>();
  const isDeleted = (name: DocumentName): boolean => deleted.get().includes(name);

  function openDead(name: DocumentName): Replica {
    const present = dead.get(name) ?? replica(name, Math.floor(random() * 2 ** 32));
    dead.set(name, present);
    present.loaded.finish();
    present.joined.finish();
    return present;
  }

  function listNames(all: readonly DocumentName[]): void {
    const living = all.filter((name) => !isDeleted(name));
    if (living.join('\n') !== names.get().join('\n')) names.set(living);
  }

  /** These are deleted: drops what this page holds of them. */
  function bury(heard: readonly DocumentName[], how: 'asked here' | 'heard of'): void {
    if (how === 'asked here') for (const name of heard) leader?.delete(name);
    const news = heard.filter((name) => !isDeleted(name));
    if (news.length === 0) return;
    deleted.set([...deleted.get(), ...news].sort());
    for (const name of news) {
      const one = replicas.get(name);
      replicas.delete(name);
      one?.loaded.finish();
      one?.joined.finish();
      problems.clearAll(name);
      if (leader) void leader.bury(name).then(() => local.bury(name, how));
      else local.bury(name, how);
    }
    listNames(names.get());
    if (leader) post({ kind: 'deleted', names: news, asked: false });
    judge();
  }

  async function deleteDocument(name: DocumentName): Promise<void> {
    if (timers.disposed) return;
    if (!isDeleted(name)) asked.add(name);
    bury([name], 'asked here');
    await local.settled();
    // Only now: what the leading page has to do is remembered, should it end in the middle.
    if (!leader) post({ kind: 'deleted', names: [name], asked: true });
  }

  function onBuried(name: DocumentName): void {
    asked.delete(name);
    judge();
  }

  /** Ends here, and keeps nothing. */
  async function forget(): Promise<void> {
    owned.dispose();
    forgotten.set(true);
    await local.forgetAll();
  }

  async function forgetHere(): Promise<void> {
    post({ kind: 'forget' });
    await forget();
  }

  function open(name: DocumentName): Replica {
    const present = replicas.get(name);
    if (present) return present;
    if (isDeleted(name)) return openDead(name);
    if (replicas.size >= mostDocuments) throw new Error(`More than ${mostDocuments} documents are open`);
    const fresh = replica(name, Math.floor(random() * 2 ** 32));
    replicas.set(name, fresh);
    const onUpdate = (update: Uint8Array, origin: unknown) => onChange(fresh, update, origin);
    fresh.doc.on('update', onUpdate);
    owned.add(() => {
      fresh.doc.off('update', onUpdate);
      fresh.loaded.finish();
      fresh.joined.finish();
    });
    void load(fresh);
    leader?.take(fresh);
    // Should no page lead, or the leading one be asleep, going on without the board's copy is better than waiting.
    timers.after(leaderPatience, () => {
      if (!leader) fresh.joined.finish();
    });
    return fresh;
  }

  async function load(fresh: Replica): Promise<void> {
    const { name, doc } = fresh;
    const { updates, damaged } = await local.load(name);
    if (timers.disposed || replicas.get(name) !== fresh) return;
    const unreadable = updates.filter((update) => !applied(doc, update, 'sync/browser')).length;
    if (damaged + unreadable > 0) problems.report({ kind: 'damaged', document: name, who: 'browser' });
    fresh.loaded.finish();
    post({ kind: 'ask', page, name, vector: Y.encodeStateVector(doc) });
  }

  function onChange(changed: Replica, update: Uint8Array, origin: unknown): void {
    const { name } = changed;
    if (replicas.get(name) !== changed) return; // deleted
    if (origin === 'sync/browser' || origin === 'sync/device') return; // it lies in this browser already
    if (isSource(origin)) {
      local.append(name, update);
      post({ kind: 'change', name, update, own: null });
      return;
    }
    changed.own += 1;
    const own: Own = { page, count: changed.own };
    local.appendOwn(name, update);
    post({ kind: 'change', name, update, own });
    leader?.changed(name, update, own);
    judge();
  }

  function acknowledge(name: DocumentName, own: readonly Own[]): void {
    const acknowledged = replicas.get(name);
    const mine = own.find((one) => one.page === page);
    if (!acknowledged || !mine) return;
    acknowledged.acknowledged = Math.max(acknowledged.acknowledged, mine.count);
    if (acknowledged.acknowledged >= acknowledged.own) local.forgetUnsaved(name);
    judge();
  }

  function tellStatus(): void {
    if (!leader) return;
    post({
      kind: 'status',
      board: leader.board.get(),
      connection: connection.get(),
      names: names.get(),
      problems: problems.list.get(),
    });
    post({ kind: 'others', others: others.get() });
    if (deleted.get().length > 0) post({ kind: 'deleted', names: deleted.get(), asked: false });
  }

  function onMessage(message: DeviceMessage): void {
    switch (message.kind) {
      case 'ask':
        answer(message.page, message.name, message.vector);
        break;
      case 'give':
        if (message.to === page) takeGiven(message.name, message.update, message.vector);
        break;
      case 'change':
        takeChange(message.name, message.update, message.own);
        break;
      case 'leading':
        if (options.leadership.exclusive && leader) stepDown();
        else introduce();
        break;
      case 'acknowledged':
        acknowledge(message.name, message.own);
        break;
      case 'joined':
        replicas.get(message.name)?.joined.finish();
        break;
      case 'status':
        if (!leader) follow(message);
        break;
      case 'deleted':
        bury(message.names, message.asked ? 'asked here' : 'heard of');
        break;
      case 'buried':
        onBuried(message.name);
        break;
      case 'forget':
        forget().catch(() => undefined); // the page that asked tells how it went
        break;
      case 'doing':
        leader?.tell(message.doing);
        break;
      case 'others':
        if (!leader) others.set(message.others);
        break;
      case 'used':
        options.meter.elsewhere(message);
        break;
      case 'private':
      case 'private ask':
      case 'private gone':
        drafts.receive(message);
        break;
      case 'please':
        if (leader)
          void Promise.race([leader[message.what](), termOver]).then(() =>
            post({ kind: 'done', id: message.id }),
          );
        break;
      case 'done':
        wishes.get(message.id)?.done();
        break;
      default:
        message satisfies never;
    }
  }

  function hear(next: Connection): void {
    const now = connection.get();
    if (now.reach !== next.reach || now.behind !== next.behind) connection.set(next);
  }
  // No page has told how it goes: whoever leads may be asleep.
  timers.after(leaderPatience, () => {
    if (!leader && connection.get().reach === 'joining') hear({ reach: 'slow', behind: 0 });
  });

  function follow(status: Extract<DeviceMessage, { kind: 'status' }>): void {
    told = status.board;
    hear(status.connection);
    listNames(status.names);
    problems.replaceOthers(status.problems);
    judge();
  }

  /** For another page: the leading one opens what any of them has open, as long as there is room. */
  const openFor = (name: DocumentName): Replica | undefined =>
    leader && replicas.size < mostDocuments && !isDeleted(name) ? open(name) : replicas.get(name);

  function answer(to: string, name: DocumentName, vector: Uint8Array): void {
    const mine = openFor(name);
    if (!mine) return;
    const update = Y.encodeStateAsUpdate(mine.doc, vector);
    post({ kind: 'give', to, name, update, vector: Y.encodeStateVector(mine.doc) });
    if (leader && mine.joined.done) post({ kind: 'joined', name });
    tellStatus();
  }

  function takeGiven(name: DocumentName, update: Uint8Array, vector: Uint8Array): void {
    const mine = replicas.get(name);
    if (!mine) return;
    applied(mine.doc, update, 'sync/device');
    if (hasBeyond(mine.doc, vector))
      post({ kind: 'change', name, update: Y.encodeStateAsUpdate(mine.doc, vector), own: null });
  }

  function takeChange(name: DocumentName, update: Uint8Array, own: Own | null): void {
    const mine = openFor(name);
    if (!mine) return;
    applied(mine.doc, update, 'sync/device');
    if (own) leader?.changed(name, update, own);
  }

  /** A new page leads: it is told what this page has open, and gets what the board may lack. */
  function introduce(): void {
    for (const { name, doc, own, acknowledged } of replicas.values()) {
      post({ kind: 'ask', page, name, vector: Y.encodeStateVector(doc) });
      if (acknowledged < own)
        post({ kind: 'change', name, update: Y.encodeStateAsUpdate(doc), own: { page, count: own } });
    }
    if (asked.size > 0) post({ kind: 'deleted', names: [...asked], asked: true });
    for (const [id, { what }] of wishes) post({ kind: 'please', what, id });
  }

  function lead(makeLeading: typeof leading): void {
    if (timers.disposed || leader) return;
    problems.replaceOthers([]);
    const term = disposers();
    const termTimers = timersOn(timers);
    term.add(termTimers.dispose);
    const led = makeLeading({
      ...options,
      timers: termTimers,
      random,
      problems,
      device,
      local,
      replicas,
      async reread(name) {
        const present = replicas.get(name);
        if (!present) return openFor(name) ?? null;
        await present.loaded.promise;
        await load(present);
        return present;
      },
      onAcknowledged(name, own) {
        acknowledge(name, own);
        post({ kind: 'acknowledged', name, own });
      },
      onJoined({ name, joined }) {
        joined.finish();
        post({ kind: 'joined', name });
      },
      onDeleted: (heard) => bury(heard, 'heard of'),
      onBuried(name) {
        post({ kind: 'buried', name });
        onBuried(name);
      },
      onLost: stepDown,
    });
    leader = led;
    endTerm = term.dispose;
    termOver = new Promise((resolve) => term.add(resolve));
    term.add(led.dispose);
    term.add(
      led.board.subscribe(() => {
        judge();
        tellStatus();
      }),
    );
    hear(led.connection.get());
    term.add(
      led.connection.subscribe((now) => {
        hear(now);
        tellStatus();
      }),
    );
    term.add(
      led.others.subscribe((all) => {
        others.set(all);
        post({ kind: 'others', others: all });
      }),
    );
    term.add(
      led.names.subscribe((all) => {
        listNames(all);
        tellStatus();
      }),
    );
    term.add(problems.list.subscribe(tellStatus));
    for (const one of replicas.values()) {
      led.take(one);
      if (one.acknowledged < one.own)
        led.changed(one.name, Y.encodeStateAsUpdate(one.doc), { page, count: one.own });
    }
    for (const name of asked) led.delete(name);
    post({ kind: 'leading' });
    for (const { what, done } of wishes.values()) void Promise.race([led[what](), termOver]).then(done);
    judge();
  }

  /**
   * Another page leads, though this one was never told that its time was over: it was frozen, and the browser gave its
   * lock away. It follows like any other page, and hands over what it alone holds.
   */
  function stepDown(): void {
    if (!leader) return;
    leader = null;
    endTerm();
    stopSeeking();
    introduce();
    judge();
    seek();
  }

  /** Has the leading page do something; waits for it a while. */
  async function please(what: 'flush' | 'refresh'): Promise<void> {
    if (timers.disposed) return;
    if (leader) return Promise.race([leader[what](), termOver]); // what it can't finish, the next one does
    const id = randomId(random);
    await new Promise<void>((resolve) => {
      const giveUp = timers.after(leaderPatience, resolve);
      const done = () => {
        giveUp();
        resolve();
      };
      wishes.set(id, { what, done });
      post({ kind: 'please', what, id });
    });
    wishes.delete(id);
  }

  owned.add(
    channel.onMessage((value) => {
      const message = timers.disposed ? null : parseDeviceMessage(value);
      if (message) onMessage(message);
    }),
  );
  owned.add(shareUse(options.meter, timers, post));
  let stopSeeking = (): void => {};
  function seek(): void {
    if (timers.disposed) return;
    stopSeeking = options.leadership.seek(() => {
      options.loadLeading().then(lead, () => {
        // It could not be loaded: another page may lead meanwhile, and this one tries again.
        stopSeeking();
        timers.after(retry.first, seek);
      });
    });
  }
  seek();
  owned.add(() => stopSeeking());
  void local.buried().then((known) => timers.disposed || bury(known, 'heard of'));

  return {
    open: (name): OpenDocument => {
      const { doc, loaded, joined } = open(name);
      return { doc, loaded: loaded.promise, joined: joined.promise };
    },
    openPrivate(name) {
      const { doc, loaded } = drafts.open(name);
      return { doc, loaded: loaded.promise };
    },
    discardPrivate: drafts.discard,
    saved,
    connection,
    names,
    others,
    tell(doing) {
      if (leader) leader.tell(doing);
      else post({ kind: 'doing', doing });
    },
    problems: problems.list,
    deleted,
    delete: deleteDocument,
    forgetHere,
    forgotten,
    async flush() {
      // Both at once: a page that is about to go may not live to see the first one end.
      await Promise.all([local.settled(), please('flush')]);
      await local.settled(); // the note that the board has it all
    },
    refresh: () => please('refresh'),
    dispose: owned.dispose,
  };
}

/** Tells the other pages of this device what this one uses of the budget: sums now and then, a refusal at once. */
function shareUse(meter: Meter, timers: Timers, post: (message: DeviceMessage) => void): Disposer {
  let credits = 0;
  let planned: Disposer | null = null;
  const tell = (refused: boolean): void => {
    planned?.();
    planned = null;
    post({ kind: 'used', credits, refused });
    credits = 0;
  };
  return meter.onUse((use) => {
    credits += use.credits;
    if (use.refused) tell(true);
    else planned ??= timers.after(tellUse, () => tell(false));
  });
}
