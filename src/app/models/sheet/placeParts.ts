/** Parts of a sheet that only its other places need. */
import { definePart } from './parts.ts';

export const agendaPart = definePart(async () => (await import('../agenda/agenda.ts')).openAgenda);
export const exportsPart = definePart(async () => (await import('../exporting/exports.ts')).openExports);
