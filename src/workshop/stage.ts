/**
 * A stage of a session's agenda, as a template gives it. Stages guide: each says what to do now, for about how long, and
 * where in the panel. Moving between them changes nothing that anybody wrote.
 */

/** How people sit together. `pair`: an engineer and a manager. `cohort`: several engineers at once. `solo`: one alone. */
export const formats = ['pair', 'cohort', 'solo'] as const;
export type Format = (typeof formats)[number];

/** The panel's places, of which a stage marks one. */
export const stagePlaces = ['write', 'talk', 'compare', 'export'] as const;
export type StagePlace = (typeof stagePlaces)[number];

/** What comes around the notes and has a screen of its own, which a stage can lead to. */
export const stageSteps = ['place', 'why-now', 'altitude', 'shelf', 'themes', 'ours', 'lens'] as const;
export type StageStep = (typeof stageSteps)[number];

/** `private`: what people write stays in their browsers until it is shown to all. */
export const writings = ['open', 'private'] as const;
export type StageWriting = (typeof writings)[number];

/** What Rolewright says about whose a note is, for notes written in this stage. */
export const authorDisplays = ['named', 'role', 'hidden'] as const;
export type AuthorDisplay = (typeof authorDisplays)[number];

/** What else the panel offers in this stage: grouping look-alikes, giving dots, walking through what is open. */
export const stageTools = ['group', 'dots', 'walk'] as const;
export type StageTool = (typeof stageTools)[number];

export interface Stage {
  readonly id: string;
  readonly title: string;
  /** Whole minutes by format. A format that is not named skips the stage. */
  readonly minutes: Readonly<Partial<Record<Format, number>>>;
  /** A sentence for the facilitator to say. */
  readonly say: string;
  /** What everybody does now. */
  readonly do: string;
  readonly place: StagePlace;
  readonly step: StageStep | null;
  readonly writing: StageWriting;
  readonly authors: AuthorDisplay;
  readonly tool: StageTool | null;
}

/** Minutes of the whole agenda in this format; 0 where the template has none for it. */
export const minutesOf = (stages: readonly Pick<Stage, 'minutes'>[], format: Format): number =>
  stages.reduce((sum, { minutes }) => sum + (minutes[format] ?? 0), 0);
