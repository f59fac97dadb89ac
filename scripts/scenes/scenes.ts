/**
 * The situations of a live session worth looking at, each by name: `npm run scenes` opens them by address, tests and
 * screenshots begin from them. Whoever looks comes with a browser of their own; what the person they look as kept in
 * their browser alone (a draft, dots before *done*) does not come along, so such people are not among `as`.
 */
import {
  cast,
  leadOf,
  liveOf,
  openSheet,
  type Place,
  type Player,
  type Playing,
  playerOf,
} from './playing.ts';
import { type Step, tellUntil } from './story.ts';

const { fay, erin, eli, max } = cast;

export interface Looker {
  readonly name: string;
  /** What there is to see as this person. */
  readonly sees: string;
  /** Switches of the board, as its address has them. */
  readonly query?: string;
}

export interface Scene {
  readonly name: string;
  /** In one sentence. */
  readonly shows: string;
  readonly as: readonly [Looker, ...Looker[]];
  /** Where the story stops. */
  readonly upTo: Step;
  /** Who is on the facilitator's list, and never came. */
  readonly absent?: string;
  /** What is special about it. */
  readonly special?: (playing: Playing) => Promise<void>;
  /** Minutes that pass at the end. */
  readonly minutes?: number;
  /** What happens once somebody looks, which those who were there before have missed. */
  readonly meeting?: (playing: Playing, looker: string) => Promise<void>;
}

const minute = 60_000;

async function goes({ here }: Playing, name: string, how: 'leave' | 'vanish'): Promise<void> {
  const player = here.get(name);
  here.delete(name);
  await player?.[how]();
}

export const scenes: readonly Scene[] = [
  {
    name: 'before',
    shows: 'Several people are on the board, and nobody has set up anything.',
    as: [{ name: fay, sees: 'the way to a session, above the form for a sheet' }],
    upTo: 'together',
  },
  {
    name: 'set-up',
    shows: 'Fay has begun to set a session up: people are listed, no sheet stands yet.',
    as: [
      { name: fay, sees: 'go on with setting it up' },
      { name: erin, sees: 'that Fay prepares a session; nothing is asked of her' },
    ],
    upTo: 'listed',
  },
  {
    name: 'half-dropped',
    shows: 'Fay’s tab was closed while the sheets were put on the board: one of two stands.',
    as: [{ name: fay, sees: 'the missing sheet can be put there; nothing comes twice' }],
    upTo: 'listed',
    async special(playing) {
      const setUp = await playing.soon('setting up is loaded', () => liveOf(playerOf(playing, fay)).setUp());
      void setUp.dropSheets();
      await playing.soon('the first sheet stands', () => setUp.progress.value?.sheets === 1);
      await goes(playing, fay, 'vanish');
    },
  },
  {
    name: 'arriving',
    shows: 'The session has begun, and nobody has said yet who they are.',
    as: [
      { name: erin, sees: 'her sheet, and one click to say that it is hers' },
      { name: max, sees: 'the first sheet he reviews' },
      { name: fay, sees: 'the room, and what to say' },
    ],
    upTo: 'arriving',
  },
  {
    name: 'writing',
    shows: 'Notes are written unseen: Erin is done, Max still writes, Eli has nothing yet.',
    as: [
      { name: fay, sees: 'who is done, and no word of anybody’s' },
      { name: eli, sees: 'empty lanes, and who else writes' },
      { name: erin, sees: 'her own notes, and that Max is waited for' },
    ],
    upTo: 'writing',
  },
  {
    name: 'time-over',
    shows: 'The time for writing is over, and two people are not done.',
    as: [
      { name: eli, sees: 'that the time is over; he can go on writing' },
      { name: fay, sees: 'going on asks first' },
    ],
    upTo: 'writing',
    minutes: 19,
  },
  {
    name: 'reading',
    shows: 'Both sides’ notes are shown and read: Erin’s are on the board, Eli’s wait to be put there.',
    as: [
      { name: erin, sees: 'her notes and Max’s, and what he thinks of them' },
      { name: eli, sees: 'his notes can go on the board now' },
      { name: max, sees: 'the notes that wait for his view' },
      { name: fay, sees: 'how the sheets stand' },
    ],
    upTo: 'reading',
  },
  {
    name: 'brought',
    shows: 'Fay would like to show Erin’s sheet to everybody.',
    as: [
      { name: eli, sees: 'the offer; the sheet is not his, and he can just look' },
      { name: max, sees: 'the offer, and a way back afterwards' },
    ],
    upTo: 'reading',
    async meeting(playing, looker) {
      const { room, sheets } = liveOf(playerOf(playing, fay));
      await playing.soon(`${looker} has opened a sheet`, () =>
        room.value.occupants.some(({ name, at }) => name === looker && at !== null),
      );
      const lead = await leadOf(playing);
      const hers = sheets.value.find(([, { details }]) => details.engineer === erin);
      if (hers) lead.bring({ sheet: hers[0], place: null, frame: null });
    },
  },
  {
    name: 'late',
    shows: 'Eli comes when the others have written already.',
    as: [{ name: eli, sees: 'the right stage, his sheet, and the time left' }],
    upTo: 'reading',
    absent: eli,
    minutes: 2,
  },
  {
    name: 'guest',
    shows: 'Somebody who may only view the board looks in; nobody waits for them.',
    as: [
      { name: 'Vera Visitor', sees: 'what goes on, without being asked for anything', query: 'access=view' },
    ],
    upTo: 'reading',
  },
  {
    name: 'seat-left',
    shows: 'Fay had to go and has left the facilitator’s seat.',
    as: [
      { name: erin, sees: 'the free seat, which she can take' },
      { name: max, sees: 'the same' },
    ],
    upTo: 'writing',
    async special(playing) {
      liveOf(playerOf(playing, fay)).leaveSeat();
      await playing.soon('everybody knows it', () =>
        [...playing.here.values()].every((one) => liveOf(one).holder.value?.left),
      );
      await goes(playing, fay, 'leave');
    },
  },
  {
    name: 'facilitator-gone',
    shows: 'Fay’s computer has died in the middle of it: her seat falls free after a minute.',
    as: [{ name: erin, sees: 'the stage goes on; after a while she can take the seat' }],
    upTo: 'writing',
    special: (playing) => goes(playing, fay, 'vanish'),
  },
  {
    name: 'dots',
    shows: 'Dots are given: Erin is done with hers, Max has some left, and nobody sees anybody’s.',
    as: [
      { name: eli, sees: 'three dots to give on his own sheet' },
      { name: fay, sees: 'who is done' },
    ],
    upTo: 'dots',
  },
  {
    name: 'dots-closed',
    shows: 'Dots are closed and two notes have as many: the one on which people differ most comes first.',
    as: [
      { name: erin, sees: 'what to talk about, in its order' },
      { name: fay, sees: 'the same, and the themes that sheets share' },
    ],
    upTo: 'closed',
  },
  {
    name: 'talking',
    shows: 'They talk about the third note: the first is decided, the second parked.',
    as: [
      { name: erin, sees: 'the note they talk about, what was parked, and the decision on her note' },
      { name: max, sees: 'the same, once he has chosen Erin’s sheet' },
      { name: fay, sees: 'one note at a time' },
    ],
    upTo: 'talking',
  },
  {
    name: 'ended',
    shows: 'The session is over, and its summary stands on the board.',
    as: [
      { name: fay, sees: 'what came of it, in counts' },
      { name: erin, sees: 'her sheet, to go on with' },
    ],
    upTo: 'over',
  },
];

export const sceneNamed = (name: string): Scene | undefined => scenes.find((one) => one.name === name);

/** A scene that is played: the others of the cast stay while somebody looks as one of them. */
export interface Played extends Playing {
  /** Whoever looks takes the place of the one who played it; resolves when that one is gone. */
  makeRoom(looker: string): Promise<void>;
  /** What happens once they look; resolves when it has happened. */
  meet(looker: string): Promise<void>;
  end(): Promise<void>;
}

export async function playScene(scene: Scene, place: Place): Promise<Played> {
  const here = new Map<string, Player>();
  const playing: Playing = { ...place, here };
  const end = async (): Promise<void> => {
    const all = [...here.values()];
    here.clear();
    await Promise.all(all.map((one) => one.leave()));
  };
  try {
    await Promise.all(
      Object.values(cast)
        .filter((name) => name !== scene.absent)
        .map(async (name) => here.set(name, await place.come(name))),
    );
    await tellUntil(playing, scene.upTo);
    await scene.special?.(playing);
    if (scene.minutes) await place.pass(scene.minutes * minute);
    // Back where each of them belongs: the last one who looked at a sheet may have looked at somebody else's.
    for (const name of [erin, eli])
      if (here.has(name) && playerOf(playing, name).workshop.sheets.value.length === 2)
        await openSheet(playing, name, name);
    await Promise.all([...here.values()].map(({ workshop }) => workshop.flush()));
  } catch (error) {
    await end();
    throw error;
  }
  return {
    ...playing,
    async makeRoom(looker) {
      await goes(playing, looker, 'leave');
      await playing.soon(`nobody sees ${looker} on a sheet`, () =>
        [...here.values()].every(({ workshop }) =>
          (workshop.live()?.room.value.occupants ?? []).every(
            ({ name, at }) => name !== looker || at === null,
          ),
        ),
      );
    },
    meet: async (looker) => scene.meeting?.(playing, looker),
    end,
  };
}
