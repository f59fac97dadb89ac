/**
 * Why each note is there: the engineer's answers to a few questions, and what others add. In the open, as the note's own
 * words are; so while views are given unseen by each other, nobody but the engineer says anything here.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { blindStep } from '../../../annotations/blindSetting.ts';
import { type Why, whysOf } from '../../../annotations/clarity/clarity.ts';
import { answerClarity, readClarity } from '../../../annotations/clarity/clarityDesk.ts';
import { introduce } from '../../../annotations/deskDocument.ts';
import type { ClarityId } from '../../../workshop/clarity/questions.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { namedDesk, readOnce } from '../sheet/readOnce.ts';

export interface Clarity {
  /** Of each note that has any, everybody's, the engineer's first. */
  readonly whys: ReadonlySignal<ReadonlyMap<ItemId, readonly Why[]>>;
  /** `later`: once views are no longer given unseen. */
  readonly mayAnswer: ReadonlySignal<'now' | 'later' | 'never'>;
  answer(note: ItemId, question: ClarityId, text: string): boolean;
  dispose(): void;
}

const readOn = readOnce(readClarity);

export function openClarity({ documents, me, view, now }: SheetContext): Clarity {
  const whys = computed(() =>
    whysOf(
      documents.sources.value.map((source) => ({ desk: namedDesk(source), clarity: readOn(source) })),
      documents.content.value.engineer,
    ),
  );
  const mayAnswer = computed((): 'now' | 'later' | 'never' => {
    const current = view.value;
    const role = current?.me.role ?? null;
    if (!current?.canWrite || role === null || role === 'facilitator') return 'never';
    if (current.me.user === current.engineer) return 'now';
    return blindStep(current.content.blind) === null ? 'now' : 'later';
  });
  return {
    whys,
    mayAnswer,
    answer(note, question, text) {
      if (mayAnswer.peek() !== 'now') return false;
      const desk = documents.myDesk();
      return introduce(desk, me.name) && answerClarity(desk, { note, question, text, at: now() });
    },
    dispose: () => undefined,
  };
}
