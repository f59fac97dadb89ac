/** The name under which it lies on desks (clarityDesk.ts), which most panels never load. */
export const clarityRoots = ['clarity'] as const;
