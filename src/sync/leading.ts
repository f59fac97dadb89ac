/**
 * What the leading page of a device does for all its pages: keeps the documents in step with the board. Reads and
 * watches their stored states, saves this device's own, and talks over the wire.
 */
import type { Json } from '../base/json.ts';
import { type Observable, observable } from '../base/observable.ts';
import { adopting } from './adopting.ts';
import { boardRegistry } from './boardRegistry.ts';
import { type BoardStates, boardStates } from './boardStates.ts';
import { burying } from './burying.ts';
import { boardCalls } from './calls.ts';
import { company } from './company.ts';
import type { Own } from './deviceMessages.ts';
import { fence } from './fence.ts';
import { hearing } from './hearing.ts';
import { leaderPatience, mostDocuments, statesPerBeat } from './limits.ts';
import type { LocalCopy } from './localCopy.ts';
import { payOwed } from './owed.ts';
import type { BoardStore, Meter, Wire } from './ports.ts';
import type { Problems } from './problems.ts';
import { puttingToRest } from './putToRest.ts';
import { entry, parseRegistry, registryKeys, registryValue } from './registry.ts';
import type { Replica } from './replica.ts';
import { devicesIn, nextRest, restMark, restOf, toRead } from './resting.ts';
import { rhythm } from './rhythm.ts';
import { type Saving, saving } from './saving.ts';
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

interface Led {
  readonly replica: Replica;
  readonly states: BoardStates;
  readonly saving: Saving;
  /** Stores what nobody has stored; to be called every heartbeat. */
  readonly adopt: () => Promise<void>;
  /** Puts to rest who is long gone; to be called every heartbeat while all is well. */
  readonly rest: () => Promise<void>;
  /** Written, but not yet found in the registry: what to acknowledge then. */
  written: readonly Own[] | null;
  /** To be told when the board has all that is in the document. */
  readonly waiting: (() => void)[];
}

const registryFact = 'registry';

export function leading(context: Context): Leading {
  const { wire, board, meter, timers, random, problems, device, user, local, replicas } = context;
  const calls = boardCalls(timers, meter);
  const pace = rhythm(meter, timers.now);
  const around = company(timers, user);
  const registry = boardRegistry({ board, calls, timers, random, problems });
  const led = new Map<string, Led>();
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
    replicas,
    // Learnt from traffic: its name is known before its device has registered it. Not followed until it has.
    onHeard(name) {
      if (heard.has(name) || heard.size >= mostDocuments || isDeleted(registry.known.get(), name)) return;
      heard.add(name);
      listNames();
    },
    onNews: () => hears.look(),
  });

  function listNames(): void {
    const known = registry.known.get();
    const all = [...new Set([...known.keys(), ...heard])].filter((name) => !isDeleted(known, name)).sort();
    if (all.join('\n') !== names.get().join('\n')) names.set(all);
  }

  function judge(): void {
    const unsaved = [...led.values()].some((one) => one.saving.unsaved || one.written !== null);
    const health = calls.health.get();
    const going = health === 'well' && pace.slow() ? 'slow' : health;
    state.set(!unsaved && !graves.pending ? 'saved' : going === 'well' ? 'saving' : going);
    hears.look();
  }

  let registryRead = false;
  const openHere = (): readonly Led[] => [...led.values()];
  const namesOf = (some: readonly Led[]): readonly string[] => some.map(({ replica }) => replica.name);
  const hears = hearing({
    timers,
    random,
    calls,
    waiting: () => state.get() !== 'saved',
    slow: pace.slow,
    unread: () => (registryRead ? namesOf(openHere().filter(({ replica }) => !replica.joined.done)) : ['']),
    lacking: () =>
      namesOf(openHere().filter(({ replica, states }) => states.isLacking || talk.isLacking(replica))),
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
  const stopReading = calls.reading.subscribe(hears.look);

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
    one?.states.dispose();
    talk.forget(name);
    heard.delete(name);
    listNames();
    problems.clearAll(name);
    judge();
    const stopped = Promise.all([one?.saving.stop(), one?.states.settled()]);
    await graves.eraseOwn(
      name,
      () => one?.states.hasOwn === true,
      stopped.then(() => undefined),
    );
  }

  function lead(replica: Replica): Led {
    const { name } = replica;
    const states = boardStates({
      replica,
      board,
      calls,
      timers,
      random,
      problems,
      device,
      fence: held,
      onOwnLost: () => own.changed(null),
      onRead: hears.look,
    });
    const own = saving({
      timers,
      random,
      write: states.write,
      writingCalls: states.writingCalls,
      window: pace.saveWindow,
      pause: meter.pause,
      onSaved(pages) {
        one.written = pages;
        acknowledge(one);
      },
      onRefused: (why) => problems.report({ kind: why, document: name, who: device }),
      onChange: judge,
    });
    const adopt = adopting({
      replica,
      random,
      isStored: () => own.unsaved || isDeleted(registry.known.get(), name) || states.isStored(),
      async store() {
        await local.noteWritten(name);
        if ((await states.write()) !== 'written') return false;
        await registry.register(name, device);
        return true;
      },
    });
    const rest = puttingToRest({
      device,
      now: timers.now,
      stored: () => registry.known.get().get(name) ?? new Set(),
      isThere: (mark) => registry.isThere(name, mark),
      propose(other) {
        const stored = registry.known.get().get(name) ?? new Set();
        registry.learn(entry(name, restMark(other, nextRest(stored, other))));
        void registry.refresh(); // puts there what is missing
      },
      storedAt: states.storedAt,
      isHeld: (other, rest) => (states.held().get(other) ?? 0) >= rest,
      hold: states.hold,
      store: () => own.changed(null),
    });
    const one: Led = { replica, states, saving: own, adopt, rest, written: null, waiting: [] };
    return one;
  }

  /** It counts once the state is there to stay, and the entry that promises it. */
  const isThere = ({ replica, states }: Led): boolean =>
    states.isTrusted && registry.isRegistered(replica.name, device);
  /** Nothing of our own waits to be stored. */
  const isWell = (one: Led): boolean => !one.saving.unsaved && one.written === null && isThere(one);
  const untilThere = async ({ replica, states }: Led): Promise<void> => {
    await registry.register(replica.name, device);
    await states.trusted();
  };

  function acknowledge(one: Led): void {
    if (one.written === null || timers.disposed) return;
    if (!isThere(one)) {
      void untilThere(one).then(() => acknowledge(one));
      return;
    }
    const { name } = one.replica;
    problems.clear(name, device);
    context.onAcknowledged(name, one.written);
    one.written = null;
    if (!one.saving.unsaved) for (const tell of one.waiting.splice(0)) tell();
    judge();
  }

  /** Resolves when the board has all that is in the document now. */
  async function secured(one: Led): Promise<void> {
    await one.replica.joined.promise;
    const { saving: own, states } = one;
    if (isWell(one) && states.isStored()) return;
    own.changed(null);
    await new Promise<void>((resolve) => one.waiting.push(resolve));
  }

  const lookForOwed = payOwed({
    local,
    async bring(name) {
      if (isDeleted(registry.known.get(), name)) return true;
      const replica = await context.reread(name);
      const one = led.get(name);
      if (timers.disposed || !replica || !one) return false;
      await secured(one);
      return true;
    },
  });

  /** Reads and watches all that is stored but what others hold, which `readLater` comes to. */
  async function readStates({ replica, states }: Led): Promise<void> {
    const stored = () => registry.known.get().get(replica.name);
    await states.follow(devicesIn(stored()).filter((one) => restOf(stored(), one) === null));
    // The registry may tell of more while these are being read.
    const left = () => toRead(stored(), states.held()).filter((one) => !states.follows(one));
    for (let next = left(); next.length > 0 && !timers.disposed; next = left()) await states.follow(next);
  }

  /** One more state that others hold, so that in the end nothing hangs on what they say. */
  function readLater({ replica, states }: Led): void {
    const [next] = devicesIn(registry.known.get().get(replica.name)).filter((one) => !states.follows(one));
    if (next !== undefined && replica.joined.done) void states.follow([next]);
  }

  async function join(one: Led): Promise<void> {
    const { replica, states, saving: own } = one;
    const { name } = replica;
    await replica.loaded.promise;
    const written = await local.hasWritten(name);
    await registry.ready;
    if (led.get(name) !== one) return; // deleted meanwhile
    await readStates(one);
    if (timers.disposed || led.get(name) !== one) return;
    // What this device wrote in an earlier visit, or what the board lost since.
    const covered = states.coversDocument();
    if (written && !covered) own.changed(null);
    context.onJoined(replica);
    hears.look();
    talk.hello([name], 'joining');
  }

  function take(replica: Replica): void {
    if (led.has(replica.name) || led.size >= mostDocuments) return;
    const one = lead(replica);
    led.set(replica.name, one);
    hears.look();
    void join(one);
  }

  const stopFollowing = registry.known.subscribe((known) => {
    listNames();
    void local.remember(registryFact, registryValue(known));
    const deleted = deletedIn(known);
    if (deleted.length > 0) context.onDeleted(deleted);
    for (const one of led.values()) if (one.replica.joined.done) void readStates(one);
  });
  const stopHealth = calls.health.subscribe(judge);

  function beat(): void {
    timers.after(pace.heartbeat() * (0.8 + 0.4 * random()), () => {
      void calls.whenFree().then(() => {
        if (timers.disposed) return;
        talk.hello([...led.keys()], 'heartbeat');
        void registry.refresh().then(() => {
          for (const one of led.values()) if (isWell(one)) void one.rest();
        });
        hears.look();
        void lookAgain(statesPerBeat);
        for (const one of led.values()) void one.adopt();
        for (const one of led.values()) readLater(one);
        void lookForOwed();
        void graves.resume();
        beat();
      });
    });
  }

  let turn = 0;
  /** The next few stored states of all documents, one after another over the beats. */
  async function lookAgain(count: number): Promise<void> {
    const all = [...led.values()];
    const next = all[turn++ % Math.max(1, all.length)];
    await next?.states.readAgain(count);
  }

  async function refresh(): Promise<void> {
    await registry.refresh();
    talk.hello([...led.keys()], 'joining');
    // Where the registry can't be read the states can't either; they are when the board is back.
    if (calls.reading.get() === 'offline') return;
    await Promise.all([...led.values()].map(({ states }) => states.readAgain(Number.POSITIVE_INFINITY)));
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
      led.get(name)?.saving.changed(own);
    },
    delete: (name) => graves.delete(name),
    bury,
    board: state,
    connection: hears.connection,
    names,
    others: around.others,
    tell(doing) {
      around.tell(doing);
      talk.tell();
    },
    async flush() {
      await Promise.all([talk.sendNow(), ...[...led.values()].map((one) => one.saving.saveNow())]);
      const waiting = [...led.values()].filter((one) => one.written !== null);
      await Promise.race([
        Promise.all(waiting.map(untilThere)),
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
      for (const { states } of led.values()) states.dispose();
    },
  };
}
