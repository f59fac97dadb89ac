/** Every scene is played on a board in memory, and shows whoever looks what is special about it. */
import { expect, test } from 'vitest';
import { cast, liveOf, noteOn, openSheet, type Player, playerOf } from '../../scripts/scenes/playing.ts';
import { scenes } from '../../scripts/scenes/scenes.ts';
import { decision, notes } from '../../scripts/scenes/story.ts';
import { noteDraftsPart } from '../../src/app/models/noteDrafts/part.ts';
import type { LiveSession } from '../../src/app/models/session/live.ts';
import { walkingPart } from '../../src/app/models/session/tools/toolParts.ts';
import type { SheetModel } from '../../src/app/models/sheet/sheetModel.ts';
import { onlyLookingPart } from '../../src/app/models/talk/onlyLooking.ts';
import type { Workshop } from '../../src/app/models/workshop.ts';
import { playInMemory, type SceneInMemory } from './inMemory.ts';

const { fay, erin, eli, max } = cast;

/** What is seen, by scene, and as whom. */
type Sights = Readonly<Record<string, (player: Player, scene: SceneInMemory) => Promise<void>>>;

const ready = ({ soon }: SceneInMemory, { name, workshop }: Player): Promise<LiveSession> =>
  soon(`${name} has the session`, () => {
    const live = workshop.live();
    return live?.ready.value && live;
  });

const at = async (scene: SceneInMemory, player: Player, stage: string | null): Promise<LiveSession> => {
  const live = await ready(scene, player);
  await scene.soon(`${player.name} is at ${stage}`, () => (live.stage.value?.id ?? null) === stage);
  return live;
};

const labelOf = ({ sheet }: Workshop): string | undefined => sheet.value?.view.value?.details.engineer;

const sheetOpen = ({ soon }: SceneInMemory, { workshop }: Player, engineer: string): Promise<SheetModel> =>
  soon(`the sheet of ${engineer} is open`, () => labelOf(workshop) === engineer && workshop.sheet.value);

/** Who is waited for, and whether they are done, as somebody's panel has it. */
const awaited = (live: LiveSession): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    live.room.value.occupants.filter((one) => one.awaited).map(({ name, done }) => [name, done]),
  );

const framesOn = ({ app }: SceneInMemory) =>
  [...app.board.contents().items.values()].filter(({ type }) => type === 'frame');

const seen: Readonly<Record<string, Sights>> = {
  before: {
    async [fay]({ workshop }, { soon }) {
      await soon('all four are online', () => workshop.online.value.length === 4);
      expect(workshop.hasLive.value).toBe(false);
      expect(workshop.sheets.value).toEqual([]);
    },
  },

  'set-up': {
    async [fay](player, scene) {
      const live = await ready(scene, player);
      await scene.soon('the plan is there', () => live.session.value?.phase === 'planned');
      expect(live.iHold.value).toBe(true);
      expect(live.content.value.people.map(({ name, role }) => [name, role])).toEqual([
        [fay, 'facilitator'],
        [erin, 'engineer'],
        [eli, 'engineer'],
        [max, 'manager'],
      ]);
      expect(player.workshop.sheets.value).toEqual([]);
    },
    async [erin](player, scene) {
      const live = await at(scene, player, null);
      await scene.soon('the plan is there', () => live.session.value?.phase === 'planned');
      expect([live.iHold.value, live.mayTake.value]).toEqual([false, false]);
    },
  },

  'half-dropped': {
    async [fay](player, scene) {
      const live = await ready(scene, player);
      const setUp = await scene.soon('setting up is loaded', () => live.setUp());
      await scene.soon('one sheet is missing', () => setUp.missing.value.length === 1);
      expect(setUp.missing.value.map(({ name }) => name)).toEqual([eli]);
      await setUp.dropSheets();
      expect(setUp.missing.value).toEqual([]);
      // A frame for each engineer, and the overview.
      expect(framesOn(scene)).toHaveLength(3);
    },
  },

  arriving: {
    async [erin](player, scene) {
      const live = await at(scene, player, 'open');
      const sheet = await sheetOpen(scene, player, erin);
      expect([sheet.view.value?.me.role, live.planned(sheet.id)]).toEqual([null, 'engineer']);
    },
    async [max](player, scene) {
      const live = await at(scene, player, 'open');
      const sheet = await scene.soon('a sheet is open', () => player.workshop.sheet.value);
      expect([sheet.view.value?.me.role, live.planned(sheet.id)]).toEqual([null, 'manager']);
    },
    async [fay](player, scene) {
      const live = await at(scene, player, 'open');
      await scene.soon('all are in the room', () => live.room.value.occupants.every(({ here }) => here));
      expect(awaited(live)).toEqual({ [erin]: false, [eli]: false, [max]: false });
    },
  },

  writing: {
    async [fay](player, scene) {
      const live = await at(scene, player, 'write');
      await scene.soon('all are in the room', () => live.room.value.awaited === 3);
      expect(awaited(live)).toEqual({ [erin]: true, [eli]: false, [max]: false });
      expect(live.sheets.value.map(([, { total }]) => total)).toEqual([0, 0]);
    },
    async [eli](player, scene) {
      await at(scene, player, 'write');
      const drafts = await (await sheetOpen(scene, player, eli)).loaded(noteDraftsPart);
      expect([drafts.stage.value, drafts.mine.value]).toEqual(['drafting', []]);
    },
    async [erin](player, scene) {
      const live = await at(scene, player, 'write');
      const drafts = await (await sheetOpen(scene, player, erin)).loaded(noteDraftsPart);
      await scene.soon('her own notes are there', () => drafts.mine.value.length === notes[erin].length);
      expect([drafts.stage.value, live.iAmDone.value]).toEqual(['waiting', true]);
    },
  },

  'time-over': {
    async [eli](player, scene) {
      const live = await at(scene, player, 'write');
      const left = await scene.soon('the time is known', () => {
        const now = live.left.value;
        return now.kind === 'left' && now;
      });
      expect(left.running).toBe(true);
      expect(left.ms).toBeLessThan(-50_000);
      expect(left.ms).toBeGreaterThan(-90_000);
    },
    async [fay](player, scene) {
      const live = await at(scene, player, 'write');
      const lead = await scene.soon('facilitating is loaded', () => live.lead());
      await scene.soon('she knows who is not done', () => lead.busy.value === 2);
      lead.wish({ kind: 'next' });
      expect(lead.asking.value).toEqual({ kind: 'next' });
    },
  },

  reading: {
    async [erin](player, scene) {
      await at(scene, player, 'read');
      const sheet = await sheetOpen(scene, player, erin);
      const note = await noteOn(scene.played, sheet, 'Decide by June');
      await scene.soon('what Max thinks has come', () =>
        sheet.view.value?.notes.get(note.id)?.others.some(({ value }) => value === 'agree-if'),
      );
      expect(sheet.view.value?.total).toBe(5);
    },
    async [eli](player, scene) {
      await at(scene, player, 'read');
      const drafts = await (await sheetOpen(scene, player, eli)).loaded(noteDraftsPart);
      await scene.soon('his notes can go on the board', () => drafts.revealed.value.waiting === 2);
      expect(drafts.stage.value).toBe('open');
    },
    async [max](player, scene) {
      await at(scene, player, 'read');
      const sheet = await openSheet(scene.played, max, erin);
      await scene.soon('all notes are there', () => sheet.view.value?.total === 5);
      const open = [...(sheet.view.value?.notes.values() ?? [])].filter(({ mine }) => mine === null);
      expect(open.map(({ text }) => text)).toEqual(notes[max].map(([, text]) => text));
    },
    async [fay](player, scene) {
      const live = await at(scene, player, 'read');
      await scene.soon('she sees how the sheets stand', () => {
        const counts = live.sheets.value.map(([, { details, total }]) => [details.engineer, total]);
        return Object.fromEntries(counts)[erin] === 5 && Object.fromEntries(counts)[eli] === 0;
      });
    },
  },

  brought: {
    async [eli](player, scene) {
      const live = await at(scene, player, 'read');
      await sheetOpen(scene, player, eli);
      await scene.played.meet(eli);
      const offer = await scene.soon('he is asked to come along', () => live.offer.value);
      await live.along.go(offer);
      const hers = await sheetOpen(scene, player, erin);
      expect([hers.view.value?.me.role, live.planned(hers.id)]).toEqual([null, null]);
      expect((await hers.loaded(onlyLookingPart)).on.value).toBe(true);
      await live.along.goBack();
      await sheetOpen(scene, player, eli);
    },
    async [max](player, scene) {
      const live = await at(scene, player, 'read');
      await scene.soon('a sheet is open', () => player.workshop.sheet.value);
      await scene.played.meet(max);
      await scene.soon('he is asked to come along', () => live.offer.value);
      live.answerOffer();
      expect(live.along.away.value).toBe(false);
    },
  },

  late: {
    async [eli](player, scene) {
      const live = await at(scene, player, 'read');
      const sheet = await sheetOpen(scene, player, eli);
      expect([sheet.view.value?.me.role, live.planned(sheet.id)]).toEqual([null, 'engineer']);
      const left = await scene.soon('the time is known', () => {
        const now = live.left.value;
        return now.kind === 'left' && now;
      });
      expect(left.ms / 60_000).toBeGreaterThan(3);
      expect(left.ms / 60_000).toBeLessThan(4);
    },
  },

  guest: {
    async 'Vera Visitor'(player, scene) {
      const live = await at(scene, player, 'read');
      const facilitating = liveOf(playerOf(scene.played, fay));
      await scene.soon('Fay sees that she is here', () =>
        facilitating.room.value.occupants.some(({ name, here }) => name === 'Vera Visitor' && here),
      );
      expect(live.myself.value).toBeNull();
      for (const one of [live, facilitating]) expect(Object.keys(awaited(one))).toEqual([erin, eli, max]);
    },
  },

  'seat-left': {
    async [erin](player, scene) {
      const live = await at(scene, player, 'write');
      await scene.soon('the seat is free', () => live.mayTake.value);
      expect(live.holder.value?.left).toBe(true);
    },
    async [max](player, scene) {
      const live = await at(scene, player, 'write');
      await scene.soon('the seat is free', () => live.mayTake.value);
      expect(live.takeSeat()).toBe(true);
      await scene.soon('he holds it', () => live.iHold.value);
    },
  },

  'facilitator-gone': {
    async [erin](player, scene) {
      const live = await at(scene, player, 'write');
      expect([live.holder.value?.left, live.mayTake.value]).toEqual([false, false]);
      await scene.soon('the seat falls free', () => live.mayTake.value);
      expect(live.takeSeat()).toBe(true);
    },
  },

  dots: {
    async [eli](player, scene) {
      const live = await at(scene, player, 'dots');
      const sheet = await sheetOpen(scene, player, eli);
      const dots = await scene.soon('dots are loaded', () => live.dots.value);
      expect([dots.stage.value, dots.left(sheet.id)]).toEqual(['giving', 3]);
      const hers = live.sheets.value.find(([, { details }]) => details.engineer === erin);
      expect(hers && dots.counted(...hers)).toEqual([]);
    },
    async [fay](player, scene) {
      const live = await at(scene, player, 'dots');
      await scene.soon('all are in the room', () => live.room.value.awaited === 3);
      expect(awaited(live)).toEqual({ [erin]: true, [eli]: false, [max]: false });
    },
  },

  'dots-closed': {
    async [erin](player, scene) {
      const live = await at(scene, player, 'talk');
      const sheet = await sheetOpen(scene, player, erin);
      const dots = await scene.soon('dots are loaded', () => live.dots.value);
      const counted = await scene.soon('all dots are counted', () => {
        const view = sheet.shared.value;
        const found = view ? dots.counted(sheet.id, view) : [];
        return found.length === 2 && found;
      });
      const words = counted.map(({ note, dots: count }) => [
        sheet.shared.value?.notes.get(note)?.text,
        count,
      ]);
      expect(words).toEqual([
        [notes[erin][0][1], 2],
        [notes[max][0][1], 2],
      ]);
    },
    async [fay](player, scene) {
      const live = await at(scene, player, 'talk');
      const lead = await scene.soon('facilitating is loaded', () => live.lead());
      await lead.takeVotes();
      expect(player.workshop.notice.value?.message).toContain('Miro’s voting has counted nothing');
    },
  },

  talking: {
    async [erin](player, scene) {
      await at(scene, player, 'talk');
      const sheet = await sheetOpen(scene, player, erin);
      const note = await noteOn(scene.played, sheet, 'Decide by June');
      await scene.soon('the decision is on her note', () =>
        JSON.stringify(sheet.view.value?.notes.get(note.id)?.threads).includes(decision),
      );
    },
    async [max](player, scene) {
      await at(scene, player, 'talk');
      const sheet = await openSheet(scene.played, max, erin);
      const walking = await sheet.loaded(walkingPart);
      await scene.soon('one is talked about', () => walking.now.value);
      expect(walking.parked.value.map(({ text }) => text)).toEqual([notes[max][0][1]]);
    },
    async [fay](player, scene) {
      const live = await at(scene, player, 'talk');
      expect(live.iHold.value).toBe(true);
    },
  },

  ended: {
    async [fay](player, scene) {
      const live = await at(scene, player, null);
      expect(live.session.value?.phase).toBe('ended');
      const after = await scene.soon('what came of it is loaded', () => live.after());
      await scene.soon('both sheets have been read', () =>
        live.sheets.value.every(([, { total }]) => total > 0),
      );
      const { sheets } = after.summary();
      expect(sheets.map(({ name, notes: count, agreed }) => [name, count, agreed]).sort()).toEqual([
        [eli, 2, 0],
        [erin, 5, 1],
      ]);
      expect(framesOn(scene)).toHaveLength(4);
    },
    async [erin](player, scene) {
      await ready(scene, player);
      const sheet = await sheetOpen(scene, player, erin);
      await scene.soon('the date has come', () => sheet.view.value?.content.next);
      expect(sheet.view.value?.me.role).toBe('engineer');
    },
  },
};

test.each(scenes.map((scene) => [scene.name, scene] as const))('%s', async (name, scene) => {
  const sights = seen[name] ?? {};
  expect(Object.keys(sights)).toEqual(scene.as.map((one) => one.name));
  const played = await playInMemory(scene);
  try {
    for (const one of scene.as) {
      const access = one.query === 'access=view' ? ({ access: 'view' } as const) : undefined;
      await played.tell(
        played.look(one.name, access).then(async (player) => {
          played.played.here.set(one.name, player);
          await sights[one.name]?.(player, played);
        }),
      );
    }
  } finally {
    played.app.dispose();
  }
});

test('names are fit for an address, and each stands once', () => {
  const names = scenes.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
