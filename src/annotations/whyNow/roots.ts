/** The name under which it lies on desks and in the sheet document (answer.ts), which most panels never load. */
export const whyNowRoots = ['whyNow'] as const;
