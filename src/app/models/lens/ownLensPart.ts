import { definePart } from '../sheet/parts.ts';

export const ownLensPart = definePart(async () => (await import('./ownLens.ts')).openOwnLens);
