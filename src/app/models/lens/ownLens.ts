/**
 * By which lens this person sees the notes in their panel: the same notes, in the columns of the other lens. It changes
 * nothing for anybody else and nothing on the board.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { meter } from '../../../annotations/agreement.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import type { Lens } from '../../../workshop/sheet.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { ColumnView, SheetView } from '../sheet/sheetView.ts';

export interface OwnLens {
  readonly lens: ReadonlySignal<Lens>;
  /** Null where it is as on the board. */
  readonly columns: ReadonlySignal<readonly ColumnView[] | null>;
  choose(lens: Lens): void;
  dispose(): void;
}

export function openOwnLens({ view }: Pick<SheetContext, 'view'>): OwnLens {
  const chosen = signal<Lens | null>(null);
  const onBoard = computed(() => view.value?.details.lens ?? null);
  // Laid out anew, the board is what people look at, and the panel goes along.
  const dispose = onBoard.subscribe(() => {
    chosen.value = null;
  });
  const lens = computed(() => chosen.value ?? onBoard.value ?? 'pillars');
  return {
    lens,
    columns: computed(() => {
      const now = view.value;
      return now && lens.value !== now.details.lens ? columnsBy(now, lens.value) : null;
    }),
    choose(wanted) {
      chosen.value = wanted === onBoard.peek() ? null : wanted;
    },
    dispose,
  };
}

export function columnsBy({ columns, template, talk }: SheetView, lens: Lens): readonly ColumnView[] {
  const notes = new Map(columns.flatMap(({ lanes }) => lanes.map(({ lane, notes }) => [lane.id, notes])));
  const groups = sheetColumns(template, lens).map((column) => ({
    column,
    lanes: column.lanes.map((lane) => ({ lane, notes: notes.get(lane.id) ?? [] })),
  }));
  const figures = meter(
    groups.map(({ lanes }) => ({ key: null, notes: lanes.flatMap((lane) => lane.notes) })),
    talk,
  );
  return groups.map((group, index) => ({
    ...group,
    agreed: figures.groups[index]?.agreed ?? 0,
    total: figures.groups[index]?.total ?? 0,
  }));
}
