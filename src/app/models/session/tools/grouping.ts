/** Putting look-alikes of a sheet together: by what is selected on the board, or by ticks in the panel. Anybody may. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  groupNotes,
  type NoteGroup,
  nameGroup,
  placesOf,
  putBack,
  readGroups,
  ungroupNotes,
} from '../../../../annotations/session/groups.ts';
import { disposers } from '../../../../base/disposer.ts';
import type { ItemId } from '../../../../workshop/ids.ts';
import type { Disposable, SheetContext } from '../../sheet/parts.ts';
import type { NoteView } from '../../sheet/sheetView.ts';
import { notesPresent } from '../../talk/whatWaits.ts';

/** Notes that count as one: those of a group, or one that stands alone. */
export interface Pile {
  /** Of the group; empty where nobody has named it, and of one that stands alone. */
  readonly name: string;
  /** In the order of the sheet; the first stands for all. */
  readonly notes: readonly NoteView[];
}

export interface Grouping extends Disposable {
  /** Each where its first note stands on the sheet. */
  readonly piles: ReadonlySignal<readonly Pile[]>;
  readonly groups: ReadonlySignal<readonly (NoteGroup & { readonly views: readonly NoteView[] })[]>;
  /** Notes in no group, in the order of the sheet. */
  readonly loose: ReadonlySignal<readonly NoteView[]>;
  /** Notes of this sheet that are selected on the board, where there are at least two. */
  readonly selected: ReadonlySignal<readonly ItemId[]>;
  /** Groups these; where some are in groups already, all of those become one. */
  group(notes: readonly ItemId[]): void;
  split(group: NoteGroup): void;
  takeOut(note: ItemId): void;
  rename(group: NoteGroup, name: string): void;
}

export function openGrouping({ shared, documents, platform, tell, now }: SheetContext): Grouping {
  const owned = disposers();
  const notes = computed(() => (shared.value ? notesPresent(shared.value) : []));
  const groups = computed(() => {
    // The document has changed when what is read of it has.
    documents.content.value;
    const all = notes.value;
    const byId = new Map(all.map((note) => [note.id, note]));
    return readGroups(
      documents.sheet,
      all.map(({ id }) => id),
    ).groups.map((group) => ({ ...group, views: group.notes.flatMap((id) => byId.get(id) ?? []) }));
  });
  const onBoard = signal<readonly ItemId[]>([]);
  owned.add(
    platform.board.onSelection((items) => {
      onBoard.value = items.map(({ id }) => id);
    }),
  );

  /** Does it, and offers to undo it. */
  const undoably = (what: readonly ItemId[], message: string, work: () => boolean): void => {
    const before = placesOf(documents.sheet, what);
    if (!work()) return;
    const after = placesOf(documents.sheet, what);
    tell({
      tone: 'info',
      message,
      action: { word: 'Undo', run: () => void putBack(documents.sheet, before, after) },
    });
  };

  return {
    groups,
    piles: computed(() => {
      const groupOf = new Map(groups.value.flatMap((group) => group.notes.map((id) => [id, group] as const)));
      return notes.value.flatMap((note): Pile[] => {
        const group = groupOf.get(note.id);
        if (!group) return [{ name: '', notes: [note] }];
        return group.notes[0] === note.id ? [{ name: group.name, notes: group.views }] : [];
      });
    }),
    loose: computed(() => {
      const grouped = new Set(groups.value.flatMap((group) => group.notes));
      return notes.value.filter(({ id }) => !grouped.has(id));
    }),
    selected: computed(() => {
      const ours = onBoard.value.filter((id) => notes.value.some((note) => note.id === id));
      return ours.length >= 2 ? ours : [];
    }),
    group(wanted) {
      const touched = groups.peek().filter((group) => group.notes.some((id) => wanted.includes(id)));
      const all = [...new Set([...touched.flatMap((group) => group.notes), ...wanted])];
      if (all.length < 2) return;
      // The first one keeps its name.
      const target = touched[0]?.id ?? platform.newId();
      undoably(all, touched.length > 1 ? 'The groups are one now.' : 'Grouped.', () =>
        groupNotes(documents.sheet, all, target),
      );
    },
    split: (group) =>
      undoably(group.notes, 'The group is taken apart.', () => ungroupNotes(documents.sheet, group.notes)),
    takeOut: (note) => undoably([note], 'Taken out.', () => ungroupNotes(documents.sheet, [note])),
    rename: (group, name) => void nameGroup(documents.sheet, group.id, name, now()),
    dispose: owned.dispose,
  };
}
