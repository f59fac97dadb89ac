/** What a sheet's model is made of beside what its first screen needs. Each is loaded when something asks for it. */
import { definePart } from './parts.ts';

export const attentionPart = definePart(async () => (await import('../talk/attention.ts')).openAttention);
export const handsPart = definePart(async () => (await import('./hands.ts')).openHands);
export const unseenPart = definePart(async () => (await import('../unseen/unseen.ts')).openUnseen);
