/**
 * Doing each call once, however often a window that lost its connection repeats it, and paying for it beforehand. A
 * board that cannot store says so and goes on; nothing was changed then.
 */
import type { Answer, Bill, FromRoom, Spent } from '../../client/protocol.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { LiveAnswer } from '../live/ports.ts';
import { createAnswers } from './answers.ts';

interface Caller {
  readonly hello: { readonly window: string };
  send(message: FromRoom): void;
}

export interface DoingPorts<Seat extends Caller> {
  charge(seat: Seat, bill: Bill): Refusal | Spent;
  /** To this window, on whichever connection it now is. */
  tell(window: string, message: FromRoom): void;
}

const notStored = (error: unknown): Refusal => ({
  group: 'backend',
  message: `The board could not store this: ${error instanceof Error ? error.message : String(error)}`,
});

function attempt(work: () => LiveAnswer): LiveAnswer {
  try {
    return work();
  } catch (error) {
    return notStored(error);
  }
}

export function createDoing<Seat extends Caller>({ charge, tell }: DoingPorts<Seat>) {
  const answers = createAnswers();
  /** Calls whose answer takes its time, by window and number. */
  const underWay = new Set<string>();

  return {
    once(seat: Seat, call: number, bill: Bill | undefined, work: () => LiveAnswer) {
      const { window } = seat.hello;
      const known = answers.find(window, call);
      if (known) return seat.send(known);
      const key = `${window} ${call}`;
      if (underWay.has(key)) return;
      const paid = bill && charge(seat, bill);
      const reply = (result: Answer | Refusal) => {
        const message: FromRoom =
          'group' in result
            ? { say: 'refused', call, refusal: result }
            : { say: 'done', call, answer: result, ...(paid && 'minute' in paid ? { spent: paid } : {}) };
        answers.keep(window, call, message);
        underWay.delete(key);
        // Where an answer takes its time, the window may have lost its connection and come back meanwhile.
        tell(window, message);
      };
      const result = paid && 'group' in paid ? paid : attempt(work);
      if (!(result instanceof Promise)) return reply(result);
      underWay.add(key);
      void result.catch(notStored).then(reply);
    },
  };
}
