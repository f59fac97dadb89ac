/** What comes after a session, and when: days in a calendar, counted from the day on which it ended. */

export interface Reminder {
  readonly id: string;
  readonly days: number;
  readonly title: string;
  readonly about: string;
}

export const reminders: readonly Reminder[] = [
  {
    id: 'rewrite',
    days: 3,
    title: 'Write your role on one page',
    about: 'While it is fresh: the one job, the pillars, what you need, what you will not do.',
  },
  {
    id: 'views',
    days: 7,
    title: 'Managers: a view on every note',
    about: 'With a reason wherever you would change something.',
  },
  {
    id: 'talk',
    days: 14,
    title: 'Talk about what is still open',
    about: 'Half an hour, open notes only. What changed since the last round is in Compare.',
  },
  {
    id: 'sign',
    days: 28,
    title: 'Sign the round, or name what is open',
    about: 'What is not agreed gets a name and a date.',
  },
  {
    id: 'again',
    days: 90,
    title: 'Look at the role again',
    about: 'A new round every three to six months, or when the manager, the team or the level changes.',
  },
];

const day = 24 * 60 * 60 * 1000;

/** `2026-12-04`. A reminder on a weekend would wait for Monday anyway. */
export function dayOf(reminder: Reminder, ended: string): string | null {
  const from = Date.parse(ended.slice(0, 10));
  if (Number.isNaN(from)) return null;
  const then = new Date(from + reminder.days * day);
  const weekday = then.getUTCDay();
  const later = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return new Date(then.getTime() + later * day).toISOString().slice(0, 10);
}
