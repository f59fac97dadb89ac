/** Bringing in what is written elsewhere (bringIn.ts). */
import { definePart } from '../sheet/parts.ts';

export const bringInPart = definePart(async () => (await import('./bringIn.ts')).openBringIn);
