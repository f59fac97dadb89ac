import { definePart } from './parts.ts';

export const layoutPart = definePart(async () => (await import('./layoutHelp.ts')).openLayoutHelp);
