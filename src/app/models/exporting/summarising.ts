/** Sheets in counts, of what everybody on the board can see; for a session and for the Export place alike. */
import { roundsOf } from '../../../annotations/numberedRounds.ts';
import type { SessionSummary, SheetSummary } from '../../../export/sessionSummary.ts';
import { findThemes } from '../../../workshop/themes/findThemes.ts';
import { sharedThemes } from '../session/sharedThemes.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { openIn } from '../talk/whatWaits.ts';

export function sheetSummaryOf(
  view: SheetView,
  { name, reviewers }: Pick<SheetSummary, 'name' | 'reviewers'>,
): SheetSummary {
  const main = view.columns.filter(({ column }) => column.place === 'main');
  const empty = main.filter(({ total }) => total === 0).map(({ column }) => column.title);
  const lanes = view.columns.flatMap((column) => column.lanes);
  return {
    ...{ name, reviewers, notes: view.total, agreed: view.agreed, open: openIn(view).length },
    ...{ covered: main.length - empty.length, columns: main.length, empty },
    pillars: view.template.pillars.map(({ id, title }) => {
      const notes = lanes.flatMap(({ lane, notes: own }) => (lane.pillar === id ? own : []));
      return { title, notes: notes.length, agreed: notes.filter(({ state }) => state === 'agreed').length };
    }),
    rounds: roundsOf(view.content.closings).length,
    next: view.content.next?.start ?? null,
  };
}

/** Of sheets that somebody chose: named by their engineers, with those who review them. */
export function summaryOf(
  views: readonly SheetView[],
  { at, timeZone }: Pick<SessionSummary, 'at' | 'timeZone'>,
): SessionSummary {
  const titles = new Set(views.map(({ details }) => details.title.trim()));
  const [title = ''] = titles;
  return {
    ...{ title: titles.size === 1 ? title : '', at, timeZone },
    people: new Set(views.flatMap(({ participants }) => participants.map(({ user }) => user))).size,
    sheets: views.map((view) =>
      sheetSummaryOf(view, {
        name: titles.size === 1 && view.details.engineer.trim() ? view.details.engineer : view.label,
        reviewers: view.details.reviewers,
      }),
    ),
    themes: sharedThemes(views, (text) => [...findThemes(text).keys()]),
  };
}
