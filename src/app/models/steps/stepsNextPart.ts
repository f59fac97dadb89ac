import { definePart } from '../sheet/parts.ts';

export const stepsNextPart = definePart(async () => (await import('./stepsNext.ts')).openStepsNext);
