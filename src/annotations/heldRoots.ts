/** The names under which words that wait to be shown lie on a desk (heldWords.ts, which most sheets never load). */
export const heldRoots = ['held', 'done', 'released', 'looked'] as const;
