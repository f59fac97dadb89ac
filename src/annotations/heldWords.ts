/**
 * Words that lie on a desk and are not for everybody's eyes yet: at *done* a person's words go there in one go, and the
 * app shows them once the others are done, too (blindSetting.ts, unseen.ts).
 *
 *   held      "<step>/<kind>:<id>@<time>" → the word's fields, as a plain object
 *   done      step → when its owner said so; null when they took it back
 *   released  step → true: its owner shows these words, whatever others do
 *   looked    step → of how many notes its owner has said something so far
 *
 * Like words taken over from another board they lie beside what was said in the open, and of the two the newer counts
 * once they are shown. So nothing that was shown is hidden by them; and two devices, or two tries, put the same values
 * under the same keys.
 */
import * as Y from 'yjs';
import type { ItemId } from '../workshop/ids.ts';
import { itemId } from '../workshop/ids.ts';
import { plainFields, remarkFrom, stanceFrom, verdictFrom } from './deskEntries.ts';
import { asNumber, asText, field, parseEntries, put, sorted } from './entries.ts';
import type { heldRoots } from './heldRoots.ts';
import { operate } from './schema.ts';
import type { TakenWord } from './takenWords.ts';
import { compareTimes } from './times.ts';

const root = (doc: Y.Doc, name: (typeof heldRoots)[number]): Y.Map<unknown> => doc.getMap(name);

/** A step in which words are for everybody at once: those of somebody who shows their draft while others work openly. */
export const openStep = 'open';

/** One thing said; a stance taken back was said, too. */
export type Word =
  | TakenWord
  | { readonly kind: 'cleared'; readonly word: { readonly note: ItemId; readonly at: string } };

/** A word as it lies in a document, with its fields as they are: a newer version's, too. */
export interface Entry {
  readonly kind: 'stance' | 'remark' | 'verdict';
  readonly id: string;
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a word is about: the newest of a kind counts for each. */
export const aboutOf = ({ kind, id }: Pick<Entry, 'kind' | 'id'>): string => `${kind}:${id}`;

/** In whatever order the fields were written. */
export const sameFields = (a: Entry, b: Entry): boolean => inOrder(a) === inOrder(b);
const inOrder = ({ fields }: Entry): string =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

const rootsOfWords = { stance: 'stances', remark: 'remarks', verdict: 'verdicts' } as const;
export const kindsOfWords = ['stance', 'remark', 'verdict'] as const;
export const rootOfWords = (doc: Y.Doc, kind: Entry['kind']): Y.Map<unknown> =>
  doc.getMap(rootsOfWords[kind]);

const timeOfFields = (fields: unknown): string | null =>
  asText(field(fields, 'editedAt')) ?? asText(field(fields, 'at'));

/** Everything said in a desk or draft on its own, entry by entry. What has no time can't be told from anything newer. */
export function entriesIn(doc: Y.Doc): readonly Entry[] {
  return kindsOfWords.flatMap((kind) =>
    sorted(rootOfWords(doc, kind)).flatMap(([id, value]): Entry[] => {
      const fields: unknown = value instanceof Y.Map ? value.toJSON() : null;
      const at = timeOfFields(fields);
      return at === null ? [] : [{ kind, id, at, fields: fields as Entry['fields'] }];
    }),
  );
}

export function wordFrom({ kind, id, fields }: Pick<Entry, 'kind' | 'id' | 'fields'>): Word | null {
  const from = plainFields(fields);
  if (kind === 'remark') {
    const word = remarkFrom(id, from);
    return word && { kind, word };
  }
  if (kind === 'verdict') {
    const word = verdictFrom(id, from);
    return word && { kind, word };
  }
  const word = stanceFrom(id, from);
  const at = asText(from.get('at'));
  if (word === undefined) return at === null ? null : { kind: 'cleared', word: { note: itemId(id), at } };
  return word && { kind, word };
}

// Ids come from outside; escaped, they hold no sign that parts the key.
const part = (id: string): string => encodeURIComponent(id.toWellFormed());
const aboutKey = ({ kind, id }: Pick<Entry, 'kind' | 'id'>): string => `${kind}:${part(id)}@`;
const keyOf = (step: string, entry: Entry): string => `${part(step)}/${aboutKey(entry)}${entry.at}`;

interface HeldEntry extends Entry {
  readonly step: string;
  readonly key: string;
}

function parseHeld(key: string, fields: unknown): HeldEntry | null {
  const found = /^([^/]+)\/(stance|remark|verdict):([^@]*)@(.*)$/s.exec(key);
  const at = timeOfFields(fields);
  if (!found || at === null || found[4] !== at) return null;
  try {
    return {
      key,
      step: decodeURIComponent(found[1] ?? ''),
      kind: found[2] as Entry['kind'], // one of the three in the pattern
      id: decodeURIComponent(found[3] ?? ''),
      at,
      fields: fields as Entry['fields'], // an object: it has a time
    };
  } catch {
    return null; // not escaped as ours are
  }
}

const heldIn = (doc: Y.Doc): readonly HeldEntry[] => parseEntries(root(doc, 'held'), parseHeld).values;

export interface HeldWord {
  readonly step: string;
  readonly word: Word;
}

export interface HeldWords {
  readonly held: readonly HeldWord[];
  /** Stances taken back in the open, and when: a word held here may be older. */
  readonly cleared: ReadonlyMap<ItemId, string>;
  readonly done: ReadonlySet<string>;
  readonly released: ReadonlySet<string>;
  readonly looked: ReadonlyMap<string, number>;
}

export function readHeld(doc: Y.Doc): HeldWords {
  const words = heldIn(doc).flatMap(({ step, ...entry }): HeldWord[] => {
    const word = wordFrom(entry);
    return word ? [{ step, word }] : [];
  });
  const cleared = sorted(doc.getMap('stances')).flatMap(([id, value]) => {
    const at = value instanceof Y.Map && value.get('value') === null ? asText(value.get('at')) : null;
    return at === null ? [] : [[itemId(id), at] as const];
  });
  const marked = (name: 'done' | 'released'): ReadonlySet<string> =>
    new Set(sorted(root(doc, name)).flatMap(([step, value]) => (value === null ? [] : [step])));
  return {
    held: words,
    cleared: new Map(cleared),
    done: marked('done'),
    released: marked('released'),
    looked: new Map(
      sorted(root(doc, 'looked')).flatMap(([step, value]) => {
        const count = asNumber(value);
        return count === null ? [] : [[step, count] as const];
      }),
    ),
  };
}

// Operations on one's own desk. Each runs one transaction and returns false, having written nothing, on a newer document.

/** Inside a transaction. Of what is about the same, the newest stays. */
function hold(doc: Y.Doc, step: string, entries: readonly Entry[]): void {
  const held = root(doc, 'held');
  const newest = new Map<string, HeldEntry>();
  for (const one of heldIn(doc)) {
    if (one.step !== step) continue;
    const known = newest.get(aboutKey(one));
    if (!known || compareTimes(one.at, known.at) > 0) newest.set(aboutKey(one), one);
  }
  for (const entry of entries) {
    const known = newest.get(aboutKey(entry));
    const age = known ? compareTimes(entry.at, known.at) : 1;
    if (age < 0) continue;
    const key = keyOf(step, entry);
    if (known && known.key !== key) held.delete(known.key);
    if (JSON.stringify(held.get(key)) !== JSON.stringify(entry.fields)) held.set(key, entry.fields);
    newest.set(aboutKey(entry), { ...entry, step, key });
  }
}

/** What is said after *done*: it goes to the desk at once, and is shown with the rest. */
export const holdWords = (doc: Y.Doc, step: string, entries: readonly Entry[]): boolean =>
  operate(doc, 'hold-words', () => hold(doc, step, entries));

export interface SayDone {
  readonly step: string;
  readonly at: string;
  readonly entries: readonly Entry[];
  /** Steps whose words everybody sees already. */
  readonly shown: ReadonlySet<string>;
}

/** All of it in one transaction, so whoever sees that its owner is done has every word. Doing it again changes nothing. */
export const sayDone = (doc: Y.Doc, { step, at, entries, shown }: SayDone): boolean =>
  operate(doc, 'say-done', () => {
    const released = root(doc, 'released');
    // What was said in an earlier step that ended before anybody saw it belongs to this one now.
    const left = heldIn(doc).filter(
      (one) => ![step, openStep].includes(one.step) && !shown.has(one.step) && !released.has(one.step),
    );
    hold(doc, step, left);
    for (const { key } of left) root(doc, 'held').delete(key);
    hold(doc, step, entries);
    if (asText(root(doc, 'done').get(step)) === null) root(doc, 'done').set(step, at);
    root(doc, 'looked').delete(step);
  });

/** Its owner shows what they hold of a step, whatever others do. */
export const release = (doc: Y.Doc, steps: readonly string[]): boolean =>
  operate(doc, 'release', () => {
    for (const step of steps) put(root(doc, 'released'), step, true);
  });

export const countLooked = (doc: Y.Doc, step: string, count: number): boolean =>
  operate(doc, 'count-looked', () => put(root(doc, 'looked'), step, count));

/** What its owner holds of these steps. */
export const heldEntries = (doc: Y.Doc, steps: readonly string[]): readonly Entry[] =>
  heldIn(doc).filter(({ step }) => steps.includes(step));

/** What its owner holds, of whatever step. */
export const allHeld = (doc: Y.Doc): readonly Entry[] => heldIn(doc);

/** These words leave the desk, whichever step they wait in, unless they were changed since. */
export const dropHeld = (doc: Y.Doc, entries: readonly Entry[]): boolean =>
  operate(doc, 'drop-held', () => {
    const gone = new Map(entries.map((entry) => [aboutOf(entry), entry]));
    for (const { key, ...one } of heldIn(doc)) {
      const entry = gone.get(aboutOf(one));
      if (entry?.at === one.at && sameFields(entry, one)) root(doc, 'held').delete(key);
    }
  });

/** Not done after all: the words leave the desk. They are in the owner's browser by now (`keepEntries`). */
export const takeBackDone = (doc: Y.Doc, steps: readonly string[]): boolean =>
  operate(doc, 'take-back-done', () => {
    for (const { key, step } of heldIn(doc)) if (steps.includes(step)) root(doc, 'held').delete(key);
    for (const step of steps) if (root(doc, 'done').has(step)) put(root(doc, 'done'), step, null);
  });
