/** Where a desk says which themes its owner sees in which notes (themeMarks.ts). Apart, so that reading it loads no more. */
export const themeDeskRoots = ['themes'] as const;
