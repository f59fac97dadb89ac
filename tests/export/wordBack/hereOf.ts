/** The sheet that a document was made of, as a document that comes back is held against it. */
import type { JobDescription, Note, Spoken } from '../../../src/export/document.ts';
import type { Here, HereNote, HereRemark } from '../../../src/export/wordBack/here.ts';
import { name } from '../../../src/export/wording.ts';
import { itemId, type LaneId } from '../../../src/workshop/ids.ts';

export function hereOf(description: JobDescription, more: Partial<Here> = {}): Here {
  const { tops, pillars, sides, unplaced, gone } = description;
  const lanes = [...tops, ...pillars.flatMap(({ responsibilities }) => responsibilities), ...sides];
  const placed: readonly (readonly [Note, LaneId | null, boolean])[] = [
    ...lanes.flatMap(({ id, notes }) => notes.map((note) => [note, id as LaneId, false] as const)),
    ...unplaced.map((note) => [note, null, false] as const),
    ...gone.map((note) => [note, null, true] as const),
  ];
  const remarkOf = (note: Note, remark: Spoken, thread: string, resolved: boolean): HereRemark => ({
    ...{
      id: remark.id,
      note: itemId(note.id),
      text: remark.text,
      author: name(remark.who.name),
      at: remark.at,
    },
    ...{ wording: remark.wording, proposes: remark.proposes, thread, resolved },
  });
  return {
    sheet: description.sheet,
    notes: placed.map(
      ([{ id, text }, lane, isGone]): HereNote => ({ id: itemId(id), text, lane, gone: isGone }),
    ),
    lanes: lanes.map(({ id, title }) => ({ id: id as LaneId, title })),
    remarks: placed.flatMap(([note]) =>
      note.threads.flatMap((thread) =>
        [thread, ...thread.answers].map((one) => remarkOf(note, one, thread.id, thread.resolved)),
      ),
    ),
    earlier: () => [],
    ...more,
  };
}
