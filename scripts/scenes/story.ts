/** One live session, told in steps; a scene stops it somewhere. What people do is what the panel lets them do. */
import { noteDraftsPart } from '../../src/app/models/noteDrafts/part.ts';
import { roundsPart } from '../../src/app/models/rounds/roundsPart.ts';
import type { SettingUp } from '../../src/app/models/session/settingUp.ts';
import { walkingPart } from '../../src/app/models/session/tools/toolParts.ts';
import type { LaneId } from '../../src/workshop/ids.ts';
import { plannedFor } from '../../tests/simulation/session/acting.ts';
import { cast, leadOf, liveOf, noteOn, openSheet, type Playing, playerOf } from './playing.ts';

const { fay, erin, eli, max } = cast;

/** What each writes, by lane. */
export const notes = {
  [erin]: [
    ['big-picture/technical-direction', 'Decide by June which of our three feature stores stays'],
    ['execution/exploration', 'Find out within six weeks whether a smaller model explains its limits better'],
    ['leveling-up/mentorship-and-sponsorship', 'Pair with each of the four new hires on one design a month'],
  ],
  [eli]: [
    [
      'big-picture/technical-direction',
      'Cut the nightly backfill to two hours, so that limits move the same day',
    ],
    ['execution/being-glue', 'Keep the weekly hand-over between data and backend short and written'],
  ],
  [max]: [
    ['execution/being-glue', 'Settle who answers when a limit is wrong: risk, data or backend'],
    ['leveling-up/being-glue', 'Teach two others to run the incident review'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, string])[]>>;

export const decision = 'Decided: the risk team’s store stays; Erin writes down what moves, by May.';

async function setUpOf(playing: Playing): Promise<SettingUp> {
  const live = liveOf(playerOf(playing, fay));
  return playing.soon('setting up is loaded', () => live.setUp());
}

/** Everybody who is here has the stage before them. */
const allIn = (playing: Playing, stage: string) =>
  playing.soon(`everybody is at ${stage}`, () =>
    [...playing.here.values()].every(({ workshop }) => workshop.live()?.stage.value?.id === stage),
  );

export async function goTo(playing: Playing, stage: string): Promise<void> {
  const lead = await leadOf(playing);
  lead.wish({ kind: 'go to', stage });
  lead.goAhead();
  await allIn(playing, stage);
}

const isHere = (playing: Playing, name: string): boolean => playing.here.has(name);

/** Writes on a sheet, unseen. */
async function write(playing: Playing, name: keyof typeof notes, engineer: string): Promise<void> {
  const sheet = await openSheet(playing, name, engineer);
  const drafts = await sheet.loaded(noteDraftsPart);
  await playing.soon(`${name} writes unseen`, () => drafts.stage.value === 'drafting');
  for (const [lane, text] of notes[name])
    if (!drafts.write(lane as LaneId, text)) throw new Error(`A note of ${name} was not taken`);
}

async function done(playing: Playing, name: string): Promise<void> {
  const live = liveOf(playerOf(playing, name));
  live.sayDone(true);
  if (live.stage.value?.writing === 'private') await live.sayNotesDone(true);
  await playing.soon(`Fay knows that ${name} is done`, () =>
    liveOf(playerOf(playing, fay)).room.value.occupants.some((one) => one.name === name && one.done),
  );
}

/** What an engineer and their manager wrote goes on the board. */
export async function putOnBoard(playing: Playing, engineer: keyof typeof notes, all: number): Promise<void> {
  const sheet = await openSheet(playing, engineer, engineer);
  const drafts = await sheet.loaded(noteDraftsPart);
  await playing.soon('both sides are shown', () => drafts.revealed.value.waiting === all);
  await drafts.place(false);
  for (const name of [fay, erin, eli, max].filter((one) => isHere(playing, one))) {
    const theirs = await openSheet(playing, name, engineer);
    await playing.soon(`${name} sees all notes`, () => theirs.shared.value?.total === all);
  }
}

export const steps = {
  /** Everybody has the board and the panel open. */
  async together(playing) {
    await playing.soon('everybody is here', () =>
      [...playing.here.values()].every(({ workshop }) => workshop.online.value.length >= playing.here.size),
    );
  },

  /** Fay has begun to set a session up, and listed who comes. */
  async listed(playing) {
    const live = await playing.soon('the session is loaded', () => playerOf(playing, fay).workshop.live());
    const setUp = await setUpOf(playing);
    await playing.soon('the seat can be taken', () => live.mayTake.value);
    await setUp.begin();
    setUp.change({ title: 'Staff Engineer', team: 'Credit limits' });
    setUp.addNames(Object.values(cast).join('\n'));
    const idOf = (name: string) => setUp.people.value.find((one) => one.name === name)?.id ?? '';
    setUp.setRole(idOf(fay), 'facilitator');
    setUp.setRole(idOf(max), 'manager');
    setUp.reviewAll(idOf(max));
    await playing.soon('everybody has the session', () =>
      [...playing.here.values()].every(
        ({ workshop }) => workshop.live()?.content.value.people.length === setUp.people.value.length,
      ),
    );
  },

  /** A sheet for each engineer stands on the board. */
  async dropped(playing) {
    const setUp = await setUpOf(playing);
    await setUp.dropSheets();
    if (setUp.missing.value.length > 0) throw new Error('Some sheets are missing');
    await playing.soon('everybody has the sheets', () =>
      [...playing.here.values()].every(({ workshop }) => workshop.sheets.value.length === 2),
    );
  },

  /** The session has begun; nobody has said yet who they are. */
  async arriving(playing) {
    (await setUpOf(playing)).start();
    await allIn(playing, 'open');
  },

  /** Everybody has said who they are. Erin is done writing, Max still writes, Eli has nothing yet. */
  async writing(playing) {
    for (const name of [erin, eli, max].filter((one) => isHere(playing, one))) {
      const person = playerOf(playing, name);
      for (const { id, role } of plannedFor({ person })) {
        person.workshop.choose(id);
        const sheet = await playing.soon(`${name} has the sheet open`, () => {
          const open = person.workshop.sheet.value;
          return open?.id === id && open.view.value ? open : null;
        });
        liveOf(person).settleIn(sheet, role);
      }
    }
    for (const engineer of [erin, eli].filter((one) => isHere(playing, one))) {
      const sheet = await openSheet(playing, engineer, engineer);
      const manager = await playing.soon(`${engineer} is asked about Max`, () =>
        sheet.view.value?.participants.find(({ name, role }) => name === max && role === 'manager'),
      );
      sheet.confirm(manager.user, 'manager');
    }
    await goTo(playing, 'write');
    await write(playing, erin, erin);
    await done(playing, erin);
    await write(playing, max, erin);
  },

  /** Both sides' notes are shown; Erin's are on the board, Eli's wait to be put there. */
  async reading(playing) {
    if (isHere(playing, eli)) {
      await write(playing, eli, eli);
      await done(playing, eli);
    }
    await done(playing, max);
    await goTo(playing, 'read');
    await putOnBoard(playing, erin, notes[erin].length + notes[max].length);
    const hers = await openSheet(playing, max, erin);
    for (const [words, stance, reason] of [
      ['Decide by June', 'agree-if', 'not without the platform team'],
      ['Find out within six weeks', 'disagree', 'I see this with the research group'],
      ['Pair with each', 'agree', ''],
    ] as const)
      hers.takeStance((await noteOn(playing, hers, words)).id, stance, reason);
    const own = await openSheet(playing, erin, erin);
    own.standBehind(
      await Promise.all(notes[erin].map(async ([, text]) => (await noteOn(playing, own, text)).id)),
    );
    await playing.soon('they agree on one note', () =>
      [own, hers].every(({ shared }) => shared.value?.agreed === 1),
    );
  },

  /** Dots are given: Erin is done with hers, Max has some left. Nobody sees anybody's. */
  async dots(playing) {
    if (isHere(playing, eli)) await putOnBoard(playing, eli, notes[eli].length);
    await goTo(playing, 'dots');
    for (const [name, words] of [
      [erin, ['Decide by June', 'Decide by June', 'Settle who answers']],
      [max, ['Settle who answers']],
    ] as const) {
      const sheet = await openSheet(playing, name, erin);
      const given = await playing.soon('dots are loaded', () => liveOf(playerOf(playing, name)).dots.value);
      for (const one of words) given.give(sheet.id, (await noteOn(playing, sheet, one)).id);
    }
    await done(playing, erin);
  },

  /** Dots are closed: two notes have as many. */
  async closed(playing) {
    await goTo(playing, 'talk');
    const sheet = await openSheet(playing, fay, erin);
    const dots = await playing.soon('dots are loaded', () => liveOf(playerOf(playing, fay)).dots.value);
    await playing.soon('all dots are counted', () => {
      const view = sheet.shared.value;
      return view && dots.counted(sheet.id, view).reduce((sum, one) => sum + one.dots, 0) === 4;
    });
  },

  /** They have decided something about the first note, parked the second, and talk about the third. */
  async talking(playing) {
    const sheet = await openSheet(playing, erin, erin);
    const walking = await sheet.loaded(walkingPart);
    const dots = await playing.soon('dots are loaded', () => liveOf(playerOf(playing, erin)).dots.value);
    const items = () => {
      const view = sheet.shared.value;
      const counted = view ? dots.counted(sheet.id, view) : [];
      return walking.items(14, new Map(counted.map(({ note, dots: count }) => [note, count])));
    };
    const [first, second, third] = await playing.soon('there is something to talk about', () => {
      const found = items();
      return found.length >= 3 && found[0]?.dots === 2 ? found : null;
    });
    if (!first || !second || !third) throw new Error('There is too little to talk about');
    walking.go(first.note.id);
    sheet.remark(first.note.id, decision, null);
    walking.go(second.note.id);
    walking.park(second.note.id, true);
    walking.go(third.note.id);
    const his = await openSheet(playing, max, erin);
    const there = await his.loaded(walkingPart);
    await playing.soon('Max sees what they talk about', () => there.now.value === third.note.id);
  },

  /** It is over; when Erin and Max meet next is set, and the summary stands on the board. */
  async over(playing) {
    await goTo(playing, 'close');
    const sheet = await openSheet(playing, erin, erin);
    const soon = new Date(Date.parse(sheet.now()) + 7 * 24 * 3_600_000).toISOString();
    (await sheet.loaded(roundsPart)).plan({ start: soon, minutes: 30 });
    const lead = await leadOf(playing);
    lead.wish({ kind: 'end' });
    lead.goAhead();
    await playing.soon('everybody knows that it is over', () =>
      [...playing.here.values()].every(({ workshop }) => workshop.live()?.session.value?.phase === 'ended'),
    );
    const theirs = await openSheet(playing, fay, erin);
    await playing.soon('Fay knows when they meet', () => theirs.shared.value?.content.next);
    const after = await playing.soon('what came of it is loaded', () =>
      liveOf(playerOf(playing, fay)).after(),
    );
    await after.putOnBoard();
  },
} satisfies Readonly<Record<string, (playing: Playing) => Promise<void>>>;

export type Step = keyof typeof steps;

/** Everything up to and with this step. */
export async function tellUntil(playing: Playing, last: Step): Promise<void> {
  for (const step of Object.keys(steps) as Step[]) {
    await steps[step](playing);
    if (step === last) return;
  }
}
