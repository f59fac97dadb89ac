/** Bringing a Word document back (wordBack.ts). */
import { definePart } from '../sheet/parts.ts';

export const wordBackPart = definePart(async () => (await import('./wordBack.ts')).openWordBack);
