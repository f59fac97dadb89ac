/** Walking through what is open on a sheet, one note after another, with minutes; parking some for later. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { parkNote, readWalk, walkTo } from '../../../../annotations/session/walk.ts';
import type { ItemId } from '../../../../workshop/ids.ts';
import { agendaFor } from '../../agenda/agendaWords.ts';
import type { Disposable, SheetContext } from '../../sheet/parts.ts';
import type { NoteView } from '../../sheet/sheetView.ts';
import { openIn } from '../../talk/whatWaits.ts';

export interface WalkItem {
  readonly note: NoteView;
  /** What was put together with it: talked about with it. */
  readonly like: readonly NoteView[];
  /** Dots it got. */
  readonly dots: number;
  /** How long to talk about it; 0 where the time does not reach. */
  readonly minutes: number;
}

export interface Walking extends Disposable {
  /** What is to be talked about, in its order. `groups`: look-alikes that were put together, talked about as one. */
  items(
    minutes: number,
    dots: ReadonlyMap<ItemId, number>,
    groups?: readonly (readonly ItemId[])[],
  ): readonly WalkItem[];
  readonly now: ReadonlySignal<ItemId | null>;
  readonly parked: ReadonlySignal<readonly NoteView[]>;
  go(note: ItemId | null): void;
  park(note: ItemId, parked: boolean): void;
}

export function openWalking({ shared, documents, now }: SheetContext): Walking {
  const walk = computed(() => {
    documents.content.value;
    return readWalk(documents.sheet);
  });
  return {
    items(minutes, dots, groups = []) {
      const view = shared.value;
      if (!view) return [];
      const { parked } = walk.value;
      const open = openIn(view);
      // What people gave dots to comes first, agreed or not: they asked for it.
      const wanted = [...dots].flatMap(([id]) => view.notes.get(id) ?? []);
      const found = [...new Set([...wanted, ...open])].filter(
        ({ id, place }) => place !== 'gone' && !parked.has(id),
      );
      // Of a group the one that comes first stands for all.
      const groupOf = (id: ItemId) => groups.find((group) => group.includes(id)) ?? [id];
      const all = found.filter(({ id }) => found.find((one) => groupOf(id).includes(one.id))?.id === id);
      const shares = new Map(
        agendaFor(view, minutes).items.flatMap((item) =>
          item.kind === 'note' ? [[item.note.id, item.minutes] as const] : [],
        ),
      );
      const even = all.length > 0 ? Math.floor(minutes / all.length) : 0;
      return all.map((note) => ({
        note,
        like: groupOf(note.id).flatMap((id) => (id === note.id ? [] : (view.notes.get(id) ?? []))),
        dots: dots.get(note.id) ?? 0,
        minutes: dots.size > 0 ? even : (shares.get(note.id) ?? 0),
      }));
    },
    now: computed(() => walk.value.now),
    parked: computed(() => {
      const view = shared.value;
      return [...walk.value.parked].flatMap((id) => view?.notes.get(id) ?? []);
    }),
    go: (note) => void walkTo(documents.sheet, note, now()),
    park: (note, parked) => void parkNote(documents.sheet, note, parked),
    dispose: () => undefined,
  };
}
