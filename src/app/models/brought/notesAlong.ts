/**
 * Notes of a file that are not on this board: put back where they lay, or else into their lanes, in the order in which
 * they lay, before what was said about them comes along. So a sheet can be brought onto a board that has nothing of it.
 */

import type { SheetArchive } from '../../../annotations/archive.ts';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { PresentNote } from '../../../annotations/rematch.ts';
import { normalised } from '../../../annotations/text.ts';
import { planBack } from '../../../board/bringIn/backInPlace.ts';
import {
  type PutProgress,
  type PutResult,
  putIntoLanes,
  takeBack,
  type WishBack,
} from '../../../board/bringIn/run.ts';
import { near } from '../../../board/near.ts';
import { type ItemId, itemId } from '../../../workshop/ids.ts';
import { stickyColours } from '../../../workshop/stickyColour.ts';
import { resultWords } from '../bringIn/words.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { detailsAlong } from './detailsAlong.ts';

interface Missing {
  readonly archive: Pick<SheetArchive, 'notes' | 'details'>;
  /** Notes here, as they can be known again. */
  readonly here: readonly PresentNote[];
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  readonly view: SheetView;
}

/** Laid out alike; where a frame of another kind had a note says nothing here. */
const isAlike = (there: SheetArchive['details'], { details }: SheetView): boolean =>
  there.template === details.template && there.lens === details.lens;

/**
 * What could be put there: notes that lay in lanes that this sheet has, too, or in none, and of whose words none is here.
 * Two of the same words can't be told apart, so none of them is put there again. While notes are written unseen there are
 * none: they would be seen.
 */
export function missingNotes({ archive, here, ids, view }: Missing): readonly WishBack[] {
  if (blindStep(view.content.writing) !== null) return [];
  const lanes = new Set(view.columns.flatMap((column) => column.lanes.map(({ lane }) => lane.id)));
  const there = new Set(here.map(({ text }) => normalised(text)));
  return archive.notes
    .filter(
      ({ id, gone, text }) =>
        !gone && !ids.has(id) && normalised(text) !== '' && !there.has(normalised(text)),
    )
    .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, text, box, colour, lanes: own }): WishBack[] => {
      if (!own.every((lane) => lanes.has(lane))) return [];
      const [lane = null, ...others] = own;
      const look = { box, lanes: own, colour: stickyColours.find((one) => one === colour) ?? null };
      const at = isAlike(archive.details, view) ? look : null;
      return [{ key: id, lane: others.length > 0 ? null : lane, text, sticky: null, at }];
    });
}

/** Notes here that lie just where they lay there. */
function inTheirPlace(
  { notes }: SheetArchive,
  ids: ReadonlyMap<ItemId, ItemId>,
  { content }: SheetView,
): ReadonlySet<ItemId> {
  return new Set(
    notes.flatMap(({ id, box }) => {
      const here = content.items.get(ids.get(id) ?? id);
      const isThere = here && near(here.box.x, box.x) && near(here.box.y, box.y);
      return isThere ? [here.id] : [];
    }),
  );
}

export interface NotesPut {
  /** Notes of the file → the stickies here. */
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  /** What became of those that could not be put there; empty where all could. */
  readonly words: string;
  readonly undo: () => Promise<void>;
}

interface Putting {
  readonly archive: SheetArchive;
  /** Its notes that are here → which ones they are. */
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PutProgress) => void;
}

/** Null where it was stopped, or the board refused: everything is as it was, or it was told what is not. */
export async function putNotes(
  { platform, look, keeper, view, onBoard }: SheetContext,
  wishes: readonly WishBack[],
  { archive, ids, signal, onProgress }: Putting,
): Promise<NotesPut | { readonly failed: string }> {
  const { board, clock, hasRoom } = platform;
  const back = async (result: PutResult): Promise<void> => {
    await onBoard('take the notes back', async () => {
      await keeper.reconcile();
      await takeBack(result, {
        ...{ board, clock },
        isSpokenAbout(item) {
          const note = view.peek()?.notes.get(item);
          return note !== undefined && (note.mine !== null || note.others.length + note.threads.length > 0);
        },
      });
      await keeper.reconcile();
    });
  };
  const now = view.peek();
  const alike = now !== null && isAlike(archive.details, now);
  const keepsTitle =
    now !== null && detailsAlong(archive.details, now.details, now.template).kept.includes('title');
  const coming = {
    // A title that stays keeps the room that it needs, and with it all that stands below.
    layout: (alike && !keepsTitle && archive.layout) || null,
    blanks: alike ? archive.notes.flatMap(({ gone, text, box }) => (gone || text.trim() ? [] : [box])) : [],
    notes: wishes.flatMap(({ key, at }) => (at ? [{ key, at }] : [])),
  };
  const result = await putIntoLanes(wishes, {
    ...{ board, clock, look, hasRoom, makeRoom: true, signal, onProgress },
    prepare: (sheet) => planBack(sheet, coming),
    beside: now && alike ? inTheirPlace(archive, ids, now) : new Set(),
  });
  await keeper.reconcile().catch(() => undefined);
  if (result.kind !== 'done') {
    await back(result);
    const why = result.kind === 'failed' ? resultWords({ ...result, put: [] }).message : 'Stopped.';
    return { failed: `${why} The notes that were put there are taken back, and nothing was taken along.` };
  }
  return {
    ids: new Map(result.put.map(({ key, done }) => [itemId(key), done.id])),
    words: resultWords(result).message,
    undo: () => back(result),
  };
}
