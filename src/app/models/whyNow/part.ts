import { definePart } from '../sheet/parts.ts';

/** Why this role now, in one sheet. */
export const whyNowPart = definePart(async () => (await import('./whyNow.ts')).openWhyNow);
