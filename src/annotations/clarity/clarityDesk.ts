/**
 * What somebody answers to the questions that give a note its *why*, as it lies on their own desk.
 *
 *   clarity  "<note id>:<question>" → { text, at }
 */
import type * as Y from 'yjs';
import { type ClarityId, clarityIds } from '../../workshop/clarity/questions.ts';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { plainFields } from '../deskEntries.ts';
import { asOneOf, asText, clip, longest, parseEntries } from '../entries.ts';
import { operate } from '../schema.ts';
import type { clarityRoots } from './roots.ts';

export interface ClarityAnswer {
  readonly note: ItemId;
  readonly question: ClarityId;
  readonly text: string;
  readonly at: string;
}

export interface ClarityDesk {
  readonly answers: readonly ClarityAnswer[];
  /** Entries this version can't read. */
  readonly unknown: number;
}

const rootOf = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<unknown>('clarity' satisfies (typeof clarityRoots)[number]);

const questionFrom = asOneOf(clarityIds);

// Ids come from outside; no question's name holds a colon, so the last one parts the key.
const keyOf = (note: ItemId, question: ClarityId): string => `${note}:${question}`;

/** Undefined for an answer without words: nothing. */
function parseAnswer(key: string, value: unknown): ClarityAnswer | null | undefined {
  const end = key.lastIndexOf(':');
  const question = questionFrom(key.slice(end + 1));
  const [text, at] = [asText(plainFields(value).get('text')), asText(plainFields(value).get('at'))];
  if (end < 1 || question === null || text === null || at === null) return null;
  return text.trim() === '' ? undefined : { note: itemId(key.slice(0, end)), question, text, at };
}

export function readClarity(desk: Y.Doc): ClarityDesk {
  const { values, unknown } = parseEntries(rootOf(desk), parseAnswer);
  return { answers: values, unknown };
}

/** Without words it is taken away. False, having written nothing, on a newer document. */
export const answerClarity = (desk: Y.Doc, { note, question, text, at }: ClarityAnswer): boolean =>
  operate(desk, 'answer-clarity', () => {
    const [root, key] = [rootOf(desk), keyOf(note, question)];
    const words = clip(text, longest.line);
    if (words.trim() === '') root.delete(key);
    else if (asText(plainFields(root.get(key)).get('text')) !== words) root.set(key, { text: words, at });
  });
