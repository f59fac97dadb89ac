/**
 * Notes of a file that are not on this board: put into their lanes, in the order in which they lay, before what was said
 * about them comes along. So a sheet can be brought onto a board that has nothing of it.
 */

import type { SheetArchive } from '../../../annotations/archive.ts';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { PresentNote } from '../../../annotations/rematch.ts';
import { normalised } from '../../../annotations/text.ts';
import {
  type PutProgress,
  type PutResult,
  putIntoLanes,
  takeBack,
  type Wish,
} from '../../../board/bringIn/run.ts';
import { type ItemId, itemId } from '../../../workshop/ids.ts';
import { resultWords } from '../bringIn/words.ts';
import type { SheetContext } from '../parts.ts';
import type { SheetView } from '../sheetView.ts';

interface Missing {
  readonly archive: Pick<SheetArchive, 'notes'>;
  /** Notes here, as they can be known again. */
  readonly here: readonly PresentNote[];
  readonly ids: ReadonlyMap<ItemId, ItemId>;
  readonly view: SheetView;
}

/**
 * What could be put there: notes that lay in one lane that this sheet has, too, and of whose words none is here. Two of
 * the same words can't be told apart, so none of them is put there again. While notes are written unseen there are none:
 * they would be seen.
 */
export function missingNotes({ archive, here, ids, view }: Missing): readonly Wish[] {
  if (blindStep(view.content.writing) !== null) return [];
  const lanes = new Set(view.columns.flatMap((column) => column.lanes.map(({ lane }) => lane.id)));
  const there = new Set(here.map(({ text }) => normalised(text)));
  return archive.notes
    .filter(
      ({ id, gone, text }) =>
        !gone && !ids.has(id) && normalised(text) !== '' && !there.has(normalised(text)),
    )
    .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, text, lanes: [lane, ...others] }): Wish[] =>
      lane !== undefined && others.length === 0 && lanes.has(lane)
        ? [{ key: id, lane, text, sticky: null }]
        : [],
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
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PutProgress) => void;
}

/** Null where it was stopped, or the board refused: everything is as it was, or it was told what is not. */
export async function putNotes(
  { platform, look, keeper, view, onBoard }: SheetContext,
  wishes: readonly Wish[],
  { signal, onProgress }: Putting,
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
  const result = await putIntoLanes(wishes, {
    ...{ board, clock, look, hasRoom, makeRoom: true, signal, onProgress },
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
