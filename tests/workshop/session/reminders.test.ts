/** What comes after a session, in a calendar. */
import { expect, test } from 'vitest';
import { calendarOf } from '../../../src/export/calendar.ts';
import { dayOf, reminders } from '../../../src/workshop/session/reminders.ts';

test('reminders fall on working days, in their order', () => {
  // A Friday: three days later is a Monday, and no weekend is hit.
  for (const ended of ['2026-11-20T15:30:00.000Z', '2026-11-18T09:00:00.000Z', '2026-02-27T22:00:00.000Z']) {
    const days = reminders.map((one) => dayOf(one, ended) ?? '');
    expect(days).toEqual(days.toSorted());
    for (const day of days) expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
  }
  const [first] = reminders;
  expect(first && [dayOf(first, '2026-11-20T15:30:00.000Z'), dayOf(first, 'yesterday')]).toEqual([
    '2026-11-23',
    null,
  ]);
});

test('several events are one file; what is no time is left out', () => {
  const event = {
    id: 'a',
    start: '2026-11-23',
    minutes: 0,
    title: 'One',
    about: '',
    link: null,
    at: '2026-11-20T15:30:00.000Z',
  };
  const text =
    calendarOf([event, { ...event, id: 'b', title: 'Two' }, { ...event, id: 'c', start: 'soon' }]) ?? '';
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect([text.match(/BEGIN:VCALENDAR/g)?.length, text.endsWith('END:VCALENDAR\r\n')]).toEqual([1, true]);
  expect(new Set(text.match(/UID:.*/g)).size).toBe(2);
  expect([calendarOf([]), calendarOf([{ ...event, start: 'soon' }])]).toEqual([null, null]);
});
