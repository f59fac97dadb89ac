import { definePart } from '../sheet/parts.ts';

/** Why each note is there, in one sheet. */
export const clarityPart = definePart(async () => (await import('./clarity.ts')).openClarity);
