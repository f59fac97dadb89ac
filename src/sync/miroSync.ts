/**
 * Sync through Miro itself: no server. All pages of one browser are one device and share every document over the
 * DeviceChannel; the one that holds the leadership talks to the board (leading.ts). This file is one page of it.
 *
 *   page ── DeviceChannel ── leading page ──┬── Wire (broadcasts, quick, may get lost)
 *     └──────── LocalStore (this browser) ──┘── BoardStore (whole states, per device and document)
 */
import type { Clock } from '../base/clock.ts';
import { disposers } from '../base/disposer.ts';
import { observable } from '../base/observable.ts';
import { type DeviceMessage, parseDeviceMessage } from './deviceMessages.ts';
import type { Leading, leading } from './leading.ts';
import { leaderPatience, retry, tellStatusAgain } from './limits.ts';
import { localCopy } from './localCopy.ts';
import { pageDocuments } from './pageDocuments.ts';
import type { BoardStore, DeviceChannel, Leadership, LocalStore, Meter, Wire } from './ports.ts';
import { privateDocuments } from './privateDocuments.ts';
import { problemList } from './problems.ts';
import { shareUse } from './shareUse.ts';
import type { Connection, DocumentName, OpenDocument, Other, SavedState, Sync } from './sync.ts';
import { type Random, randomId, timersOn } from './timers.ts';
import { leaderWishes, type Wish } from './wishes.ts';

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
  const clocks = observable<ReadonlyMap<string, number>>(new Map());
  const connection = observable<Connection>({ reach: 'joining', behind: 0 });
  const deleted = observable<readonly DocumentName[]>([]);
  const forgotten = observable(false);
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
    const waiting = asked.size > 0 || !documents.isSaved;
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
  const wishes = leaderWishes(timers, random, post);
  const drafts = privateDocuments({ local, post, random, problems });
  owned.add(drafts.dispose);

  const isDeleted = (name: DocumentName): boolean => deleted.get().includes(name);
  const documents = pageDocuments({
    page,
    local,
    timers,
    random,
    problems,
    post,
    leader: () => leader,
    isDeleted,
    onChange: judge,
  });
  owned.add(documents.dispose);

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
      documents.drop(name);
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

  function tellOthers(): void {
    const ahead = [...clocks.get()].map(([device, ahead]) => ({ device, ahead }));
    post({ kind: 'others', others: others.get(), clocks: ahead });
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
    tellOthers();
    if (deleted.get().length > 0) post({ kind: 'deleted', names: deleted.get(), asked: false });
  }

  function onMessage(message: DeviceMessage): void {
    switch (message.kind) {
      case 'ask':
        answer(message);
        break;
      case 'give':
        if (message.to === page) documents.takeGiven(message.name, message.update, message.vector);
        break;
      case 'change':
        documents.takeChange(message.name, message.update, message.own);
        break;
      case 'leading':
        if (options.leadership.exclusive && leader) stepDown();
        else introduce();
        break;
      case 'acknowledged':
        documents.acknowledge(message.name, message.own);
        break;
      case 'joined':
        documents.replicas.get(message.name)?.joined.finish();
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
        if (leader) break;
        others.set(message.others);
        clocks.set(new Map(message.clocks.map(({ device, ahead }) => [device, ahead])));
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
        if (leader) void grant(leader, message.what).then(() => post({ kind: 'done', id: message.id }));
        break;
      case 'done':
        wishes.granted(message.id);
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

  function answer({ page: to, name, vector }: Extract<DeviceMessage, { kind: 'ask' }>): void {
    const mine = documents.answer(to, name, vector);
    if (!mine) return;
    if (leader && mine.joined.done) post({ kind: 'joined', name });
    tellStatus();
  }

  /** A new page leads: it is told what this page has open, and gets what the board may lack. */
  function introduce(): void {
    documents.introduce();
    if (asked.size > 0) post({ kind: 'deleted', names: [...asked], asked: true });
    wishes.repeat();
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
      replicas: documents.replicas,
      reread: documents.reread,
      onAcknowledged(name, own) {
        documents.acknowledge(name, own);
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
        tellOthers();
      }),
    );
    term.add(
      led.clocks.subscribe((all) => {
        clocks.set(all);
        tellOthers();
      }),
    );
    term.add(
      led.names.subscribe((all) => {
        listNames(all);
        tellStatus();
      }),
    );
    term.add(problems.list.subscribe(tellStatus));
    // Now and then in any case: one that led before, and woke up, may have said something else since.
    const tellAgain = (): void => {
      tellStatus();
      termTimers.after(tellStatusAgain, tellAgain);
    };
    termTimers.after(tellStatusAgain, tellAgain);
    documents.handTo(led);
    for (const name of asked) led.delete(name);
    post({ kind: 'leading' });
    wishes.grantAll((what) => grant(led, what));
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

  /** What this page can't finish while it leads, the next one does. */
  const grant = (led: Leading, what: Wish): Promise<void> => Promise.race([led[what](), termOver]);

  /** Has the leading page do something; waits for it a while. */
  const please = async (what: Wish): Promise<void> => {
    if (!timers.disposed) await (leader ? grant(leader, what) : wishes.make(what));
  };

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
      const { doc, loaded, joined } = documents.open(name);
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
    device,
    clocks,
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
