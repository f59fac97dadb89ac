/** What a window sends, parsed once at the rim. Items' own fields are checked by the model. */
import { z } from 'zod';
import type { FromWindow } from '../../client/protocol.ts';
import { tagsPerBoard } from '../../model/limits.ts';
import { liveAct, looked } from '../live/messages.ts';

const id = z.string().min(1).max(64);
const name = z.string().min(1).max(512);
const fields = z.record(z.string(), z.unknown());
const many = 5000;
const bill = z.object({ app: name, credits: z.number().int().min(0).max(1_000_000) });
const json = z.json();
const point = z.object({ x: z.number(), y: z.number() });
const place = z.object({ app: name, collection: name, key: name });

const command = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('create'),
    items: z.array(fields).max(many),
    copyOf: z.array(id.nullable()).max(many).optional(),
    tags: z
      .array(z.object({ id, title: z.string(), color: z.string() }))
      .max(tagsPerBoard)
      .optional(),
    settle: z.boolean().optional(),
  }),
  z.object({ do: z.literal('update'), changes: z.array(fields).max(many), settle: z.boolean().optional() }),
  z.object({ do: z.literal('remove'), ids: z.array(id).max(many) }),
  z.object({ do: z.literal('frame-add'), frame: id, item: id }),
  z.object({ do: z.literal('frame-remove'), frame: id, item: id }),
  z.object({ do: z.literal('mindmap-add'), node: id, item: id }),
  z.object({ do: z.literal('group'), items: z.array(id).max(many) }),
  z.object({ do: z.literal('ungroup'), ids: z.array(id).max(many) }),
  z.object({
    do: z.literal('layer'),
    ids: z.array(id).max(many),
    to: z.enum(['front', 'back', 'above', 'below']),
    target: id.optional(),
  }),
  z.object({ do: z.literal('tag-create'), tag: fields }),
  z.object({ do: z.literal('tag-update'), id, fields }),
  z.object({ do: z.literal('undo') }),
  z.object({ do: z.literal('redo') }),
  z.object({ do: z.literal('metadata-set'), item: id, app: name, key: z.string(), value: json.optional() }),
  z.object({ do: z.literal('app-data-set'), app: name, key: z.string(), value: json.optional() }),
  z.object({ do: z.literal('store'), ...place.shape, value: json.optional() }),
  z.object({ do: z.literal('unstore'), ...place.shape }),
]);

const question = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('metadata'), item: id, app: name }),
  z.object({ ask: z.literal('app-data'), app: name }),
  z.object({ ask: z.literal('stored'), ...place.shape }),
  z.object({ ask: z.literal('history') }),
  z.object({ ask: z.literal('info') }),
  z.object({ ask: z.literal('nothing') }),
]);

const call = z.number().int().min(0);

const switches = z.array(z.tuple([z.string().max(40), z.string().max(40)])).max(40);

const message = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('hello'),
    version: z.number(),
    board: z.string(),
    user: z.string().max(500),
    window: z.string().min(8).max(100),
    switches,
    since: z.object({ epoch: z.string(), number: z.number() }).optional(),
  }),
  z.object({ say: z.literal('do'), call, command, by: z.enum(['hand', 'app']), bill: bill.optional() }),
  z.object({ say: z.literal('ask'), call, question, bill: bill.optional() }),
  z.object({
    say: z.literal('broadcast'),
    call,
    app: name,
    name,
    payload: json.optional(),
    bill: bill.optional(),
  }),
  z.object({ say: z.literal('live'), call, act: liveAct, bill: bill.optional() }),
  z.object({ say: z.literal('watch'), ...place.shape }),
  z.object({ say: z.literal('unwatch'), ...place.shape }),
  z.object({ say: z.literal('switches'), switches }),
  z.object({
    say: z.literal('present'),
    selection: z.array(id).max(many),
    cursor: point.nullable(),
    viewport: looked.optional(),
  }),
  z.object({ say: z.literal('ping') }),
]);

/** The message, or undefined when it is none of ours. `call` is kept where it could be read, to answer with. */
export function readMessage(
  text: string,
): { readonly message: FromWindow } | { readonly call: number | undefined } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { call: undefined };
  }
  const parsed = message.safeParse(raw);
  // Optional fields come out of the parser as "may be undefined"; on the wire they are simply missing.
  if (parsed.success) return { message: parsed.data as FromWindow };
  const withCall = z.object({ call }).safeParse(raw);
  return { call: withCall.success ? withCall.data.call : undefined };
}

/** Ids of boards in addresses: they name rows in a table and never a file. */
export const isBoardId = (text: string): boolean => /^[A-Za-z0-9_=-]{1,64}$/.test(text);
