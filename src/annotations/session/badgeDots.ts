/**
 * The dots somebody gave: in their browser while they are for nobody else, then on their badge, in the same form.
 *
 *   dots  `<session>/<stage>/<sheet>` → { notes, at }   a plain value, written whole
 */
import type * as Y from 'yjs';
import type { ItemId, SheetId } from '../../workshop/ids.ts';
import { dotsFrom } from '../../workshop/session/dots.ts';
import { field, sorted } from '../entries.ts';
import { operate } from '../schema.ts';

const dotsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('dots');

/** `stage`: as `stageKey` has it. */
export const dotsKey = (stage: string, sheet: SheetId): string => `${stage}/${encodeURIComponent(sheet)}`;

export const readDots = (doc: Y.Doc): ReadonlyMap<string, readonly ItemId[]> =>
  new Map(
    sorted(dotsOf(doc)).flatMap(([key, value]) => {
      const notes = dotsFrom(field(value, 'notes'));
      return notes.length > 0 ? [[key, notes] as const] : [];
    }),
  );

/** An empty list takes them back. */
export const writeDots = (
  doc: Y.Doc,
  key: string,
  { notes, at }: { readonly notes: readonly ItemId[]; readonly at: string },
): boolean =>
  operate(doc, 'give-dots', () => {
    const before = dotsFrom(field(dotsOf(doc).get(key), 'notes'));
    if (before.join('\n') === notes.join('\n')) return;
    if (notes.length === 0) dotsOf(doc).delete(key);
    else dotsOf(doc).set(key, { notes: [...notes], at });
  });
