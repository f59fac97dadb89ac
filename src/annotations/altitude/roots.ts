/** The name under which it lies on desks (altitudeDesk.ts), which most panels never load. */
export const altitudeRoots = ['altitude'] as const;
