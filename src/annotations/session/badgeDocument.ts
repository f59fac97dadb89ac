/**
 * What one person says in the board's session, in a small document that only they write: like a desk, but for the whole
 * board, so that people without a sheet have one as well, and somebody with two sheets is done once.
 *
 *   about  schema, name
 *   done   `<session>/<stage>` → { done, at }
 *   dots   dots that are for everybody (badgeDots.ts)
 */
import type * as Y from 'yjs';
import type { ItemId, UserId } from '../../workshop/ids.ts';
import { dotsFrom } from '../../workshop/session/dots.ts';
import { asText, clip, field, longest, parseEntries, put, unknownRoots } from '../entries.ts';
import { isNewer, operate } from '../schema.ts';

const roots = ['about', 'done', 'dots'] as const;
const root = (doc: Y.Doc, name: (typeof roots)[number]): Y.Map<unknown> => doc.getMap(name);

export interface Badge {
  readonly owner: UserId;
  readonly name: string;
  /** Stages of sessions they are done with (`stageKey`), and since when by their clock. */
  readonly done: ReadonlyMap<string, string>;
  /** Dots that are for everybody, by stage and sheet (`dotsKey`). */
  readonly dots: ReadonlyMap<string, readonly ItemId[]>;
  readonly unknown: number;
  readonly newer: boolean;
}

/** A stage of one session; ids of stages are those of templates, and alike from one session to the next. */
export const stageKey = (session: string, stage: string): string =>
  `${encodeURIComponent(session.toWellFormed())}/${encodeURIComponent(stage.toWellFormed())}`;

function parseDone(key: string, value: unknown): readonly [string, string] | null | undefined {
  const [done, at] = [field(value, 'done'), asText(field(value, 'at'))];
  if (typeof done !== 'boolean' || at === null) return null;
  return done ? [key, at] : undefined;
}

export function readBadge(doc: Y.Doc, owner: UserId): Badge {
  const done = parseEntries(root(doc, 'done'), parseDone);
  const dots = parseEntries(root(doc, 'dots'), (key, value): readonly [string, readonly ItemId[]] | null => {
    const notes = dotsFrom(field(value, 'notes'));
    return notes.length > 0 ? [key, notes] : null;
  });
  return {
    owner,
    name: asText(root(doc, 'about').get('name')) ?? '',
    done: new Map(done.values),
    dots: new Map(dots.values),
    unknown: done.unknown + dots.unknown + unknownRoots(doc, roots),
    newer: isNewer(doc),
  };
}

export interface DoneWith {
  /** As others shall read it; from the board. */
  readonly name: string;
  readonly stage: string;
  readonly done: boolean;
  readonly at: string;
}

/** Done with a stage, or not after all. */
export const sayDoneWith = (doc: Y.Doc, { name, stage, done, at }: DoneWith): boolean =>
  operate(doc, 'say-done', () => {
    put(root(doc, 'about'), 'name', clip(name, longest.name));
    const before = field(root(doc, 'done').get(stage), 'done');
    if (before !== done && (done || before !== undefined)) root(doc, 'done').set(stage, { done, at });
  });
