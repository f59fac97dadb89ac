/** Apart from the other parts, so that parts that tell of rounds can name it. */
import { definePart } from '../sheet/parts.ts';

export const roundsPart = definePart(async () => (await import('./rounds.ts')).openRounds);
