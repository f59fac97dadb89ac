/** The sheets on this board by the board's records, and which of them the panel shows. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Json } from '../../../base/json.ts';
import type { ItemId, SheetId } from '../../../workshop/ids.ts';
import type { NoticeContent } from '../notice.ts';
import { readSheetEntries, type SheetEntry } from './sheetEntries.ts';
import type { SheetModel } from './sheetModel.ts';

export interface SheetList {
  /** Newest first. */
  readonly entries: ReadonlySignal<readonly SheetEntry[]>;
  /** The sheet that the panel shows. */
  readonly current: ReadonlySignal<SheetModel | null>;
  /** Every sheet on the list as a model. */
  models(): readonly SheetModel[];
  /** These items are on the board now. */
  seen(items: ReadonlySet<ItemId>): void;
  /** Their frames, as far as is known. */
  frames(): ReadonlySet<ItemId>;
  choose(id: SheetId): void;
  /** What the board says now. Where nothing is chosen yet, or the chosen one is gone, the best one is. */
  take(records: ReadonlyMap<SheetId, Json>): void;
  /** These sheets are deleted: they leave the list and never come back to it. */
  drop(ids: ReadonlySet<SheetId>): void;
  /** A sheet that was just dropped here. */
  add(id: SheetId, record: Json): SheetModel | null;
  dispose(): void;
}

interface Options {
  /** Null before it is known who is here. */
  readonly open: (entry: SheetEntry) => SheetModel | null;
  /** Sheets in which this person has spoken come first. */
  readonly spokenIn: () => ReadonlySet<SheetId>;
  /** Wished for by the page's address. */
  readonly first: string | undefined;
  readonly tell: (notice: NoticeContent) => void;
}

const unreadableWords = (count: number, damaged: number): string =>
  damaged === count
    ? `The app's entry for ${count === 1 ? 'a sheet' : `${count} sheets`} on this board is damaged, so it can't be opened here. Its notes are still on the board: start a new sheet and move them into it.`
    : `${count === 1 ? 'One sheet' : `${count} sheets`} on this board can't be read by this version. Reload the board to get the newest one.`;

export function sheetList({ open, spokenIn, first, tell }: Options): SheetList {
  const entries = signal<readonly SheetEntry[]>([]);
  const chosen = signal<SheetId | null>(null);
  const opened = new Map<SheetId, SheetModel>();
  const dropped = new Set<SheetId>();

  const modelOf = (entry: SheetEntry): SheetModel | null => {
    const model = opened.get(entry.id) ?? open(entry);
    if (model) opened.set(entry.id, model);
    return model;
  };
  const current = computed(() => {
    const entry = entries.value.find(({ id }) => id === chosen.value);
    return entry ? modelOf(entry) : null;
  });
  const best = (): SheetId | null => {
    const wished = entries.value.find(({ id }) => id === first);
    const mine = entries.value.find(({ id }) => spokenIn().has(id));
    return (wished ?? mine ?? entries.value[0])?.id ?? null;
  };

  return {
    entries,
    current,
    models: () => [...opened.values()],
    seen(items) {
      for (const { id, place } of entries.value) if (items.has(place.frame)) opened.get(id)?.recordHolds();
    },
    frames: () =>
      new Set(entries.value.map(({ id, place }) => opened.get(id)?.view.value?.content.frame ?? place.frame)),
    choose(id) {
      chosen.value = id;
    },
    take(records) {
      const read = readSheetEntries(new Map([...records].filter(([id]) => !dropped.has(id))));
      if (read.unreadable > 0)
        tell({ tone: 'warn', message: unreadableWords(read.unreadable, read.damaged) });
      entries.value = read.entries;
      read.entries.forEach(modelOf);
      if (!read.entries.some(({ id }) => id === chosen.value)) chosen.value = best();
    },
    drop(ids) {
      for (const id of ids) dropped.add(id);
      entries.value = entries.value.filter(({ id }) => !ids.has(id));
      if (chosen.value !== null && ids.has(chosen.value)) chosen.value = best();
      for (const id of ids) {
        opened.get(id)?.dispose();
        opened.delete(id);
      }
    },
    add(id, record) {
      const [entry] = readSheetEntries(new Map([[id, record]])).entries;
      if (!entry) return null;
      entries.value = [entry, ...entries.value.filter((other) => other.id !== id)];
      chosen.value = id;
      return modelOf(entry);
    },
    dispose() {
      for (const model of opened.values()) model.dispose();
    },
  };
}
