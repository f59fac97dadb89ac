/** Templates besides the first built-in one: the other built-in ones, and those that a team brought to this board. */
import type { BoardReader } from '../../../board/port.ts';
import type { TemplateRecord } from '../../../board/templateRecord.ts';
import type { Stage } from '../../../workshop/stage.ts';
import type { Template } from '../../../workshop/template.ts';
import { firstStaffRole } from '../../../workshop/templates/firstStaffRole.ts';
import { staffRole } from '../../../workshop/templates/staffRole.ts';
import { twoWay } from '../../../workshop/templates/twoWay.ts';
import { learnTemplates } from './templates.ts';

export const builtInTemplates: readonly Template[] = [staffRole, firstStaffRole, twoWay];

/** Agendas are apart, since only a session needs them. */
const stages: Readonly<Record<string, () => Promise<readonly Stage[]>>> = {
  [staffRole.id]: async () =>
    (await import('../../../workshop/templates/staffRoleStages.ts')).staffRoleStages,
  [firstStaffRole.id]: async () =>
    (await import('../../../workshop/templates/firstStaffRoleStages.ts')).firstStaffRoleStages,
  [twoWay.id]: async () => (await import('../../../workshop/templates/twoWayStages.ts')).twoWayStages,
};

/** Null for a template that is not built in. */
export const builtInStages = async (name: string): Promise<readonly Stage[] | null> =>
  (await stages[name]?.()) ?? null;

/** Newest first. What can't be read is left out; it may come from a newer version. */
export async function readOwnTemplates(
  board: Pick<BoardReader, 'readTemplateRecords'>,
): Promise<readonly (TemplateRecord & { readonly name: string })[]> {
  const records = await board.readTemplateRecords();
  if (records.size === 0) return [];
  // The checker is heavier than all of the above.
  const [{ parseTemplateRecord }, { ownTemplate }] = await Promise.all([
    import('../../../board/templateRecord.ts'),
    import('../../../workshop/ownTemplate.ts'),
  ]);
  const read = await Promise.all(
    [...records].map(async ([name, json]) => {
      const record = await parseTemplateRecord(name, json);
      return record && { ...record, name };
    }),
  );
  const found = read.filter((one) => one !== null);
  learnTemplates(found.map(({ template }) => ownTemplate(template)));
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Learns all that there are. */
export async function learnAll(board: Pick<BoardReader, 'readTemplateRecords'>): Promise<void> {
  learnTemplates(builtInTemplates);
  await readOwnTemplates(board);
}
