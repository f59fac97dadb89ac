/**
 * Calls on their way to the room. Each waits for its answer; while the connection is away they are kept for a while
 * and sent again when it is back with the same server, which does none of them twice.
 */
import type { Clock } from '../../base/clock.ts';
import type { Disposer } from '../../base/disposer.ts';
import { type Refusal, refusalError } from '../model/refusal.ts';
import { type Answer, type FromWindow, largestMessage } from './protocol.ts';

/** How long a call waits for a lost connection. Milliseconds. */
const patience = 10_000;
const mostWaiting = 2000;

type Call = Extract<FromWindow, { readonly call: number }>;
/** A call without its number. */
export type Unnumbered = Call extends infer C ? (C extends Call ? Omit<C, 'call'> : never) : never;

interface Waiting {
  /** As it goes out. */
  readonly text: string;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const lost: Refusal = { group: 'connection', message: 'The board cannot be reached. Nothing was changed.' };
const tooMuch: Refusal = { group: 'input', message: 'This is too much for one step: at most 1 MB.' };
const unsure: Refusal = {
  group: 'connection',
  message: 'The connection to the board was lost; it is not known whether this was done.',
};

/** The server ends a line that brings more, and with it everything else that is on its way. */
const isTooMuch = (text: string): boolean =>
  // A character takes three bytes at most.
  text.length * 3 > largestMessage && new TextEncoder().encode(text).length > largestMessage;

export function createCalls(clock: Clock, send: (text: string) => void) {
  const waiting = new Map<number, Waiting>();
  const sent = new Set<number>();
  let next = 1;
  let live = false;
  let over = false;
  let giveUp: Disposer | undefined;

  function rejectAll(): void {
    const pending = [...waiting];
    waiting.clear();
    for (const [call, { reject }] of pending) reject(refusalError(sent.has(call) ? unsure : lost));
    sent.clear();
  }

  function take(call: number): Waiting | undefined {
    const found = waiting.get(call);
    waiting.delete(call);
    sent.delete(call);
    return found;
  }

  return {
    make(message: Unnumbered): Promise<Answer> {
      return new Promise((resolve, reject) => {
        if (over || waiting.size >= mostWaiting) return reject(refusalError(lost));
        const call = next++;
        const text = JSON.stringify({ ...message, call });
        if (isTooMuch(text)) return reject(refusalError(tooMuch));
        waiting.set(call, { text, resolve, reject });
        if (live) {
          sent.add(call);
          send(text);
        } else giveUp ??= clock.after(patience, rejectAll);
      });
    },
    answered: (call: number, answer: Answer) => take(call)?.resolve(answer),
    refused: (call: number, refusal: Refusal) => take(call)?.reject(refusalError(refusal)),
    /** The connection stands. After a restart of the server what had been sent is in doubt and is not repeated. */
    connected(server: 'same' | 'restarted'): void {
      live = true;
      giveUp?.();
      giveUp = undefined;
      for (const [call, { text, reject }] of [...waiting]) {
        if (server === 'restarted' && sent.has(call)) {
          take(call);
          reject(refusalError(unsure));
        } else {
          sent.add(call);
          send(text);
        }
      }
    },
    lost(): void {
      live = false;
      if (waiting.size > 0) giveUp ??= clock.after(patience, rejectAll);
    },
    end(): void {
      live = false;
      over = true;
      giveUp?.();
      rejectAll();
    },
  };
}
