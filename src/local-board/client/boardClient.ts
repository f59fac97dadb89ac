/** A window's connection to its board: keeps a copy of it, makes calls, and comes back by itself after a loss. */
import type { Clock } from '../../base/clock.ts';
import type { Disposer } from '../../base/disposer.ts';
import { once } from '../../base/disposer.ts';
import { observable } from '../../base/observable.ts';
import type { ItemData } from '../model/item.ts';
import { refusalError } from '../model/refusal.ts';
import { readSwitches, type SomeSwitches, writeSwitches } from '../switches.ts';
import { createCalls } from './calls.ts';
import type { BoardClient, LivingContents, Peer } from './client.ts';
import { createCopy } from './contents.ts';
import { createLiveCopy } from './live.ts';
import type { Looked } from './liveProtocol.ts';
import {
  type Bill,
  type FromRoom,
  type FromWindow,
  type Happening,
  protocolVersion,
  type Spent,
  type Welcome,
} from './protocol.ts';
import { createWatches } from './watches.ts';
import type { OpenWire, Wire } from './wire.ts';

export interface ConnectOptions {
  readonly board: string;
  /** The person's name. */
  readonly user: string;
  readonly wire: OpenWire;
  readonly clock: Clock;
  /** Unguessable, new for each window. */
  readonly window: string;
  /** What this window's address says. */
  readonly switches?: SomeSwitches;
  /** From 0 to 1; spreads the returns of many windows. */
  random(): number;
}

/** Waits before coming back: doubling from the first to the last. Milliseconds. */
const firstPause = 200;
const longestPause = 5_000;
/** A connection that says nothing for this long is asked, and given up after as long again. Milliseconds. */
const silence = 15_000;
/** Pointer and selection go out at most this often. Milliseconds. */
const presencePace = 40;

export function connectBoard(options: ConnectOptions): BoardClient {
  const { clock } = options;
  let own = options.switches ?? {};
  const copy = createCopy();
  const connection = observable<'connecting' | 'live' | 'offline' | 'refused'>('connecting');
  const reason = observable('');
  const boardName = observable(options.board);
  const others = observable<readonly Peer[]>([]);
  const switches = observable<SomeSwitches>(own);
  const contentsListeners = new Set<Parameters<LivingContents['subscribe']>[0]>();
  const happeningListeners = new Set<Parameters<BoardClient['onHappening']>[0]>();
  const broadcastListeners = new Set<Parameters<BoardClient['onBroadcast']>[0]>();
  const spent = new Map<string, Spent>();
  let everybody: SomeSwitches = {};
  let welcome: Welcome | undefined;
  let since: { epoch: string; number: number } | undefined;
  let wire: Wire | undefined;
  let attempts = 0;
  let wanted = own.online !== 'no';
  let disposed = false;
  let retry: Disposer | undefined;
  let watchdog: Disposer | undefined;
  let presence: Parameters<BoardClient['present']>[0] | undefined;
  let presencePause: Disposer | undefined;
  /** What this window shows, until it goes out with the next presence. */
  let unsentView: Looked | undefined;

  const say = (message: FromWindow) => wire?.send(JSON.stringify(message));
  const calls = createCalls(clock, (text) => wire?.send(text));
  const watches = createWatches(say);
  const live = createLiveCopy({
    clock,
    ask: (act, bill) => calls.make({ say: 'live', act, ...(bill ? { bill } : {}) }),
    show(viewport) {
      unsentView = viewport;
      client.present({ ...(presence ?? { selection: [], cursor: null }) });
    },
  });

  function open(): void {
    if (disposed || !wanted || wire) return;
    const mine: { current?: Wire } = {};
    const ifMine = (act: () => void) => {
      if (wire === mine.current) act();
    };
    wire = mine.current = options.wire({
      opened: () => ifMine(greet),
      received: (text) => ifMine(() => receive(JSON.parse(text) as FromRoom)),
      closed: () => ifMine(lost),
    });
  }

  function greet(): void {
    say({
      say: 'hello',
      version: protocolVersion,
      board: options.board,
      user: options.user,
      window: options.window,
      switches: writeSwitches(own),
      ...(since ? { since } : {}),
    });
    listenForSilence();
  }

  /** A network can die without telling. */
  function listenForSilence(): void {
    watchdog?.();
    watchdog = clock.after(silence, () => {
      say({ say: 'ping' });
      watchdog = clock.after(silence, () => wire?.close());
    });
  }

  function lost(): void {
    wire = undefined;
    watchdog?.();
    presencePause?.();
    presencePause = undefined;
    calls.lost();
    if (disposed || connection.get() === 'refused') return;
    connection.set(welcome ? 'offline' : 'connecting');
    others.set([]);
    if (!wanted) return;
    const pause = Math.min(longestPause, firstPause * 2 ** attempts);
    attempts += 1;
    retry?.();
    retry = clock.after(pause / 2 + (options.random() * pause) / 2, open);
  }

  function entered(message: Welcome): void {
    const restarted = since !== undefined && since.epoch !== message.epoch;
    welcome = message;
    attempts = 0;
    boardName.set(message.boardName);
    since = { epoch: message.epoch, number: message.number };
    everybody = readSwitches(message.switches);
    switches.set({ ...everybody, ...own });
    if ('fresh' in message.board) {
      changed(copy.refill(message.board.fresh.items, message.board.fresh.tags));
    } else for (const happening of message.board.missed) happened(happening);
    others.set(message.peers);
    watches.again();
    live.connected();
    if (presence) say({ say: 'present', ...presence });
    connection.set('live');
    calls.connected(restarted ? 'restarted' : 'same');
  }

  function changed(ids: ReadonlySet<string>): void {
    for (const listener of [...contentsListeners]) listener(copy.contents(), ids);
  }

  function happened(happening: Happening): void {
    const brought = copy.bring(happening.changes);
    if (since && happening.number > since.number) since = { ...since, number: happening.number };
    changed(brought.changed);
    for (const listener of [...happeningListeners]) listener(happening, brought.before);
  }

  function receive(message: FromRoom) {
    listenForSilence();
    switch (message.say) {
      case 'welcome':
        return entered(message);
      case 'happened':
        return happened(message.happening);
      case 'done':
        if (message.spent) spent.set(message.spent.app, message.spent);
        calls.answered(message.call, message.answer);
        return;
      case 'refused':
        calls.refused(message.call, message.refusal);
        return;
      case 'stored':
        return watches.heard(message);
      case 'broadcast':
        for (const listener of [...broadcastListeners]) listener(message.app, message.name, message.payload);
        return;
      case 'live':
        return live.heard(message.live);
      case 'peers':
        return others.set(message.peers);
      case 'peer':
        return others.set([
          ...others.get().map((peer) => (peer.connection === message.peer.connection ? message.peer : peer)),
        ]);
      case 'board-name':
        return boardName.set(message.name);
      case 'pong':
        return;
      case 'goodbye':
        reason.set(message.message);
        connection.set('refused');
        wanted = false;
        calls.end();
        wire?.close();
        return;
      default:
        message satisfies never;
    }
  }

  const itemsOf = (ids: readonly string[]): ItemData[] =>
    ids.map((id) => {
      const item = copy.contents().items.get(id);
      if (!item) throw refusalError({ group: 'unknown-id', message: `Item not found: ${id}.` });
      return item;
    });

  const perform = (command: Parameters<BoardClient['perform']>[0], bill?: Bill, by: 'hand' | 'app' = 'app') =>
    calls.make({ say: 'do', command, by, ...(bill ? { bill } : {}) });
  const byHand = (command: Parameters<BoardClient['perform']>[0]) => perform(command, undefined, 'hand');

  const listen = <L>(listeners: Set<L>, listener: L): Disposer => {
    listeners.add(listener);
    return once(() => listeners.delete(listener));
  };

  const client: BoardClient = {
    board: options.board,
    get me() {
      return {
        connection: welcome?.connection ?? '',
        userId: welcome?.userId ?? '',
        name: welcome?.name ?? options.user,
        access: switches.get().access ?? welcome?.access ?? 'edit',
      };
    },
    get info() {
      return { createdAt: welcome?.createdAt ?? '', updatedAt: welcome?.updatedAt ?? '' };
    },
    connection,
    reason,
    boardName,
    contents: {
      get: copy.contents,
      subscribe: (listener) => listen(contentsListeners, (now, ids) => listener(now, ids)),
    },
    others,
    switches,
    live: live.live,
    everybodysSwitches: () => everybody,
    ownSwitches: () => own,
    setSwitches(next) {
      own = next;
      if (connection.get() === 'live') say({ say: 'switches', switches: writeSwitches(own) });
      switches.set({ ...everybody, ...own });
      const online = own.online ?? 'yes';
      if (connection.get() !== 'refused' && wanted !== (online === 'yes')) client.setOnline(online);
    },
    async create(items, more = {}) {
      const { copyOf, tags, settle } = more;
      const answer = await byHand({
        do: 'create',
        items,
        ...(copyOf ? { copyOf } : {}),
        ...(tags ? { tags } : {}),
        ...(settle === undefined ? {} : { settle }),
      });
      return itemsOf(answer.ids);
    },
    async update(changes, { settle } = {}) {
      const answer = await byHand({ do: 'update', changes, ...(settle === undefined ? {} : { settle }) });
      return itemsOf(answer.ids);
    },
    async remove(ids) {
      await byHand({ do: 'remove', ids });
    },
    async group(items) {
      return (await byHand({ do: 'group', items })).ids[0] ?? '';
    },
    async ungroup(ids) {
      return (await byHand({ do: 'ungroup', ids })).ids;
    },
    async restack(ids, to) {
      await byHand({ do: 'layer', ids, to });
    },
    async updateTag(id, fields) {
      await byHand({ do: 'tag-update', id, fields });
    },
    async createTag(tag) {
      const { ids } = await byHand({ do: 'tag-create', tag });
      const made = copy.contents().tags.get(ids[0] ?? '');
      if (!made) throw refusalError({ group: 'unknown-id', message: 'The tag is gone again.' });
      return made;
    },
    undo: async () => (await byHand({ do: 'undo' })).did === true,
    redo: async () => (await byHand({ do: 'redo' })).did === true,
    present(state) {
      presence = state;
      if (presencePause || connection.get() !== 'live') return;
      say({ say: 'present', ...state, ...(unsentView ? { viewport: unsentView } : {}) });
      unsentView = undefined;
      const sent = state;
      presencePause = clock.after(presencePace, () => {
        presencePause = undefined;
        if (presence && presence !== sent) client.present(presence);
      });
    },
    ready() {
      return new Promise((resolve, reject) => {
        const settled = (state: ReturnType<typeof connection.get>) => {
          if (state === 'live') resolve();
          else if (state === 'refused') reject(refusalError({ group: 'connection', message: reason.get() }));
          else return;
          stop();
        };
        const stop = connection.subscribe(settled);
        settled(connection.get());
      });
    },
    setOnline(online) {
      wanted = online === 'yes';
      if (wanted) {
        attempts = 0;
        open();
      } else {
        retry?.();
        wire?.close();
      }
    },
    dispose: once(() => {
      disposed = true;
      retry?.();
      watchdog?.();
      presencePause?.();
      wire?.close();
      calls.end();
      if (connection.get() !== 'refused') connection.set('offline');
    }),
    perform: (command, bill) => perform(command, bill),
    ask: (question, bill) => calls.make({ say: 'ask', question, ...(bill ? { bill } : {}) }),
    async broadcast(app, name, payload, bill) {
      await calls.make({
        say: 'broadcast',
        app,
        name,
        ...(payload === undefined ? {} : { payload }),
        ...(bill ? { bill } : {}),
      });
    },
    onBroadcast: (listener) => listen(broadcastListeners, listener),
    watch: watches.watch,
    onHappening: (listener) => listen(happeningListeners, listener),
    spent: (app) => spent.get(app) ?? { app, minute: 0, hour: 0 },
  };
  open();
  return client;
}
