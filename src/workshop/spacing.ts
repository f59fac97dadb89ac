/** The distances on a sheet, in dp. */

/** A square sticky as Miro draws it by default; its height includes the shadow (sticky-note reference page). */
export const noteSize = { width: 199, height: 228 } as const;
/** Between two notes, and between a note and its lane's edge. */
export const noteGap = 24;
/** Every lane has room for at least this many notes. */
export const notesPerLane = 3;
/** Between columns. */
export const columnGap = 44;
/** From the frame's edge. */
export const margin = 72;
