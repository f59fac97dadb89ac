import { definePart } from './parts.ts';

export const stepsNextPart = definePart(async () => (await import('./stepsNext.ts')).openStepsNext);
