/** What a window may ask of the live part, parsed once at the rim; `messages.ts` does the same for everything else. */
import { z } from 'zod';

const app = z.string().min(1).max(512);
const duration = z.number();

const timerStep = z.discriminatedUnion('how', [
  z.object({ how: z.literal('start'), duration }),
  z.object({ how: z.literal('prolong'), duration }),
  z.object({ how: z.literal('pause') }),
  z.object({ how: z.literal('resume') }),
  z.object({ how: z.literal('stop') }),
]);

export const liveAct = z.discriminatedUnion('do', [
  z.object({ do: z.literal('timer'), step: timerStep }),
  z.object({ do: z.literal('timer-get') }),
  z.object({ do: z.literal('id-token'), app }),
]);
