/** Which questions follow: those that the general words ask for and the statement has not answered itself. */
import type { Kind, QuestionId, Rule } from './finding.ts';

export const questionOf: Readonly<Record<Rule, QuestionId>> = {
  requirement: 'use',
  direction: 'lack',
  growth: 'whom',
  influence: 'change',
  anybody: 'whom',
  praise: 'sign',
  anywhere: 'place',
  size: 'change',
  technology: 'place',
  posting: 'change',
  'nothing-own': 'place',
};

const answerOf: Readonly<Partial<Record<Kind, QuestionId>>> = {
  glossary: 'place',
  somebody: 'whom',
  thing: 'place',
  lack: 'lack',
  deed: 'change',
  aim: 'sign',
  time: 'when',
  deadline: 'when',
};

const inOrder: readonly QuestionId[] = ['place', 'lack', 'whom', 'change', 'sign', 'when'];
const most = 3;

/** One to three, each once. */
export function questionsFor(asked: readonly QuestionId[], own: readonly Kind[]): QuestionId[] {
  const answered = new Set(own.map((kind) => answerOf[kind]));
  const open = [...new Set(asked)].filter((question) => !answered.has(question));
  if (open.length > 0) return open.slice(0, most);
  // Who has answered all a little can still say more of how one would see it.
  return [inOrder.find((question) => !answered.has(question)) ?? 'sign'];
}
