/**
 * A table whose entries are followed one by one: whoever reads an entry in a view, an effect or a computed value is
 * told when that entry changes, and of no other. So a change costs as much as it has readers, however large the table.
 */
import { batch, type Signal, signal } from '@preact/signals';

export interface Cells<T> {
  get(id: string): T | undefined;
  /** Followed too, but not told of changes to an entry that stays. */
  has(id: string): boolean;
  readonly size: number;
  ids(): readonly string[];
}

export interface WritableCells<T> extends Cells<T> {
  /** Undefined takes the entry away. */
  set(id: string, value: T | undefined): void;
}

export function createCells<T>(): WritableCells<T> {
  const cells = new Map<string, Signal<T | undefined>>();
  /** Rises when entries come or go. */
  const comings = signal(0);
  return {
    get(id) {
      const cell = cells.get(id);
      if (cell) return cell.value;
      // Whoever asks for what is not there learns when it comes.
      void comings.value;
      return undefined;
    },
    has(id) {
      void comings.value;
      return cells.has(id);
    },
    get size() {
      void comings.value;
      return cells.size;
    },
    ids() {
      void comings.value;
      return [...cells.keys()];
    },
    set(id, value) {
      const cell = cells.get(id);
      if (cell && value !== undefined) {
        cell.value = value;
      } else if (cell) {
        batch(() => {
          cells.delete(id);
          cell.value = undefined;
          comings.value = comings.peek() + 1;
        });
      } else if (value !== undefined) {
        cells.set(id, signal<T | undefined>(value));
        comings.value = comings.peek() + 1;
      }
    },
  };
}

/** Entries that lie over others (what is being dragged, what is on its way): a Map that tells which entry changed. */
export interface Overlay<T> {
  readonly size: number;
  get(id: string): T | undefined;
  has(id: string): boolean;
  keys(): Iterable<string>;
  set(id: string, value: T): void;
  delete(id: string): void;
}

export function createOverlay<T>(changed: (id: string) => void): Overlay<T> {
  const entries = new Map<string, T>();
  return {
    get size() {
      return entries.size;
    },
    get: (id) => entries.get(id),
    has: (id) => entries.has(id),
    keys: () => [...entries.keys()],
    set(id, value) {
      entries.set(id, value);
      changed(id);
    },
    delete(id) {
      if (entries.delete(id)) changed(id);
    },
  };
}
