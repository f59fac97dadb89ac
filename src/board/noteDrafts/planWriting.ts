/**
 * Telling on the board where notes are written, as a plan to look at first. While they are private, no blank stickies
 * wait and the lanes say *write in the panel*; afterwards the lanes say so no longer. Only words of ours are changed,
 * and only stickies without any words are taken away.
 */

import { left, moved, top } from '../../base/box.ts';
import type { ItemId } from '../../workshop/ids.ts';
import { layoutSheet } from '../../workshop/layout.ts';
import { noteColour } from '../../workshop/lens.ts';
import { howKey, promptKey } from '../../workshop/piece.ts';
import type { SheetDetails } from '../../workshop/sheet.ts';
import { howText, privateNotice, promptText, type Writing } from '../../workshop/sheetWords.ts';
import type { Template } from '../../workshop/template.ts';
import { tidyDetails } from '../../workshop/tidyDetails.ts';
import { shapeHeight, type } from '../../workshop/typography.ts';
import { readBorders } from '../borders.ts';
import type { ChangePlan, SheetChange } from '../changePlan.ts';
import { type HarvestItem, lanesFor } from '../harvest.ts';
import type { SheetOnBoard } from '../makeRoom.ts';
import { matchPieces, writingOf } from '../matchPieces.ts';

/** Spaces that look like nothing count as nothing, as they do in a harvest. */
const isBlank = (text: string): boolean => /^[\s\u200b-\u200d\u2060]*$/u.test(text);

const same = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

export function planWriting(
  sheet: SheetOnBoard,
  template: Template,
  details: SheetDetails,
  writing: Writing,
): ChangePlan {
  const { columns, anchors } = sheet;
  const items = sheet.items.filter(({ gone }) => gone !== true);
  const layout = layoutSheet(template, tidyDetails(details), { writing: writingOf(items), blanksPerLane: 0 });
  const found = matchPieces(layout.pieces, items, anchors);
  const lanes = columns.flatMap((column) => column.lanes);

  const says = (item: HarvestItem | undefined, ours: readonly string[], text: string): SheetChange[] =>
    !item || same(item.text, text) || !ours.some((known) => same(item.text, known))
      ? []
      : [{ kind: 'change', id: item.id, what: item.text, from: { text: item.text }, to: { text } }];
  const how = says(found.get(howKey), [howText('board'), howText('panel')], howText(writing));
  const prompts = lanes.flatMap((lane) => {
    const item = found.get(promptKey(lane.id));
    const whole = promptText(lane, writing);
    // The card was made for fewer words than this: then the notice alone stands in it for now.
    const fits = !item || shapeHeight(whole, item.box.width, type.prompt) <= item.box.height + 1;
    const ours = [lane.prompt, promptText(lane, 'panel'), privateNotice];
    return says(item, ours, fits || writing === 'board' ? whole : privateNotice);
  });
  return { stages: [[...how, ...prompts], writing === 'panel' ? blanksIn(sheet, items) : []] };
}

/** Blank stickies that wait in some lane. */
function blanksIn({ columns, anchors, frame }: SheetOnBoard, items: readonly HarvestItem[]): SheetChange[] {
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const borders = readBorders({ columns, anchors, frame: frame.box }, (id: ItemId) => boxes.get(id));
  const lanes = new Map(columns.flatMap((column) => column.lanes.map((lane) => [lane.id, lane] as const)));
  return items.flatMap((item): SheetChange[] => {
    const [lane] = item.kind === 'sticky' && isBlank(item.text) ? lanesFor(borders, item.box) : [];
    const target = lane && lanes.get(lane);
    if (!target) return [];
    const box = moved(item.box, left(frame.box), top(frame.box));
    const blank = { kind: 'sticky' as const, box, text: '', colour: noteColour(target) };
    const restores = { key: `blank:${item.id}`, item: blank, frame: frame.id };
    return [{ kind: 'remove', id: item.id, what: 'A blank note', restores }];
  });
}
