/** What a sheet says besides the template's own words. */
import { day } from './day.ts';
import type { Lane } from './lens.ts';
import type { SheetDetails } from './sheet.ts';
import type { Template } from './template.ts';

const joined = (parts: readonly string[], between: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(between);

export const titleText = (template: Template, details: SheetDetails): string =>
  details.title.trim() || template.title;

export const subtitleText = ({ team, level, engineer, createdAt }: SheetDetails): string =>
  joined([team, level, engineer, day(createdAt)], '  ·  ');

export const frameTitle = (template: Template, details: SheetDetails): string =>
  joined([titleText(template, details), details.team, details.engineer], ' · ');

export const sourceText = (template: Template): string => `Method: ${template.source.title}`;

/** Where notes are written: in the panel while they are private. */
export type Writing = 'board' | 'panel';

export const howText = (writing: Writing): string =>
  [
    'New here? Open Apps → Rolewright and say who you are.',
    writing === 'board'
      ? 'Select a note to say what you think of it. Add a sticky wherever something is missing.'
      : 'Notes are private for now: write yours in the panel.',
    'Whoever can open this board can read what is on it.',
  ].join('\n');

export const privateNotice = 'Private for now: write in the panel.';

export const promptText = (lane: Lane, writing: Writing): string =>
  writing === 'panel' ? `${lane.prompt}\n${privateNotice}` : lane.prompt;
