/**
 * What people type about a sheet, made fit for a board: on one line, without spaces around it, and no longer than a
 * sheet can show and a record can hold (Miro gives an app 30 KB per board for all its sheets).
 */
import type { SheetDetails } from './sheet.ts';

/** Characters; forms use these as their maxlength. */
export const detailLimits = { title: 120, team: 60, level: 40, name: 60, reviewers: 8 } as const;

/** Counts whole characters, so that no emoji is cut in two. */
const line = (text: string, most: number): string =>
  [...text.replace(/\s+/g, ' ').trim()].slice(0, most).join('').trimEnd();

export const tidyDetails = (details: SheetDetails): SheetDetails => ({
  ...details,
  title: line(details.title, detailLimits.title),
  team: line(details.team, detailLimits.team),
  level: line(details.level, detailLimits.level),
  engineer: line(details.engineer, detailLimits.name),
  reviewers: details.reviewers
    .map((name) => line(name, detailLimits.name))
    .filter((name) => name !== '')
    .slice(0, detailLimits.reviewers),
});
