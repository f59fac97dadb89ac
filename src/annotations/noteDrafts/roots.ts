/** The names under which notes written unseen lie (heldNotes.ts, placements.ts, which most sheets never load). */
export const heldNoteRoots = ['notes', 'notesDone', 'notesReleased', 'notesCounted'] as const;
/** In the sheet document: `writing` is read with the sheet (blindSetting.ts has its form). */
export const sheetNoteRoots = ['writing', 'placing'] as const;
