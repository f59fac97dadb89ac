/** Days as a document tells them: in words, in the reader's time zone, without a clock time nobody needs. */

const format = (locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) => {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A time zone this machine does not know. UTC is at most a day off, which is better than no date.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
};

function tell(iso: string, formatter: Intl.DateTimeFormat): string {
  const time = Date.parse(iso);
  // A damaged date is told as none.
  return Number.isNaN(time) ? '' : formatter.format(time);
}

/** `23 November 2026` */
export const dayInWords = (iso: string, timeZone: string): string =>
  tell(iso, format('en-GB', timeZone, { day: 'numeric', month: 'long', year: 'numeric' }));

/** `2026-11-23`, for file names: the Swedish way of writing dates is ISO 8601. */
export const dayInDigits = (iso: string, timeZone: string): string =>
  tell(iso, format('sv-SE', timeZone, { day: '2-digit', month: '2-digit', year: 'numeric' }));
