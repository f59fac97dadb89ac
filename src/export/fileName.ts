/**
 * A file name that tells what is in it, and that every system takes: `staff-ml-engineer-credit-draft-2026-11-23.docx`.
 * Letters of any script stay as they are (all current systems take them); accents go where the letter remains.
 */
import { cleanLine } from './cleanText.ts';
import { dayInDigits } from './dates.ts';
import type { JobDescription } from './document.ts';

/** Bytes of UTF-8 for the telling part. Most systems allow 255 for the whole name; sync tools add their own. */
const mostBytes = 120;

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

export type Extension = 'docx' | 'md' | 'rolewright.json';

export function fileName(
  description: Pick<JobDescription, 'title' | 'team' | 'timeZone'> & {
    readonly status: Pick<JobDescription['status'], 'at'>;
  },
  extension: Extension,
): string {
  const told = [description.title, description.team].map(slug).filter((part) => part !== '');
  const name = shortened(told.join('-')) || 'job-description';
  const day = dayInDigits(description.status.at, description.timeZone);
  // Windows reserves names such as `con` and `lpt1`; with `-draft` behind it none of them can arise.
  const parts = [name, 'draft', day];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}
