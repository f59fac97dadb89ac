/**
 * A lens lays one template out as columns and lanes: a column per pillar, or a column per responsibility. Lane ids are
 * the same in both, so changing the lens never changes what a note means.
 */
import { type ColumnId, columnId, type LaneId, laneId, type PillarId, type ResponsibilityId } from './ids.ts';
import type { Lens } from './sheet.ts';
import type { StickyColour } from './stickyColour.ts';
import type { Pillar, Responsibility, SideColumn, Template } from './template.ts';

/** A place for notes. `pillar` and `responsibility` are null in a side column. */
export interface Lane {
  readonly id: LaneId;
  readonly column: ColumnId;
  readonly pillar: PillarId | null;
  readonly responsibility: ResponsibilityId | null;
  /** What distinguishes it inside its column: the responsibility, or by responsibility the pillar. */
  readonly title: string;
  readonly prompt: string;
  readonly colour: StickyColour;
  /** Whom its notes ask for an answer (template.ts). */
  readonly asks?: 'manager' | undefined;
}

export interface Column {
  readonly id: ColumnId;
  /** `top` lies across the sheet above the columns, `side` beside them; both have one lane each. */
  readonly place: 'top' | 'main' | 'side';
  readonly title: string;
  /** One sentence; empty in side columns, whose lane's prompt says it all. */
  readonly meaning: string;
  /** The pillar's colour; neutral where a column belongs to no single pillar. */
  readonly colour: StickyColour;
  readonly lanes: readonly Lane[];
}

/** Colour means pillar, so what belongs to no pillar is grey. */
export const neutral: StickyColour = 'gray';

/** Of a new note in this lane. Grey stickies can hardly be seen on a white sheet, so outside the pillars they are Miro's own yellow. */
export const noteColour = ({ pillar, colour }: Pick<Lane, 'pillar' | 'colour'>): StickyColour =>
  pillar === null ? 'light_yellow' : colour;

function laneFor(column: ColumnId, pillar: Pillar, responsibility: Responsibility, title: string): Lane {
  return {
    id: laneId(pillar.id, responsibility.id),
    column,
    pillar: pillar.id,
    responsibility: responsibility.id,
    title,
    prompt: responsibility.prompts[pillar.id] ?? '',
    colour: pillar.colour,
  };
}

const byPillar = (template: Template): Column[] =>
  template.pillars.map((pillar) => {
    const id = columnId(pillar.id);
    const serving = template.responsibilities.filter(({ pillars }) => pillars.includes(pillar.id));
    return {
      id,
      place: 'main',
      title: pillar.title,
      meaning: pillar.meaning,
      colour: pillar.colour,
      lanes: serving.map((responsibility) => laneFor(id, pillar, responsibility, responsibility.title)),
    };
  });

const byResponsibility = (template: Template): Column[] =>
  template.responsibilities.map((responsibility) => {
    const id = columnId(responsibility.id);
    const served = template.pillars.filter((pillar) => responsibility.pillars.includes(pillar.id));
    return {
      id,
      place: 'main',
      title: responsibility.title,
      meaning: responsibility.meaning,
      colour: (served.length === 1 && served[0]?.colour) || neutral,
      lanes: served.map((pillar) => laneFor(id, pillar, responsibility, pillar.title)),
    };
  });

function sideColumn(side: SideColumn): Column {
  const id = columnId(`side/${side.id}`);
  const lane: Lane = {
    id: laneId('side', side.id),
    column: id,
    pillar: null,
    responsibility: null,
    title: side.title,
    prompt: side.prompt,
    colour: neutral,
    ...(side.asks ? { asks: side.asks } : {}),
  };
  return { id, place: side.place, title: side.title, meaning: '', colour: neutral, lanes: [lane] };
}

/** All columns in reading order: across the top, then the columns, then the side. */
export function sheetColumns(template: Template, lens: Lens): readonly Column[] {
  const sides = template.sides.map(sideColumn);
  return [
    ...sides.filter(({ place }) => place === 'top'),
    ...(lens === 'pillars' ? byPillar(template) : byResponsibility(template)),
    ...sides.filter(({ place }) => place === 'side'),
  ];
}

export const lanesOf = (columns: readonly Column[]): readonly Lane[] => columns.flatMap(({ lanes }) => lanes);
