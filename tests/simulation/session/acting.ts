/** What people do in each stage of the built-in agenda: as the panel offers it, at the pace of people. */
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import { roundsPart } from '../../../src/app/models/rounds/roundsPart.ts';
import type { LiveSession } from '../../../src/app/models/session/live.ts';
import { groupingPart, walkingPart } from '../../../src/app/models/session/tools/toolParts.ts';
import type { SheetModel } from '../../../src/app/models/sheet/sheetModel.ts';
import type { NoteView } from '../../../src/app/models/sheet/sheetView.ts';
import type { Workshop } from '../../../src/app/models/workshop.ts';
import type { LaneId } from '../../../src/workshop/ids.ts';
import { lanesOf, sheetColumns } from '../../../src/workshop/lens.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';
import type { chance } from '../../support/chance.ts';
import type { Role } from './accounts.ts';
import type { Clockwork } from './clockwork.ts';

export interface Actor {
  readonly person: { readonly workshop: Workshop };
  readonly name: string;
  readonly role: Role;
}

type Part = Exclude<Role, 'facilitator'> | 'peer';

export interface Acting {
  /** Says who they are by the facilitator's list. */
  claim(actor: Actor): Promise<void>;
  /** The owner of a sheet says yes to those who say that they review it. */
  confirm(actor: Actor): Promise<void>;
  /** Does what a stage asks for, and says that they are done. */
  act(actor: Actor, stage: string): Promise<void>;
}

const minute = 60_000;
const lanes = lanesOf(sheetColumns(staffRole, 'pillars')).filter(({ pillar }) => pillar !== null);
const needs = 'side/needs' as LaneId;

const subjects = [
  'the settlement job',
  'the feature store',
  'the claims model',
  'the deploy train',
  'the limit service',
];
const changes = [
  'from nine hours to two by June',
  'so that Support stops retyping it',
  'with the platform team, by the audit',
  'until nobody has to ask twice',
];
const vague = ['Set the technical direction', 'Mentor engineers', 'Drive best practices'];

export function liveOf({ name, person }: Actor): LiveSession {
  const live = person.workshop.live();
  if (!live) throw new Error(`No session is loaded for ${name}`);
  return live;
}

/** Which sheets the facilitator planned somebody for, their own first. */
export function plannedFor({
  person,
}: Pick<Actor, 'person'>): readonly { readonly id: string; readonly role: Part }[] {
  const live = person.workshop.live();
  return person.workshop.sheets.value
    .flatMap(({ id }) => {
      const role = live?.planned(id) ?? null;
      return role && role !== 'facilitator' ? [{ id, role: role as Part }] : [];
    })
    .toSorted((a, b) => Number(b.role === 'engineer') - Number(a.role === 'engineer'));
}

export function acting({ sleep, soon }: Clockwork, random: ReturnType<typeof chance>): Acting {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = (from: number, to: number): number => from + Math.floor(random() * (to - from));

  const open = async ({ person, name }: Actor, id: string): Promise<SheetModel> => {
    person.workshop.choose(id);
    return soon(`${name}'s sheet is open`, () => {
      const sheet = person.workshop.sheet.value;
      return sheet?.id === id && sheet.view.value ? sheet : null;
    });
  };
  const notesOn = (sheet: SheetModel): readonly NoteView[] =>
    [...(sheet.shared.value?.notes.values() ?? [])].filter(({ place }) => place !== 'gone');
  const unseen = (sheet: SheetModel) =>
    soon('writing unseen is loaded', () => sheet.part(noteDraftsPart).value);

  async function write(actor: Actor): Promise<void> {
    for (const { id, role } of plannedFor(actor).filter((one) => one.role !== 'peer')) {
      const notes = await unseen(await open(actor, id));
      for (let n = 0; n < (role === 'engineer' ? 5 : 2); n += 1) {
        const text =
          random() < 0.2 ? pick(vague) : `Take ${pick(subjects)} ${pick(changes)} (${actor.name} ${n})`;
        if (!notes.write(pick(lanes).id, text)) throw new Error(`A note of ${actor.name} was not taken`);
        await sleep(some(20_000, 90_000));
      }
      notes.done();
    }
  }

  async function read(actor: Actor): Promise<void> {
    const own = plannedFor(actor);
    for (const { id } of own.filter(({ role }) => role === 'engineer')) {
      const notes = await unseen(await open(actor, id));
      await soon(`both sides are shown to ${actor.name}`, () => notes.stage.value === 'open');
      if (notes.revealed.value.waiting > 0) await notes.place(false);
    }
    await sleep(some(60_000, 90_000));
    for (const { id } of own) {
      const sheet = await open(actor, id);
      for (const note of notesOn(sheet)) {
        await sleep(some(5_000, 20_000));
        const dice = random();
        if (dice < 0.6) sheet.takeStance(note.id, 'agree', '');
        else if (dice < 0.8) sheet.takeStance(note.id, 'agree-if', 'Say for whom.');
        else sheet.takeStance(note.id, dice < 0.9 ? 'not-sure' : 'disagree', 'Is this ours?');
      }
    }
  }

  async function talk(actor: Actor): Promise<void> {
    for (const { id, role } of plannedFor(actor)) {
      const sheet = await open(actor, id);
      if (role === 'engineer') {
        const walking = await soon('walking is loaded', () => sheet.part(walkingPart).value);
        for (const { note } of walking.items(14, new Map()).slice(0, 5)) {
          walking.go(note.id);
          await sleep(some(60_000, 100_000));
          sheet.remark(note.id, 'Decided: as it stands, for this year.', null);
          sheet.takeStance(note.id, 'agree', '');
        }
      } else {
        await sleep(some(minute, 2 * minute));
        for (const note of notesOn(sheet)) if (random() < 0.7) sheet.takeStance(note.id, 'agree', '');
      }
    }
  }

  /** What only somebody with a sheet of their own does. */
  async function onOwnSheet(sheet: SheetModel, { name }: Actor, stage: string): Promise<void> {
    if (stage === 'ours') {
      const general = notesOn(sheet).find(({ text }) => vague.includes(text));
      if (general) await sheet.editNote(general.id, `Own ${pick(subjects)} ${pick(changes)}`);
    }
    if (stage === 'group') {
      const [one, two] = notesOn(sheet);
      const grouping = await soon('grouping is loaded', () => sheet.part(groupingPart).value);
      if (one && two) grouping.group([one.id, two.id]);
    }
    if (stage === 'needs') await sheet.addNote(needs, `A quiet day a week (${name})`);
    if (stage === 'close') {
      const rounds = await soon('rounds are loaded', () => sheet.part(roundsPart).value);
      rounds.plan({ start: '2026-12-04T09:30:00.000Z', minutes: 30 });
    }
  }

  return {
    async claim(actor) {
      for (const { id, role } of plannedFor(actor)) (await open(actor, id)).claim(role);
    },

    async confirm(actor) {
      for (const { id } of plannedFor(actor).filter(({ role }) => role === 'engineer')) {
        const sheet = await open(actor, id);
        for (const { user, role, confirmed } of sheet.view.value?.participants ?? [])
          if (role && !confirmed) sheet.confirm(user, role);
      }
    },

    async act(actor, stage) {
      const [first] = plannedFor(actor);
      if (!first) return;
      await sleep(some(2_000, 20_000));
      if (stage === 'write') await write(actor);
      if (stage === 'read') await read(actor);
      if (stage === 'talk') await talk(actor);
      if (stage === 'dots') {
        const sheet = await open(actor, first.id);
        for (let n = 0; n < 3; n += 1) {
          const notes = notesOn(sheet);
          if (notes.length > 0) liveOf(actor).dots.value?.give(sheet.id, pick(notes).id);
          await sleep(some(3_000, 10_000));
        }
      }
      if (first.role === 'engineer') await onOwnSheet(await open(actor, first.id), actor, stage);
      liveOf(actor).sayDone(true);
    },
  };
}
