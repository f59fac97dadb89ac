/** Where a part of the SDK contract plays: a fresh board for each sentence, and Erin, who is on it. */
import { afterEach, beforeEach } from 'vitest';
import type { AppPage } from '../../../src/local-board/host/screen.ts';
import type { Boards, OpenBoards, Person } from '../sdkBoards.ts';
import { type Seen, watchedMiro } from './watched.ts';

export interface Scene {
  readonly boards: Boards;
  /** The first person on the board. */
  readonly erin: Person;
  /** Another board, with switches; its first person is Erin. */
  reopen(switches: Parameters<OpenBoards>[0]): Promise<void>;
}

export function useScene(open: OpenBoards, seen: Seen): Scene {
  const scene = {} as { boards: Boards; erin: Person };
  const watched = (person: Person): Person => ({
    ...person,
    miro: watchedMiro(person.miro, seen),
    page: (page) => watchedMiro(person.page(page), seen),
  });
  const begin = async (switches?: Parameters<OpenBoards>[0]) => {
    const boards = await open(switches);
    scene.boards = { ...boards, join: async (...who) => watched(await boards.join(...who)) };
    scene.erin = await scene.boards.join('Erin Example');
  };
  beforeEach(() => begin());
  afterEach(() => scene.boards.close());
  return Object.assign(scene, {
    async reopen(switches: Parameters<OpenBoards>[0]) {
      await scene.boards.close();
      await begin(switches);
    },
  });
}

/** The panel that this person's app has just opened. */
export async function openPanel(person: Person): Promise<AppPage> {
  await person.miro.board.ui.openPanel({ url: 'panel.html' });
  return lastPage(person);
}

/** The page that this person's app opened last. */
export function lastPage(person: Person): AppPage {
  const page = person.screen.pages.at(-1);
  if (!page) throw new Error('no page was opened');
  return page;
}
