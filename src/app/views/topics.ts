/** What heads the agenda of the next talk besides the notes: each step that found that people see something differently. */
import type { Topic } from '../../annotations/agenda.ts';
import type { SheetModel } from '../models/sheetModel.ts';
import { type StepId, stepTitles } from '../models/steps.ts';
import { whyNowPart } from '../models/whyNow/part.ts';

const none: readonly Topic[] = [];

/** The same for everybody who looks at the same time. */
export const topicsOf = (sheet: SheetModel): readonly Topic[] =>
  sheet.part(whyNowPart).value?.topics.value ?? none;

/** The step on whose screen it is told in full. */
export const stepOfTopic = ({ id }: Topic): StepId | null =>
  Object.hasOwn(stepTitles, id) ? (id as StepId) : null;
