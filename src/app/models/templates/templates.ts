/**
 * The templates that are known here, by the names that sheets call them. The first built-in one comes with the panel;
 * the others and a team's own are loaded where a sheet or the start form needs them (moreTemplates.ts). Built-in ones
 * are checked when their modules are made, a team's own when they are read, so no page carries the checker for a sheet.
 *
 * One list for the whole page: a name stands for the same template on every board (workshop/ownTemplate.ts).
 */
import { signal } from '@preact/signals';
import type { Json } from '../../../base/json.ts';
import type { Template } from '../../../workshop/template.ts';
import { staffRole } from '../../../workshop/templates/staffRole.ts';

const known = signal<ReadonlyMap<string, Template>>(new Map([[staffRole.id, staffRole]]));

/** Where a sheet begins while nobody has chosen another. */
export const usualTemplate = staffRole.id;

export const templates = (): readonly Template[] => [...known.value.values()];

export const templateOf = (name: string): Template | undefined => known.value.get(name);

export function learnTemplates(more: readonly Template[]): void {
  const fresh = more.filter(({ id }) => !known.peek().has(id));
  if (fresh.length > 0)
    known.value = new Map([...known.peek(), ...fresh.map((one) => [one.id, one] as const)]);
}

/** Whether some sheet is made from a template that is not known yet. */
export const needsMoreTemplates = (records: Iterable<Json>): boolean =>
  [...records].some(
    (record) =>
      typeof record === 'object' &&
      record !== null &&
      'template' in record &&
      typeof record.template === 'string' &&
      !known.peek().has(record.template),
  );
