/** Makes notes specific (ours.ts). Its language data is large, so it is loaded when it is first asked for. */
import { definePart } from '../sheet/parts.ts';

export const oursPart = definePart(async () => (await import('./ours.ts')).openOurs);
