/**
 * The date of the next talk as a calendar file (.ics, RFC 5545), which Outlook, Google and Apple all take. One event,
 * whose id is the sheet's: who imports a later date of the same sheet moves the event rather than adding a second.
 *
 * Ours rather than a package: `ics` brings a schema validator of many times this size along, and `ical-generator` half
 * a dozen time zone libraries as peers; what we need of the format is one event in UTC or of a day.
 */
import { isDay, isMoment } from '../annotations/nextTalk.ts';
import { cleanLine } from './cleanText.ts';
import { webAddress } from './webAddress.ts';

export interface CalendarEvent {
  /** Unique and lasting: the sheet's id. */
  readonly id: string;
  /** ISO 8601: a moment in UTC, or a day without a time. */
  readonly start: string;
  /** Of no meaning for a day. */
  readonly minutes: number;
  readonly title: string;
  /** Several lines if need be. */
  readonly about: string;
  /** Where the sheet is; null if there is no such address. */
  readonly link: string | null;
  /** When the date was set, ISO 8601: of two files the one set later counts. */
  readonly at: string;
}

const dayLength = 24 * 60 * 60 * 1000;

/** Null when the start is no time. */
export const calendarFile = (event: CalendarEvent): string | null => calendarOf([event]);

/** Several events in one file. Null when there is none whose start is a time; the others are left out. */
export function calendarOf(events: readonly CalendarEvent[]): string | null {
  const lines = events.flatMap((event) => eventLines(event) ?? []);
  if (lines.length === 0) return null;
  const all = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rolewright//Next talk//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...lines,
    'END:VCALENDAR',
  ];
  return all.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): readonly string[] | null {
  const times = timesOf(event);
  const address = event.link === null ? undefined : webAddress(event.link);
  const set = Date.parse(event.at);
  if (!times || Number.isNaN(set)) return null;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(cleanLine(event.id))}@rolewright`,
    `DTSTAMP:${moment(set)}`,
    // Seconds: a later date outranks an earlier one, and the number fits 31 bits until 2038 and any reader we know after.
    `SEQUENCE:${Math.max(0, Math.floor(set / 1000) - sequenceStart)}`,
    ...times,
    `SUMMARY:${escaped(cleanLine(event.title))}`,
    ...(event.about === '' ? [] : [`DESCRIPTION:${escaped(event.about)}`]),
    ...(address === undefined ? [] : [`URL:${address}`]),
    'END:VEVENT',
  ];
}

/** 1 November 2026, before which there was no such event. */
const sequenceStart = Date.UTC(2026, 10, 1) / 1000;

function timesOf({ start, minutes }: CalendarEvent): readonly string[] | null {
  if (isDay(start)) {
    const next = new Date(Date.parse(`${start}T00:00:00Z`) + dayLength).toISOString();
    // The end of a day is the day after: it is not part of the event.
    return [`DTSTART;VALUE=DATE:${digits(start)}`, `DTEND;VALUE=DATE:${digits(next.slice(0, 10))}`];
  }
  if (!isMoment(start)) return null;
  const from = Date.parse(start);
  return [`DTSTART:${moment(from)}`, `DTEND:${moment(from + Math.max(0, minutes) * 60_000)}`];
}

const digits = (text: string): string => text.replaceAll(/[-:]/g, '');
const moment = (time: number): string => `${digits(new Date(time).toISOString().slice(0, 19))}Z`;

/** RFC 5545, 3.3.11. Control signs have no place in a text, and half characters none in a file. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, ' ');

/** RFC 5545, 3.1: no line longer than 75 bytes; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let [done, length] = ['', 0];
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (length + size > 75) {
      done += '\r\n ';
      length = 1;
    }
    done += sign;
    length += size;
  }
  return done;
}
