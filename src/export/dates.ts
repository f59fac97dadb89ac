/** Days and moments as a document tells them: in words, in the reader's time zone. */

function make(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A time zone this machine does not know. UTC is at most a day off, which is better than no date.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}

/** Formatters are costly to make (a tenth of a millisecond) and a document tells one time zone: keep one per zone. */
function teller(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (iso: string, timeZone: string) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (iso, timeZone) => {
    const time = Date.parse(iso);
    // A damaged date is told as none.
    if (Number.isNaN(time)) return '';
    const formatter = made.get(timeZone) ?? make(locale, timeZone, options);
    made.set(timeZone, formatter);
    return formatter.format(time);
  };
}

/** `23 November 2026` */
export const dayInWords = teller('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `23 November 2026 at 09:14 GMT`, for what somebody may have to prove. */
export const momentInWords = teller('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** `2026-11-23`, for file names: the Swedish way of writing dates is ISO 8601. */
export const dayInDigits = teller('sv-SE', { day: '2-digit', month: '2-digit', year: 'numeric' });
