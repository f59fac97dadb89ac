/** Answers to what a window asks and does not hold itself. */
import type { Answer } from '../../client/protocol.ts';
import type { Question } from '../../model/command.ts';
import { carriesMetadata } from '../../model/kinds/carriesMetadata.ts';
import type { Refusal } from '../../model/refusal.ts';
import { type BoardState, valueKey } from '../../model/state.ts';

export interface Asked {
  readonly state: BoardState;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The asker's own steps. */
  readonly history: { can(way: 'undo' | 'redo'): boolean };
}

export function answerTo(
  question: Question,
  { state, createdAt, updatedAt, history }: Asked,
): Answer | Refusal {
  switch (question.ask) {
    case 'nothing':
      return { ids: [] };
    case 'info':
      return { ids: [], values: { createdAt, updatedAt } };
    case 'metadata': {
      const item = state.items.get(question.item);
      if (!item) return { group: 'unknown-id', message: `Item not found: ${question.item}.` };
      if (!carriesMetadata(item))
        return { group: 'unsupported', message: `A ${item.type} carries no metadata.` };
      return { ids: [], values: state.metadata.get(question.item)?.get(question.app) ?? {} };
    }
    case 'app-data':
      return { ids: [], values: state.appData.get(question.app) ?? {} };
    case 'stored': {
      const found = state.stored.get(valueKey(question.app, question.collection, question.key));
      return found?.value === undefined
        ? { ids: [] }
        : { ids: [], value: found.value, version: found.version };
    }
    case 'history':
      return { ids: [], canUndo: history.can('undo'), canRedo: history.can('redo') };
    default:
      return question satisfies never;
  }
}
