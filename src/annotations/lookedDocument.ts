/**
 * What one person has looked at in a sheet, and how long their next talk may take, as a document that never leaves
 * their browser: whether and when somebody read something is nobody else's business, and a message to all for each note
 * that is opened would cost more than it is worth. The price: on another device everything is unread at first.
 *
 *   about  schema, minutes
 *   looks  note id → { text, said }   a plain object, written whole
 */
import type * as Y from 'yjs';
import { type ItemId, itemId } from '../workshop/ids.ts';
import { longestTalk, usualTalk } from './agenda.ts';
import { plainFields } from './deskEntries.ts';
import { asNumber, asText, clip, longest, parseEntries, put } from './entries.ts';
import type { Look, Looks } from './looked.ts';
import { operate } from './schema.ts';

export interface Looked {
  readonly looks: Looks;
  /** Of the next talk. */
  readonly minutes: number;
}

const looksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('looks');

function parseLook(key: string, value: unknown): readonly [ItemId, Look] | null {
  const fields = plainFields(value);
  const text = asText(fields.get('text'));
  const said = fields.get('said');
  if (text === null || !Array.isArray(said)) return null;
  return [itemId(key), { text, said: said.filter((one) => typeof one === 'string') }];
}

export function readLooked(doc: Y.Doc): Looked {
  const minutes = asNumber(doc.getMap('about').get('minutes')) ?? usualTalk;
  return {
    looks: new Map(parseEntries(looksOf(doc), parseLook).values),
    minutes: Math.min(longestTalk, Math.max(1, Math.round(minutes))),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const rememberLooks = (doc: Y.Doc, looks: Looks): boolean =>
  operate(doc, 'look', () => {
    for (const [note, { text, said }] of looks) {
      const look = { text: clip(text, longest.text), said: [...said] };
      if (!same(looksOf(doc).get(note), look)) looksOf(doc).set(note, look);
    }
  });

export const planMinutes = (doc: Y.Doc, minutes: number): boolean =>
  operate(doc, 'plan-minutes', () => put(doc.getMap('about'), 'minutes', minutes));
