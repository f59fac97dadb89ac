/** What somebody can want in their document. How it is applied is chosen.ts. */

/** `clean` is the job description alone; `annotated` has what everybody said about it. */
export const variants = ['annotated', 'clean'] as const;
export type Variant = (typeof variants)[number];

/** What can be left out, in reading order. */
export const chapters = [
  'purpose',
  'around',
  'pillars',
  'sides',
  'standing',
  'open',
  'signatures',
  'rounds',
  'leftOver',
  'sources',
] as const;
export type Chapter = (typeof chapters)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export interface Choice {
  readonly variant: Variant;
  readonly chapters: readonly Chapter[];
}
