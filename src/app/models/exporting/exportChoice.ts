/** What somebody takes away: which format, of which moment, with what in it. Kept in the browser for the next time. */
import { asOneOf, asText, field } from '../../../annotations/entries.ts';
import { type Hash, hashFrom } from '../../../annotations/sha256.ts';
import {
  type Chapter,
  chapters,
  type Paper,
  papers,
  type Variant,
  variants,
} from '../../../export/choice.ts';
import { formats } from '../../../export/write.ts';

/** `json` is everything in the sheet; the others are documents. */
export const exportFormats = [...formats, 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportChoice {
  readonly format: ExportFormat;
  /** The sheet as it is now, or a closed round. */
  readonly moment: 'now' | Hash;
  readonly variant: Variant;
  /** What is left out; so that what comes in a later version is in it. */
  readonly without: readonly Chapter[];
  readonly paper: Paper;
  readonly withFrontMatter: boolean;
  readonly withBom: boolean;
}

export const usualChoice: ExportChoice = {
  format: 'word',
  moment: 'now',
  variant: 'annotated',
  without: [],
  paper: 'a4',
  withFrontMatter: false,
  withBom: false,
};

/** A table has a row for each note, and so no parts that could be left out. */
export const chaptersIn = ({ format, without }: ExportChoice): readonly Chapter[] =>
  format === 'csv' ? chapters : chapters.filter((chapter) => !without.includes(chapter));

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null; // nothing of ours
  }
};

/** Field by field: what can't be read is as usual. */
export function choiceFrom(text: string | null): ExportChoice {
  const value = parsed(text);
  const without = field(value, 'without');
  return {
    format: asOneOf(exportFormats)(field(value, 'format')) ?? usualChoice.format,
    moment: hashFrom(asText(field(value, 'moment'))) ?? 'now',
    variant: asOneOf(variants)(field(value, 'variant')) ?? usualChoice.variant,
    without: Array.isArray(without) ? chapters.filter((chapter) => without.includes(chapter)) : [],
    paper: asOneOf(papers)(field(value, 'paper')) ?? usualChoice.paper,
    withFrontMatter: field(value, 'withFrontMatter') === true,
    withBom: field(value, 'withBom') === true,
  };
}

export const choiceText = (choice: ExportChoice): string => JSON.stringify(choice);
