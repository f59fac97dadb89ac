/** A person with the whole app but no browser: over a real connection to a real board, with words kept in memory. */
import { randomUUID } from 'node:crypto';
import { DOMParser } from 'linkedom';
import { writerHere } from '../../src/app/models/exporting/writer.ts';
import type { Platform } from '../../src/app/models/platform.ts';
import { readHere } from '../../src/app/models/wordBack/reader.ts';
import { openWorkshop, type Workshop } from '../../src/app/models/workshop.ts';
import type { Clock } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';
import { systemClock } from '../../src/base/systemClock.ts';
import { type JoinedBoard, joinBoard } from '../../src/local-board/joinBoard.ts';
import { miroAttending } from '../../src/miro/attending.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { miroStore, miroWire } from '../../src/miro/carrier.ts';
import { miroPeople } from '../../src/miro/people.ts';
import { miroScreens } from '../../src/miro/screens.ts';
import { leading } from '../../src/sync/leading.ts';
import { memoryStore } from '../../src/sync/memoryStore.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { createSync } from '../../src/sync/miroSync.ts';
import type { Leadership, Meter } from '../../src/sync/ports.ts';
import { vaults } from '../../tests/support/vaults.ts';
import { fontFiles } from '../fontFiles.ts';

/** Without other pages there is nobody to take turns with. */
const onlyPage: Leadership = {
  exclusive: true,
  seek(lead) {
    lead();
    return once(() => undefined);
  },
};

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Somebody {
  readonly name: string;
  readonly workshop: Workshop;
  readonly board: JoinedBoard;
  readonly meter: Meter;
  readonly files: SavedFile[];
  readonly copied: string[];
  /** Everything that has left this person's app for the board, as it went. */
  readonly sent: readonly string[];
  leave(): Promise<void>;
  /** Goes without a goodbye: what was not sent by then never is. */
  vanish(): Promise<void>;
}

export async function somebody(
  name: string,
  place: { readonly url: string; readonly board: string; readonly app: string },
  clock: Clock = systemClock,
): Promise<Somebody> {
  const sent: string[] = [];
  class HeardSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      sent.push(String(data));
      super.send(data);
    }
  }
  const { url, board, app } = place;
  const joined = await joinBoard({ url, board, user: name, app, Socket: HeardSocket });
  const { miro } = joined;
  const meter = budgetMeter(systemClock.now, Math.random);
  const calls = countedCalls(meter);
  const files: SavedFile[] = [];
  const copied: string[] = [];
  const local = memoryStore();
  const platform: Platform = {
    board: miroBoard(
      miro,
      calls,
      (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document,
    ),
    people: miroPeople(miro, calls),
    screens: miroScreens(miro, calls),
    openDocuments: async (user) => ({
      // Nobody types here; what is said is sent at once.
      shelf: { keys: () => [], read: () => null, write: () => false },
      alone: async () => onlyPage,
      sync: createSync({
        wire: miroWire(miro, calls),
        board: miroStore(miro, calls),
        meter,
        local,
        channel: { shared: false, post: () => undefined, onMessage: () => once(() => undefined) },
        leadership: onlyPage,
        loadLeading: async () => leading,
        clock,
        random: Math.random,
        device: randomUUID().slice(0, 8),
        user,
      }),
    }),
    otherCopies: async () => [],
    openAttending: async () => miroAttending(miro, calls),
    openVault: vaults(),
    clock,
    hasRoom: meter.free,
    newId: randomUUID,
    boardOrigin: place.url,
    timeZone: 'UTC',
    copy: async (text) => void copied.push(text),
    copyRich: async (content) => void copied.push((await content).text),
    save: (file) => void files.push(file),
    openTab: () => false,
    openWriter: async () => writerHere(fontFiles),
    openReader: async () => readHere,
  };
  const workshop = openWorkshop(platform, { keepsMirror: true, followsSelection: true, seen: true });
  await workshop.start();
  const vanish = async (): Promise<void> => {
    workshop.dispose();
    await joined.close();
  };
  return {
    name,
    workshop,
    board: joined,
    meter,
    files,
    copied,
    sent,
    async leave() {
      workshop.presence()?.leave();
      await workshop.flush();
      await vanish();
    },
    vanish,
  };
}
