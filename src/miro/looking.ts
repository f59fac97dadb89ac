/**
 * Where to look so that some items can be read among their neighbours. Miro's own zoomTo fills the screen with a
 * single sticky; a person who follows a list of notes would fly in and out and lose their bearings.
 */
import { type Box, bottom, boxAt, contains, left, right, top } from '../base/box.ts';

/** In dp. Up to this width of board on the screen a sticky's words can be read on a laptop. */
const widestToRead = 2600;
/** At least this much of the board is shown around what is looked at. */
const surroundings = { width: 1500, height: 940 };
/** Around what is larger than that; Miro's own toolbar lies over the left edge. */
const edge = 220;

const union = (boxes: readonly Box[]): Box => {
  const [x, y] = [Math.min(...boxes.map(left)), Math.min(...boxes.map(top))];
  return boxAt(x, y, Math.max(...boxes.map(right)) - x, Math.max(...boxes.map(bottom)) - y);
};

/** The box to show, or null when the items can be read where the person looks now. */
export function lookAt(boxes: readonly Box[], now: Box): Box | null {
  if (boxes.length === 0) return null;
  const all = union(boxes);
  if (contains(now, all) && now.width <= widestToRead) return null;
  const width = Math.max(surroundings.width, all.width + 2 * edge);
  const height = Math.max(surroundings.height, all.height + 2 * edge);
  return { x: all.x, y: all.y, width, height };
}
