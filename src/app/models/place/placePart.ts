/** Where the role stands on the ladder; loaded when something first asks for it. */
import { definePart } from '../sheet/parts.ts';

export const placePart = definePart(async () => (await import('./place.ts')).openPlace);
