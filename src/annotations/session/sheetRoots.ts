/** The names under which what people of a session do with a sheet together lies in its document (groups.ts, walk.ts, authors.ts). */
export const sessionSheetRoots = ['groups', 'groupNames', 'walk', 'authors'] as const;
