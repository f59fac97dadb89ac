/** What the check of notes keeps in documents. Apart from what reads it, so that a document's words load nothing of it. */
export const oursDeskRoots = ['dismissed'] as const;
export const oursSheetRoots = ['names'] as const;
