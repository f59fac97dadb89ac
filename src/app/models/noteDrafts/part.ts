/** Writing notes unseen first, loaded where a sheet was ever switched to it, or when somebody asks about it. */
import { definePart } from '../sheet/parts.ts';

export const noteDraftsPart = definePart(async () => (await import('./noteDrafts.ts')).openNoteDrafts);
