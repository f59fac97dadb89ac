/**
 * Parts of a sheet's model that are loaded when something first asks for them, so that the panel opens with what its
 * first screen needs. Each lives as long as the sheet is open here. (The workshop has such parts, too.) A part is a
 * constant that says how to load it:
 *
 *   export const placePart = definePart(async () => (await import('../place.ts')).openPlace);
 *   const place = sheet.part(placePart).value; // null until it is loaded
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import type { Person } from '../../../miro/people.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { ItemId, LaneId, SheetId } from '../../../workshop/ids.ts';
import type { BoardNotes } from '../board/boardNotes.ts';
import type { MirrorKeeper } from '../board/mirrorKeeper.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import type { StepId } from '../steps/steps.ts';
import type { DraftShelf, Drafts } from '../talk/drafts.ts';
import type { Hiding } from '../talk/hiding.ts';
import type { SheetDocuments } from './sheetDocuments.ts';
import type { SheetView } from './sheetView.ts';

/** What a part may work with. */
export interface SheetContext extends Pick<Parts<SheetContext>, 'loaded' | 'part'> {
  readonly id: SheetId;
  readonly platform: Platform;
  readonly sync: Sync;
  readonly me: Person;
  readonly boardId: string;
  readonly keeper: MirrorKeeper;
  readonly documents: SheetDocuments;
  /** As this person sees the sheet; what leaves the browser is made of `shared`, never of this. */
  readonly view: ReadonlySignal<SheetView | null>;
  readonly shared: ReadonlySignal<SheetView | null>;
  readonly notes: BoardNotes;
  readonly drafts: Drafts;
  /** What this browser remembers for this person on this board. */
  readonly shelf: DraftShelf;
  /** Of every sheet on the board that has been read, this one's too. */
  sheets(): readonly SheetContext[];
  /** Where this person's words go that are not for others' eyes yet; null while they are for everybody at once. */
  hiding(): Hiding | null;
  /** ISO 8601, by this browser's clock. */
  now(): string;
  /** The sheet as the board has it at this moment; rejects with a `BoardRefusal`. */
  look(): Promise<SheetOnBoard>;
  frame(): ItemId;
  /** Where the sheet is on the board. */
  link(): string;
  tell(notice: NoticeContent): void;
  /** Does it, or tells why the board refused; `what` completes "Could not …". */
  onBoard(what: string, work: () => Promise<void>): Promise<boolean>;
  /** To the clipboard, or to a box to copy from by hand. `done` is told afterwards. */
  copy(text: string, done: string): Promise<void>;
  /** What these lanes ask in this person's panel, in the light of a step; what the step said of lanes before is over. */
  reword(step: StepId, prompts: ReadonlyMap<LaneId, string>): void;
}

export interface Disposable {
  dispose(): void;
  /** Whether it keeps words of this person that are in this browser only. */
  readonly drafted?: ReadonlySignal<boolean>;
}

/** Loads a part's code; what it gives opens the part in one sheet. */
export type Part<T extends Disposable, Context = SheetContext> = () => Promise<
  (context: Context) => T | Promise<T>
>;

/** Gives the constant its type; each is one part, told by its identity. */
export const definePart = <T extends Disposable>(load: Part<T>): Part<T> => load;

export interface Parts<Context = SheetContext> {
  /** Null until it is loaded, and again asked for by itself while it can't be. */
  part<T extends Disposable>(part: Part<T, Context>): ReadonlySignal<T | null>;
  /** For what somebody does before it is loaded: it is done then. */
  loaded<T extends Disposable>(part: Part<T, Context>): Promise<T>;
  /** Whether any of those that were opened keeps such words. */
  drafted(): boolean;
  readonly dispose: Disposer;
}

/** Milliseconds until what could not be loaded is asked for again. */
const patience = 10_000;

export function openParts<Context>(context: Context, clock: Clock): Parts<Context> {
  const owned = disposers();
  const opened = new Map<unknown, Signal<Disposable | null>>();
  let over = false;
  owned.add(() => {
    over = true;
  });

  const load = (part: Part<Disposable, Context>, into: Signal<Disposable | null>): void =>
    void part().then(
      async (open) => {
        const made = await open(context);
        // What comes too late is disposed of at once.
        owned.add(() => made.dispose());
        if (!over) into.value = made;
      },
      // Its code is not reachable now.
      () => owned.add(clock.after(patience, () => over || load(part, into))),
    );

  const signalOf = <T extends Disposable>(part: Part<T, Context>): Signal<T | null> => {
    const known = opened.get(part) ?? signal<Disposable | null>(null);
    if (!opened.has(part)) {
      opened.set(part, known);
      // Not at once: whoever asks may be in the middle of drawing.
      queueMicrotask(() => over || load(part, known));
    }
    return known as Signal<T | null>; // kept under the very constant that says what it holds
  };

  return {
    part: signalOf,
    loaded<T extends Disposable>(part: Part<T, Context>) {
      const known = signalOf(part);
      const here = known.peek();
      if (here) return Promise.resolve(here);
      return new Promise<T>((resolve) => {
        const stop = known.subscribe((value) => {
          if (!value) return;
          stop();
          resolve(value);
        });
      });
    },
    drafted: () => [...opened.values()].some((one) => one.peek()?.drafted?.peek()),
    dispose: owned.dispose,
  };
}
