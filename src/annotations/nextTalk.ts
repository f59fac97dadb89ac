/** When the people of a sheet talk about it next. Any of them may set it, and the last one who did counts. */
import { type UserId, userId } from '../workshop/ids.ts';
import { plainFields } from './deskEntries.ts';
import { asNumber, asText } from './entries.ts';

export interface NextTalk {
  /** ISO 8601: a moment in UTC, or a day without a time, `2026-12-04`. */
  readonly start: string;
  /** How long it takes; of no meaning for a day. */
  readonly minutes: number;
  readonly by: UserId;
  /** When it was set, by the setter's clock. */
  readonly at: string;
}

/** As the text has it, and not the 3rd of March for the 31st of February. */
function isOn(day: string, time: number): boolean {
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** `2026-12-04` */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && isOn(text, Date.parse(`${text}T00:00:00Z`));

/** `2026-12-04T09:30:00.000Z` */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) && isOn(text.slice(0, 10), Date.parse(text));

/** Null when no date is set, undefined when what lies there can't be read. */
export function nextTalkFrom(value: unknown): NextTalk | null | undefined {
  if (value === undefined || value === null) return null;
  const fields = plainFields(value);
  const [start, by, at] = ['start', 'by', 'at'].map((key) => asText(fields.get(key)));
  const minutes = asNumber(fields.get('minutes'));
  if (!start || !(isDay(start) || isMoment(start)) || !by || at == null || minutes === null) return undefined;
  return { start, minutes, by: userId(by), at };
}
