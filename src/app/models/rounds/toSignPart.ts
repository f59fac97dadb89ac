/** Asked for only where a round was closed. */
import { definePart } from '../sheet/parts.ts';

export const toSignPart = definePart(async () => (await import('./toSign.ts')).openToSign);
