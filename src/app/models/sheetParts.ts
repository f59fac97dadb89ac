/** What a sheet's model is made of beside what its first screen needs. Each is loaded when something asks for it. */
import { definePart } from './parts.ts';

export const agendaPart = definePart(async () => (await import('./agenda.ts')).openAgenda);
export const askingPart = definePart(async () => (await import('./askForView.ts')).openAsking);
export const attentionPart = definePart(async () => (await import('./attention.ts')).openAttention);
export const boardNotesPart = definePart(async () => (await import('./boardNotes.ts')).openBoardNotes);
export const exportsPart = definePart(async () => (await import('./exports.ts')).openExports);
export const roundsPart = definePart(async () => (await import('./rounds.ts')).openRounds);
export const unseenPart = definePart(async () => (await import('./unseen.ts')).openUnseen);
export const wordingsPart = definePart(async () => (await import('./wordings.ts')).openWordings);
export const writingPart = definePart(async () => (await import('./writing.ts')).openWriting);
