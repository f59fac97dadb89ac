/** Asked for when somebody wants the sheet laid out anew, or finds it half-way. */
import { definePart } from '../sheet/parts.ts';

export const relayoutPart = definePart(async () => (await import('./relayoutModel.ts')).openRelayout);
