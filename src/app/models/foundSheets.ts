/**
 * What has become of the sheets on a board edited by hand: frames deleted, copied, or found again on a copied board.
 * It only tells and offers; nothing is changed without a click.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Json } from '../../base/json.ts';
import { type FoundSheet, findSheets, marksToRead } from '../../board/findSheets.ts';
import { itemsInFrame } from '../../board/inFrame.ts';
import type { BoardItem } from '../../board/item.ts';
import { parseRecord, recordJson, titleMarkJson } from '../../board/marker.ts';
import { BoardRefusal } from '../../board/port.ts';
import { type ItemId, type SheetId, sheetId } from '../../workshop/ids.ts';
import { titleKey } from '../../workshop/piece.ts';
import type { SheetDetails } from '../../workshop/sheet.ts';
import type { Platform } from './platform.ts';
import { templateOf, templates } from './templates.ts';

/** Marks cost a call each; a board with more strange frames than this is looked at in part. */
const mostMarks = 24;
/** Milliseconds: longer than any drop, also one that waits for Miro's limit to pass. */
const dropTakes = 5 * 60_000;

export interface FoundSheets {
  /** The frame is gone from the board, and no copy of it was seen. */
  readonly deleted: ReadonlySignal<ReadonlySet<SheetId>>;
  /** The frame is gone, but a copy of it is here, this one: as on a copied or restored board. */
  readonly refound: ReadonlySignal<ReadonlyMap<SheetId, ItemId>>;
  /** A copy lies beside its sheet. Notes in it count nowhere. */
  readonly copies: ReadonlySignal<readonly CopiedSheet[]>;
  /** Sheets of other boards, of which this one has no record: their frames were copied here. */
  readonly strangers: ReadonlySignal<readonly StrangeSheet[]>;
  /** Frames with a sheet's marks, no record and not one word of anybody: a drop that ended with its page. */
  readonly unfinished: ReadonlySignal<readonly ItemId[]>;
  /** Looks at what was read just now; reads a few marks where frames are strange. */
  look(records: ReadonlyMap<SheetId, Json>, items: readonly BoardItem[]): Promise<void>;
  /** The sheet goes on with the copy of its frame. */
  goOnWith(id: SheetId): Promise<void>;
  /** A sheet of another board goes on here, under the id it has there: so two who say it at once make one sheet. */
  settleHere(stranger: StrangeSheet): Promise<SheetId | null>;
  /** The copy becomes a sheet of its own. */
  makeOwn(copy: CopiedSheet): Promise<SheetId | null>;
  /** Takes an unfinished sheet off the board. */
  remove(frame: ItemId): Promise<void>;
  /** What has just been learned to be deleted is not offered any more. */
  forgetDeleted(): void;
  /** The copy stays what it is; it is not mentioned again by this page. */
  leave(copy: CopiedSheet): void;
}

export interface CopiedSheet {
  readonly of: SheetId;
  readonly frame: ItemId;
}

export interface StrangeSheet extends CopiedSheet {
  /** Null when its headings are those of no template that this version has. */
  readonly details: SheetDetails | null;
}

export function foundSheets({
  board,
  clock,
  newId,
  isDeleted,
}: Pick<Platform, 'board' | 'clock' | 'newId'> & {
  /** Whether its owner deleted this sheet: then what lies there is theirs to take away, and nothing unfinished. */
  readonly isDeleted: (id: SheetId) => boolean;
}): FoundSheets {
  const deleted = signal<ReadonlySet<SheetId>>(new Set());
  const refound = signal<ReadonlyMap<SheetId, ItemId>>(new Map());
  const copies = signal<readonly CopiedSheet[]>([]);
  const strangers = signal<readonly StrangeSheet[]>([]);
  const unfinished = signal<readonly ItemId[]>([]);
  const left = new Set<ItemId>();
  let seen: readonly FoundSheet[] = [];
  let all: readonly BoardItem[] = [];
  let known: ReadonlyMap<SheetId, Json> = new Map();

  /** Writes the record of a sheet whose frame has just been recognised; its headers are found by what they say. */
  const settle = async (frame: BoardItem, details: SheetDetails): Promise<void> => {
    const template = templateOf(details.template);
    if (!template) return;
    const { findAnchors } = await import('./layoutPlans.ts');
    const anchors = findAnchors(template, details, itemsInFrame(frame, all));
    await board.writeSheetRecord(details.id, recordJson({ frame: frame.id, anchors, details }));
    const title = anchors.get(titleKey);
    if (title) await board.writeMark(title, titleMarkJson(details));
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
    const { isWhole, recogniseSheet } = await import('./layoutPlans.ts');
    const blank = nothingWritten(frame);
    if (blank && !isOld(frame)) return null;
    const within = itemsInFrame(frame, all);
    const details = about ?? recogniseSheet(templates, { id: of, frame, title, items: within });
    const template = details && templateOf(details.template);
    if (blank && !(template && isWhole(template, details, within))) return 'unfinished';
    return { of, frame: frame.id, details: template ? details : null };
  };

  return {
    deleted,
    refound,
    copies,
    strangers,
    unfinished,
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
      const { runChanges } = await import('./layoutPlans.ts');
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
