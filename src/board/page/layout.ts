/**
 * A document as a frame of text on the board: what stands where in it. Pillars stand side by side as on the sheet, what
 * comes before and after them in rows. Every text is a shape with a size of its own, so that nothing moves when a board
 * draws a line more or less than we reckon. Pure geometry in dp, relative to the frame's top-left corner.
 *
 *   ┌──────────────────────────────────┐
 *   │ Staff Engineer                   │
 *   │ Draft of …                       │
 *   │ ┌ one job ┐ ┌ why now ┐          │
 *   │ ┌ pillar  ┐ ┌ pillar  ┐ ┌ pillar ┐
 *   │ │ lane    │ │ lane    │ │ lane   │
 *   │ ┌ not doing ┐ ┌ needs ┐          │
 *   └──────────────────────────────────┘
 */
import { type Box, boxAt } from '../../base/box.ts';
import { ink, quietInk, shades, white } from '../../workshop/palette.ts';
import { margin } from '../../workshop/spacing.ts';
import type { StickyColour } from '../../workshop/stickyColour.ts';
import type { Type } from '../../workshop/textSize.ts';
import { shapeHeight } from '../../workshop/typography.ts';
import type { NewItem } from '../item.ts';
import { partsOf } from './parts.ts';

export interface PageSection {
  /** Lasting; unique on the page. */
  readonly id: string;
  readonly level: 1 | 2;
  readonly title: string;
  /** Of its pillar; null outside the pillars. */
  readonly colour: StickyColour | null;
  /** What explains it, under its title. */
  readonly about: string;
  /** Notes and what else it says, one text each. */
  readonly texts: readonly string[];
  /** Its words run leftwards. */
  readonly leftwards: boolean;
}

export interface PageWords {
  /** Of the frame. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** Whether it is a draft or a round, and what that means. */
  readonly status: string;
  readonly facts: string;
  readonly sections: readonly PageSection[];
}

export type Shape = Extract<NewItem, { kind: 'shape' }>;

export interface PagePiece {
  /** Lasting, so that the same piece is changed and not made again. */
  readonly key: string;
  readonly item: Shape;
}

export interface PageLayout {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly pieces: readonly PagePiece[];
}

const columnWidth = 880;
const columnGap = 48;
const gap = 16;
/** Between a section and the next one below it. */
const sectionGap = 40;
/** More beside each other are too wide to be read as one. */
const mostColumns = 4;
/** Miro's frames take longer names, but show no more. */
const longestName = 120;

const type = {
  title: { size: 72, bold: true },
  subtitle: { size: 36 },
  status: { size: 30 },
  facts: { size: 28 },
  head: { size: 40, bold: true },
  lane: { size: 32, bold: true },
  about: { size: 26 },
  text: { size: 28 },
} as const satisfies Record<string, Type>;

export interface Look {
  readonly type: Type;
  readonly colour: string;
  readonly fill: string;
  readonly align?: 'left' | 'right';
  /** Running text starts at the top. */
  readonly runs?: boolean;
}

/** How each kind of text is written, on its ground. */
export const looks = {
  title: (fill: string): Look => ({ type: type.title, colour: ink, fill }),
  subtitle: (fill: string): Look => ({ type: type.subtitle, colour: quietInk, fill }),
  status: (fill: string): Look => ({ type: type.status, colour: ink, fill }),
  facts: (fill: string): Look => ({ type: type.facts, colour: quietInk, fill }),
  head: (fill: string): Look => ({ type: type.head, colour: white, fill }),
  lane: (fill: string): Look => ({ type: type.lane, colour: ink, fill }),
  about: (fill: string): Look => ({ type: type.about, colour: quietInk, fill }),
  text: (fill: string): Look => ({ type: type.text, colour: ink, fill, runs: true }),
} as const;

export const shapeOf = (
  text: string,
  box: Box,
  { type: own, colour, fill, align = 'left', runs = false }: Look,
): Shape => ({
  ...{ kind: 'shape', shape: 'rectangle', verticalAlign: runs ? 'top' : 'middle' },
  ...{ box, text, look: { ...own, colour, align }, fill },
});

interface Column {
  readonly pieces: readonly PagePiece[];
  /** Where the next piece goes. */
  readonly y: () => number;
  /** Below what was put there before; `after` it stays free. */
  put(key: string, text: string, look: Look, after: number): void;
  skip(distance: number): void;
}

function columnAt(x: number, top: number, width: number): Column {
  const pieces: PagePiece[] = [];
  let y = top;
  return {
    pieces,
    y: () => y,
    put(key, text, look, after) {
      const height = shapeHeight(text, width, look.type);
      pieces.push({ key, item: shapeOf(text, boxAt(x, y, width, height), look) });
      y += height + after;
    },
    skip(distance) {
      y += distance;
    },
  };
}

function putSection(column: Column, section: PageSection): void {
  const { id, level, title, colour, about, texts, leftwards } = section;
  const tone = shades[colour ?? 'gray'];
  const head = level === 2 ? looks.lane(tone.soft) : looks.head(tone.solid);
  column.put(`page:head/${id}`, title, head, gap / 2);
  if (about !== '') column.put(`page:about/${id}`, about, looks.about(tone.pale), gap / 2);
  const align = leftwards ? 'right' : 'left';
  for (const [at, text] of partsOf(texts).entries())
    column.put(`page:text/${id}/${at}`, text, { ...looks.text(tone.pale), align }, gap / 2);
  column.skip(sectionGap - gap / 2);
}

/** A pillar with its lanes, or a section that stands alone. */
type Group = readonly PageSection[];

function groupsOf(sections: readonly PageSection[]): readonly Group[] {
  const groups: PageSection[][] = [];
  for (const section of sections) {
    const last = groups.at(-1);
    if (section.level === 2 && last) last.push(section);
    else groups.push([section]);
  }
  return groups;
}

const isPillar = ([first]: Group): boolean => first !== undefined && first.colour !== null;

/** Groups in rows, pillars and others never in one. */
function rowsOf(groups: readonly Group[], across: number): readonly (readonly Group[])[] {
  const rows: Group[][] = [];
  for (const group of groups) {
    const last = rows.at(-1);
    const [before] = last ?? [];
    if (last && before && last.length < across && isPillar(before) === isPillar(group)) last.push(group);
    else rows.push([group]);
  }
  return rows;
}

/** So many that the rows are about even. */
function columnsFor(groups: readonly Group[]): number {
  const pillars = groups.filter(isPillar).length;
  const rows = Math.max(1, Math.ceil(pillars / mostColumns));
  return Math.max(2, Math.ceil(pillars / rows));
}

function shortName(name: string): string {
  const characters = [...name];
  if (characters.length <= longestName) return name;
  return `${characters
    .slice(0, longestName - 1)
    .join('')
    .trimEnd()}…`;
}

export function layoutPage({ name, title, subtitle, status, facts, sections }: PageWords): PageLayout {
  const groups = groupsOf(sections);
  const across = columnsFor(groups);
  const inner = across * (columnWidth + columnGap) - columnGap;
  const clear = 'transparent';
  const top = columnAt(margin, margin, inner);
  top.put('page:title', title, looks.title(clear), gap / 2);
  if (subtitle !== '') top.put('page:subtitle', subtitle, looks.subtitle(clear), gap);
  top.put('page:status', status, looks.status(shades.dark_blue.pale), gap);
  if (facts !== '') top.put('page:facts', facts, looks.facts(clear), gap);
  const pieces = [...top.pieces];
  let y = top.y() + sectionGap - gap;
  for (const row of rowsOf(groups, across)) {
    let lowest = y;
    for (const [at, group] of row.entries()) {
      const column = columnAt(margin + at * (columnWidth + columnGap), y, columnWidth);
      for (const section of group) putSection(column, section);
      pieces.push(...column.pieces);
      lowest = Math.max(lowest, column.y());
    }
    y = lowest;
  }
  return {
    name: shortName(name),
    width: inner + 2 * margin,
    height: Math.ceil(y - sectionGap + margin),
    pieces,
  };
}
