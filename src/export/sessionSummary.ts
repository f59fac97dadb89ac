/**
 * What came of a session, sheet by sheet: counts of what everybody on the board can see. Who thinks what of which note
 * stays with the people of that sheet, so nothing of it is here.
 */
import { isDay } from '../annotations/nextTalk.ts';
import { cleanLine } from './cleanText.ts';
import { dayInWords } from './dates.ts';

export interface PillarSummary {
  readonly title: string;
  readonly notes: number;
  readonly agreed: number;
}

export interface SheetSummary {
  /** The engineer's name, or what the sheet is called. */
  readonly name: string;
  /** Who reviews it, by name. */
  readonly reviewers: readonly string[];
  readonly notes: number;
  readonly agreed: number;
  readonly open: number;
  /** Main columns in which there is something, of all. */
  readonly covered: number;
  readonly columns: number;
  /** Titles of those in which there is nothing. */
  readonly empty: readonly string[];
  readonly pillars: readonly PillarSummary[];
  /** Closed rounds. */
  readonly rounds: number;
  /** When its people talk next: a day, or a moment in UTC; null while nobody set it. */
  readonly next: string | null;
}

export interface SessionSummary {
  readonly title: string;
  /** When it ended, ISO 8601. */
  readonly at: string;
  readonly timeZone: string;
  readonly people: number;
  readonly sheets: readonly SheetSummary[];
  /** Themes that several sheets touch, most first; absent where nobody looked for them. */
  readonly themes?: readonly { readonly title: string; readonly sheets: number }[];
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const share = ({ agreed, notes }: Pick<SheetSummary, 'agreed' | 'notes'>): string =>
  notes === 0 ? 'no notes yet' : `${agreed} of ${notes} agreed`;

/** Empty while nobody set it. */
export const nextDay = (next: string | null, timeZone: string): string =>
  next === null ? '' : dayInWords(isDay(next) ? `${next}T12:00:00Z` : next, timeZone);

export function factsOf(sheet: SheetSummary, timeZone: string): readonly string[] {
  const { open, covered, columns, empty, next, rounds, reviewers } = sheet;
  const when = nextDay(next, timeZone);
  return [
    ...(open > 0 ? [`${counted(open, 'note', 'notes')} open`] : []),
    covered === columns ? 'every column has something' : `nothing in ${empty.map(cleanLine).join(', ')}`,
    ...(rounds > 0 ? [counted(rounds, 'round', 'rounds')] : []),
    when ? `next talk on ${when}` : 'no next date yet',
    ...(reviewers.length > 0 ? [`with ${reviewers.map(cleanLine).join(', ')}`] : []),
  ];
}

export function summaryHeading({ title, at, timeZone, people, sheets }: SessionSummary): {
  readonly title: string;
  readonly subtitle: string;
} {
  const all = sheets.reduce((sum, { notes }) => sum + notes, 0);
  const agreed = sheets.reduce((sum, one) => sum + one.agreed, 0);
  const day = dayInWords(at, timeZone);
  return {
    title: `After the session: ${cleanLine(title) || 'Staff roles'}`,
    subtitle: [
      day,
      counted(people, 'person', 'people'),
      counted(sheets.length, 'sheet', 'sheets'),
      share({ agreed, notes: all }),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  };
}

/** Signs that would be more than words at the beginning of a line, or inside one. */
const escaped = (text: string): string => cleanLine(text).replace(/[\\`*_[\]<>|#]/g, '\\$&');

export function summaryMarkdown(summary: SessionSummary): string {
  const { title, subtitle } = summaryHeading(summary);
  const rows = summary.sheets.map(
    (sheet) =>
      `- **${escaped(sheet.name)}**: ${share(sheet)} · ${factsOf(sheet, summary.timeZone).map(escaped).join(' · ')}`,
  );
  return [
    `# ${escaped(title)}`,
    '',
    escaped(subtitle),
    '',
    ...(rows.length > 0 ? rows : ['No sheets.']),
    '',
    'What each pair thinks of its notes is on their own sheet, and in its own document.',
    '',
  ].join('\n');
}
