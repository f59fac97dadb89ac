/**
 * One real problem asked from three altitudes, as it lies on a desk, written by its owner only.
 *
 *   altitude  problem, staff, lead, senior → a line each: counts on the desk of the sheet's engineer
 *             today     → { level, at }  which of them the owner asks today: as above
 *             expected  → { level, at }  which of them the owner expects of the sheet's engineer
 *
 * A mark that was taken back is null.
 */
import type * as Y from 'yjs';
import { type AltitudeId, altitudeIds } from '../../workshop/altitude/altitudes.ts';
import { plainFields } from '../deskEntries.ts';
import { asOneOf, asText, clip, longest, put } from '../entries.ts';
import { operate } from '../schema.ts';
import type { altitudeRoots } from './roots.ts';

export const altitudeTexts = ['problem', ...altitudeIds] as const;
export type AltitudeText = (typeof altitudeTexts)[number];

export const altitudeMarks = ['today', 'expected'] as const;
export type AltitudeMark = (typeof altitudeMarks)[number];

export interface AltitudeDesk {
  readonly texts: Readonly<Record<AltitudeText, string>>;
  readonly marks: Readonly<Record<AltitudeMark, AltitudeId | null>>;
  /** Entries this version can't read. */
  readonly unknown: number;
}

const rootOf = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<unknown>('altitude' satisfies (typeof altitudeRoots)[number]);

const levelFrom = asOneOf(altitudeIds);

/** Undefined for what can't be read. */
function markFrom(value: unknown): AltitudeId | null | undefined {
  if (value === undefined || value === null) return null;
  return levelFrom(plainFields(value).get('level')) ?? undefined;
}

export function readAltitude(desk: Y.Doc): AltitudeDesk {
  const root = rootOf(desk);
  const known: readonly string[] = [...altitudeTexts, ...altitudeMarks];
  let unknown = [...root.keys()].filter((key) => !known.includes(key)).length;
  const text = (key: AltitudeText): string => {
    const value = root.get(key) ?? '';
    if (asText(value) === null) unknown += 1;
    return asText(value) ?? '';
  };
  const mark = (key: AltitudeMark): AltitudeId | null => {
    const level = markFrom(root.get(key));
    if (level === undefined) unknown += 1;
    return level ?? null;
  };
  const texts = {
    problem: text('problem'),
    staff: text('staff'),
    lead: text('lead'),
    senior: text('senior'),
  };
  return { texts, marks: { today: mark('today'), expected: mark('expected') }, unknown };
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

export const writeAltitude = (desk: Y.Doc, what: AltitudeText, words: string): boolean =>
  operate(desk, 'write-altitude', () => {
    const text = clip(words, longest.line);
    if (text !== '' || rootOf(desk).has(what)) put(rootOf(desk), what, text);
  });

/** Null takes the mark back. */
export const markAltitude = (
  desk: Y.Doc,
  what: AltitudeMark,
  mark: { readonly level: AltitudeId; readonly at: string } | null,
): boolean =>
  operate(desk, 'mark-altitude', () => {
    const root = rootOf(desk);
    if (markFrom(root.get(what)) === (mark?.level ?? null)) return;
    root.set(what, mark && { level: mark.level, at: mark.at });
  });
