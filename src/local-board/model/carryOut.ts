/** One command on one board: the changes it makes, or why it is refused. Nothing is changed here. */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Command } from './command.ts';
import { createItems } from './creating.ts';
import { draftOf } from './draft.ts';
import { addToFrame, removeFromFrame } from './frames.ts';
import { groupItems, ungroup } from './groups.ts';
import { type Rules, removeItems, type Scene, updateItems } from './items.ts';
import { restack } from './layers.ts';
import { mend } from './mend.ts';
import { addNode, checkSizes } from './mindmaps.ts';
import { type Refusal, Refused } from './refusal.ts';
import type { BoardState, Change, Values } from './state.ts';
import { createTag, updateTag } from './tags.ts';
import { setAppData, setMetadata, store } from './values.ts';

export interface Circumstances {
  readonly rules: Rules;
  readonly userId: string;
  readonly by: 'hand' | 'app';
  /** Origin of the app that asks; none for a hand. */
  readonly app: string | undefined;
  /** ISO 8601. */
  readonly now: string;
  newId(): string;
}

export interface Outcome {
  readonly changes: readonly Change[];
  /** Ids of the items or the tag that the command was about, in its order. */
  readonly ids: readonly string[];
  /** The values now kept, for metadata and app data. */
  readonly values?: Values;
}

/** Commands that history handles are not for here. */
export type Plain = Exclude<Command, { readonly do: 'undo' | 'redo' }>;

export function carryOut(
  state: BoardState,
  command: Plain,
  circumstances: Circumstances,
): Result<Outcome, Refusal> {
  const draft = draftOf(state);
  const scene: Scene = { draft, ...circumstances };
  try {
    const answer = perform(scene, command);
    mend(draft);
    return ok({ changes: draft.changes(), ...answer });
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal);
    throw error;
  }
}

function perform(scene: Scene, command: Plain): Omit<Outcome, 'changes'> {
  const { draft, rules } = scene;
  switch (command.do) {
    case 'create':
      return { ids: createItems(scene, command.items, command) };
    case 'update':
      return { ids: updateItems(scene, command.changes, command) };
    case 'remove':
      removeItems(scene, command.ids);
      return { ids: command.ids };
    case 'frame-add':
      addToFrame(draft, command.frame, command.item, rules.inside);
      return { ids: [command.item, command.frame] };
    case 'frame-remove':
      removeFromFrame(draft, command.frame, command.item);
      return { ids: [command.item, command.frame] };
    case 'layer':
      restack(scene, command.ids, command.to, command.target);
      return { ids: command.ids };
    case 'mindmap-add':
      addNode(draft, command.node, command.item);
      checkSizes(draft);
      return { ids: [command.item, command.node] };
    case 'group': {
      const id = scene.newId();
      groupItems(draft, command.items, id);
      return { ids: [id] };
    }
    case 'ungroup':
      return { ids: ungroup(draft, command.ids) };
    case 'tag-create':
      return { ids: [createTag(scene, command.tag)] };
    case 'tag-update':
      updateTag(scene, command.id, command.fields);
      return { ids: [command.id] };
    case 'metadata-set':
      return { ids: [command.item], values: setMetadata(scene, command) };
    case 'app-data-set':
      return { ids: [], values: setAppData(scene, command) };
    case 'store':
      store(scene, command, 'set');
      return { ids: [] };
    case 'unstore':
      store(scene, { ...command, value: undefined }, 'remove');
      return { ids: [] };
    default:
      return command satisfies never;
  }
}
