/**
 * A file name that tells what is in it, and that every system takes: `staff-ml-engineer-credit-draft-2026-11-23.docx`.
 * Letters of any script stay as they are (all current systems take them); accents go where the letter remains.
 */
import { cleanLine } from './cleanText.ts';
import { dayInDigits } from './dates.ts';
import type { JobDescription } from './document.ts';
import { roundOf } from './wording.ts';

/** Bytes of UTF-8 for the telling part. Most systems allow 255 for the whole name; sync tools add their own. */
const mostBytes = 80;

/** Letters that do not come apart into a base and an accent. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function slug(text: string): string {
  return (
    cleanLine(text)
      .toLowerCase()
      .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter)
      .normalize('NFKD')
      // Accents on Latin, Greek and Cyrillic letters only: in other scripts marks carry vowels and meaning.
      .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '')
      .normalize('NFC')
      .replace(/['’]/g, '')
      .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
      // A mark whose letter is gone would lean on the hyphen.
      .replace(/(?<=^|-)\p{M}+/gu, '')
      .replace(/^-+|-+$/g, '')
  );
}

function shortened(text: string): string {
  const bytes = new TextEncoder();
  let kept = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    size += bytes.encode(segment).length;
    if (size > mostBytes) return kept.replace(/-[^-]{0,20}$/, '');
    kept += segment;
  }
  return kept;
}

export type Extension = 'docx' | 'pdf' | 'md' | 'html' | 'csv' | 'rolewright.json' | 'notes.json';

export interface Named {
  readonly title: string;
  readonly team: string;
  readonly timeZone: string;
  /** ISO 8601. */
  readonly at: string;
  /** Such as `draft`, `Round 2`, `annotated`. */
  readonly told: readonly string[];
}

export function fileName({ title, team, timeZone, at, told }: Named, extension: Extension): string {
  const about = [title, team].map(slug).filter((part) => part !== '');
  const name = shortened(about.join('-')) || 'job-description';
  // Windows reserves names such as `con` and `lpt1`; with something behind it none of them can arise.
  const parts = [name, ...(told.length > 0 ? told.map(slug) : ['sheet']), dayInDigits(at, timeZone)];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

/** Of a document: what it is a picture of stands in its name, and whether people's words are in it. */
export function documentName(description: JobDescription, extension: Extension): string {
  const { title, team, timeZone, status, variant } = description;
  const what = roundOf(description)?.title ?? status.kind;
  const told = variant === 'annotated' && status.kind !== 'summary' ? [what, 'annotated'] : [what];
  return fileName({ title, team, timeZone, at: status.at, told }, extension);
}
