/** Where the sheet's document says which notes began as examples (seeds.ts). Apart, so that reading it loads no more. */
export const shelfSheetRoots = ['seeds'] as const;
