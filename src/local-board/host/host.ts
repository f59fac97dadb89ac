/**
 * The part of Miro that lives in a board window and serves one app's iframes there, without a DOM: it answers their
 * SDK calls through the board client and the screen, counts and bounds them, and passes events on to them.
 */
import type { Clock } from '../../base/clock.ts';
import { wait } from '../../base/clock.ts';
import { type Disposer, disposers, once } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import type { BoardClient } from '../client/client.ts';
import { largestMessage } from '../client/protocol.ts';
import { refusalError } from '../model/refusal.ts';
import { type Switches, usualSwitches } from '../switches.ts';
import { createActions } from './actions/actions.ts';
import { type Judge, judgeHere } from './actions/predicate.ts';
import { asMiro } from './asMiro.ts';
import { calls, type FrameCall } from './calls/calls.ts';
import type { Caller, Desk } from './calls/desk.ts';
import { type CallName, isCall } from './costs.ts';
import { tellApp } from './events.ts';
import { fairClient } from './fair.ts';
import { asPayload, no, type Payload, pointIn, stringIn } from './payload.ts';
import { roomForPicture } from './pictures/dataAddress.ts';
import { priceIn } from './price.ts';
import type { AppPage, DragPreview, Screen } from './screen.ts';
import { createSurfaces } from './surfaces.ts';
import { outweighs } from './weight.ts';

export interface HostOptions {
  /** Address of the app's headless page. The app is told from others by its origin. */
  readonly appUrl: string;
  readonly client: BoardClient;
  readonly screen: Screen;
  readonly clock: Clock;
  /** From 0 to 1. */
  random(): number;
  /** For tests: a message makes this call fail. */
  readonly trouble?: (call: CallName) => string | undefined;
  /** Default: what the server and this window's address say. */
  readonly switches?: () => Switches;
  /** Decides which items a custom action is for. Default: here and now. */
  readonly judge?: Judge;
}

/** One call that was answered. */
export interface CallRecord {
  readonly name: CallName;
  readonly credits: number;
  readonly outcome: 'done' | 'refused';
}

/** One iframe's end of the SDK. */
export interface FrameLink {
  call(name: string, payload?: unknown): Promise<unknown>;
  dispose: Disposer;
}

export interface Host {
  readonly app: string;
  readonly appUrl: string;
  /** Gives an iframe its link; `deliver` brings it the events it registered. */
  connect(
    frame: { readonly kind: AppPage['kind']; readonly page?: AppPage },
    deliver: (event: string, payload: unknown) => void,
  ): FrameLink;
  /** Pages that the app opened (panel, modal), as they open. */
  onPage(listener: (page: AppPage) => void): Disposer;
  /** The icon was clicked in some other way than on the screen. */
  clickIcon(): void;
  onCall(listener: (call: CallRecord) => void): Disposer;
  dispose: Disposer;
}

interface Frame {
  readonly kind: AppPage['kind'];
  readonly page: AppPage | undefined;
  readonly deliver: (event: string, payload: unknown) => void;
  /** Event → undoes what listening to it needed. */
  readonly events: Map<string, Disposer>;
  /** This frame, as calls know it. */
  readonly caller: Caller;
}

const mostEventsPerFrame = 500;
/** Calls of one page that wait for their answers. Miro's budget is 2000 a minute. */
const mostWaiting = 5000;
const storageEvent = /^storage:change:([^:]+):([\s\S]+)$/;

export function createHost(options: HostOptions): Host {
  const { screen, clock, appUrl } = options;
  const client = fairClient(options.client);
  const app = new URL(appUrl).origin;
  const frames = new Set<Frame>();
  const pageListeners = new Set<(page: AppPage) => void>();
  const callListeners = new Set<(call: CallRecord) => void>();
  const undo = disposers();
  const switches = options.switches ?? ((): Switches => ({ ...usualSwitches, ...client.switches.get() }));
  const surfaces = createSurfaces(screen, (page) => {
    for (const listener of [...pageListeners]) listener(page);
  });
  const tell = (event: string, payload: unknown, only?: AppPage['kind']) => {
    for (const frame of [...frames])
      if (frame.events.has(event) && (only === undefined || frame.kind === only))
        frame.deliver(event, payload);
  };
  const actions = createActions({
    judge: options.judge ?? judgeHere,
    itemsOf(ids) {
      const contents = client.contents.get();
      return ids.flatMap((id) => {
        const item = contents.items.get(id);
        return item ? [asMiro(item, { face: 'experimental', contents, app, screen })] : [];
      });
    },
    // The board's own question, for its menu: the app pays nothing for it.
    metadataOf: async (item) => (await client.ask({ ask: 'metadata', item, app })).values ?? {},
    tell,
  });
  const listens = (event: string) => [...frames].some(({ events }) => events.has(event));
  const desk: Desk = { appUrl, app, client, screen, surfaces, switches, actions, listens };

  /** A person may click before the app listens, as its page is still loading. */
  let earlyClick = false;
  const clickIcon = () => {
    earlyClick = ![...frames].some(({ kind, events }) => kind === 'headless' && events.has('icon:click'));
    tell('icon:click', undefined, 'headless');
  };

  /** The icon of a disconnected app card is a button only while the app listens for it (websdk-reference-app-card). */
  const tellListening = () => screen.connectsAppCards(listens('app_card:connect') ? 'yes' : 'no');

  undo.add(tellApp({ client, screen, app, switches }, tell));
  undo.add(screen.onIconClick(clickIcon));
  undo.add(screen.offerActions(actions));
  undo.add(
    client.onBroadcast((from, name, payload) => {
      if (from === app) tell(`realtime_event:${name}`, payload);
    }),
  );

  undo.add(
    client.live.onTold((to, event, payload) => {
      if (to === null || to === app) tell(event, payload);
    }),
  );

  function register(frame: Frame, payload: Payload): void {
    const event = stringIn(payload, 'event');
    if (frame.events.has(event)) return;
    if (frame.events.size >= mostEventsPerFrame) no('input', 'This page listens to too many events.');
    const [, collection, key] = storageEvent.exec(event) ?? [];
    // Listening comes first: the value may be there at once.
    frame.events.set(event, () => {});
    tellListening();
    if (event === 'icon:click' && frame.kind === 'headless' && earlyClick) {
      earlyClick = false;
      frame.deliver(event, undefined);
    }
    if (collection === undefined || key === undefined) return;
    const unwatch = client.watch({ app, collection, key }, (value: Json | undefined, version) =>
      frame.deliver(event, { value, version: String(version) }),
    );
    frame.events.set(event, unwatch);
  }

  const previewIn = (payload: Payload): DragPreview => ({
    ...(typeof payload.image === 'string' ? { image: payload.image } : {}),
    ...(typeof payload.width === 'number' ? { width: payload.width } : {}),
    ...(typeof payload.height === 'number' ? { height: payload.height } : {}),
  });

  function ownCall(frame: Frame, name: FrameCall, payload: Payload): unknown {
    switch (name) {
      case 'HELLO':
        frame.page?.answered();
        return { board: client.board };
      case 'UI_REGISTER_EVENT':
        return register(frame, payload);
      case 'UI_UNREGISTER_EVENT': {
        const event = stringIn(payload, 'event');
        frame.events.get(event)?.();
        frame.events.delete(event);
        tellListening();
        return;
      }
      default: {
        const { page } = frame;
        if (frame.kind !== 'panel' || !page)
          no('ui', 'Only elements of a panel opened with openPanel can be dragged to the board.');
        if (name === 'UI_DRAG_START') return screen.startDrag(page, previewIn(payload), pointIn(payload));
        if (name === 'UI_DRAG_MOVE') return screen.moveDrag(page, pointIn(payload));
        if (name === 'UI_DRAG_DROP') return screen.dropPoint(page, pointIn(payload));
        return screen.endDrag();
      }
    }
  }

  const priceOf = (name: CallName, payload: Payload) =>
    priceIn(payload, name, (id) => client.contents.get().items.get(id)?.type);
  const isOwn = (name: CallName): name is FrameCall => !Object.hasOwn(calls, name);

  async function perform(frame: Frame, name: CallName, payload: Payload): Promise<unknown> {
    if (isOwn(name)) return ownCall(frame, name, payload);
    const { latency, jitter, fail } = switches();
    const pause = latency + (jitter > 0 ? options.random() * jitter : 0);
    if (pause > 0) await wait(clock, pause);
    const trouble = options.trouble?.(name);
    if (trouble !== undefined) no('backend', trouble);
    if (fail > 0 && options.random() < fail) no('backend', 'The board could not do this just now.');
    return calls[name](desk, payload, { app, credits: priceOf(name, payload) }, frame.caller);
  }

  return {
    app,
    appUrl,
    connect({ kind, page }, deliver) {
      const caller: Caller = { kind, gone: () => !frames.has(frame) };
      const frame: Frame = { kind, page, deliver, events: new Map(), caller };
      frames.add(frame);
      let waiting = 0;
      const dispose = once(() => {
        frames.delete(frame);
        for (const unregister of frame.events.values()) unregister();
        frame.events.clear();
        actions.forget(caller);
        tellListening();
      });
      return {
        async call(name, payload) {
          if (!frames.has(frame))
            throw refusalError({ group: 'ui', message: 'This page of the app is closed.' });
          if (!isCall(name))
            throw refusalError({ group: 'input', message: `The board knows no call ${String(name)}.` });
          if (waiting >= mostWaiting)
            throw refusalError({ group: 'rate', message: 'Too many calls of this page wait for an answer.' });
          if (outweighs(payload, largestMessage + roomForPicture(asPayload(payload))))
            throw refusalError({ group: 'input', message: 'This is too much for one call: at most 1 MB.' });
          let outcome: CallRecord['outcome'] = 'refused';
          // Asked before the call, which may take the item away.
          const credits = priceOf(name, asPayload(payload));
          waiting += 1;
          try {
            const value = await perform(frame, name, asPayload(payload));
            outcome = 'done';
            return value;
          } finally {
            waiting -= 1;
            for (const listener of [...callListeners]) listener({ name, credits, outcome });
          }
        },
        dispose,
      };
    },
    onPage(listener) {
      pageListeners.add(listener);
      return once(() => pageListeners.delete(listener));
    },
    clickIcon,
    onCall(listener) {
      callListeners.add(listener);
      return once(() => callListeners.delete(listener));
    },
    dispose: once(() => {
      undo.dispose();
      for (const frame of [...frames]) for (const unregister of frame.events.values()) unregister();
      frames.clear();
    }),
  };
}
