/**
 * The agenda of one session: a template's stages for the format that was chosen, the facilitator's to change, before and
 * during. Every change gives a new agenda, or the same one where it asks for nothing sensible.
 *
 * A1  An agenda has 1 to 40 stages, each with an id of its own and 1 to 180 whole minutes.
 * A2  Skipping takes nothing away: the stage stays where it is and can be gone to, or taken up again.
 * A3  Reordering keeps every stage.
 */
import {
  authorDisplays,
  type Format,
  formats,
  type Stage,
  stagePlaces,
  stageSteps,
  stageTools,
  writings,
} from '../stage.ts';

export interface SessionStage extends Omit<Stage, 'minutes'> {
  readonly minutes: number;
  readonly skipped: boolean;
}

export type Agenda = readonly SessionStage[];

export const agendaLimits = { stages: 40, minutes: 180, title: 80, sentence: 300, id: 60 } as const;

/** A whole number of minutes that a stage can have (A1). */
export const asMinutes = (minutes: number): number =>
  Number.isFinite(minutes) ? Math.min(agendaLimits.minutes, Math.max(1, Math.round(minutes))) : 1;

/** Empty where the template has no stage for this format. */
export const agendaFor = (stages: readonly Stage[], format: Format): Agenda =>
  stages.flatMap(({ minutes, ...stage }) => {
    const own = minutes[format];
    return own === undefined ? [] : [{ ...stage, minutes: asMinutes(own), skipped: false }];
  });

export const stageOf = (agenda: Agenda, id: string | null): SessionStage | undefined =>
  agenda.find((stage) => stage.id === id);

/** Of the stages that are not skipped. */
export const agendaMinutes = (agenda: Agenda): number =>
  agenda.reduce((sum, { minutes, skipped }) => sum + (skipped ? 0 : minutes), 0);

const changed = (agenda: Agenda, id: string, change: (stage: SessionStage) => SessionStage): Agenda =>
  agenda.map((stage) => (stage.id === id ? change(stage) : stage));

export const skipStage = (agenda: Agenda, id: string, skipped: boolean): Agenda =>
  changed(agenda, id, (stage) => ({ ...stage, skipped }));

/** `place` counts from 0 among all stages. */
export function moveStage(agenda: Agenda, id: string, place: number): Agenda {
  const stage = stageOf(agenda, id);
  if (!stage) return agenda;
  const others = agenda.filter((one) => one !== stage);
  const at = Math.min(others.length, Math.max(0, Math.trunc(place)));
  return [...others.slice(0, at), stage, ...others.slice(at)];
}

/** What a facilitator can write on a stage; `id`, and what the template says of its tools, stay. */
export type StageWords = Partial<
  Pick<SessionStage, 'title' | 'minutes' | 'say' | 'do' | 'place' | 'writing' | 'authors'>
>;

const line = (text: string, most: number): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed();

export const editStage = (agenda: Agenda, id: string, words: StageWords): Agenda =>
  changed(agenda, id, (stage) => ({
    ...stage,
    ...words,
    title: line(words.title ?? stage.title, agendaLimits.title) || stage.title,
    say: line(words.say ?? stage.say, agendaLimits.sentence),
    do: line(words.do ?? stage.do, agendaLimits.sentence),
    minutes: asMinutes(words.minutes ?? stage.minutes),
  }));

/** A new stage after another one, or first. The same agenda where it is full, or the id is taken. */
export function addStage(
  agenda: Agenda,
  after: string | null,
  stage: Pick<SessionStage, 'id' | 'title' | 'minutes' | 'do'>,
): Agenda {
  if (agenda.length >= agendaLimits.stages || stageOf(agenda, stage.id)) return agenda;
  const fresh: SessionStage = {
    ...{ id: stage.id.slice(0, agendaLimits.id), say: '', place: 'write', step: null, tool: null },
    ...{ writing: 'open', authors: 'named', skipped: false },
    title: line(stage.title, agendaLimits.title) || 'Another stage',
    do: line(stage.do, agendaLimits.sentence),
    minutes: asMinutes(stage.minutes),
  };
  const at = agenda.findIndex(({ id }) => id === after) + 1;
  return [...agenda.slice(0, at), fresh, ...agenda.slice(at)];
}

/** Takes a stage out for good; the last one stays (A1). */
export const dropStage = (agenda: Agenda, id: string): Agenda =>
  agenda.length > 1 ? agenda.filter((stage) => stage.id !== id) : agenda;

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | null =>
  values.find((known) => known === value) ?? null;

/** A stage as it lies in a document. Null for what can't be read. */
export function stageFrom(value: unknown): SessionStage | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>; // every field is looked at below
  const { id, title, say, minutes } = fields;
  const words = fields.do;
  const place = oneOf(stagePlaces, fields.place);
  if (typeof id !== 'string' || id === '' || id.length > agendaLimits.id) return null;
  if (typeof title !== 'string' || typeof say !== 'string' || typeof words !== 'string') return null;
  if (typeof minutes !== 'number' || !Number.isFinite(minutes) || minutes < 1 || !place) return null;
  return {
    id,
    title: line(title, agendaLimits.title) || id,
    minutes: asMinutes(minutes),
    say: line(say, agendaLimits.sentence),
    do: line(words, agendaLimits.sentence),
    place,
    step: oneOf(stageSteps, fields.step),
    // What can't be read may ask for more quiet than we know of.
    writing: fields.writing === undefined ? 'open' : (oneOf(writings, fields.writing) ?? 'private'),
    authors: fields.authors === undefined ? 'named' : (oneOf(authorDisplays, fields.authors) ?? 'hidden'),
    tool: oneOf(stageTools, fields.tool),
    skipped: fields.skipped === true,
  };
}

/** Null where no stage can be read. `unknown` counts those that can't, and repeated ids. */
export function agendaFrom(value: unknown): { readonly agenda: Agenda; readonly unknown: number } | null {
  if (!Array.isArray(value)) return null;
  const stages: SessionStage[] = [];
  let unknown = 0;
  for (const one of value) {
    const stage = stages.length < agendaLimits.stages ? stageFrom(one) : null;
    if (!stage || stageOf(stages, stage.id)) unknown += 1;
    else stages.push(stage);
  }
  return stages.length > 0 ? { agenda: stages, unknown } : null;
}

export const asFormat = (value: unknown): Format | null => oneOf(formats, value);
