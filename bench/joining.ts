/** What it costs to come back to one's own sheet: every SDK call of the whole app, in both of its pages. */
import { joinOwnSheet } from './support/joining.ts';

export async function bench() {
  const { untilShown, calls, credits } = await joinOwnSheet();
  const all = Object.values(calls).reduce((sum, count) => sum + count, 0);
  return {
    title:
      'Coming back to one’s own sheet of three, in a browser that was never here: calls of the whole app',
    columns: ['what', 'calls', 'goal'],
    rows: [
      ['until the panel shows all of it', untilShown, '≤ 15'],
      ['in the first twenty seconds', all, ''],
      ...Object.entries(calls).map(([name, count]) => [`  ${name}`, count, '']),
    ],
    note: `From the board’s opening: the headless page, the icon, the panel. ${credits} credits in all. Subscriptions are free here, since Miro names no cost for them.`,
  };
}
