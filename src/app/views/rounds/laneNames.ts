/** Lanes by name, as rounds show them: with their pillar, whatever the lens was. */
import type { LaneId } from '../../../workshop/ids.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import type { Template } from '../../../workshop/template.ts';

interface NamedLane {
  readonly id: LaneId;
  readonly title: string;
}

export const lanesInOrder = (template: Template): readonly NamedLane[] =>
  sheetColumns(template, 'pillars').flatMap(({ title, lanes }) =>
    lanes.map((lane) => ({
      id: lane.id,
      title: lane.title === title ? title : `${title} · ${lane.title}`,
    })),
  );

/** Lanes of a template that this version doesn't have go by their ids. */
export function lanesInWords(template: Template, lanes: readonly LaneId[]): string {
  const names = new Map(lanesInOrder(template).map(({ id, title }) => [id, title]));
  if (lanes.length === 0) return 'no lane';
  return lanes.map((lane) => names.get(lane) ?? lane).join(' / ');
}
