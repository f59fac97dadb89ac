/** What heads the agenda of the next talk besides the notes: each step that found that people see something differently. */
import { useMemo } from 'preact/hooks';
import type { Topic } from '../../../annotations/agenda.ts';
import { altitudePart } from '../../models/altitude/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { type StepId, stepTitles } from '../../models/steps/steps.ts';
import { whyNowPart } from '../../models/whyNow/part.ts';

const none: readonly Topic[] = [];

/** The same for everybody who looks at the same time. Why the role is there comes before what it asks. */
export function useTopics(sheet: SheetModel): readonly Topic[] {
  const whyNow = sheet.part(whyNowPart).value?.topics.value ?? none;
  const altitude = sheet.part(altitudePart).value?.topics.value ?? none;
  return useMemo(() => [...whyNow, ...altitude], [whyNow, altitude]);
}

/** The step on whose screen it is told in full. */
export const stepOfTopic = ({ id }: Topic): StepId | null =>
  Object.hasOwn(stepTitles, id) ? (id as StepId) : null;
