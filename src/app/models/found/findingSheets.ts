/** Finds out what has become of sheets, by reading a few marks, and does what people answer. Loaded on demand. */
import type { Json } from '../../../base/json.ts';
import { type FoundSheet, findSheets, marksToRead } from '../../../board/findSheets.ts';
import { itemsInFrame } from '../../../board/inFrame.ts';
import type { BoardItem } from '../../../board/item.ts';
import { parseRecord } from '../../../board/marker.ts';
import { titleMarkJson } from '../../../board/marks.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { recordJson } from '../../../board/recordJson.ts';
import { type ItemId, type SheetId, sheetId } from '../../../workshop/ids.ts';
import { titleKey } from '../../../workshop/piece.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import { learnAll } from '../templates/moreTemplates.ts';
import { templateOf, templates } from '../templates/templates.ts';
import type { Finding, FindingOptions, FoundSignals, StrangeSheet } from './found.ts';

/** Marks cost a call each; a board with more strange frames than this is looked at in part. */
const mostMarks = 24;
/** Milliseconds: longer than any drop, also one that waits for Miro's limit to pass. */
const dropTakes = 5 * 60_000;

export function findingSheets(
  { board, clock, newId, isDeleted }: FindingOptions,
  { deleted, refound, copies, strangers, unfinished }: FoundSignals,
): Finding {
  const left = new Set<ItemId>();
  let seen: readonly FoundSheet[] = [];
  let all: readonly BoardItem[] = [];
  let known: ReadonlyMap<SheetId, Json> = new Map();

  /** Writes the record of a sheet whose frame has just been recognised; its headers are found by what they say. */
  const settle = async (frame: BoardItem, details: SheetDetails): Promise<void> => {
    const template = templateOf(details.template);
    if (!template) return;
    const { findAnchors } = await import('../layout/layoutPlans.ts');
    const anchors = findAnchors(template, details, itemsInFrame(frame, all));
    await board.writeSheetRecord(details.id, recordJson({ frame: frame.id, anchors, details }));
    const title = anchors.get(titleKey);
    // The copied title has a mark already; what it adds, another look finds out again.
    if (title) await board.writeMark(title, titleMarkJson(details)).catch(() => undefined);
  };

  const nothingWritten = (frame: BoardItem): boolean =>
    itemsInFrame(frame, all).every(({ kind, text }) => kind !== 'sticky' || text.trim() === '');
  /** Somebody may be putting it there at this moment. */
  const isOld = (frame: BoardItem): boolean =>
    [frame, ...itemsInFrame(frame, all)].every(
      ({ modifiedAt }) => !(clock.now() - Date.parse(modifiedAt) < dropTakes),
    );

  type Copy = Extract<FoundSheet, { kind: 'copy' }>;
  /** What became of a frame with marks of a sheet that has no record here. */
  const judge = async ({ of, frame, about, title }: Copy): Promise<StrangeSheet | 'unfinished' | null> => {
    const { isWhole, recogniseSheet } = await import('../layout/layoutPlans.ts');
    // Without a team's own, its sheets here can't be told; the next look tries again.
    await learnAll(board).catch(() => undefined);
    const blank = nothingWritten(frame);
    if (blank && !isOld(frame)) return null;
    const within = itemsInFrame(frame, all);
    const details = about ?? recogniseSheet(templates(), { id: of, frame, title, items: within });
    const template = details && templateOf(details.template);
    if (blank && !(template && isWhole(template, details, within))) return 'unfinished';
    return { of, frame: frame.id, details: template ? details : null };
  };

  return {
    async look(records, items) {
      known = records;
      all = items;
      const marks = new Map<ItemId, Json | undefined>();
      for (const id of marksToRead(records, items).slice(0, mostMarks)) {
        // A mark that can't be read only means that a copy is not recognised this time.
        marks.set(id, await board.readMark(id).catch(() => undefined));
      }
      seen = findSheets(records, items, marks);
      deleted.value = new Set(seen.flatMap((one) => (one.kind === 'deleted' ? [one.record.details.id] : [])));
      refound.value = new Map(
        seen.flatMap((one) => (one.kind === 'refound' ? [[one.record.details.id, one.frame.id]] : [])),
      );
      const copied = seen.filter((one) => one.kind === 'copy');
      copies.value = copied.flatMap(({ of, frame }) =>
        records.has(of) && !left.has(frame.id) ? [{ of, frame: frame.id }] : [],
      );
      const foreign: StrangeSheet[] = [];
      const half: ItemId[] = [];
      for (const copy of copied) {
        if (records.has(copy.of) || isDeleted(copy.of)) continue;
        const judged = await judge(copy);
        if (judged === 'unfinished') half.push(copy.frame.id);
        else if (judged && !left.has(copy.frame.id)) foreign.push(judged);
      }
      strangers.value = foreign;
      unfinished.value = half;
    },
    async goOnWith(id) {
      const found = seen.find((one) => one.kind === 'refound' && one.record.details.id === id);
      if (found?.kind === 'refound') await settle(found.frame, found.record.details);
    },
    async settleHere({ of, frame: id, details }) {
      const frame = all.find((item) => item.id === id);
      if (!frame || !details) return null;
      await settle(frame, details);
      return of;
    },
    async makeOwn(copy) {
      const frame = all.find(({ id }) => id === copy.frame);
      const json = known.get(copy.of);
      const record = json === undefined ? null : parseRecord(copy.of, json);
      if (!frame || !record?.ok) return null;
      const details = {
        ...record.value.details,
        id: sheetId(newId()),
        createdAt: new Date(clock.now()).toISOString(),
      };
      await settle(frame, details);
      return details.id;
    },
    async remove(id) {
      const frame = all.find((item) => item.id === id);
      // Looked at once more: nothing that somebody has written on since is ever taken away.
      if (!frame || !unfinished.value.includes(id) || !nothingWritten(frame)) return;
      const { runChanges } = await import('../layout/layoutPlans.ts');
      const removal = (item: BoardItem) =>
        ({ kind: 'remove', id: item.id, what: item.text, restores: null }) as const;
      const stages = [itemsInFrame(frame, all).map(removal), [removal(frame)]];
      const result = await runChanges({ stages }, board, { clock });
      if (result.kind === 'failed') throw new BoardRefusal(result.reason, result.message);
    },
    forgetDeleted() {
      strangers.value = strangers.value.filter(({ of }) => !isDeleted(of));
      unfinished.value = unfinished.value.filter((id) =>
        seen.every((one) => one.kind !== 'copy' || one.frame.id !== id || !isDeleted(one.of)),
      );
    },
    leave(copy) {
      left.add(copy.frame);
      strangers.value = strangers.value.filter(({ frame }) => frame !== copy.frame);
      copies.value = copies.value.filter(({ frame }) => frame !== copy.frame);
    },
  };
}
