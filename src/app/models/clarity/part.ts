import { definePart } from '../parts.ts';

/** Why each note is there, in one sheet. */
export const clarityPart = definePart(async () => (await import('./clarity.ts')).openClarity);
