/**
 * Putting a disturbed sheet in order, as a plan to look at first: headers go back to their places and missing ones come
 * back; notes stay in their lanes. Where things go is repairTargets.ts. Words that somebody changed stay theirs.
 */
import { type Box, bottom, boxAt, left, moved, top } from '../base/box.ts';
import { layoutSheet } from '../workshop/layout.ts';
import { isBorderKey } from '../workshop/piece.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import { noteGap } from '../workshop/spacing.ts';
import type { Template } from '../workshop/template.ts';
import { tidyDetails } from '../workshop/tidyDetails.ts';
import type { ChangePlan, SheetChange } from './changePlan.ts';
import type { HarvestItem } from './harvest.ts';
import { growFrame, nameOf, type SheetOnBoard } from './makeRoom.ts';
import { matchPieces, writingOf } from './matchPieces.ts';
import { near, trace } from './near.ts';
import { frameFor, repairTargets, roomBelow } from './repairTargets.ts';

const differs = (a: Box, b: Box, kind: string): boolean =>
  !near(a.x, b.x, trace) ||
  !near(a.y, b.y, trace) ||
  !near(a.width, b.width, trace) ||
  // A text's height follows from its words.
  (kind === 'shape' && !near(a.height, b.height, trace));

export function planRepair(sheet: SheetOnBoard, template: Template, details: SheetDetails): ChangePlan {
  const { columns, anchors, frame } = sheet;
  const items = sheet.items.filter(({ gone }) => gone !== true);
  const layout = layoutSheet(template, tidyDetails(details), { writing: writingOf(items), blanksPerLane: 0 });
  const found = matchPieces(layout.pieces, items, anchors);
  const targets = repairTargets(columns, layout, found, items, frame.box);

  const onBoard = (box: Box): Box => moved(box, left(frame.box), top(frame.box));
  const change = (item: HarvestItem, to: Box): SheetChange => ({
    kind: 'change',
    id: item.id,
    what: nameOf(item),
    from: { box: onBoard(item.box) },
    to: { box: onBoard(item.kind === 'shape' ? to : { ...to, height: item.box.height }) },
  });

  const headers = layout.pieces.flatMap(({ key, appearance }): SheetChange[] => {
    const target = targets.pieces.get(key);
    if (!target) return [];
    const item = found.get(key);
    if (item) return differs(item.box, target, item.kind) ? [change(item, target)] : [];
    const missing = { ...appearance, box: onBoard(target) };
    return [{ kind: 'create', key, what: appearance.text, item: missing, frame: frame.id }];
  });
  const notes = items.flatMap((item): SheetChange[] => {
    const target = targets.notes.get(item.id);
    return target && differs(item.box, target, item.kind) ? [change(item, target)] : [];
  });

  // A sheet that fits its frame keeps it, however large somebody made it.
  const needed = frameFor(targets);
  const lowestBar = Math.max(
    ...[...targets.pieces].flatMap(([key, box]) => (isBorderKey(key) ? [bottom(box)] : [])),
  );
  // What stays where it is, but lies below the frame, fell out of it when somebody made it smaller.
  const fallen = items.filter(({ id, box }) => bottom(box) > frame.box.height && !targets.notes.has(id));
  const lowest = Math.max(...fallen.map(({ box }) => Math.ceil(bottom(box) + noteGap)), 0);
  const grown = boxAt(
    left(frame.box),
    top(frame.box),
    Math.max(frame.box.width, needed.width),
    Math.max(frame.box.height, needed.height, lowest, Math.ceil(lowestBar + roomBelow)),
  );
  const grows = grown.width !== frame.box.width || grown.height !== frame.box.height;
  return { stages: [grows ? [growFrame(frame, grown)] : [], [...headers, ...notes]] };
}
