/**
 * What a template is. Templates are data (src/workshop/templates/, docs/templates.md), checked once by `parseTemplate`;
 * everything else in the house can rely on these types.
 */
import type { PillarId, ResponsibilityId } from './ids.ts';
import type { Stage } from './stage.ts';
import type { StickyColour } from './stickyColour.ts';

/** Where an idea comes from; shown as small print and linked in exports. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

export interface Pillar {
  readonly id: PillarId;
  readonly title: string;
  /** One sentence: what belongs here. */
  readonly meaning: string;
  /** Colour means pillar, everywhere. */
  readonly colour: StickyColour;
  readonly source: Source;
}

export interface Responsibility {
  readonly id: ResponsibilityId;
  readonly title: string;
  readonly meaning: string;
  /** The pillars it serves, at least one. Serving two gives it a lane in both. */
  readonly pillars: readonly PillarId[];
  /** The question its lane asks, by pillar: it asks for the team's own case. */
  readonly prompts: Readonly<Record<PillarId, string>>;
  /** The same of somebody who does not have the job yet: "What would you…". Where one is missing the prompt above asks. */
  readonly stretchPrompts?: Readonly<Record<PillarId, string>> | undefined;
  readonly source: Source;
}

/** A place for notes outside the pillars: the one job, why now, what I will not do, what I need. */
export interface SideColumn {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly stretchPrompt?: string | undefined;
  /** Across the top of the sheet, or at its side. */
  readonly place: 'top' | 'side';
  /** Whom its notes ask for an answer, if anybody: yes, partly or no. */
  readonly asks?: 'manager' | undefined;
  readonly source: Source;
}

export interface Template {
  /** Grows when its meaning changes, so that old sheets can tell. */
  readonly version: number;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly source: Source;
  readonly pillars: readonly Pillar[];
  readonly responsibilities: readonly Responsibility[];
  readonly sides: readonly SideColumn[];
}

/** With its agenda, which most screens never need: it is kept apart, so that they don't load it. */
export interface WholeTemplate extends Template {
  /** In the order of the agenda. May be empty: then a session uses that of the built-in template. */
  readonly stages: readonly Stage[];
}
