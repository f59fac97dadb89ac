/** A drop as a plan: what to put on the board, in order, each under the key its item will be known by. */
import { boxAt, moved, type Point } from '../base/box.ts';
import { type LayoutOptions, layoutSheet } from '../workshop/layout.ts';
import { isBorderKey, titleKey } from '../workshop/piece.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { Template } from '../workshop/template.ts';
import { tidyDetails } from '../workshop/tidyDetails.ts';
import type { NewItem } from './item.ts';

export interface DropCommand {
  readonly key: string;
  readonly item: NewItem;
}

export interface DropPlan {
  /** Tidied: what the sheet shows and its record keeps. */
  readonly details: SheetDetails;
  readonly frame: Extract<NewItem, { kind: 'frame' }>;
  /** What goes into the frame: the title and what borders are read from first, blank stickies last. */
  readonly commands: readonly DropCommand[];
  /** The few items that carry the sheet's mark, so that a copied sheet is recognised. */
  readonly marked: readonly string[];
}

export interface DropOptions extends Partial<LayoutOptions> {
  /** Where the frame's centre goes, in board coordinates. */
  readonly centre: Point;
}

/** Marks survive copying only with their item, so several items carry one; more would only cost more calls. */
function keysToMark(keys: readonly string[]): readonly string[] {
  const borders = keys.filter(isBorderKey);
  const columns = borders.filter((key) => key.startsWith('column:'));
  return [...new Set([titleKey, borders[0], columns[0]])].filter((key) => key !== undefined);
}

export function planDrop(template: Template, given: SheetDetails, options: DropOptions): DropPlan {
  const details = tidyDetails(given);
  const { width, height, title, fill, pieces } = layoutSheet(template, details, options);
  const dx = options.centre.x - width / 2;
  const dy = options.centre.y - height / 2;
  const commands = pieces.map(({ key, appearance }) => ({
    key,
    item: { ...appearance, box: moved(appearance.box, dx, dy) },
  }));
  const first = (key: string) => key === titleKey || isBorderKey(key);
  const order = ({ key, item }: DropCommand) => (first(key) ? 0 : item.kind === 'sticky' ? 2 : 1);
  return {
    details,
    frame: { kind: 'frame', box: boxAt(dx, dy, width, height), title, fill },
    commands: commands.toSorted((a, b) => order(a) - order(b)),
    marked: keysToMark(pieces.map(({ key }) => key)),
  };
}
