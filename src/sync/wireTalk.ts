/**
 * Talk over the wire, as the leading page of a device holds it: sends what was just changed, says hello, answers with
 * what others lack. Nothing here is needed for words to be safe; it makes them quick.
 */
import * as Y from 'yjs';
import type { Calls } from './calls.ts';
import type { Clocks } from './clocks.ts';
import type { Company } from './company.ts';
import { digestOf, hasGap, lacks } from './digest.ts';
import { type Sender, unwrapper, wrap } from './envelope.ts';
import {
  answerDelay,
  callCredits,
  doingAlone,
  gapDelay,
  helloDelay,
  inFlight,
  mostListed,
  paces,
  retry,
} from './limits.ts';
import { type Holding, type Message, messageText, parseMessage } from './messages.ts';
import type { Meter, Wire } from './ports.ts';
import type { Problems } from './problems.ts';
import type { Replica } from './replica.ts';
import type { Rhythm } from './rhythm.ts';
import { backOff, between, type Random, randomId, type Timers } from './timers.ts';
import { applied, hasBeyond, mergeUpdates } from './updates.ts';

export interface WireTalk {
  start(): void;
  /** This device changed a document. */
  send(name: string, update: Uint8Array): void;
  /** Says what this person does, with the next words or soon. */
  tell(): void;
  /** Sends at once what waits. Never rejects. */
  sendNow(): Promise<void>;
  /** Asks all others what they hold of these documents. `joining`: answer even if things are in flight. */
  hello(names: readonly string[], how: 'joining' | 'heartbeat'): void;
  /** Whether others are known to hold something of it that is not here, or what is here has a gap. */
  isLacking(replica: Replica): boolean;
  /** The document is deleted: what waits to be sent of it is not. */
  forget(name: string): void;
  dispose(): void;
}

interface Context {
  readonly wire: Wire;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly random: Random;
  readonly problems: Problems;
  readonly self: Sender;
  readonly meter: Meter;
  readonly rhythm: Rhythm;
  readonly company: Company;
  readonly clocks: Clocks;
  readonly replicas: ReadonlyMap<string, Replica>;
  /** A device was heard to write to a document. */
  readonly onHeard: (name: string, device: string) => void;
  /** A message was taken in, about these documents. */
  readonly onNews: (names: readonly string[]) => void;
}

export function wireTalk(context: Context): WireTalk {
  const { wire, calls, timers, random, problems, self, meter, rhythm, company, replicas } = context;
  const unwrap = unwrapper(() => timers.now());
  const outgoing = new Map<string, Uint8Array[]>();
  const changedAt = new Map<string, number>();
  const greeting = new Set<string>();
  /** The last holding somebody told of that had more than ours, by document; for as long as who told it counts as here. */
  const ahead = new Map<string, { readonly vector: Uint8Array; readonly at: number }>();
  /** Answers that wait, by who asked and for what; somebody else's answer takes them away. */
  const answering = new Map<string, () => void>();
  let lastSent = Number.NEGATIVE_INFINITY;
  let sending: (() => void) | null = null;
  let failures = 0;
  let gapHello = false;
  let stopListening = () => {};

  /** Rejects when the board refuses. A message too long to send is left to the stored states. */
  async function broadcast(message: Message): Promise<void> {
    const parts = wrap(self, randomId(random), messageText({ ...message, now: Math.round(timers.now()) }));
    for (const part of parts ?? []) await calls.send(() => wire.broadcast(part));
  }

  async function sendAll(): Promise<void> {
    sending?.();
    sending = null;
    const doing = company.doing();
    const { untold } = company;
    if (outgoing.size === 0 && !untold) return;
    const batch = [...outgoing].slice(0, mostListed);
    for (const [name] of batch) outgoing.delete(name);
    lastSent = timers.now();
    const list = batch.map(([name, updates]) => ({ name, update: mergeUpdates(updates) }));
    try {
      await broadcast({ kind: 'updates', list, ...(untold || doing !== null ? { doing } : {}) });
      failures = 0;
      company.told(doing);
    } catch {
      // Refused, most likely for sending too much: wait longer and send all in one.
      // What somebody does is told with the words, or not at all.
      if (list.length > 0) failures += 1;
      else company.told(doing);
      for (const { name, update } of list) outgoing.set(name, [update, ...(outgoing.get(name) ?? [])]);
    }
    if (outgoing.size > 0) plan();
    else tell();
  }

  function plan(): void {
    if (sending !== null || timers.disposed) return;
    const pause = failures > 0 ? backOff(random, failures, retry) : rhythm.sendWindow();
    const delay = Math.max(0, meter.pause(), Math.min(pause, lastSent + pause - timers.now()));
    sending = timers.after(delay, () => void sendAll());
  }

  function tell(): void {
    if (!company.untold || sending !== null || timers.disposed || !meter.free()) return;
    const pause = Math.max(doingAlone, rhythm.sendWindow());
    sending = timers.after(Math.max(0, lastSent + pause - timers.now()), () => void sendAll());
  }

  const holding = ({ name, doc }: Replica): Holding => ({
    name,
    digest: digestOf(doc),
    vector: Y.encodeStateVector(doc),
  });

  function sayHello(names: readonly string[], joining: boolean): void {
    const list = names.flatMap((name) => replicas.get(name) ?? []).map(holding);
    for (let at = 0; at < list.length; at += mostListed) {
      // Lost or refused hellos are made good by the next heartbeat.
      broadcast({ kind: 'hello', joining, list: list.slice(at, at + mostListed) }).catch(() => undefined);
    }
  }

  function take(name: string, update: Uint8Array, from: Sender): Replica | undefined {
    context.onHeard(name, from.device);
    const replica = replicas.get(name);
    if (!replica) return undefined;
    changedAt.set(name, timers.now());
    if (!applied(replica.doc, update, 'sync/wire'))
      problems.report({ kind: 'strange', document: name, who: from.device });
    if (hasGap(replica.doc)) askForGap(name);
    return replica;
  }

  /** Something earlier is missing: ask for it, if it does not come by itself. */
  function askForGap(name: string): void {
    if (gapHello) return;
    gapHello = true;
    timers.after(gapDelay, () => {
      gapHello = false;
      const replica = replicas.get(name);
      if (replica && hasGap(replica.doc)) sayHello([name], true);
    });
  }

  /** A difference means that they lack something, or we do: then our answer tells them so. */
  const differs = ({ doc }: Replica, theirs: Holding): boolean => digestOf(doc) !== theirs.digest;

  function planAnswer(theirs: Holding, from: Sender, joining: boolean): void {
    const replica = replicas.get(theirs.name);
    const key = `${from.device} ${theirs.name}`;
    if (!replica || answering.has(key) || !differs(replica, theirs)) return;
    const changed = changedAt.get(theirs.name) ?? Number.NEGATIVE_INFINITY;
    if (!joining && Math.abs(timers.now() - changed) < inFlight) return;
    answering.set(
      key,
      timers.after(between(random, answerDelay), () => {
        answering.delete(key);
        if (!differs(replica, theirs)) return;
        const update = Y.encodeStateAsUpdate(replica.doc, theirs.vector);
        const list = [{ ...holding(replica), update }];
        broadcast({ kind: 'answer', to: from.device, list }).catch(() => undefined);
      }),
    );
  }

  /** What somebody holds, after taking in what came with it. */
  function note({ name, vector, digest }: Holding): void {
    const replica = replicas.get(name);
    if (replica && digestOf(replica.doc) !== digest && lacks(replica.doc, vector))
      ahead.set(name, { vector, at: timers.now() });
  }

  function isLacking({ name, doc }: Replica): boolean {
    const known = ahead.get(name);
    if (known && Math.abs(timers.now() - known.at) < paces.presence && lacks(doc, known.vector)) return true;
    ahead.delete(name);
    return hasGap(doc);
  }

  function onMessage(message: Message, from: Sender): void {
    if (message.now !== undefined && from.device !== self.device)
      context.clocks.heard(from.device, message.now);
    company.heard(from.user, message.kind === 'updates' ? message.doing : undefined);
    if (message.kind === 'hello') {
      for (const theirs of message.list) {
        note(theirs);
        planAnswer(theirs, from, message.joining);
      }
      return;
    }
    if (message.kind === 'updates') {
      if (message.list.length > 0) rhythm.typed(from.device);
      for (const { name, update } of message.list) take(name, update, from);
      return;
    }
    for (const { update, ...theirs } of message.list) {
      const replica = take(theirs.name, update, from);
      if (!replica) continue;
      note(theirs);
      const digest = digestOf(replica.doc);
      // The same answer as ours would be: no need for two.
      const key = `${message.to} ${theirs.name}`;
      if (digest === theirs.digest) {
        answering.get(key)?.();
        answering.delete(key);
      } else if (message.to === self.device && lacksOurs(replica, theirs)) {
        // We asked, and hold something that the answer shows to be missing there.
        send(theirs.name, Y.encodeStateAsUpdate(replica.doc, theirs.vector));
      }
    }
  }

  /** After taking in all they hold, any difference is something they lack. */
  const lacksOurs = ({ doc }: Replica, theirs: Holding): boolean =>
    hasBeyond(doc, theirs.vector) || (!hasGap(doc) && digestOf(doc) !== theirs.digest);

  function send(name: string, update: Uint8Array): void {
    changedAt.set(name, timers.now());
    outgoing.set(name, [...(outgoing.get(name) ?? []), update]);
    plan();
  }

  return {
    start() {
      stopListening = wire.onMessage((value) => {
        if (timers.disposed) return;
        const received = unwrap.receive(value);
        if (received.kind === 'part' || received.kind === 'whole') meter.saw(received.from.user, callCredits);
        if (received.kind === 'part') return;
        if (received.kind !== 'whole') {
          problems.report({ kind: received.kind, document: null, who: received.device });
          return;
        }
        const message = parseMessage(received.text);
        if (message) {
          onMessage(message, received.from);
          // A hello alone changes nothing where it tells of nothing new.
          const names = message.list.map(({ name }) => name);
          context.onNews(message.kind === 'hello' ? names.filter((name) => ahead.has(name)) : names);
        } else problems.report({ kind: 'strange', document: null, who: received.from.device });
      });
    },
    send,
    tell,
    isLacking,
    sendNow: () => sendAll(),
    hello(names, how) {
      if (how === 'heartbeat') {
        sayHello(names, false);
        return;
      }
      if (greeting.size === 0)
        timers.after(helloDelay, () => {
          const all = [...greeting];
          greeting.clear();
          sayHello(all, true);
        });
      for (const name of names) greeting.add(name);
    },
    forget(name) {
      outgoing.delete(name);
      greeting.delete(name);
      ahead.delete(name);
    },
    dispose() {
      stopListening();
    },
  };
}
