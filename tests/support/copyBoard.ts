/** Copies boards and frames in memory as Miro does: every item under a new id, with its metadata; app data on request. */
import { type ItemId, itemId } from '../../src/workshop/ids.ts';
import { stickyColours } from '../../src/workshop/stickyColour.ts';
import type { FakeBoard } from './fakeBoard.ts';

/** Its frames with everything in them. `records`: a whole board brings its app data along, a pasted frame does not. */
export async function copyBoard(
  from: FakeBoard,
  to: FakeBoard,
  { records }: { readonly records: boolean },
): Promise<ReadonlyMap<ItemId, ItemId>> {
  const ids = new Map<ItemId, ItemId>();
  const look = { size: 20 };
  // Fake boards all count from one; a copy's ids are its own.
  for (let n = 0; n <= from.items.size; n += 1) {
    const { id } = await to.create({
      kind: 'frame',
      box: { x: 0, y: 0, width: 100, height: 100 },
      title: '',
    });
    to.take(id);
  }
  for (const { id, kind, box, text, colour } of [...from.items.values()]) {
    const made = await to.create(
      kind === 'frame'
        ? { kind, box, title: text }
        : kind === 'sticky'
          ? { kind, box, text, colour: stickyColours.find((known) => known === colour) ?? 'cyan' }
          : kind === 'text'
            ? { kind, box, text, look }
            : { kind: 'shape', box, text, look, shape: 'rectangle', fill: '#ffffff' },
    );
    ids.set(id, made.id);
  }
  for (const { id, frame, modifiedAt, modifiedBy } of from.items.values()) {
    const copy = ids.get(id) ?? itemId('');
    const parent = frame && ids.get(frame);
    if (parent) await to.putInFrame(parent, copy);
    to.edit(copy, { modifiedAt, modifiedBy });
    const mark = from.marks.get(id);
    if (mark) await to.writeMark(copy, mark);
  }
  if (records) for (const [id, record] of from.records) await to.writeSheetRecord(id, record);
  return ids;
}
