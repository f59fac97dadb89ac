/**
 * What this person has looked at in a sheet, and which notes they want to see. Kept in a document that never leaves
 * their browser (lookedDocument.ts says why). Loaded after the first paint; nothing that is shown first needs it.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Look, lookNow } from '../../../annotations/looked.ts';
import { type Looked, planMinutes, readLooked, rememberLooks } from '../../../annotations/lookedDocument.ts';
import { lookedName } from '../../../annotations/privateNames.ts';
import { disposers } from '../../../base/disposer.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { RowMark } from '../ours/asked.ts';
import type { Ours } from '../ours/ours.ts';
import { oursPart } from '../ours/oursPart.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { filterNotes, type NoteFilter, newsIn } from './noteFilters.ts';

export interface Attention {
  readonly looked: ReadonlySignal<Looked>;
  /** Which notes to show, until the panel is closed. */
  readonly chosen: Signal<NoteFilter>;
  readonly filters: ReadonlySignal<Readonly<Record<NoteFilter, ReadonlySet<ItemId>>>>;
  /** Null while all are. */
  readonly shown: ReadonlySignal<ReadonlySet<ItemId> | null>;
  /** Notes with something said since this person last looked. */
  readonly news: ReadonlySignal<ReadonlySet<ItemId>>;
  /** What make-it-ours asks, on the rows on which this person sees it: their own, or those they looked for. */
  readonly marks: ReadonlySignal<ReadonlyMap<ItemId, RowMark>>;
  /** They look at these now, as they are. */
  look(notes: Iterable<ItemId>): void;
  /** Of the next talk. */
  planMinutes(minutes: number): void;
  dispose(): void;
}

const nothing: ReadonlySet<ItemId> = new Set();
const noMarks: ReadonlyMap<ItemId, RowMark> = new Map();
const noFilters = {
  all: nothing,
  asked: nothing,
  open: nothing,
  vague: nothing,
  changed: nothing,
  unread: nothing,
  mine: nothing,
};

/** Resolves once what this browser remembers has been read. */
export async function openAttention({ sync, id: sheet, view, loaded }: SheetContext): Promise<Attention> {
  const owned = disposers();
  /** After it was discarded another one has its name. */
  const open = () => sync.openPrivate(lookedName(sheet));
  await open().loaded;
  const looked = signal(readLooked(open().doc));
  let over = false;
  const follow = (): void => {
    const { doc } = open();
    const read = (): void => {
      looked.value = readLooked(doc);
    };
    // Not at once: what is discarded leaves the disk only after this event.
    const again = (): void => void Promise.resolve().then(() => over || follow());
    read();
    doc.on('update', read);
    doc.on('destroy', again);
    owned.add(() => {
      doc.off('update', read);
      doc.off('destroy', again);
    });
  };
  follow();

  const chosen = signal<NoteFilter>('all');
  const ours = signal<Ours | null>(null);
  void loaded(oursPart).then((opened) => {
    ours.value = opened;
  });
  const filters = computed(() =>
    view.value ? filterNotes(view.value, looked.value.looks, ours.value?.vague.value ?? nothing) : noFilters,
  );
  return {
    looked,
    chosen,
    filters,
    shown: computed(() => (chosen.value === 'all' ? null : filters.value[chosen.value])),
    news: computed(() => (view.value ? newsIn(view.value, looked.value.looks) : nothing)),
    marks: computed(() => {
      const asking = chosen.value === 'vague' ? ours.value?.allMarks : ours.value?.marks;
      return asking?.value ?? noMarks;
    }),
    look(notes) {
      const now = view.peek();
      if (!now) return;
      const looks = [...notes].flatMap((id): (readonly [ItemId, Look])[] => {
        const note = now.notes.get(id);
        return note ? [[id, lookNow(note, now.talk, now.me.user)]] : [];
      });
      rememberLooks(open().doc, new Map(looks));
    },
    planMinutes: (minutes) => void planMinutes(open().doc, minutes),
    dispose() {
      over = true;
      owned.dispose();
    },
  };
}
