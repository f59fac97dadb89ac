/** Two or more people on one fake board, each with the whole app but without a screen. */

import { writerHere } from '../../src/app/models/exporting/writer.ts';
import type { OtherCopy, Platform, RichText } from '../../src/app/models/platform.ts';
import type { SheetModel } from '../../src/app/models/sheet/sheetModel.ts';
import { readHere } from '../../src/app/models/wordBack/reader.ts';
import { openWorkshop, type Workshop } from '../../src/app/models/workshop.ts';
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
import '../../src/app/models/takingAlong/otherBoards.ts';
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
import { type UserId, userId } from '../../src/workshop/ids.ts';
import { type FakeBoard, type FakeBoardOptions, fakeBoard } from './fakeBoard.ts';
import { memoryHub } from './memorySync.ts';
import { vaults } from './vaults.ts';
import { virtualClock } from './virtualClock.ts';

export interface SomebodyThere {
  readonly workshop: Workshop;
  readonly platform: Platform;
  readonly copied: string[];
  readonly copiedRich: RichText[];
  readonly tabs: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
  readonly files: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
  /** While true, the browser denies the clipboard, or new tabs. */
  clipboardDenied: boolean;
  tabsDenied: boolean;
}

export interface Gathering {
  readonly board: FakeBoard;
  readonly clock: ReturnType<typeof virtualClock>;
  /** `vault`: what their browser has for signing. */
  come(name: string, options?: { readonly vault?: Platform['openVault'] }): Promise<SomebodyThere>;
  /** What a browser that was here keeps of it. */
  copy(): OtherCopy;
}

export interface GatheringOptions extends Omit<FakeBoardOptions, 'clock'> {
  readonly boardId?: string;
  /** What the browser of this person keeps of other boards. */
  readonly keeps?: (user: UserId) => readonly OtherCopy[];
}

export function gathering(options: GatheringOptions = {}): Gathering {
  const { boardId = 'board-1', keeps = () => [] } = options;
  const clock = virtualClock();
  const board = fakeBoard({ clock, ...options });
  const hub = memoryHub();
  let ids = 0;
  return {
    board,
    clock,
    copy() {
      const reader = hub.join(userId('reader'));
      const documents = new Map(reader.names.get().map((name) => [name, reader.open(name).doc]));
      return { board: boardId, read: async () => documents };
    },
    async come(name, { vault = vaults() } = {}) {
      const id = userId(`user-${name.toLowerCase().replaceAll(' ', '-')}`);
      const facts = new Map<string, string>();
      const there: Omit<SomebodyThere, 'workshop' | 'platform'> = {
        ...{ copied: [], copiedRich: [], tabs: [], files: [] },
        ...{ clipboardDenied: false, tabsDenied: false },
      };
      const platform: Platform = {
        board,
        people: {
          me: async () => ({ id, name }),
          online: async () => [{ id, name }],
          onOnline: () => once(() => undefined),
          boardId: async () => boardId,
        },
        screens: {
          onIcon: () => once(() => undefined),
          openPanel: async () => true,
          openModal: async () => true,
          closeModal: async () => undefined,
          notify: async () => undefined,
        },
        openDocuments: async (user) => ({
          sync: hub.join(user),
          alone: async () => ({
            exclusive: true,
            seek(lead) {
              lead();
              return once(() => undefined);
            },
          }),
          shelf: {
            keys: () => [...facts.keys()],
            read: (key) => facts.get(key) ?? null,
            write(key, text) {
              if (text === null) facts.delete(key);
              else facts.set(key, text);
              return true;
            },
          },
        }),
        otherCopies: async (me) => keeps(me),
        openAttending: async () => ({
          hasTimer: async () => false,
          startTimer: async () => undefined,
          stopTimer: async () => undefined,
          votes: async () => null,
          where: async () => ({ x: 0, y: 0, width: 1000, height: 800 }),
          lookAt: async () => undefined,
        }),
        openVault: vault,
        clock,
        newId: () => {
          ids += 1;
          return `id-${ids}`;
        },
        hasRoom: () => true,
        boardOrigin: 'https://miro.com',
        timeZone: 'UTC',
        copy: async (text) => {
          if (there.clipboardDenied) throw new Error('Denied');
          there.copied.push(text);
        },
        copyRich: async (content) => {
          if (there.clipboardDenied) throw new Error('Denied');
          there.copiedRich.push(await content);
        },
        save: (file) => void there.files.push(file),
        openTab: (file) => {
          if (there.tabsDenied) return false;
          there.tabs.push(file);
          return true;
        },
        openWriter: async () => writerHere(fontsOnDisk),
        openReader: async () => readHere,
      };
      const workshop = openWorkshop(platform, { keepsMirror: true, followsSelection: true, seen: true });
      await workshop.start();
      return Object.assign(there, { workshop, platform });
    },
  };
}

export function sheetOf({ workshop }: SomebodyThere): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
}
