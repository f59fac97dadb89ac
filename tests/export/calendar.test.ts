import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, calendarFile } from '../../src/export/calendar.ts';

const event: CalendarEvent = {
  id: 'sheet-one',
  start: '2026-12-04T09:30:00.000Z',
  minutes: 45,
  title: 'Staff Engineer: second talk',
  about: 'With Erin, Mona; open:\n3 notes \\ 2 suggestions',
  link: 'https://miro.com/app/board/uXjVK=/?moveToWidget=1',
  at: '2026-11-23T09:00:00.000Z',
};

const linesOf = (file: string | null) => (file ?? '').split('\r\n');

describe('a calendar file', () => {
  test('holds one event in UTC, with the signs escaped that mean something there', () => {
    expect(linesOf(calendarFile(event))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rolewright//Next talk//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:sheet-one@rolewright',
      'DTSTAMP:20261123T090000Z',
      'SEQUENCE:1933200',
      'DTSTART:20261204T093000Z',
      'DTEND:20261204T101500Z',
      'SUMMARY:Staff Engineer: second talk',
      'DESCRIPTION:With Erin\\, Mona\\; open:\\n3 notes \\\\ 2 suggestions',
      'URL:https://miro.com/app/board/uXjVK=/?moveToWidget=1',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('of a day ends with the next one, also over the end of a year', () => {
    const lines = linesOf(calendarFile({ ...event, start: '2026-12-31' }));
    expect(lines.filter((line) => line.startsWith('DT'))).toEqual([
      'DTSTAMP:20261123T090000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
    ]);
  });

  test('leaves out what is not there, and takes no address that is none', () => {
    const links = [null, 'not an address', 'javascript:alert(1)'];
    const lines = links.flatMap((link) => linesOf(calendarFile({ ...event, about: '', link })));
    expect(lines.filter((line) => /^(DESCRIPTION|URL)/.test(line))).toEqual([]);
  });

  test('is none where the date is none', () => {
    const starts = ['soon', '2026-02-31', '2026-13-01T09:00:00Z', ''];
    expect(starts.map((start) => calendarFile({ ...event, start }))).toEqual(starts.map(() => null));
  });

  test('outranks one whose date was set before', () => {
    const sequence = (at: string) =>
      Number(/SEQUENCE:(\d+)/.exec(calendarFile({ ...event, at }) ?? '')?.[1] ?? Number.NaN);
    expect(sequence('2026-11-23T09:00:01.000Z')).toBe(sequence(event.at) + 1);
  });

  test('has no line over 75 bytes, cuts no character, and gives every text back when unfolded', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((text) => !/\p{Cc}|[\u2028\u2029]/u.test(text));
    fc.assert(
      fc.property(words, (about) => {
        const file = calendarFile({ ...event, about }) ?? '';
        const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
        expect(file).not.toContain('\ufffd');
        const found = /DESCRIPTION:(.*)\r\n/.exec(file.replaceAll('\r\n ', ''))?.[1] ?? '';
        expect(found.replace(/\\([\\;,])/g, '$1')).toBe(about);
      }),
      { seed: 20261211, numRuns: 300 },
    );
  });
});
