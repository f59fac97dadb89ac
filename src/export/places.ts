/** Every place for notes with the title a reader knows it by, in reading order. */
import { type LaneId, laneId } from '../workshop/ids.ts';
import type { SideColumn, Template } from '../workshop/template.ts';

export function placesOf(template: Template): ReadonlyMap<LaneId, string> {
  const sides = (place: SideColumn['place']) =>
    template.sides
      .filter((side) => side.place === place)
      .map((side) => [laneId('side', side.id), side.title] as const);
  const main = template.pillars.flatMap((pillar) =>
    template.responsibilities
      .filter((one) => one.pillars.includes(pillar.id))
      .map((one) => [laneId(pillar.id, one.id), `${pillar.title} › ${one.title}`] as const),
  );
  return new Map([...sides('top'), ...main, ...sides('side')]);
}
