/** What a window may ask of the live part, parsed once at the rim; `messages.ts` does the same for everything else. */
import { z } from 'zod';

const app = z.string().min(1).max(512);
const id = z.string().min(1).max(100);
const ids = z.array(id).max(1000);
const text = z.string().max(5000);
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
  z.object({
    do: z.literal('session-start'),
    app,
    name: text,
    color: text.optional(),
    description: text.optional(),
  }),
  z.object({ do: z.literal('sessions'), app }),
  z.object({
    do: z.enum(['session-join', 'session-leave', 'session-end', 'session-users']),
    app,
    session: id,
  }),
  z.object({ do: z.literal('session-invite'), app, session: id, users: ids }),
  z.object({
    do: z.literal('invitation-answer'),
    invitation: id,
    answer: z.enum(['accept', 'decline', 'outside']),
  }),
  z.object({ do: z.literal('zoom-to'), app, user: id, items: ids }),
  z.object({ do: z.literal('follow'), app, followee: id, followers: ids.optional() }),
  z.object({ do: z.literal('follow-answer'), request: id }),
  z.object({ do: z.literal('unfollow') }),
  z.object({ do: z.literal('unfollow-others'), app, followee: id, followers: ids }),
  z.object({ do: z.literal('following') }),
  z.object({ do: z.literal('vote-start'), title: text, items: ids, perPerson: z.number() }),
  z.object({ do: z.literal('vote-cast'), item: id, how: z.enum(['give', 'take-back']) }),
  z.object({ do: z.literal('vote-finish') }),
  z.object({ do: z.literal('voting-results') }),
]);

export const looked = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
