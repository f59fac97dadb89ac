/**
 * A board whose apps live in real iframes: `miro.js` in each, messages between windows, the browser's own rules. The
 * board itself is the one in memory.
 */
import type { Miro } from '@mirohq/websdk-types';
import { serveIframes } from '../../../src/local-board/host/iframes.ts';
import type { AppPage, PageRequest, Screen } from '../../../src/local-board/host/screen.ts';
import { memoryBoard } from '../../../src/local-board/memoryBoard.ts';
import type { OpenBoards, Person } from '../../contracts/sdkBoards.ts';

/** See sdkPage.ts. */
const pageUrl = new URL('/app-page/', location.href).href;

/** Puts the page into an iframe; its `miro` comes when the page has loaded. */
function frame(page: AppPage): Promise<Miro> {
  const iframe = document.createElement('iframe');
  const loaded = new Promise<Miro>((resolve) => {
    iframe.addEventListener('load', () => {
      const inner = iframe.contentWindow as (Window & { miro: Miro }) | null;
      if (inner) resolve(inner.miro);
    });
  });
  iframe.src = pageUrl;
  Object.assign(page, { url: pageUrl, window: () => iframe.contentWindow });
  page.state.subscribe((state) => state === 'closed' && iframe.remove());
  document.body.append(iframe);
  return loaded;
}

/** Messages between windows arrive in order, so one sent there and back has overtaken none. */
function thereAndBack(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

export const inFrames: OpenBoards = async (switches = {}) => {
  const board = memoryBoard({ switches });
  const cleanUps: (() => void)[] = [];
  const loading: Promise<Miro>[] = [];

  const settled = async () => {
    await Promise.all(loading);
    // A call takes four turns: to the board's window, to the room, back, and to the page.
    for (let turn = 0; turn < 8; turn += 1) {
      await board.settled();
      await thereAndBack();
    }
  };

  return {
    async join(user, options): Promise<Person> {
      const person = await board.join(user, options);
      const frames = new Map<AppPage, Promise<Miro>>();
      // Before the iframes are served, so that a page has its window when it is looked at.
      const inFrame = (page: AppPage): void => {
        const loaded = frame(page);
        frames.set(page, loaded);
        loading.push(loaded);
      };
      cleanUps.push(person.host.onPage(inFrame));
      const headless = person.screen.openPage({ kind: 'headless', url: person.host.appUrl });
      person.screen.pages.pop();
      const screen: Screen = {
        ...person.screen,
        openPage(_: PageRequest) {
          inFrame(headless);
          return headless;
        },
      };
      cleanUps.push(serveIframes({ host: person.host, screen, window, clock: board.clock }));
      const own = frames.get(headless);
      if (!own) throw new Error('The headless page was not opened.');
      return {
        ...person,
        // Its first call waits for the page; see `watchedMiro`.
        miro: await own,
        page: (page) => (frames.get(page) ?? own) as unknown as Miro,
      };
    },
    async advance(milliseconds) {
      await settled();
      await board.clock.advance(milliseconds);
      await settled();
    },
    settled,
    async close() {
      for (const cleanUp of cleanUps) cleanUp();
      for (const iframe of document.querySelectorAll('iframe')) iframe.remove();
      board.dispose();
    },
  };
};
