/**
 * A board for tests, whole and in one process: the same room, client, host and SDK as the real one, without sockets,
 * files or timers. Time stands until `clock.advance`; messages take a turn of the event loop, in order.
 */
import type { Miro } from '@mirohq/websdk-types';
import type { Clock } from '../base/clock.ts';
import { connectBoard } from './client/boardClient.ts';
import type { BoardClient, BoardContents } from './client/client.ts';
import { createCopy } from './client/contents.ts';
import type { FromWindow } from './client/protocol.ts';
import type { OpenWire } from './client/wire.ts';
import type { CallName } from './host/costs.ts';
import { type CallRecord, createHost, type Host } from './host/host.ts';
import { type QuietScreen, quietScreen } from './host/quietScreen.ts';
import type { AppPage } from './host/screen.ts';
import { keepTogether } from './host/together.ts';
import { manualClock } from './manualClock.ts';
import { emptyBoard } from './model/state.ts';
import { directTransport } from './sdk/direct.ts';
import { createMiro } from './sdk/miro.ts';
import { signIdToken } from './server/apps/idToken.ts';
import { createLedger } from './server/room/credits.ts';
import { createRoom } from './server/room/room.ts';
import { type SomeSwitches, type Switches, usualSwitches } from './switches.ts';

export interface MemoryBoardOptions {
  readonly switches?: SomeSwitches;
  /** Milliseconds since 1970 at which the clock stands. */
  readonly now?: number;
  /** From 0 to 1, for the switches that leave things to chance. Default: always 0.5. */
  readonly random?: () => number;
  /** Hears everything that any window sends to the board, as text, before it arrives. */
  readonly sent?: (text: string) => void;
}

export interface MemoryCall extends CallRecord {
  /** When it was answered, by the board's clock. */
  readonly at: number;
  readonly user: string;
  readonly app: string;
}

export interface MemoryPerson {
  /** The app's headless page. */
  readonly miro: Miro;
  readonly client: BoardClient;
  readonly host: Host;
  /** What this person sees and does: selection, icon, notices, open pages. */
  readonly screen: QuietScreen;
  /** A panel or modal that is open (`screen.pages`), as its iframe would be; without one, another headless page. */
  page(page?: AppPage): Miro;
  close(): void;
}

export interface MemoryBoard {
  /** Each call is another window, also for the same name. */
  join(
    user: string,
    options?: { readonly app?: string; readonly switches?: SomeSwitches },
  ): Promise<MemoryPerson>;
  readonly clock: Clock & { advance(milliseconds: number): Promise<void> };
  readonly contents: () => BoardContents;
  /** Every SDK call so far, oldest first. */
  readonly calls: readonly MemoryCall[];
  /** What all calls so far cost; those refused cost nothing. */
  credits(of?: { readonly user?: string; readonly app?: string }): number;
  setSwitches(switches: SomeSwitches): void;
  /** The next calls (of that name) are refused with this message. */
  failNext(count: number, options?: { readonly name?: CallName; readonly message?: string }): void;
  /** Resolves when every message under way has arrived, and what they caused. */
  settled(): Promise<void>;
  dispose(): void;
}

/** With it a memory board signs the tokens of all apps, whose client id is their origin. */
const memorySecret = 'the-memory-board-signs-with-this';

const usualApp = 'http://localhost:3001/';

export function memoryBoard(options: MemoryBoardOptions = {}): MemoryBoard {
  const clock = manualClock(options.now ?? Date.UTC(2026, 0, 5, 9));
  const random = options.random ?? (() => 0.5);
  let switches: Switches = { ...usualSwitches, ...options.switches };
  let ids = 0;
  let windows = 0;
  const state = emptyBoard();
  const created = new Date(clock.now()).toISOString();
  const room = createRoom({
    board: 'memory',
    state,
    createdAt: created,
    updatedAt: created,
    number: 0,
    epoch: 'memory',
    ledger: createLedger(clock.now),
    now: clock.now,
    newId: () => `345876450000000${String(++ids).padStart(4, '0')}`,
    commit: () => {},
    switches: () => switches,
    after: (delay, task) => clock.after(delay, task),
    kept: new Map(),
    keep: () => {},
    idToken: (app, userId) =>
      signIdToken({
        app: { clientId: app, clientSecret: memorySecret },
        userId,
        now: clock.now(),
      }),
  });
  const calls: MemoryCall[] = [];
  const failures: { name: CallName | undefined; message: string }[] = [];
  const people: MemoryPerson[] = [];

  /** As text there and back, so that nobody shares an object with the board. */
  const wire: OpenWire = (events) => {
    let seat: ReturnType<typeof room.join>;
    let open = true;
    const later = (task: () => void) => void Promise.resolve().then(() => open && task());
    later(events.opened);
    return {
      send(text) {
        options.sent?.(text);
        later(() => {
          const message = JSON.parse(text) as FromWindow;
          if (message.say === 'hello')
            seat = room.join(message, (reply) => {
              const copy = JSON.stringify(reply);
              later(() => events.received(copy));
            });
          else seat?.receive(message);
        });
      },
      close() {
        if (!open) return;
        open = false;
        seat?.leave();
        events.closed();
      },
    };
  };

  async function settled(): Promise<void> {
    // Deeper than any chain of messages here; a turn costs next to nothing.
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  }

  function trouble(name: CallName): string | undefined {
    const at = failures.findIndex((failure) => failure.name === undefined || failure.name === name);
    return at < 0 ? undefined : failures.splice(at, 1)[0]?.message;
  }

  async function join(
    user: string,
    { app = usualApp, switches: own }: { readonly app?: string; readonly switches?: SomeSwitches } = {},
  ): Promise<MemoryPerson> {
    windows += 1;
    const client = connectBoard({
      board: 'memory',
      user,
      wire,
      clock,
      window: `window-${windows}`,
      random,
      ...(own ? { switches: own } : {}),
    });
    await client.ready();
    const screen = quietScreen(() => client.contents.get());
    const apart = keepTogether(client.live, { ...screen, onMoved: screen.viewport.subscribe });
    const host = createHost({
      appUrl: app,
      client,
      screen,
      clock,
      random,
      trouble,
      switches: () => ({ ...switches, ...own }),
    });
    host.onCall((call) => calls.push({ at: clock.now(), ...call, user, app: host.app }));
    const person: MemoryPerson = {
      miro: createMiro(directTransport(host, { kind: 'headless' })),
      client,
      host,
      screen,
      page: (page) =>
        createMiro(directTransport(host, page ? { kind: page.kind, page } : { kind: 'headless' })),
      close() {
        // Whoever is gone hears of nothing any more, and knows the board as it was.
        if (people.includes(person)) people.splice(people.indexOf(person), 1);
        apart();
        host.dispose();
        client.dispose();
      },
    };
    people.push(person);
    return person;
  }

  return {
    join,
    clock: {
      ...clock,
      async advance(milliseconds) {
        await settled();
        await clock.advance(milliseconds);
        await settled();
      },
    },
    contents() {
      const [first] = people;
      if (first) return first.client.contents.get();
      const copy = createCopy();
      const items = [...state.items.values()].map((item) => [item, state.layers.get(item.id) ?? 0] as const);
      copy.refill(items, [...state.tags.values()]);
      return copy.contents();
    },
    calls,
    credits: ({ user, app } = {}) =>
      calls
        .filter((call) => call.outcome === 'done')
        .filter(
          (call) => (user === undefined || call.user === user) && (app === undefined || call.app === app),
        )
        .reduce((sum, { credits }) => sum + credits, 0),
    setSwitches(changed) {
      switches = { ...switches, ...changed };
    },
    failNext(count, { name, message = 'The board could not do this just now.' } = {}) {
      for (let made = 0; made < count; made += 1) failures.push({ name, message });
    },
    settled,
    dispose() {
      for (const person of people.splice(0)) person.close();
    },
  };
}
