/**
 * Whether words are being taken along from another board, to which sheet, and what this browser has to offer. What
 * does it is loaded on demand (takingOver.ts); this is the part that a panel always has.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { SheetArchive } from '../../../annotations/archive.ts';
import type { Person } from '../../../miro/people.ts';
import type { SheetId } from '../../../workshop/ids.ts';
import type { Platform } from '../platform.ts';
import type { SheetModel } from '../sheet/sheetModel.ts';
import type { DraftShelf } from '../talk/drafts.ts';

export interface TakingAlong {
  readonly flow: ReadonlySignal<TakingFlow | null>;
  begin(sheet: SheetModel, first?: SheetArchive): void;
  end(): void;
  /** What this browser keeps of this sheet of other boards; read once. */
  kept(sheet: SheetId): Promise<readonly SheetArchive[]>;
  /** Whether this person said in this browser that they want none of it. */
  declined(sheet: SheetId): boolean;
  decline(sheet: SheetId): void;
}

/** Under way: to this sheet, and from what, where that was chosen already. */
export interface TakingFlow {
  readonly sheet: SheetModel;
  readonly first: SheetArchive | null;
  readonly context: TakingContext;
}

export interface TakingContext {
  readonly me: Person;
  readonly boardId: string;
  /** ISO 8601. */
  readonly now: () => string;
  readonly reconcile: () => Promise<unknown>;
}

interface Options {
  /** Null before anything is known of the board. */
  readonly context: () => TakingContext | null;
  readonly shelf: () => Pick<DraftShelf, 'read' | 'write'> | null;
  readonly otherCopies: Platform['otherCopies'];
}

const declinedKey = (sheet: SheetId): string => `declined/${sheet}`;

export function takingAlong({ context, shelf, otherCopies }: Options): TakingAlong {
  const flow = signal<TakingFlow | null>(null);
  /** So that what was declined is not offered again by this page. */
  const changed = signal(0);
  const read = new Map<SheetId, Promise<readonly SheetArchive[]>>();
  const readKept = async (sheet: SheetId): Promise<readonly SheetArchive[]> => {
    const now = context();
    if (!now) return [];
    const [copies, { archivesOf }] = await Promise.all([
      otherCopies(now.me.id, now.boardId),
      import('./otherBoards.ts'),
    ]);
    return archivesOf(copies, sheet, { me: now.me, at: now.now() });
  };
  return {
    flow,
    begin(sheet, first) {
      const now = context();
      if (now) flow.value = { sheet, first: first ?? null, context: now };
    },
    end() {
      flow.value = null;
    },
    kept(sheet) {
      // Storage that is denied holds nothing.
      const known = read.get(sheet) ?? readKept(sheet).catch(() => []);
      read.set(sheet, known);
      return known;
    },
    declined: (sheet) => changed.value >= 0 && shelf()?.read(declinedKey(sheet)) != null,
    decline(sheet) {
      shelf()?.write(declinedKey(sheet), 'yes');
      changed.value += 1;
    },
  };
}
