/** What a session's stages do with a sheet; each is loaded when its stage is opened. */
import { definePart } from '../../sheet/parts.ts';

export const groupingPart = definePart(async () => (await import('./grouping.ts')).openGrouping);
export const walkingPart = definePart(async () => (await import('./walking.ts')).openWalking);
