import { definePart } from '../sheet/parts.ts';

/** One problem from three altitudes, in one sheet. */
export const altitudePart = definePart(async () => (await import('./altitude.ts')).openAltitude);
