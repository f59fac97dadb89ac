/**
 * Who follows whom on a board (websdk-reference-attention), and bringing somebody to some items. Following is by
 * window: a person's other windows stay where they are. Only while somebody follows does what a window shows travel.
 */
import type { Disposer } from '../../../base/disposer.ts';
import type { LiveAct, Looked, Person } from '../../client/liveProtocol.ts';
import type { Answer } from '../../client/protocol.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import { done, type LiveAnswer, type LivePorts, type LiveSeat, refusing, returning } from './ports.ts';
import type { SessionsDesk } from './sessions.ts';

/** A window that takes part must say so within this time (attention page). Milliseconds. */
const followTime = 3_000;

export type AttentionAct = Extract<
  LiveAct,
  { readonly do: 'follow' | 'follow-answer' | 'unfollow' | 'unfollow-others' | 'following' | 'zoom-to' }
>;

interface Following {
  readonly app: string;
  readonly followee: Person;
}

interface Request {
  /** Windows that have not answered yet. */
  readonly missing: Set<string>;
  readonly finish: (outcome: 'answered' | 'late') => void;
}

export function createAttention(ports: LivePorts, sessions: SessionsDesk) {
  /** By window. */
  const followings = new Map<string, Following>();
  /** Person → the window in which they last did something; it is the one that is followed. */
  const active = new Map<string, string>();
  const lastLook = new Map<string, Looked>();
  const requests = new Map<string, Request>();
  const waits = new Set<Disposer>();

  const windowsOf = (user: string) => ports.seats().filter(({ userId }) => userId === user);
  const isWatched = ({ window, userId }: LiveSeat) =>
    active.get(userId) === window && [...followings.values()].some(({ followee }) => followee.id === userId);

  function later(delay: number, task: () => void): Disposer {
    const cancel = ports.after(delay, () => {
      waits.delete(cancel);
      task();
    });
    waits.add(cancel);
    return () => {
      waits.delete(cancel);
      cancel();
    };
  }

  const tellWatched = (user: string) => {
    for (const seat of windowsOf(user)) seat.tell({ news: 'watched', watched: isWatched(seat) });
  };

  function start(window: string, following: Following): void {
    followings.set(window, following);
    const seat = ports.seats().find((one) => one.window === window);
    seat?.tell({ news: 'following', user: following.followee });
    const seen = lastLook.get(following.followee.id);
    if (seen) seat?.tell({ news: 'looked', viewport: seen });
  }

  function stop(window: string): void {
    const following = followings.get(window);
    if (!following) return;
    followings.delete(window);
    for (const seat of ports.seats())
      if (seat.window === window) seat.tell({ news: 'following', user: null });
    if (![...followings.values()].some(({ followee }) => followee.id === following.followee.id))
      lastLook.delete(following.followee.id);
    tellWatched(following.followee.id);
  }

  const inSession = (app: string, user: string) =>
    sessions.joined(app, user) ?? refuse('input', `This person is in no session of this app: ${user}.`);
  const online = (user: string): LiveSeat =>
    windowsOf(user)[0] ?? refuse('input', `This person is not on the board: ${user}.`);

  /** The windows that are to follow. Refuses with the documented errors. */
  function followersOf(seat: LiveSeat, act: Extract<AttentionAct, { do: 'follow' }>): LiveSeat[] {
    if (!sessions.isRunning(act.app)) refuse('input', 'Following needs a running session of this app.');
    if (!act.followers) {
      if (act.followee === seat.userId) refuse('input', 'Nobody can follow themselves.');
      online(act.followee);
      if (followings.has(seat.window)) refuse('input', 'You are already following somebody.');
      return [seat];
    }
    if (act.followers.includes(seat.userId))
      refuse('input', 'Whoever asks others to follow cannot be one of the followers.');
    if (act.followers.length === 0) refuse('input', 'Nobody was named who should follow.');
    online(act.followee);
    return [...new Set(act.followers)].flatMap((user) => {
      if (user === act.followee) refuse('input', 'Nobody can follow themselves.');
      inSession(act.app, user);
      online(user);
      const windows = windowsOf(user);
      if (windows.some(({ window }) => followings.has(window)))
        refuse('input', `This person is already following somebody: ${user}.`);
      return windows;
    });
  }

  function follow(seat: LiveSeat, act: Extract<AttentionAct, { do: 'follow' }>): LiveAnswer {
    let followers: LiveSeat[] = [];
    let followee: Person = { id: act.followee, name: '' };
    const refused = refusing(() => {
      followers = followersOf(seat, act);
      followee = { id: act.followee, name: online(act.followee).name };
      return done;
    });
    if ('group' in refused) return refused;
    const followed = windowsOf(act.followee);
    if (!followed.some(({ window }) => active.get(act.followee) === window))
      active.set(act.followee, followed[0]?.window ?? '');
    const asked = [...followers, ...followed.filter(({ window }) => active.get(act.followee) === window)];
    const request = ports.newId();
    return new Promise<Answer | Refusal>((resolve) => {
      const finish: Request['finish'] = (outcome) => {
        requests.delete(request);
        cancel();
        if (outcome === 'late')
          return resolve({ group: 'backend', message: 'Somebody’s window did not answer within 3 seconds.' });
        for (const { window } of followers) start(window, { app: act.app, followee });
        tellWatched(act.followee);
        resolve(done);
      };
      const cancel = later(followTime, () => finish('late'));
      requests.set(request, { missing: new Set(asked.map(({ window }) => window)), finish });
      for (const one of asked) one.tell({ news: 'follow-asked', request });
    });
  }

  const act = (seat: LiveSeat, given: AttentionAct): LiveAnswer => {
    if (given.do === 'follow') return follow(seat, given);
    return refusing(() => {
      switch (given.do) {
        case 'follow-answer': {
          const request = requests.get(given.request);
          if (request?.missing.delete(seat.window) && request.missing.size === 0) request.finish('answered');
          return done;
        }
        case 'unfollow':
          if (!followings.has(seat.window)) refuse('input', 'You are following nobody.');
          stop(seat.window);
          return done;
        case 'unfollow-others':
          for (const user of given.followers) inSession(given.app, user);
          for (const { window, userId } of ports.seats())
            if (given.followers.includes(userId) && followings.get(window)?.followee.id === given.followee)
              stop(window);
          return done;
        case 'following': {
          const following = followings.get(seat.window);
          return following ? { ids: [], value: { ...following.followee } } : done;
        }
        case 'zoom-to': {
          online(given.user);
          inSession(given.app, given.user);
          const items = given.items.filter(ports.isItem);
          if (items.length === 0) refuse('input', 'Cannot zoom: no item was given that is on this board.');
          for (const one of windowsOf(given.user)) one.tell({ news: 'look', items });
          return done;
        }
        default:
          return given satisfies never;
      }
    });
  };

  sessions.onAllEnded((app) => {
    for (const [window, following] of [...followings]) if (following.app === app) stop(window);
  });

  return {
    act,
    greet(seat: LiveSeat): void {
      const following = followings.get(seat.window);
      if (following) seat.tell({ news: 'following', user: following.followee });
      if (isWatched(seat)) seat.tell({ news: 'watched', watched: true });
    },
    /** Somebody moved the pointer here, so this is the window they are in. */
    moved({ userId, window }: LiveSeat): void {
      if (active.get(userId) === window) return;
      active.set(userId, window);
      if ([...followings.values()].some(({ followee }) => followee.id === userId)) tellWatched(userId);
    },
    looked(seat: LiveSeat, viewport: Looked): void {
      if (!isWatched(seat)) return;
      lastLook.set(seat.userId, viewport);
      for (const other of ports.seats())
        if (followings.get(other.window)?.followee.id === seat.userId)
          other.tell({ news: 'looked', viewport });
    },
    left(seat: LiveSeat): void {
      later(returning, () => {
        const here = ports.seats();
        if (!here.some(({ window }) => window === seat.window)) {
          stop(seat.window);
          if (active.get(seat.userId) === seat.window) {
            const other = windowsOf(seat.userId)[0];
            if (other) active.set(seat.userId, other.window);
            else active.delete(seat.userId);
            tellWatched(seat.userId);
          }
        }
        if (here.some(({ userId }) => userId === seat.userId)) return;
        for (const [window, { followee }] of [...followings]) if (followee.id === seat.userId) stop(window);
      });
    },
    dispose(): void {
      for (const cancel of [...waits]) cancel();
      waits.clear();
    },
  };
}
