/** Words for what a stage says of itself. */
import type { AuthorDisplay, Format, StagePlace, StageTool } from '../../../workshop/stage.ts';

export const placeWords: Record<StagePlace, string> = {
  write: 'Write',
  talk: 'Talk',
  compare: 'Compare',
  export: 'Export',
};

export const formatWords: Record<Format, { readonly title: string; readonly meaning: string }> = {
  pair: { title: 'A pair', meaning: 'One engineer and their manager' },
  cohort: { title: 'A cohort', meaning: 'Several engineers, in threes; managers join' },
  solo: { title: 'Alone', meaning: 'A first draft, to show later' },
};

export const authorWords: Record<AuthorDisplay, string> = {
  named: 'Notes show who wrote them',
  role: 'Notes show the writer’s role only',
  hidden: 'Notes don’t show who wrote them',
};

export const minutesWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`);

export const toolWords: Record<StageTool, { readonly title: string; readonly action: string }> = {
  group: { title: 'Group look-alikes', action: 'Group' },
  dots: { title: 'Give dots', action: 'Give dots' },
  walk: { title: 'Walk through', action: 'Walk through' },
};
