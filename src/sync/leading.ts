/**
 * What the leading page of a device does for all its pages: keeps the documents in step with the board. Reads and
 * watches their stored states, saves this device's own, and talks over the wire.
 */
import type { Json } from '../base/json.ts';
import { type Observable, observable } from '../base/observable.ts';
import { boardRegistry } from './boardRegistry.ts';
import { burying } from './burying.ts';
import { boardCalls } from './calls.ts';
import { type ClocksAhead, clocks } from './clocks.ts';
import { company } from './company.ts';
import type { Own } from './deviceMessages.ts';
import { fence } from './fence.ts';
import { hearing } from './hearing.ts';
import { type LedDocument, ledDocument } from './ledDocument.ts';
import { leaderPatience, mostDocuments, statesPerBeat } from './limits.ts';
import type { LocalCopy } from './localCopy.ts';
import { payOwed } from './owed.ts';
import type { BoardStore, Meter, Wire } from './ports.ts';
import type { Problems } from './problems.ts';
import { parseRegistry, registryKeys, registryValue } from './registry.ts';
import type { Replica } from './replica.ts';
import { rhythm } from './rhythm.ts';
import type { Connection, Other, SavedState } from './sync.ts';
import { type Random, randomId, type Timers } from './timers.ts';
import { deletedIn, isDeleted } from './tombstones.ts';
import { wireTalk } from './wireTalk.ts';

export interface Leading {
  /** Keeps this document in step from now on. */
  take(replica: Replica): void;
  /** A page of this device changed a document. */
  changed(name: string, update: Uint8Array, own: Own): void;
  /** Deletes a document on the board, for everybody. */
  delete(name: string): void;
  /** The document is deleted: ends everything about it here. Resolves when what is left to do is remembered. */
  bury(name: string): Promise<void>;
  readonly board: Observable<SavedState['board']>;
  readonly connection: Observable<Connection>;
  /** All names the registry knows, or that were heard of over the wire. Sorted. */
  readonly names: Observable<readonly string[]>;
  readonly others: Observable<readonly Other[]>;
  readonly clocks: Observable<ClocksAhead>;
  tell(doing: Json | null): void;
  /** One try to send and save all that waits. Never rejects. */
  flush(): Promise<void>;
  refresh(): Promise<void>;
  dispose(): void;
}

interface Context {
  readonly wire: Wire;
  readonly board: BoardStore;
  readonly meter: Meter;
  readonly timers: Timers;
  readonly random: Random;
  readonly problems: Problems;
  readonly device: string;
  readonly user: string;
  readonly local: LocalCopy;
  readonly replicas: ReadonlyMap<string, Replica>;
  /** Opens the document, or reads it from this browser's disk once more; null where that can't be. */
  readonly reread: (name: string) => Promise<Replica | null>;
  readonly onAcknowledged: (name: string, own: readonly Own[]) => void;
  readonly onJoined: (replica: Replica) => void;
  /** The board knows of a deletion that was asked for in this browser. */
  readonly onBuried: (name: string) => void;
  /** Another page of this browser leads now. */
  readonly onLost: () => void;
  /** The registry says that these are deleted. */
  readonly onDeleted: (names: readonly string[]) => void;
}

const registryFact = 'registry';

export function leading(context: Context): Leading {
  const { wire, board, meter, timers, random, problems, device, user, local, replicas } = context;
  const calls = boardCalls(timers, meter);
  const pace = rhythm(meter, timers.now);
  const around = company(timers, user);
  const others = clocks(timers.now);
  const registry = boardRegistry({ board, calls, timers, random, problems });
  const led = new Map<string, LedDocument>();
  /** Of those, by name, the ones whose stored states are being read for the first time. */
  const joining = new Set<string>();
  const held = fence(local, device, randomId(random), context.onLost);
  const state = observable<SavedState['board']>('saved');
  const names = observable<readonly string[]>([]);
  const heard = new Set<string>();
  const talk = wireTalk({
    wire,
    calls,
    timers,
    random,
    problems,
    self: { device, user },
    meter,
    rhythm: pace,
    company: around,
    clocks: others,
    replicas,
    // Learnt from traffic: its name is known before its device has registered it. Not followed until it has.
    onHeard(name) {
      if (heard.has(name) || heard.size >= mostDocuments || isDeleted(registry.known.get(), name)) return;
      heard.add(name);
      listNames();
    },
    onNews: (names) => hears.look(names),
  });

  function listNames(): void {
    const known = registry.known.get();
    const all = [...new Set([...known.keys(), ...heard])].filter((name) => !isDeleted(known, name)).sort();
    if (all.join('\n') !== names.get().join('\n')) names.set(all);
  }

  function judge(): void {
    const unsaved = [...led.values()].some(({ isSaved }) => !isSaved);
    const health = calls.health.get();
    const going = health === 'well' && pace.slow() ? 'slow' : health;
    state.set(!unsaved && !graves.pending ? 'saved' : going === 'well' ? 'saving' : going);
    hears.look([]);
  }

  let registryRead = false;
  const hears = hearing({
    timers,
    random,
    calls,
    waiting: () => state.get() !== 'saved',
    slow: pace.slow,
    unread: () => (registryRead ? joining : new Set([''])),
    names: () => led.keys(),
    isLacking(name) {
      const one = led.get(name);
      return one !== undefined && (one.isLacking || talk.isLacking(one.replica));
    },
    async probe() {
      await calls.whenFree();
      await calls.read(() => board.get(registryKeys[0])).catch(() => undefined);
    },
    catchUp: () => refresh(),
  });
  void registry.ready.then(() => {
    registryRead = true;
    hears.look();
  });
  const stopReading = calls.reading.subscribe(() => hears.look([]));

  const graves = burying({
    board,
    calls,
    timers,
    random,
    registry,
    local,
    device,
    onChange: judge,
    onBuried: context.onBuried,
  });

  async function bury(name: string): Promise<void> {
    const one = led.get(name);
    led.delete(name);
    joining.delete(name);
    const ended = one?.end();
    talk.forget(name);
    heard.delete(name);
    listNames();
    problems.clearAll(name);
    judge();
    hears.look([name]);
    await graves.eraseOwn(name, () => one?.hasOwn === true, Promise.resolve(ended));
  }

  function take(replica: Replica): void {
    const { name } = replica;
    if (led.has(name) || led.size >= mostDocuments) return;
    const one = ledDocument({
      replica,
      board,
      calls,
      timers,
      random,
      problems,
      device,
      fence: held,
      local,
      registry,
      meter,
      rhythm: pace,
      onAcknowledged: (own) => context.onAcknowledged(name, own),
      onChange: judge,
      onRead: () => hears.look([name]),
    });
    led.set(name, one);
    if (!replica.joined.done) joining.add(name);
    hears.look([name]);
    void one.join().then(() => {
      if (timers.disposed || led.get(name) !== one) return;
      context.onJoined(replica);
      joining.delete(name);
      hears.look([name]);
      talk.hello([name], 'joining');
    });
  }

  const lookForOwed = payOwed({
    local,
    async bring(name) {
      if (isDeleted(registry.known.get(), name)) return true;
      const replica = await context.reread(name);
      const one = led.get(name);
      if (timers.disposed || !replica || !one) return false;
      await one.secured();
      return true;
    },
  });

  const stopFollowing = registry.known.subscribe((known) => {
    listNames();
    void local.remember(registryFact, registryValue(known));
    const deleted = deletedIn(known);
    if (deleted.length > 0) context.onDeleted(deleted);
    for (const one of led.values()) one.follow();
  });
  const stopHealth = calls.health.subscribe(judge);

  function beat(): void {
    timers.after(pace.heartbeat() * (0.8 + 0.4 * random()), () => {
      void calls.whenFree().then(() => {
        if (timers.disposed) return;
        talk.hello([...led.keys()], 'heartbeat');
        void registry.refresh().then(() => {
          for (const one of led.values()) one.rest();
        });
        hears.look();
        void lookAgain(statesPerBeat);
        for (const one of led.values()) one.beat();
        void lookForOwed();
        void graves.resume();
        void local.sweep();
        beat();
      });
    });
  }

  let turn = 0;
  /** The next few stored states of all documents, one after another over the beats. */
  async function lookAgain(count: number): Promise<void> {
    const all = [...led.values()];
    const next = all[turn++ % Math.max(1, all.length)];
    await next?.readAgain(count);
  }

  async function refresh(): Promise<void> {
    await registry.refresh();
    talk.hello([...led.keys()], 'joining');
    // Where the registry can't be read the states can't either; they are when the board is back.
    if (calls.reading.get() === 'offline') return;
    await Promise.all([...led.values()].map((one) => one.readAgain(Number.POSITIVE_INFINITY)));
  }

  async function start(): Promise<void> {
    const remembered = parseRegistry(await local.recall(registryFact));
    if (timers.disposed) return;
    if (typeof remembered !== 'string') registry.learn(remembered);
    await graves.resume();
    if (timers.disposed) return;
    registry.start();
    talk.start();
    void lookForOwed();
    beat();
  }
  void start();

  return {
    take,
    changed(name, update, own) {
      talk.send(name, update);
      led.get(name)?.changed(own);
    },
    delete: (name) => graves.delete(name),
    bury,
    board: state,
    connection: hears.connection,
    names,
    others: around.others,
    clocks: others.ahead,
    tell(doing) {
      around.tell(doing);
      talk.tell();
    },
    async flush() {
      await Promise.race([
        Promise.all([talk.sendNow(), ...[...led.values()].map((one) => one.saveNow())]),
        new Promise<void>((resolve) => timers.after(leaderPatience, resolve)),
      ]);
    },
    refresh,
    dispose() {
      stopFollowing();
      stopHealth();
      stopReading();
      talk.dispose();
      registry.dispose();
      for (const one of led.values()) one.dispose();
    },
  };
}
