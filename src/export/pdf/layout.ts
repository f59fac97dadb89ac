/**
 * Parts onto pages: where each line stands, which page it is on, and what is behind it. Nothing is drawn here. No
 * heading ends a page, no paragraph leaves a single line behind or takes one along, a table's row stays in one piece
 * where a page can hold it.
 */
import { type Line, linesOf, type Measure } from './lines.ts';
import type { PageSize } from './paper.ts';
import type { Grid, Group, Marker, Para, Part, Row, Tagged } from './parts.ts';

/** A line where it stands. */
export interface Placed {
  /** What it belongs to, from the outermost in. */
  readonly owners: readonly Tagged[];
  readonly para: Para | Marker;
  readonly line: Line;
  readonly x: number;
  readonly baseline: number;
  /** A table's head that is told again on a new page: seen, not read twice. */
  readonly again: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export interface Page {
  readonly boxes: readonly Box[];
  readonly lines: readonly Placed[];
  /** What links lead to, and how far down. */
  readonly names: readonly { readonly name: string; readonly y: number }[];
  readonly headings: readonly { readonly level: 1 | 2; readonly title: string; readonly y: number }[];
}

/** Shares of a line's height: its own, and where the letters stand in it. */
export const leading = 1.36;
const standing = 1.0;

const washPad = 6;
const rowPad = 4;
const cellGap = 8;
const tableGap = 10;
/** Lines that a paragraph leaves on a page, or takes to the next, at least. */
const few = 2;

interface Cell {
  readonly para: Para;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
}

type Step =
  | { readonly kind: 'open' | 'close'; readonly group: Group; readonly x: number; readonly width: number }
  | {
      readonly kind: 'para';
      readonly para: Para;
      readonly owners: readonly Tagged[];
      readonly x: number;
      readonly width: number;
      readonly lines: readonly Line[];
    }
  | {
      readonly kind: 'marker';
      readonly marker: Marker;
      readonly owners: readonly Tagged[];
      readonly x: number;
      readonly line: Line | undefined;
    }
  | {
      readonly kind: 'row';
      readonly grid: Grid;
      readonly row: Row;
      readonly owners: readonly Tagged[];
      readonly x: number;
      readonly width: number;
      readonly cells: readonly Cell[];
    };

type RowStep = Extract<Step, { kind: 'row' }>;
type ParaStep = Extract<Step, { kind: 'para' }>;

const leadOf = ({ size }: Pick<Para, 'size'>): number => size * leading;

export type MeasureAt = (size: number) => Measure;

/** The tree as steps from top to bottom, each with its lines. */
function stepsOf(parts: readonly Part[], page: PageSize, measureAt: MeasureAt): readonly Step[] {
  const steps: Step[] = [];
  const walk = (part: Part, owners: readonly Tagged[], x: number, width: number): void => {
    const within = [...owners, part];
    switch (part.kind) {
      case 'para': {
        const lines = linesOf(part.pieces, width, measureAt(part.size));
        steps.push({ kind: 'para', para: part, owners: within, x, width, lines });
        return;
      }
      case 'marker': {
        const [line] = linesOf(part.pieces, width, measureAt(part.size));
        steps.push({ kind: 'marker', marker: part, owners: within, x, line });
        return;
      }
      case 'group': {
        const indent = part.indent ?? 0;
        steps.push({ kind: 'open', group: part, x, width });
        for (const each of part.parts) walk(each, within, x + indent, width - indent);
        steps.push({ kind: 'close', group: part, x, width });
        return;
      }
      case 'grid':
        for (const row of part.rows) {
          let from = x;
          const cells = row.cells.map((para, column): Cell => {
            const share = (part.widths[column] ?? 0) * width;
            const own = share - (column < row.cells.length - 1 ? cellGap : 0);
            const cell = {
              para,
              x: from,
              width: own,
              lines: linesOf(para.pieces, own, measureAt(para.size)),
            };
            from += share;
            return cell;
          });
          steps.push({ kind: 'row', grid: part, row, owners: [...within, row], x, width, cells });
        }
    }
  };
  for (const part of parts) walk(part, [], page.left, page.right - page.left);
  return steps;
}

export function pagesOf(parts: readonly Part[], page: PageSize, measureAt: MeasureAt): readonly Page[] {
  const steps = stepsOf(parts, page, measureAt);
  const tall = page.bottom - page.top;
  const pages: Page[] = [];
  let boxes: Box[] = [];
  let lines: Placed[] = [];
  let names: { name: string; y: number }[] = [];
  let headings: { level: 1 | 2; title: string; y: number }[] = [];
  let y = page.top;
  /** What the last one wants below it. */
  let gap = 0;
  let fresh = true;
  const around: { group: Group; x: number; width: number; from: number | null }[] = [];
  let owedNames: string[] = [];
  let marker: Extract<Step, { kind: 'marker' }> | null = null;

  const boxesOf = ({ group, x, width, from }: (typeof around)[number]): Box[] => {
    if (from === null) return [];
    const pad = group.wash ? washPad : 0;
    const tallness = { y: from - pad, height: y - from + 2 * pad };
    return [
      ...(group.wash ? [{ x, width, colour: group.wash, ...tallness }] : []),
      ...(group.bar ? [{ x, width: group.bar.width, colour: group.bar.colour, ...tallness }] : []),
    ];
  };
  const turn = (): void => {
    // What is outside lies behind what is inside.
    boxes = [...around.flatMap(boxesOf), ...boxes];
    for (const one of around) one.from = null;
    pages.push({ boxes, lines, names, headings });
    [boxes, lines, names, headings] = [[], [], [], []];
    [y, gap, fresh] = [page.top, 0, true];
  };
  const begin = (top: number): void => {
    for (const one of around) one.from ??= top;
    for (const name of owedNames) names.push({ name, y: top });
    owedNames = [];
    fresh = false;
  };

  const atMost = (lineCount: number): number => (lineCount <= few + 1 ? lineCount : few);
  const rowHeight = ({ cells }: RowStep): number =>
    Math.max(0, ...cells.map(({ para, lines: own }) => own.length * leadOf(para))) + 2 * rowPad;
  const headOf = ({ grid }: RowStep): RowStep | null => {
    const found = steps.find((step): step is RowStep => step.kind === 'row' && step.grid === grid);
    return found?.row.head ? found : null;
  };
  /** Least of a row that may stand on a page. */
  const leastOf = (step: RowStep): number => {
    const height = rowHeight(step);
    const [first] = step.cells;
    return height > tall / 2 && first ? few * leadOf(first.para) + 2 * rowPad : height;
  };
  const ruled = ({ rule }: Para): number => (rule ? 5 : 0);

  /** How much must follow here so that nothing is left alone; without the space before the first. */
  const needed = (at: number): number => {
    let height = 0;
    let owed: number | null = null;
    for (const step of steps.slice(at, at + 12)) {
      if (step.kind === 'row') {
        height += Math.max(owed ?? 0, owed === null ? 0 : tableGap) + leastOf(step);
        if (!step.row.head) return height;
        owed = null;
      } else if (step.kind === 'para') {
        const { para, lines: own } = step;
        height += owed === null ? 0 : Math.max(owed, para.before);
        if (!para.withNext) return height + atMost(own.length) * leadOf(para);
        height += own.length * leadOf(para) + ruled(para);
        owed = para.after;
      }
    }
    return height;
  };
  const goTo = (at: number, before: number): void => {
    if (fresh) return;
    const space = Math.max(gap, before);
    const need = needed(at);
    if (y + space + need > page.bottom && need <= tall) turn();
    else y += space;
  };

  const putLine = (step: Pick<ParaStep, 'para' | 'owners' | 'x' | 'width'>, line: Line): void => {
    const lead = leadOf(step.para);
    const baseline = y + lead * 0.5 + (standing - 0.5) * step.para.size * 0.7;
    const right = step.para.alignment === 'right' ? step.width - line.width : 0;
    begin(y);
    if (marker?.line) {
      const { marker: para, owners, x, line: own } = marker;
      lines.push({ para, owners, x, line: own, baseline, again: false });
    }
    marker = null;
    lines.push({ para: step.para, owners: step.owners, line, x: step.x + right, baseline, again: false });
    y += lead;
  };
  const putPara = (at: number, step: ParaStep): void => {
    const { para, lines: all } = step;
    const lead = leadOf(para);
    goTo(at, para.before);
    let done = 0;
    while (done < all.length) {
      const rest = all.length - done;
      let count = Math.min(rest, Math.floor((page.bottom - y) / lead + 0.001));
      if (count < rest) {
        if (rest - count < few) count = rest - few;
        if (count < few) count = 0;
      }
      if (count <= 0 && !fresh) {
        turn();
        continue;
      }
      if (done === 0 && para.heading) headings.push({ ...para.heading, y });
      for (const line of all.slice(done, done + Math.max(1, count))) putLine(step, line);
      done += Math.max(1, count);
      if (done < all.length) turn();
    }
    if (para.rule) {
      boxes.push({ x: step.x, y: y + 3, width: step.width, height: 1.5, colour: para.rule });
      y += ruled(para);
    }
    gap = para.after;
  };

  const putRow = (step: RowStep, from: number, count: number, again: boolean, rule: string): void => {
    const top = y + rowPad;
    let end = top;
    begin(y);
    for (const { para, x, width, lines: own } of step.cells) {
      const lead = leadOf(para);
      own.slice(from, from + count).forEach((line, index) => {
        const right = para.alignment === 'right' ? width - line.width : 0;
        const baseline = top + index * lead + lead * 0.5 + (standing - 0.5) * para.size * 0.7;
        lines.push({ para, owners: [...step.owners, para], line, x: x + right, baseline, again });
        end = Math.max(end, top + (index + 1) * lead);
      });
    }
    y = end + rowPad;
    boxes.push({ x: step.x, y: y - 0.5, width: step.width, height: 0.5, colour: rule });
  };
  const placeRow = (at: number, step: RowStep): void => {
    const isFirst = step.grid.rows[0] === step.row;
    const rule = 'D9DCE3';
    const head = headOf(step);
    const repeatHead = (): void => {
      if (head && head !== step && rowHeight(head) < tall / 2)
        putRow(head, 0, Number.POSITIVE_INFINITY, true, rule);
    };
    if (isFirst) goTo(at, tableGap);
    else if (y + leastOf(step) > page.bottom && !fresh) {
      turn();
      repeatHead();
    }
    const longest = Math.max(0, ...step.cells.map(({ lines: own }) => own.length));
    const lead = Math.max(...step.cells.map(({ para }) => leadOf(para)));
    let done = 0;
    do {
      const room = Math.max(1, Math.floor((page.bottom - y - 2 * rowPad) / lead + 0.001));
      putRow(step, done, room, false, rule);
      done += room;
      if (done < longest) {
        turn();
        repeatHead();
      }
    } while (done < longest);
    gap = tableGap;
  };

  steps.forEach((step, at) => {
    switch (step.kind) {
      case 'open':
        around.push({ group: step.group, x: step.x, width: step.width, from: null });
        if (step.group.name) owedNames.push(step.group.name);
        return;
      case 'close': {
        const closed = around.pop();
        if (!closed) return;
        boxes = [...boxesOf(closed), ...boxes];
        // What is around it goes as far down as its ground.
        if (closed.group.wash && closed.from !== null) {
          y += washPad;
          gap = Math.max(0, gap - washPad);
        }
        return;
      }
      case 'marker':
        marker = step;
        return;
      case 'para':
        putPara(at, step);
        return;
      case 'row':
        placeRow(at, step);
    }
  });
  if (!fresh || pages.length === 0) turn();
  return pages;
}
