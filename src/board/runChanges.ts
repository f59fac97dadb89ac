/** Carries out a plan of changes, stage by stage, and hands back how to undo what was done, however far it came. */
import type { ItemId } from '../workshop/ids.ts';
import {
  type ChangePlan,
  changesOf,
  type IntoFrame,
  inverse,
  itemChange,
  type SheetChange,
} from './changePlan.ts';
import { type Failure, failureOf, inParallel } from './inParallel.ts';
import type { BoardWriter } from './port.ts';
import { Cancelled, retrying } from './retrying.ts';
import { callsAtOnce, type RunOptions } from './runDrop.ts';

export type ChangeResult = {
  /** Undoes what was done. */
  readonly undo: ChangePlan;
  /** New items by key: anchors to keep. */
  readonly created: ReadonlyMap<string, ItemId>;
} & (
  | { readonly kind: 'done' }
  /** Stopped between two changes. */
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'failed' } & Failure)
);

type Board = Pick<BoardWriter, 'create' | 'putInFrame' | 'change' | 'remove'>;

export async function runChanges(plan: ChangePlan, board: Board, options: RunOptions): Promise<ChangeResult> {
  const { clock, signal, onProgress, parallel = callsAtOnce } = options;
  let slowed = false;
  const tell = (): void => onProgress?.({ phase: 'placing', slowed, done, total });
  const attempt = retrying(clock, (paused) => {
    if (paused === slowed) return;
    slowed = paused;
    tell();
  });
  const created = new Map<string, ItemId>();
  const stages: SheetChange[][] = [];
  const total = changesOf(plan).length;
  let done = 0;

  const apply = async (change: SheetChange): Promise<void> => {
    switch (change.kind) {
      case 'change':
        await attempt(() => board.change(change.id, itemChange(change.from, change.to)), signal);
        return;
      case 'create': {
        const { id } = await attempt(() => board.create(change.item), signal);
        created.set(change.key, id);
        if (change.frame !== null) await putIn(frameOf(change.frame), id);
        return;
      }
      case 'remove':
        await attempt(() => board.remove(change.id), signal);
    }
  };
  const frameOf = (frame: NonNullable<IntoFrame>): ItemId => {
    const id = typeof frame === 'string' ? frame : created.get(frame.key);
    if (!id) throw new Error('A frame must be made in an earlier stage than what goes into it.');
    return id;
  };
  const putIn = (frame: ItemId, id: ItemId) => attempt(() => board.putInFrame(frame, id), signal);

  try {
    for (const stage of plan.stages) {
      const finished: SheetChange[] = [];
      stages.push(finished);
      const task = (change: SheetChange) => async () => {
        // A creation that fails half-way has still put something on the board.
        if (change.kind === 'create') finished.push(change);
        await apply(change);
        if (change.kind !== 'create') finished.push(change);
        done += 1;
        tell();
      };
      await inParallel(stage.map(task), parallel);
    }
    return { kind: 'done', undo: inverse(stages, created), created };
  } catch (error) {
    const undo = inverse(stages, created);
    if (error instanceof Cancelled) return { kind: 'cancelled', undo, created };
    return { kind: 'failed', ...failureOf(error), undo, created };
  }
}
