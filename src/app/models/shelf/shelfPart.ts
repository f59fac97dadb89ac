/** Examples to start from (shelf.ts). */
import { definePart } from '../sheet/parts.ts';

export const shelfPart = definePart(async () => (await import('./shelf.ts')).openShelf);
