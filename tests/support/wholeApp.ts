/**
 * The whole app of several people on one board in memory: models, Miro's face, sync through the board, all as in a
 * browser but without a screen. The board plays Miro under any switches; time passes as the test lets it.
 */
import { writerHere } from '../../src/app/models/exporting/writer.ts';
import type { Platform } from '../../src/app/models/platform.ts';
import { readHere } from '../../src/app/models/wordBack/reader.ts';
import { openWorkshop, type Workshop, type WorkshopOptions } from '../../src/app/models/workshop.ts';
import type { Clock } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';
import { fontsOnDisk } from './fontsOnDisk.ts';
// Loaded ahead, so that what the app loads on demand takes no real time on a clock that stands still.
import '../../src/app/models/agenda/agendaOnBoard.ts';
import '../../src/app/models/talk/attention.ts';
import '../../src/app/models/boardPage/boardPage.ts';
import '../../src/app/models/board/watching.ts';
import '../../src/app/models/sheet/hands.ts';
import '../../src/app/models/found/goingOn.ts';
import '../../src/app/models/leaving/farewell.ts';
import '../../src/app/models/exporting/exports.ts';
import '../../src/app/models/agenda/agenda.ts';
import '../../src/app/models/exporting/choosing.ts';
import '../../src/app/models/layout/lanesIn.ts';
import '../../src/export/markdown.ts';
import '../../src/app/models/drop/dropping.ts';
import '../../src/app/models/found/findingSheets.ts';
import '../../src/app/models/layout/layoutPlans.ts';
import '../../src/app/models/noteDrafts/noteDrafts.ts';
import '../../src/app/models/ours/ours.ts';
import '../../src/app/models/shelf/shelf.ts';
import '../../src/app/models/bringIn/bringIn.ts';
import '../../src/app/models/wordBack/wordBack.ts';
import '../../src/app/models/exporting/roundRecords.ts';
import '../../src/export/wordBack/read.ts';
import '../../src/app/models/templates/moreTemplates.ts';
import '../../src/app/models/themes/themes.ts';
import '../../src/app/models/place/place.ts';
import '../../src/app/models/lens/ownLens.ts';
import '../../src/app/models/lens/relayoutModel.ts';
import '../../src/app/models/presence/presence.ts';
import '../../src/app/models/rounds/rounds.ts';
import '../../src/app/models/session/afterwards.ts';
import '../../src/app/models/session/dots.ts';
import '../../src/app/models/session/facilitating.ts';
import '../../src/app/models/session/live.ts';
import '../../src/app/models/session/settingUp.ts';
import '../../src/app/models/session/tools/grouping.ts';
import '../../src/app/models/session/tools/walking.ts';
import '../../src/app/models/agenda/talkFile.ts';
import '../../src/app/models/templates/templateShelf.ts';
import '../../src/app/models/board/tagWriter.ts';
import '../../src/app/models/steps/stepsNext.ts';
import '../../src/app/models/rounds/toSign.ts';
import '../../src/app/models/unseen/unseen.ts';
import '../../src/app/models/whyNow/whyNow.ts';
import '../../src/app/models/altitude/altitude.ts';
import '../../src/app/models/clarity/clarity.ts';
import { type MemoryBoard, type MemoryPerson, memoryBoard } from '../../src/local-board/memoryBoard.ts';
import type { SomeSwitches } from '../../src/local-board/switches.ts';
import '../../src/miro/boardActs.ts';
import { miroAttending } from '../../src/miro/attending.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { miroStore, miroWire } from '../../src/miro/carrier.ts';
import { miroPeople } from '../../src/miro/people.ts';
import { miroScreens } from '../../src/miro/screens.ts';
import type { Miro } from '../../src/miro/sdk.ts';
import { readSheetRecords } from '../../src/miro/sheetRecords.ts';
import { leading } from '../../src/sync/leading.ts';
import { memoryStore } from '../../src/sync/memoryStore.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { createSync } from '../../src/sync/miroSync.ts';
import type { Leadership, LocalStore } from '../../src/sync/ports.ts';
import { chance } from './chance.ts';
import { linkedomParser } from './htmlParser.ts';
import { type BrowserPage, memoryBrowser } from './memoryBrowser.ts';
import { sleeper } from './sleep.ts';
import { vaults } from './vaults.ts';

export interface WholePerson extends MemoryPerson {
  readonly workshop: Workshop;
}

export interface WholeApp {
  readonly board: MemoryBoard;
  /** `ahead`: milliseconds by which this person's computer is wrong. */
  come(name: string, switches?: SomeSwitches, ahead?: number): Promise<WholePerson>;
  /** The same without moving time on, for several who come at once: resolves when their panel is ready. */
  enter(name: string, switches?: SomeSwitches, ahead?: number): Promise<WholePerson>;
  /** In two pages, as in Miro: a headless one, and then the panel; both in one browser that was never here. */
  comeAsInMiro(name: string): Promise<WholePerson>;
  /** Lets time pass until it has happened; after twenty minutes it never will. */
  until<T>(promise: Promise<T>): Promise<T>;
  soon(what: string, happened: () => boolean): Promise<void>;
  /** As people do: when it has not worked after a while, once more, a few times. */
  persist(what: string, act: () => Promise<unknown>, happened: () => boolean): Promise<void>;
  dispose(): void;
}

const onlyPage: Leadership = {
  exclusive: true,
  seek(lead) {
    lead();
    return once(() => undefined);
  },
};

const onePage = () => ({
  channel: { shared: false, post: () => undefined, onMessage: () => once(() => undefined) },
  leadership: onlyPage,
});

interface Device {
  readonly name: string;
  readonly local: LocalStore;
  readonly page: () => Pick<BrowserPage, 'channel' | 'leadership'>;
}

/** Milliseconds. */
const step = 200;
const patience = 20 * 60_000;
const aWhile = 2 * 60_000;
const mostTries = 6;

/** `sent` hears everything that any of them sends to the board. */
export function wholeApp(
  switches: SomeSwitches,
  seed: number,
  { sent = () => undefined }: { readonly sent?: (text: string) => void } = {},
): WholeApp {
  const random = chance(seed);
  const board = memoryBoard({ switches, random, sent });
  const pages: Workshop[] = [];
  let ids = 0;
  let devices = 0;
  /** Some work (hashes) takes real turns of the event loop. */
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function pass(over: () => boolean, most = patience): Promise<void> {
    for (let passed = 0; !over() && passed < most; passed += step) {
      await turn();
      await board.clock.advance(step);
    }
  }

  async function until<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    const settled = promise.finally(() => {
      over = true;
    });
    settled.catch(() => undefined);
    await turn();
    await pass(() => over);
    if (!over) throw new Error('It did not end in twenty minutes.');
    return settled;
  }

  /** One browser: what all pages of it share. */
  function device(page: () => Pick<BrowserPage, 'channel' | 'leadership'>): Device {
    devices += 1;
    return { name: `device-${devices}`, local: memoryStore(), page };
  }

  /** A page of the app; it is not started. */
  function openPage(
    miro: Miro,
    { name, local, page }: Device,
    options: WorkshopOptions,
    ahead = 0,
  ): Workshop {
    const clock: Clock = { ...board.clock, now: () => board.clock.now() + ahead };
    const meter = budgetMeter(clock.now, random);
    const calls = countedCalls(meter);
    const platform: Platform = {
      board: miroBoard(miro, calls, linkedomParser),
      people: miroPeople(miro, calls),
      screens: miroScreens(miro, calls),
      openDocuments: async (user) => ({
        shelf: { keys: () => [], read: () => null, write: () => false },
        alone: async () => onlyPage,
        sync: createSync({
          wire: miroWire(miro, calls),
          board: miroStore(miro, calls),
          meter,
          local,
          ...page(),
          loadLeading: async () => leading,
          clock,
          random,
          device: name,
          user,
        }),
      }),
      otherCopies: async () => [],
      openAttending: async () => miroAttending(miro, calls),
      openVault: vaults(),
      clock,
      hasRoom: meter.free,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      boardOrigin: 'https://miro.com',
      timeZone: 'UTC',
      copy: async () => undefined,
      copyRich: async () => undefined,
      save: () => undefined,
      openTab: () => false,
      openWriter: async () => writerHere(fontsOnDisk),
      openReader: async () => readHere,
    };
    const workshop = openWorkshop(platform, options);
    pages.push(workshop);
    return workshop;
  }

  /** Somebody's browser, with a panel that has not started. */
  async function open(name: string, own?: SomeSwitches, ahead?: number): Promise<WholePerson> {
    const person = await board.join(name, own ? { switches: own } : {});
    const options = { keepsMirror: true, followsSelection: true, seen: true };
    const workshop = openPage(person.miro, device(onePage), options, ahead);
    return Object.assign(person, { workshop });
  }

  return {
    board,
    until,
    async soon(what, happened) {
      await pass(happened);
      if (!happened()) throw new Error(`${what}: not in twenty minutes`);
    },
    async persist(what, act, happened) {
      for (let tries = 0; !happened() && tries < mostTries; tries += 1) {
        await until(act());
        await pass(happened, aWhile);
      }
      if (!happened()) throw new Error(`${what}: not at the ${mostTries}th try`);
    },
    async come(name, own, ahead) {
      const whole = await open(name, own, ahead);
      // The panel offers nothing until it is ready, but to try again.
      for (let tries = 0; tries < mostTries && whole.workshop.phase.value.kind !== 'ready'; tries += 1)
        await until(whole.workshop.start());
      return whole;
    },
    async enter(name, own, ahead) {
      const whole = await open(name, own, ahead);
      for (let tries = 0; tries < mostTries && whole.workshop.phase.value.kind !== 'ready'; tries += 1)
        await whole.workshop.start();
      return whole;
    },
    async comeAsInMiro(name) {
      const person = await board.join(name);
      const browser = memoryBrowser(board.clock);
      const own = device(() => browser.openPage(sleeper(board.clock, random)));
      // As app/main does: the headless page looks for sheets, wakes, and keeps them; the icon opens the panel.
      const meter = budgetMeter(board.clock.now, random);
      await until(readSheetRecords(person.miro, countedCalls(meter)));
      const headless = openPage(person.miro, own, {
        keepsMirror: true,
        followsSelection: false,
        seen: false,
      });
      void headless.start();
      await until(person.miro.board.ui.openPanel({ url: 'panel.html' }));
      const panel = person.screen.pages.at(-1);
      const miro = person.page(panel);
      const workshop = openPage(miro, own, { keepsMirror: false, followsSelection: true, seen: true });
      await until(workshop.start());
      return Object.assign(person, { workshop });
    },
    dispose() {
      for (const page of pages) page.dispose();
      board.dispose();
    },
  };
}
