/** Each person's steps back and forth, in memory: they end with the server, as they do when Miro's page is reloaded. */
import type { Step } from '../../model/history.ts';

const mostSteps = 200;
/** Steps this close together that are about the same items are one: a drag, a word being typed. Milliseconds. */
const oneGesture = 700;

interface Origin {
  readonly at: number;
  /** Window, kind of actor and kind of command. */
  readonly from: string;
  /**
   * The items it was about. What it touches besides may differ from step to step: the frames that a note leaves and
   * enters, the rest of a mind map that makes room.
   */
  readonly ids: readonly string[];
}

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** What a move changes; a node of a mind map also changes sides. */
const places = ['x', 'y', 'width', 'height', 'direction', 'parentId', 'childrenIds'];

const marks = ['modifiedAt', 'modifiedBy'];

/** What a step is to the hand that made it: a move, or a change to these properties. */
function kindOf(step: Step): string {
  const changed = new Set<string>();
  for (const { before, after } of step.items.values()) {
    const was = new Map(Object.entries(before ?? {}));
    for (const [key, value] of Object.entries(after ?? {}))
      if (JSON.stringify(was.get(key)) !== JSON.stringify(value)) changed.add(key);
  }
  // A size that follows from new words is part of the writing.
  const own = [...changed].filter((key) => !marks.includes(key) && !places.includes(key));
  return own.length === 0 ? 'move' : own.toSorted().join();
}

/** A drag right after typing is another gesture, however quick the hand; and each tag is put on by itself. */
const isOneGesture = (a: Step, b: Step): boolean => kindOf(a) === kindOf(b) && kindOf(a) !== 'tagIds';

/** From before the first to after the second. */
const joined = (first: Step, second: Step): Step => ({
  ...second,
  items: new Map([
    ...first.items,
    ...[...second.items].map(([id, touched]) => {
      const earlier = first.items.get(id);
      return [id, earlier ? { ...touched, before: earlier.before, layer: earlier.layer } : touched] as const;
    }),
  ]),
});

export function createHistories() {
  const people = new Map<string, ReturnType<typeof history>>();
  return {
    of(userId: string) {
      const found = people.get(userId) ?? history();
      people.set(userId, found);
      return found;
    },
  };
}

function history() {
  const stacks = { undo: [] as Step[], redo: [] as Step[] };
  let last: Origin | undefined;
  return {
    did(step: Step, origin: Origin): void {
      const top = stacks.undo.at(-1);
      const goesOn =
        origin.from.endsWith('hand update') &&
        last?.from === origin.from &&
        sameItems(last.ids, origin.ids) &&
        origin.at - last.at < oneGesture;
      if (top && goesOn && isOneGesture(top, step)) stacks.undo[stacks.undo.length - 1] = joined(top, step);
      else stacks.undo.push(step);
      if (stacks.undo.length > mostSteps) stacks.undo.shift();
      stacks.redo.length = 0;
      last = origin;
    },
    can: (way: 'undo' | 'redo'): boolean => stacks[way].length > 0,
    take(way: 'undo' | 'redo'): Step | undefined {
      last = undefined;
      return stacks[way].pop();
    },
    /** A step was taken; `back` leads the other way. */
    took(way: 'undo' | 'redo', back: Step): void {
      stacks[way === 'undo' ? 'redo' : 'undo'].push(back);
    },
  };
}
