/**
 * What a Word document says of itself when it is saved, in a part of its own that Word and LibreOffice keep: which notes
 * it shows, where and with what words, which remarks are its comments, and what else stands in it. It has ids and signs
 * (signs.ts) only, no words.
 */
import { asOneOf, asText, field } from '../../annotations/entries.ts';

/** A suggestion that stands in the text as a change to accept or reject. */
export interface ExportedChange {
  readonly remark: string;
  readonly author: string;
  /** To the second. */
  readonly at: string;
}

export interface ExportedNote {
  readonly id: string;
  /** The lane's id; empty for a note that lies in none. */
  readonly lane: string;
  /** No longer on the board, even then. */
  readonly gone: boolean;
  /** The sign of its words as they stand in the document, changes left aside. */
  readonly words: string;
  readonly change: ExportedChange | null;
}

export interface ExportedRemark {
  readonly id: string;
  /** The sign of its comment. */
  readonly sign: string;
  readonly resolved: boolean;
}

export interface Exported {
  /** When it was saved. ISO 8601. */
  readonly at: string;
  /** In reading order. */
  readonly notes: readonly ExportedNote[];
  readonly remarks: readonly ExportedRemark[];
  /** Signs of every other paragraph, empty ones aside. */
  readonly rest: ReadonlySet<string>;
}

/** Who last saved it, as long as nobody but us has. */
export const untouched = 'Rolewright';

export const exportedName = 'urn:rolewright:exported';
/** Goes up only when an older reader would misread it. */
export const exportedVersion = 1;

/** Percent-encoded JSON: no sign of it means anything in XML, whatever an id holds. */
export function exportedXml({ at, notes, remarks, rest }: Exported): string {
  const value = {
    at,
    notes: notes.map(({ id, lane, gone, words, change }) => [
      ...[id, lane, words, gone ? 'gone' : ''],
      ...(change ? [change.remark, change.author, change.at] : []),
    ]),
    remarks: remarks.map(({ id, sign, resolved }) => [id, sign, resolved ? 'resolved' : '']),
    rest: [...rest],
  };
  const text = encodeURIComponent(JSON.stringify(value).toWellFormed());
  return `<?xml version="1.0" encoding="UTF-8"?>\n<exported xmlns="${exportedName}" version="${exportedVersion}">${text}</exported>`;
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((one) => asText(one) ?? []) : [];
const lists = (value: unknown): readonly (readonly string[])[] =>
  Array.isArray(value) ? value.map(texts) : [];

/** Entry by entry; null where it is no such text at all. */
export function exportedFrom(text: string): Exported | null {
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(text.trim()));
  } catch {
    return null; // somebody has been at it
  }
  const at = asText(field(value, 'at'));
  if (at === null) return null;
  return {
    at,
    notes: lists(field(value, 'notes')).flatMap(
      ([id, lane, words, gone, remark, author, moment]): ExportedNote[] =>
        id && lane !== undefined && words !== undefined
          ? [
              {
                ...{ id, lane, words },
                gone: asOneOf(['gone'])(gone) !== null,
                change:
                  remark !== undefined && author !== undefined && moment !== undefined
                    ? { remark, author, at: moment }
                    : null,
              },
            ]
          : [],
    ),
    remarks: lists(field(value, 'remarks')).flatMap(([id, sign, resolved]): ExportedRemark[] =>
      id && sign !== undefined ? [{ id, sign, resolved: resolved === 'resolved' }] : [],
    ),
    rest: new Set(texts(field(value, 'rest'))),
  };
}
