/**
 * Questions about notes that a desk's owner has set aside. It is their word alone: it hides a question from nobody else.
 *
 *   dismissed  note id → { text, at }   null: taken back
 *
 * It holds for the text it was given for, so a note that says something else is asked about again.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { plainFields } from '../deskEntries.ts';
import { asText, clip, longest, parseEntries, put } from '../entries.ts';
import { operate } from '../schema.ts';
import { saysTheSame } from '../text.ts';
import type { oursDeskRoots } from './oursRoots.ts';

const dismissed: (typeof oursDeskRoots)[number] = 'dismissed';
const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(dismissed);

export interface Dismissal {
  /** What the note said then. */
  readonly text: string;
  readonly at: string;
}

export interface Dismissals {
  readonly values: ReadonlyMap<ItemId, Dismissal>;
  readonly unknown: number;
}

function parse(key: string, value: unknown): readonly [ItemId, Dismissal] | null | undefined {
  if (value === null) return undefined;
  const [text, at] = [asText(plainFields(value).get('text')), asText(plainFields(value).get('at'))];
  return text === null || at === null ? null : [itemId(key), { text, at }];
}

export function readDismissals(doc: Y.Doc): Dismissals {
  const { values, unknown } = parseEntries(root(doc), parse);
  return { values: new Map(values), unknown };
}

export const stillHolds = (dismissal: Dismissal | undefined, text: string): boolean =>
  dismissal !== undefined && saysTheSame(dismissal.text, clip(text, longest.text));

export const dismiss = (doc: Y.Doc, note: ItemId, { text, at }: Dismissal): boolean =>
  operate(doc, 'dismiss-questions', () => root(doc).set(note, { text: clip(text, longest.text), at }));

export const askAgain = (doc: Y.Doc, note: ItemId): boolean =>
  operate(doc, 'ask-again', () => {
    if (root(doc).has(note)) put(root(doc), note, null);
  });
