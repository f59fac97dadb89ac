/** What a scene is played with: people who have the whole app, wherever their board is, and a way to wait. */
import type { Facilitating } from '../../src/app/models/session/facilitating.ts';
import type { LiveSession } from '../../src/app/models/session/live.ts';
import type { SheetModel } from '../../src/app/models/sheet/sheetModel.ts';
import type { NoteView } from '../../src/app/models/sheet/sheetView.ts';
import type { Workshop } from '../../src/app/models/workshop.ts';

export interface Player {
  readonly name: string;
  readonly workshop: Workshop;
  leave(): Promise<void>;
  /** Goes without a goodbye, as when a computer dies. */
  vanish(): Promise<void>;
}

export interface Place {
  come(name: string): Promise<Player>;
  /** Waits for something to be there; fails with what was waited for. */
  soon<T>(what: string, find: () => T | null | undefined | false): Promise<T>;
  /** Lets so many milliseconds pass for everybody who is here. Told at most once, at the end of a scene. */
  pass(ms: number): Promise<void>;
}

export interface Playing extends Place {
  /** Who is here, by name. */
  readonly here: Map<string, Player>;
}

/** Everybody who can be in a scene. Made up. */
export const cast = {
  fay: 'Fay Facilitator',
  erin: 'Erin Engineer',
  eli: 'Eli Engineer',
  max: 'Max Manager',
} as const;

export function playerOf({ here }: Playing, name: string): Player {
  const player = here.get(name);
  if (!player) throw new Error(`${name} is not in this scene`);
  return player;
}

export function liveOf({ name, workshop }: Player): LiveSession {
  const live = workshop.live();
  if (!live) throw new Error(`No session is loaded for ${name}`);
  return live;
}

/** What the facilitator has in hand. */
export async function leadOf(playing: Playing): Promise<Facilitating> {
  const live = liveOf(playerOf(playing, cast.fay));
  return playing.soon('facilitating is loaded', () => live.lead());
}

/** An engineer's sheet, opened by somebody. */
export async function openSheet(playing: Playing, name: string, engineer: string): Promise<SheetModel> {
  const { workshop } = playerOf(playing, name);
  const id = await playing.soon(
    `${name} knows the sheet of ${engineer}`,
    () => liveOf(playerOf(playing, name)).content.value.people.find((one) => one.name === engineer)?.sheet,
  );
  workshop.choose(id);
  return playing.soon(`${name} has the sheet of ${engineer} open`, () => {
    const sheet = workshop.sheet.value;
    return sheet?.id === id && sheet.shared.value ? sheet : null;
  });
}

/** The note on a sheet that begins with these words. */
export const noteOn = (playing: Playing, sheet: SheetModel, words: string): Promise<NoteView> =>
  playing.soon(`the note “${words}…”`, () =>
    [...(sheet.shared.value?.notes.values() ?? [])].find(({ text }) => text.startsWith(words)),
  );
