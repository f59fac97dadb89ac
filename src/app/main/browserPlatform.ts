/** The platform from a browser page's own abilities. With the pages beside it, the only place that reads globals. */
import { systemClock } from '../../base/systemClock.ts';
import { miroBoard } from '../../miro/board.ts';
import { countedCalls } from '../../miro/calls.ts';
import { miroStore, miroWire } from '../../miro/carrier.ts';
import { miroPeople } from '../../miro/people.ts';
import { miroScreens } from '../../miro/screens.ts';
import { miroOf } from '../../miro/sdk.ts';
import { browserChannel } from '../../sync/browserChannel.ts';
import { deviceName } from '../../sync/deviceName.ts';
import { idbStore } from '../../sync/idbStore.ts';
import { createSync } from '../../sync/miroSync.ts';
import type { Meter } from '../../sync/ports.ts';
import { webLocks } from '../../sync/webLocks.ts';
import type { Platform, RichText } from '../models/platform.ts';
import { copyName } from './copyNames.ts';
import { webShelf } from './webShelf.ts';

const later = () => import('./laterPlatform.ts');

/** Null when the page was opened outside a board. `meter`: counts every call that this page makes to the board. */
export function browserPlatform(page: Window & typeof globalThis, meter: Meter): Platform | null {
  const miro = miroOf(page);
  if (!miro) return null;
  const calls = countedCalls(meter);
  return {
    board: miroBoard(miro, calls, (html) => new page.DOMParser().parseFromString(html, 'text/html')),
    people: miroPeople(miro, calls),
    screens: miroScreens(miro, calls),
    async openDocuments(user, board) {
      // One browser may serve several people, one after another: each has storage of their own.
      const name = copyName(board, user);
      const local = idbStore(name);
      const sync = createSync({
        wire: miroWire(miro, calls),
        board: miroStore(miro, calls),
        meter,
        local,
        channel: browserChannel(() => new page.BroadcastChannel(name)),
        leadership: await webLocks(page.navigator.locks, name),
        loadLeading: async () => (await import('../../sync/leading.ts')).leading,
        clock: systemClock,
        random: Math.random,
        device: await deviceName(local, Math.random),
        user,
      });
      return {
        sync,
        shelf: webShelf(() => page.localStorage, name),
        alone: (task) => webLocks(page.navigator.locks, `${name}/${task}`),
      };
    },
    otherCopies: async (user, board) => (await later()).otherCopies(page, user, board),
    openVault: async (user) => (await later()).openVault(page, user),
    openAttending: async () => (await import('../../miro/attending.ts')).miroAttending(miro, calls),
    clock: systemClock,
    hasRoom: meter.free,
    newId: () => page.crypto.randomUUID(),
    boardOrigin: boardOrigin(page),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // Where the frame may not use the clipboard at all there is none, which is a refusal like any other.
    copy: async (text) => page.navigator.clipboard.writeText(text),
    copyRich: async (content) => copyRich(page, content),
    save: ({ name, type, bytes }) => download(page, name, new Blob([bytes], { type })),
    openTab: ({ name, type, bytes }) => openTab(page, new File([bytes], name, { type })),
    openWriter: async () => (await later()).browserWriter(),
    openReader: async () => (await later()).browserReader(),
  };
}

/** The board that embeds us. Miro's own where the browser doesn't tell. */
function boardOrigin(page: Window): string {
  try {
    return new URL(page.document.referrer).origin;
  } catch {
    return 'https://miro.com';
  }
}

/** Promises inside the item, so that the click still counts when the text is there (Safari insists). */
async function copyRich(page: Window & typeof globalThis, content: Promise<RichText>): Promise<void> {
  const part = async (type: string, of: (rich: RichText) => string) =>
    new page.Blob([of(await content)], { type });
  const item = new page.ClipboardItem({
    'text/html': part('text/html', ({ html }) => html),
    'text/plain': part('text/plain', ({ text }) => text),
  });
  await page.navigator.clipboard.write([item]);
}

/** Milliseconds until a tab has surely read what it was opened with. */
const tabPatience = 60_000;

function openTab(page: Window & typeof globalThis, file: File): boolean {
  const address = URL.createObjectURL(file);
  const opened = page.open(address, '_blank');
  setTimeout(() => URL.revokeObjectURL(address), opened ? tabPatience : 0);
  return opened !== null;
}

function download(page: Window, name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = page.document.createElement('a');
  link.href = address;
  link.download = name;
  page.document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken hold of the bytes by the next turn; keeping the address would keep them in memory.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
